import type { Draft } from '../drafts/draft.ts';
import type { Finding } from '../drafts/finding.ts';
import { dollars } from '../text/dollars.ts';
import { facetTarget } from '../threads/facets.ts';
import type { Media, Thread } from '../threads/thread.ts';
import { counted, roughly } from './amounts.ts';
import { beside, columnWidth } from './beside.ts';
import { renderCard } from './card.ts';
import type { CardPicture } from './card-picture.ts';
import { mergedFindings, renderFinding } from './finding-lines.ts';
import type { Paint } from './paint.ts';
import type { PictureProtocol } from './pictures/picture-protocol.ts';
import { placeFindings } from './place-findings.ts';
import { makeSheet, type Sheet } from './sheet.ts';
import { visible } from './visible.ts';
import { wrapPlain } from './wrap.ts';

/** One thread of a preview, with its known times. */
export type ThreadPreview = {
  readonly thread: Thread;
  /** How long sending it takes, in ms. */
  readonly durationMs: number;
  /** Its scheduled end, ISO; null if it has no set time. */
  readonly endsAt: string | null;
  /** Pictures that are converted before sending, by the path of their media. */
  readonly photos?: ReadonlyMap<string, { readonly mime: string; readonly bytes: Uint8Array }>;
  /** The maximum price of reading the account before the thread, in US dollars; missing if nothing. */
  readonly readsUsd?: number;
  /** The same in words, with its zone; missing if no time is set, or it is past. */
  readonly ends?: string;
  /** What the account's limits allow and the resulting end, in words; missing if unknown. */
  readonly limits?: string;
};

/** The content of a preview: a draft, what each network will receive, and all findings. */
export type Preview = {
  readonly draft: Draft;
  readonly threads: readonly ThreadPreview[];
  /** Findings of the draft, its media and its threads. */
  readonly findings: readonly Finding[];
  /** The drawn cards, by the path of their media; missing if there are none. */
  readonly cards?: ReadonlyMap<string, CardPicture>;
};

/** Where a preview is shown. */
export type PreviewView = {
  /** Width of the terminal, in cells. */
  readonly columns: number;
  readonly color: boolean;
  /** How the terminal shows pictures; missing if it can't. */
  readonly pictures?: PictureProtocol | undefined;
};

/** Renders the cards among a post's media as lines. */
type ShowCards = (media: readonly Media[], sheet: Sheet) => readonly string[];

const showNone: ShowCards = () => [];

/** Longer lines are tiring to read, and nothing fits into much narrower ones. */
const WIDEST = 88;
const NARROWEST = 32;

/** Printed below the cards when it applies. */
const LEGEND = '+ marks a line with something added: a number, a mark, a source or a bullet';

function headerLines(draft: Draft, { width, paint, cells }: Sheet): string[] {
  const path = visible(draft.path ?? 'standard input');
  const title = draft.title === undefined ? '' : ` · ${draft.title}`;
  const [first = '', ...rest] = wrapPlain(`${draft.kind}${title}`, width, cells);
  return [paint.bold(path), first, ...rest];
}

function threadLine(thread: Thread, paint: Paint): string {
  const account = thread.account === null ? '' : ` · ${visible(thread.account)}`;
  const posts = counted(thread.posts.length, 'post');
  return `${paint.bold(thread.networkName)}${account}${paint.dim(` · ${posts} of at most ${thread.limit}`)}`;
}

function summaryLines(
  { thread, durationMs, ends, limits, readsUsd }: ThreadPreview,
  { width, paint, cells }: Sheet,
): string[] {
  const spread =
    thread.costSpreadUsd > thread.costUsd
      ? ` (${dollars(thread.costSpreadUsd)} with the links spread out)`
      : '';
  const time = limits ?? ends ?? `about ${roughly(durationMs)} to send`;
  const reads =
    readsUsd === undefined ? '' : ` · up to ${dollars(readsUsd)} more to read the account for the first time`;
  const cost = `${dollars(thread.costUsd)}${spread}${reads}`;
  const words = `${counted(thread.posts.length, 'post')} · ${cost} · ${time}`;
  return wrapPlain(words, width, cells).map(paint.bold);
}

function findingsLine(findings: readonly Finding[], paint: Paint): string[] {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.filter(({ severity }) => severity === 'warning').length;
  const parts = [
    ...(errors > 0 ? [paint.red(counted(errors, 'error'))] : []),
    ...(warnings > 0 ? [paint.yellow(counted(warnings, 'warning'))] : []),
  ];
  if (parts.length === 0) return [];
  return [`${parts.join(', ')}${errors > 0 ? ': it can’t be published like this' : ''}`];
}

/** Yields all texts of a preview whose layout depends on their width. */
function* textsOf({ draft, threads, findings }: Preview): Generator<string> {
  yield draft.path ?? '';
  yield draft.title ?? '';
  for (const { message } of findings) yield message;
  for (const { thread } of threads)
    for (const { text, media, facets } of thread.posts) {
      yield text;
      for (const { path, alt } of media) yield path + alt;
      for (const facet of facets ?? []) yield facetTarget(facet);
    }
}

/** Renders one thread: its posts as cards with their findings, and its cost. */
function threadLines(
  { draft, threads, findings, cards }: Preview,
  { shown, order }: { readonly shown: ThreadPreview; readonly order: number },
  sheet: Sheet,
  showCards: ShowCards,
): string[] {
  const { thread } = shown;
  const finding = (found: Finding): string[] => renderFinding(found, sheet);
  // Show a finding of the draft once, in the first thread; show one that only concerns a network in its thread.
  const others = new Set(
    threads.filter((other) => other !== shown).flatMap((other) => other.thread.findings),
  );
  const own = findings.filter((found) =>
    thread.findings.includes(found) ? true : order === 0 && !others.has(found),
  );
  const placed = placeFindings(draft, thread, mergedFindings(own));
  return [
    threadLine(thread, sheet.paint),
    ...(placed.get(0) ?? []).flatMap(finding),
    ...thread.posts.flatMap((post) => [
      ...renderCard(post, thread, sheet, cards),
      ...showCards(post.media, sheet),
      ...(placed.get(post.index) ?? []).flatMap(finding),
    ]),
    ...summaryLines(shown, sheet),
  ];
}

const UNITS: Readonly<Record<Thread['unit'], string>> = {
  weighted: 'weighted characters',
  graphemes: 'characters',
};

/** Explains why a draft has different numbers of posts: its length on each network, and the size of a post there. */
function differenceLines(threads: readonly ThreadPreview[], { width, paint, cells }: Sheet): string[] {
  const counts = new Set(threads.map(({ thread }) => thread.posts.length));
  if (counts.size < 2) return [];
  const parts = threads.map(({ thread: { networkName, posts, limit, unit } }) => {
    const length = posts.reduce((sum, post) => sum + post.length, 0);
    const sources = posts
      .flatMap(({ added }) => added.filter(({ what }) => what === 'source'))
      .reduce((sum, { start, end }) => sum + end - start, 0);
    const ofThem = sources === 0 ? '' : `, sources included`;
    return `${networkName} ${counted(posts.length, 'post')} (${length.toLocaleString('en')} ${UNITS[unit]}${ofThem}, ${limit.toLocaleString('en')} a post)`;
  });
  return wrapPlain(`Why the threads differ: ${parts.join('; ')}`, width, cells).map(paint.dim);
}

async function cardShower({ cards }: Preview, protocol: PictureProtocol | undefined): Promise<ShowCards> {
  if (protocol === undefined || cards === undefined || cards.size === 0) return showNone;
  const { cardPictures } = await import('./pictures/card-pictures.ts');
  return cardPictures(cards, protocol);
}

/**
 * Renders a preview as lines for a terminal or a pipe, with a final line break. Everything from the draft is made safe to
 * print, and nothing is shown by colour alone. Several threads are side by side if the view is wide enough. Pictures are below
 * the first post that has them, or below all threads if these are side by side.
 */
export async function renderPreview(preview: Preview, view: PreviewView): Promise<string> {
  const width = Math.max(NARROWEST, Math.min(view.columns, WIDEST));
  const sheet = await makeSheet(width, view.color, textsOf(preview));
  const { paint } = sheet;
  const { draft, threads, findings } = preview;
  const lines = headerLines(draft, sheet);
  const column = columnWidth(view.columns, threads.length);
  const narrow = column === undefined ? sheet : { ...sheet, width: column };
  const showCards = await cardShower(preview, view.pictures);
  const showInside = column === undefined ? showCards : showNone;
  const blocks = threads.map((shown, order) => threadLines(preview, { shown, order }, narrow, showInside));
  if (column === undefined) for (const block of blocks) lines.push('', ...block);
  else {
    lines.push('', ...beside(blocks, column, sheet.cells));
    for (const { thread } of threads)
      lines.push(...thread.posts.flatMap(({ media }) => showCards(media, sheet)));
  }
  lines.push(...differenceLines(threads, sheet));
  const legend = threads.some(({ thread }) => thread.posts.some(({ added }) => added.length > 0));
  if (threads.length === 0)
    lines.push(...mergedFindings(findings).flatMap((found) => renderFinding(found, sheet)));
  lines.push(...findingsLine(findings, paint));
  if (legend) lines.push(...wrapPlain(LEGEND, width, sheet.cells).map(paint.dim));
  return `${lines.join('\n')}\n`;
}
