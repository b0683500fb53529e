import type { Block, Draft, ListItem, Note, Run } from '../drafts/draft.ts';
import type { FootnoteStyle } from '../drafts/settings.ts';
import { isPicture } from '../drafts/shown-as-text.ts';
import { largest } from '../text/largest.ts';

/** A source with a number of ours: a Markdown link's URL, or a footnote's text. */
export type NumberedSource = { readonly number: number } & (
  | { readonly type: 'url'; readonly url: string; readonly title?: string }
  | { readonly type: 'note'; readonly id: string }
);

/** The numbers of a draft's links and footnotes on one network, assigned before the layout. */
export type SourcePlan = {
  /** By number. */
  readonly sources: readonly NumberedSource[];
  /** The number of a listed URL, including the author's own numbered sources. */
  readonly byUrl: ReadonlyMap<string, number>;
  readonly byNote: ReadonlyMap<string, number>;
  /** The footnotes that are only pictures, which have no number, in order of appearance. */
  readonly wordless: ReadonlyMap<string, Note>;
};

/**
 * Numbers a draft's links and footnotes: in order of appearance, each URL once, after the author's own numbers. In a numbered
 * list whose items begin with a link, above all other links, that link takes the item's number.
 *
 * @param links - whether Markdown links become numbered sources; footnotes always do
 */
export function planSources(draft: Draft, style: FootnoteStyle, links: boolean): SourcePlan {
  const byUrl = new Map<string, number>();
  const byNote = new Map<string, number>();
  const taken = new Set<number>();
  for (const { label, url } of draft.references) {
    const number = Number(label);
    taken.add(number);
    if (!byUrl.has(url) && style === 'end') byUrl.set(url, number);
  }
  const marks = ownMarks(draft.blocks);
  for (const number of marks.run) taken.add(number);
  const authored = new Set(byUrl.keys());
  const numbered = links && (style === 'end' || style === 'post');
  if (numbered && taken.size === 0) reserveItemNumbers(draft, byUrl, taken);
  let last = taken.size === 0 ? 0 : largest(taken);
  const next = (): number => {
    last += 1;
    while (marks.alone.has(last)) last += 1;
    return last;
  };
  const titles = new Map<string, string>();
  const notes = new Map(draft.notes.map((note) => [note.id, note]));
  const wordless = new Map<string, Note>();
  const takeNote = (id: string): void => {
    const note = notes.get(id);
    if (note === undefined || byNote.has(id)) return;
    if (hasWords(note)) byNote.set(id, next());
    else wordless.set(id, note);
  };
  for (const run of runsOf(draft.blocks)) {
    if (run.type === 'link' && run.title !== undefined && !titles.has(run.url))
      titles.set(run.url, run.title);
    if (run.type === 'note') takeNote(run.id);
    else if (run.type === 'link' && !run.auto && numbered && !byUrl.has(run.url)) byUrl.set(run.url, next());
  }
  // The marks in a footnote lead to others, which come to the end of the map.
  for (const id of byNote.keys())
    for (const run of runsOf(notes.get(id)?.blocks ?? [])) if (run.type === 'note') takeNote(run.id);
  const sources: NumberedSource[] = [
    ...[...byUrl]
      .filter(([url]) => !authored.has(url))
      .map(([url, number]) => {
        const title = titles.get(url);
        return { type: 'url' as const, url, number, ...(title === undefined ? {} : { title }) };
      }),
    ...[...byNote].map(([id, number]) => ({ type: 'note' as const, id, number })),
  ];
  return { sources: sources.sort((a, b) => a.number - b.number), byUrl, byNote, wordless };
}

/** Whether a footnote has words; one that is only pictures goes with the end of the text, without a number. */
const hasWords = ({ blocks }: Note): boolean =>
  !blocks.every((block) => block.type === 'image' || isPicture(block));

/** Several marks with gaps between them up to this number are a numbering of the author’s, too. Brackets of several numbers don’t count: `[0, 10]` may be an interval. */
const HIGHEST_OF_SEVERAL = 20;
/** An author's own marks; `[2024]` and `[100]` are something else. */
const MARKS = /(?<![\p{L}\p{N}_)\]])\[(\d{1,2}(?:\s?[,–-]\s?\d{1,2})*)\]/gu;

/** Code that is a mark of the author’s, which shows without its backticks: `[1]`. */
const MARK_IN_CODE = /^\[\d{1,2}\]$/;

/** The numbers that the text itself uses as marks, without a source of ours. */
type OwnMarks = {
  /** From 0 or 1 without a gap, or several small ones: ours start after them. */
  readonly run: readonly number[];
  /** Others, which ours leave out. */
  readonly alone: ReadonlySet<number>;
};

function ownMarks(blocks: readonly Block[]): OwnMarks {
  const found = new Set<number>();
  const single = new Set<string>();
  for (const run of runsOf(blocks)) {
    if (run.type !== 'text' || !run.text.includes('[')) continue;
    if (run.emphasis === 'code' && !MARK_IN_CODE.test(run.text)) continue;
    for (const [, inside = ''] of run.text.matchAll(MARKS)) {
      const numbers = (inside.match(/\d+/g) ?? []).map(Number);
      for (const number of numbers) found.add(number);
      if (numbers.length === 1) single.add(inside);
    }
  }
  const numbers = [...found].sort((one, other) => one - other);
  const [first = 2] = numbers;
  const isRun = first <= 1 && numbers.every((number, index) => number === first + index);
  const highest = numbers.at(-1) ?? 0;
  return isRun || (single.size > 1 && highest <= HIGHEST_OF_SEVERAL)
    ? { run: numbers, alone: new Set() }
    : { run: [], alone: found };
}

/** Returns the same sources without titles; `undefined` if none has one. */
export function withoutTitles(plan: SourcePlan): SourcePlan | undefined {
  if (!plan.sources.some((source) => source.type === 'url' && source.title !== undefined)) return undefined;
  const sources = plan.sources.map((source): NumberedSource => {
    if (source.type === 'note') return source;
    const { title: _, ...bare } = source;
    return bare;
  });
  return { ...plan, sources };
}

/**
 * Gives the link of `1. [Title](url)` the number of its item, if one top-level list consists of such items; among
 * them also a link later in an item. Below other links, only
 * a round-up's list does: elsewhere the first mark of a thread would be `[6]`.
 */
function reserveItemNumbers({ blocks, kind }: Draft, byUrl: Map<string, number>, taken: Set<number>): void {
  const lists = blocks.filter((block) => block.type === 'list').filter((list) => list.ordered);
  const [list] = lists;
  if (list === undefined || lists.length > 1) return;
  const above = runsOf(blocks.slice(0, blocks.indexOf(list)));
  if (kind !== 'links' && above.some((run) => run.type === 'link' && !run.auto)) return;
  const opening = list.items.map((item) => ({
    number: Number.parseInt(item.marker, 10),
    link: openingLink(item),
    later: linkOf(item)?.url,
  }));
  const linked = opening.filter(({ link }) => link !== undefined);
  // Each item without a link leaves a number that no source has.
  if (linked.length < 2 || linked.length < MOSTLY * opening.length) return;
  for (const { number, link, later } of opening) {
    if (Number.isNaN(number)) continue;
    taken.add(number);
    const url = link ?? later;
    if (url !== undefined && !byUrl.has(url)) byUrl.set(url, number);
  }
}

/** The share of items with a link from which on their numbers and those of their links should be the same. */
const MOSTLY = 0.75;

/** A link later in an item than this many words is not the item’s subject. */
const LEADING_WORDS = 6;

/** Returns the first link of an item's first paragraph, and the words above it. */
function linkOf(item: ListItem): { readonly url: string; readonly above: number } | undefined {
  const [first] = item.blocks;
  if (first?.type !== 'paragraph') return undefined;
  const at = first.runs.findIndex(({ type }) => type === 'link');
  const run = first.runs[at];
  if (run?.type !== 'link' || run.auto) return undefined;
  const above = first.runs.slice(0, at).map((one) => (one.type === 'text' ? one.text : ''));
  return { url: run.url, above: above.join('').match(/\S+/g)?.length ?? 0 };
}

function openingLink(item: ListItem): string | undefined {
  const link = linkOf(item);
  return link !== undefined && link.above <= LEADING_WORDS ? link.url : undefined;
}

/** Returns every run of some blocks, in reading order. */
export function runsOf(blocks: readonly Block[]): readonly Run[] {
  const all: Run[] = [];
  for (const runs of runsByBlock(blocks)) for (const run of runs) all.push(run);
  return all;
}

/** Returns the runs of each block that has some, in reading order, including those inside lists and quotes. */
export function runsByBlock(
  blocks: readonly Block[],
  found: (readonly Run[])[] = [],
): readonly (readonly Run[])[] {
  for (const block of blocks) {
    if (block.type === 'paragraph' || block.type === 'heading') found.push(block.runs);
    else if (block.type === 'quote') runsByBlock(block.blocks, found);
    else if (block.type === 'list') for (const item of block.items) runsByBlock(item.blocks, found);
  }
  return found;
}
