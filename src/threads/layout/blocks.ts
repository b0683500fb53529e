import type { Block, ListItem, Reference } from '../../drafts/draft.ts';
import { shownAsText } from '../../drafts/shown-as-text.ts';
import { BREAK, type BreakCode } from '../../text/break-list.ts';
import type { Media } from '../thread.ts';
import { announcedSentence } from './announced-sentence.ts';
import { endsWithQuestion, isLinkAlone, isLongHeading, isSource } from './block-lines.ts';
import { hasCaption, namesFigure } from './captions.ts';
import { closesLongText, closesWithList, isSignedBy } from './closing-lines.ts';
import type { Context } from './context.ts';
import { introPictures } from './intro-pictures.ts';
import { itemCode } from './item-codes.ts';
import { isProse, isSpaced } from './item-gaps.ts';
import { joinOf } from './joins.ts';
import { isLed } from './led-paragraphs.ts';
import type { Join } from './neighbours.ts';
import { isRhetorical, NO_QUESTIONS, withBlock } from './question-rows.ts';
import { layoutRuns, linkWords } from './runs.ts';
import { titlesIn } from './title-items.ts';

type Of<T extends Block['type']> = Extract<Block, { type: T }>;

const mediaOf = ({ image: { path, alt } }: Of<'image'>): Media => ({ path, alt });

/** How to write each block. Its first line is already open: the caller handles the join before it. */
const LAYOUTS: { readonly [T in Block['type']]: (block: Of<T>, context: Context) => void } = {
  paragraph: (block, context) => layoutRuns(block.runs, context),
  heading: (block, context) => {
    const start = context.writer.length;
    layoutRuns(block.runs, context, 'join');
    if (!isLongHeading(block, context.profile)) context.writer.keepWhole(start);
  },
  list: layoutList,
  quote: layoutQuote,
  image: (block, { writer }) => writer.attach(mediaOf(block)),
  code: layoutSource,
  table: layoutSource,
  formula: layoutSource,
  separator: (_, { writer }) => writer.write('---'),
  sources: layoutReferences,
};

/**
 * Lays out blocks one below the other, with the right gaps and breaks between them.
 *
 * @param above - a block directly above the first, if any
 */
export function layoutBlocks(blocks: readonly Block[], context: Context, above?: Block): void {
  let previous = above;
  let beforeThat: Block | undefined;
  let forced = false;
  let carded = false;
  let pictured = false;
  /** Images and cards that go behind their caption. */
  let held: Media[] = [];
  let captioned = false;
  /** Whether the block above is one of several quotations that are answered in turn. */
  let answered = false;
  /** Cards and images below a forced cut: they go with the words below them. */
  let waiting: Media[] = [];
  /** Images that open the paragraph below them. */
  let opening: Media[] = [];
  const keepsSeparators =
    context.settings.separator === 'text' && context.depth === 0 && context.quote === '';
  const intro = context.depth === 0 && context.quote === '' ? introPictures(blocks, context.draft) : -1;
  const titles = context.depth === 0 && context.quote === '' ? titlesIn(blocks) : undefined;
  const said = context.depth === 0 ? announcedSentence(blocks) : undefined;
  /** The questions that end with the block above. */
  let row = NO_QUESTIONS;
  let ofIntro = false;
  blocks.forEach((block, at) => {
    if (block.type === 'image') {
      ofIntro = at === intro || (ofIntro && blocks[at - 1]?.type === 'image');
      if (hasCaption(blocks, at)) held.push(mediaOf(block));
      else if (block.opens === true) opening.push(mediaOf(block));
      else if (forced && !(ofIntro && waiting.length === 0)) waiting.push(mediaOf(block));
      else layoutBlock(block, context, false);
      pictured ||= block.opens !== true && !forced;
      return;
    }
    const cards = context.cardsOf(block, context.profile);
    if (cards !== undefined) {
      if (forced) waiting.push(...cards);
      else if (namesFigure(blocks[at + 1])) held.push(...cards);
      else for (const card of cards) context.writer.attach(card);
      carded ||= cards.length > 0 && !forced && held.length === 0;
      return;
    }
    if (
      block.type === 'separator' &&
      (!keepsSeparators || previous === undefined || beforeSources(blocks, at))
    ) {
      forced ||= previous !== undefined && !beforeSources(blocks, at);
      return;
    }
    const between = carded ? 'card' : pictured ? 'image' : undefined;
    const caption = held.length > 0 ? (captioned ? 'both' : 'right') : captioned ? 'left' : undefined;
    const next = blocks[at + 1];
    const linked = next !== undefined && isLinkAlone(next);
    const closes = endsPart(next);
    const trails =
      ((closes || held.length > 0 || (isSignedBy(block, next) && endsPart(blocks[at + 2]))) &&
        closesLongText({ above: previous, heading: beforeThat }, block, next, context.profile)) ||
      closesWithList([previous, block, next, blocks[at + 2]], context.profile);
    const announced = next !== undefined && isSource(next);
    const replies = answered;
    answered = block.type === 'quote' && (beforeThat?.type === 'quote' || blocks[at + 2]?.type === 'quote');
    const around = {
      inItem: context.depth > 0,
      title: titles?.has(block)
        ? 'right'
        : previous !== undefined && titles?.has(previous)
          ? 'left'
          : undefined,
      between,
      above: beforeThat,
      closes,
      trails,
      ends: next === undefined || next.type === 'sources',
      linked,
      announced,
      answered,
      replies,
      caption,
      rhetorical: isRhetorical(row),
      said:
        said === undefined ? undefined : said === block ? 'right' : said === previous ? 'left' : undefined,
    } as const;
    const join = previous === undefined ? undefined : joinOf(previous, block, around);
    if (join !== undefined) openBlock(join, forced, block, context);
    forced = false;
    // A remark in brackets goes with the card above it: the card ends behind the remark.
    carded = waiting.length > 0 || (between === 'card' && join?.code === BREAK.linked);
    pictured = false;
    for (const card of waiting) context.writer.attachHere(card);
    for (const image of opening) context.writer.attachHere(image);
    waiting = [];
    opening = [];
    // A long caption may be cut: its picture is with its beginning, which names it.
    for (const media of held) context.writer.attachHere(media);
    captioned = held.length > 0;
    // The last paragraph stays whole rather than that its end shares the post of the sources.
    const isLast = block.type === 'paragraph' && (next === undefined || next.type === 'sources');
    const isUnit = captioned || (join?.code === BREAK.leadIn && isLed(previous, block, context.profile));
    const whole = isUnit ? 'unit' : isLast && join?.code === BREAK.paragraph ? 'item' : undefined;
    const close = whole === undefined ? undefined : context.writer.openGroup(whole);
    layoutBlock(block, context, previous !== undefined && endsWithQuestion(previous));
    close?.();
    held = [];
    if (join?.code === BREAK.attribution) context.writer.extendGroup();
    row = withBlock(row, block);
    beforeThat = previous;
    previous = block;
  });
  // Nothing follows that they could open.
  for (const image of opening) context.writer.attach(image);
  if (waiting.length === 0) return;
  // Nothing follows: the cut gives them their own post.
  openLine(context, '\n\n', BREAK.forced);
  for (const card of waiting) context.writer.attachHere(card);
}

/** Whether nothing of the same part follows, given the next block. */
const endsPart = (next: Block | undefined): boolean =>
  next === undefined || next.type === 'heading' || next.type === 'separator' || next.type === 'sources';

function openBlock({ gap, code }: Join, forced: boolean, block: Block, context: Context): void {
  const inItem = context.depth > 0;
  const own = inItem ? nestedCode(code, block) : code;
  openLine(
    context,
    inItem && !(context.spaced && isProse(block)) ? '\n' : gap,
    forced ? BREAK.forced : own,
    block,
  );
}

/** @param answers - whether the block follows a question */
function layoutBlock<T extends Block['type']>(block: Of<T>, context: Context, answers: boolean): void {
  const layout = LAYOUTS[block.type as T] as (block: Of<T>, context: Context) => void;
  // A nested list is not a group: its item's own words belong with its first items.
  if (block.type === 'list' && context.depth === 0)
    context.writer.group('list', () => layout(block, context));
  // An answer written as a quotation may be cut like prose, so that its first part can stay with its question; verse may not.
  else if (block.type === 'quote' && !(answers && !isVerse(block)))
    context.writer.group('quotation', () => layout(block, context));
  else layout(block, context);
}

/** Whether a quotation has lines that its author ended. */
const isVerse = (block: Block): boolean =>
  block.type === 'quote' &&
  block.blocks.some(
    (inner) => inner.type === 'paragraph' && inner.runs.some((run) => run.type === 'break' && run.hard),
  );

/** The codes that a break keeps inside an item. */
const KEPT_IN_ITEM: ReadonlySet<number> = new Set([
  BREAK.leadIn,
  BREAK.attribution,
  BREAK.asked,
  BREAK.posed,
  BREAK.closing,
  BREAK.card,
]);

/** Returns the code of a break inside an item, before a nested list or another comment. */
function nestedCode(code: BreakCode, block: Block): BreakCode {
  if (KEPT_IN_ITEM.has(code)) return code;
  return block.type === 'list' ? BREAK.nested : BREAK.comment;
}

/** Whether a `---` directly precedes the sources, where it is redundant. */
function beforeSources(blocks: readonly Block[], at: number): boolean {
  const next = blocks.slice(at + 1).find(({ type }) => type !== 'separator');
  return next === undefined || next.type === 'sources';
}

/** Opens a line for a block or an item. At the start of a post, only an item keeps its indent. */
function openLine(context: Context, gap: string, code: BreakCode, block?: Block): void {
  const { writer, indent, quote } = context;
  if (block?.type === 'list') {
    writer.breakLine(gap, code, 0);
    writer.write(indent);
  } else writer.breakLine(gap, code, 0, indent);
  writer.add(quote, 'bullet');
}

function layoutList(list: Of<'list'>, context: Context): void {
  const gap = list.tight ? '\n' : '\n\n';
  list.items.forEach((item, at) => {
    if (at > 0) openLine(context, gap, itemCode(at, list.items, context), list);
    context.writer.group(context.depth === 0 ? 'item' : 'nested', () =>
      layoutItem(item, list.ordered, context),
    );
  });
}

function layoutItem(item: ListItem, ordered: boolean, context: Context): void {
  // Omit a bullet without words beside its card. A number stays, because the text may refer to it.
  const isBare =
    !ordered &&
    item.blocks.length > 0 &&
    item.blocks.every((block) => context.cardsOf(block, context.profile) !== undefined);
  const inner: Context = {
    ...context,
    indent: `${context.indent}  `,
    depth: context.depth + 1,
    spaced: isSpaced(item),
  };
  const [opening, ...rest] = item.blocks;
  const close =
    opening?.type === 'paragraph' && rest.length > 0 ? context.writer.openGroup('unit') : undefined;
  context.writer.write(isBare ? '' : `${item.marker} `);
  if (opening?.type === 'paragraph') layoutRuns(opening.runs, inner, 'join');
  else if (opening !== undefined) layoutBlocks([opening], inner);
  close?.();
  layoutBlocks(rest, inner, opening);
}

function layoutQuote(quote: Of<'quote'>, context: Context): void {
  const inner: Context = { ...context, quote: `${context.quote}> ` };
  context.writer.add('> ', 'bullet');
  layoutBlocks(quote.blocks, inner);
}

/** Writes a formula or one or two lines of code that are shown as text; two lines stay together. Pictures are handled elsewhere. */
function layoutSource(block: Of<'code' | 'table' | 'formula'>, { writer }: Context): void {
  const from = writer.length;
  const text = shownAsText(block) ?? block.source;
  writer.write(text);
  if (text.includes('\n')) writer.keepWhole(from);
  else writer.prose(from, 0);
}

function layoutReferences(block: Of<'sources'>, context: Context): void {
  const { writer, draft } = context;
  draft.references.slice(block.from, block.to).forEach((reference, at) => {
    if (at > 0) openLine(context, '\n', BREAK.source);
    if (context.profile.linkStyle === 'facets') layoutLinkedSource(reference, context);
    else {
      const start = writer.length;
      const title = reference.title === undefined ? '' : `${reference.title}: `;
      writer.write(`[${reference.label}] ${title}`);
      writer.prose(start, 0);
      writer.write(reference.url);
    }
  });
}

/** Writes `[0] Title` with the link on the title; a source without one shows its URL. */
function layoutLinkedSource({ label, title, url }: Reference, context: Context): void {
  const { writer, profile } = context;
  const line = writer.length;
  writer.write(`[${label}] `);
  const start = writer.length;
  writer.write(title ?? profile.shownUrl?.(url) ?? url);
  if (title === undefined) writer.keepWhole(line);
  linkWords(start, url, context);
  writer.prose(line, 0);
}
