import type { Block, ListItem, Run } from '../../drafts/draft.ts';
import type { Position } from '../../drafts/finding.ts';
import { once } from '../../text/lazy.ts';
import { lowerBound } from '../../text/lower-bound.ts';
import { sentencesOf } from '../../text/sentences.ts';
import { chatParagraphs } from './chat-lines.ts';
import { isLabel, readableBlocks } from './label-lines.ts';
import { isLaterNote, isNoteLabel } from './later-notes.ts';
import { overlapping, type PlainText, plainText } from './plain-text.ts';
import { quotedSentences } from './quoted-sentences.ts';
import type { SentenceFacts, Unfit } from './sentence-facts.ts';
import { type ShownBlocks, shownBlocks } from './shown-blocks.ts';
import { SENTENCE_END, unfitFor } from './unfit-sentences.ts';
import { endsSentences, isLowerCase } from './writing-habits.ts';

/** A sentence of a blog post, as its author wrote it, with its place. */
export type PostSentence = {
  /** The words, without Markdown; links by their words, without footnote marks. */
  readonly text: string;
  /** Ranges of inline code in `text`, UTF-16. */
  readonly code: readonly { readonly start: number; readonly end: number }[];
  /** The author's space before this sentence, in its paragraph: empty in scripts without spaces. */
  readonly gap: '' | ' ';
  readonly at: Position;
  /** Counted through the whole post. */
  readonly index: number;
  /** Counted through the whole post; a list item is a paragraph of its own. */
  readonly paragraph: number;
  /** Its block; blocks without a sentence of the author's own count too. */
  readonly block: number;
  /** Whether nothing but headings and pictures is between its paragraph and the one before. */
  readonly continues: boolean;
  /** Its place in the paragraph, and the number of sentences there. */
  readonly place: number;
  readonly of: number;
  /** Its heading; 0 above the first. */
  readonly section: number;
  readonly inItem: boolean;
  /** Whether its list is numbered: one step of several. */
  readonly isStep: boolean;
  /** Where code, a table or a formula is: beside its paragraph (the first one: above it), or elsewhere below its heading. */
  readonly shown: 'beside' | 'section' | 'none';
  /** Whether its author emphasised words of it, or all of it. */
  readonly emphasised: boolean;
  /** A label before it at the start of its paragraph: `Career.` */
  readonly label?: string;
  /** Whether somebody else said it. */
  readonly isQuoted: boolean;
  /** Why it can't be in a summary, whatever it says. */
  readonly unfit?: Unfit | undefined;
  /** How a summary shows it below the line that leads up to it, if not as text. */
  readonly form?: 'quote' | 'item';
};

/**
 * A post's sentences, their headings (`headings[section]`, of which the first is empty), the numbers of the blocks that show
 * code, a table or a formula, and the blocks that a summary may show.
 */
export type PostText = {
  readonly sentences: readonly PostSentence[];
  readonly headings: readonly string[];
  readonly pieces: readonly number[];
  readonly blocks: ShownBlocks;
  /** How many sentences its author set above the mark that ends a teaser. */
  readonly teaser: number;
};

type Paragraph = {
  readonly runs: readonly Run[];
  readonly at: Position;
  readonly section: number;
  readonly block: number;
  readonly continues: boolean;
  readonly inItem: boolean;
  readonly isStep: boolean;
  readonly before: SentenceFacts['before'];
  readonly besideCode: boolean;
  readonly underColon: boolean;
};

/** The fewest paragraphs that begin with a word or two and a full stop before these count as labels. */
const FEWEST_LABELS = 3;
/** And their share of all paragraphs that could: a few short sentences at the start of paragraphs are style, not labels. */
const SHARE_OF_LABELS = 0.5;

/**
 * Extracts the sentences of a post's own text: paragraphs and list items; not quotations, code, tables, captions. The teaser ends
 * above the line `teaserEnd`.
 */
export function postText(written: readonly Block[], teaserEnd = 0): PostText {
  const blocks = readableBlocks(written);
  const headings = [''];
  const paragraphs: Paragraph[] = [];
  const pieces: number[] = [];
  const sectionsWithPieces = new Set<number>();
  blocks.forEach((block, number) => {
    if (isShown(block)) {
      pieces.push(number);
      sectionsWithPieces.add(headings.length - 1);
    }
    if (block.type === 'heading') headings.push(plainText(block.runs).text);
    else paragraphs.push(...paragraphsOf(blocks, number, headings.length - 1, pieces.length === 0));
  });
  const split = paragraphs.map((paragraph) => {
    const plain = plainText(paragraph.runs);
    return { paragraph, ...plain, found: sentencesOf(plain.text) };
  });
  const several = split.filter(({ found }) => found.length > 1);
  const labels = several.filter(({ found }) => isLabel(found[0]?.text, found.length)).length;
  const labelled = labels >= FEWEST_LABELS && labels >= several.length * SHARE_OF_LABELS;
  const writesLow = isLowerCase(split.map(({ text }) => text));
  const setsStops = once(() =>
    endsSentences(split.flatMap(({ paragraph, text }) => (paragraph.inItem ? [] : [text]))),
  );
  const isOfItems = split.filter(({ paragraph }) => paragraph.inItem).length >= split.length * SHARE_OF_ITEMS;
  const chats = chatParagraphs(split);
  const sentences: PostSentence[] = [];
  split.forEach(({ paragraph, text, code, strong, struck, links, lineEnds, found }, number) => {
    const quoted = once(() => quotedSentences(text, found));
    // Below a whole sentence, what begins in lower case is a name: `axum is a web framework.`
    const isBelowWhole = paragraph.continues && SENTENCE_END.test(split[number - 1]?.text ?? '');
    const hasLabel = labelled && isLabel(found[0]?.text, found.length);
    const { at, block, continues, section, inItem, isStep, before, besideCode, underColon } = paragraph;
    found.forEach((own, place) => {
      if (hasLabel && place === 0) return;
      const { start, end, text: words } = own;
      const ownCode = overlapping(code, own).map((range) => ({
        start: Math.max(0, range.start - start),
        end: Math.min(end, range.end) - start,
      }));
      const lineEnd = lineEnds[lowerBound(lineEnds.length, (at) => (lineEnds[at] ?? end) > start)] ?? end;
      // Most summaries ask for these of the first sentences alone.
      const isQuoted = once(() => quoted()[place] === true || chats.has(number));
      const unfit = once(() =>
        unfitFor({
          text: words,
          code: ownCode,
          quoted: isQuoted(),
          struck: overlapping(struck, own).length > 0,
          hasLines: lineEnds.length > 1 && lineEnd < end,
          linkWords: overlapping(links, own).map((range) => text.slice(range.start, range.end)),
          last: place === found.length - 1,
          before,
          endsOpen:
            place === found.length - 1 && !(inItem && isOfItems) && !SENTENCE_END.test(words) && setsStops(),
          // Nothing is before the first paragraph whose sentence it could go on with.
          opensLow:
            place === 0 &&
            number > 0 &&
            !isBelowWhole &&
            !(inItem && isOfItems) &&
            !writesLow &&
            /^\p{Ll}+[ ,]/u.test(words),
          underColon,
          inNote: isLaterNote(found[0]?.text ?? '') || isUnderNote(split[number - 1]),
        }),
      );
      sentences.push({
        text: words,
        gap: start > (found[place - 1]?.end ?? start) ? ' ' : '',
        code: ownCode,
        at,
        index: sentences.length,
        paragraph: number,
        block,
        continues,
        place,
        of: found.length,
        section,
        inItem,
        isStep,
        shown: besideCode ? 'beside' : sectionsWithPieces.has(section) ? 'section' : 'none',
        emphasised: overlapping(strong, own).length > 0,
        ...(hasLabel && place === 1 ? { label: found[0]?.text ?? '' } : {}),
        get isQuoted() {
          return isQuoted();
        },
        get unfit() {
          return unfit();
        },
      });
    });
  });
  const teaser = sentences.filter(({ at }) => at.line < teaserEnd).length;
  return { sentences, headings, pieces, blocks: shownBlocks(blocks), teaser };
}

/** Whether a paragraph is the label of a later note, or the title of one in a box: one in bold that ends without a full stop. */
function isUnderNote(above: (PlainText & { readonly paragraph: Paragraph }) | undefined): boolean {
  if (above === undefined || above.paragraph.inItem) return false;
  const { text, strong } = above;
  const isTitle =
    !text.endsWith('.') && strong.some(({ start, end }) => start === 0 && end >= text.trimEnd().length);
  return isNoteLabel(text) || (isTitle && isLaterNote(text));
}

/** The share of items above which a post consists of them, and they end as their author likes. */
const SHARE_OF_ITEMS = 0.5;

/** The end of a paragraph whose sentence continues in the items below it. */
const LEADS_IN = /(?:[:：]|\b(?:e\.\s?g|z\.\s?B|u\.\s?a|p\.\s?ex)\.|[\p{L}\p{N}])\s*$/u;

/** Returns the paragraphs of a block; in a post’s introduction, before its first code, none is about code. */
function paragraphsOf(
  blocks: readonly Block[],
  number: number,
  section: number,
  isIntroduction: boolean,
): Paragraph[] {
  const block = blocks[number];
  if (isItalicCaption(blocks, number)) return [];
  if (block?.type === 'paragraph')
    return [
      {
        runs: block.runs,
        at: block.at,
        section,
        block: number,
        continues: isBelowText(blocks, number),
        inItem: false,
        isStep: false,
        before: kindOf(blocks[number + 1]),
        besideCode: isShown(blocks[number - 1]) || (!isIntroduction && isShown(blocks[number + 1])),
        underColon: false,
      },
    ];
  if (block?.type !== 'list') return [];
  const lead = blocks[number - 1];
  const underColon = lead?.type === 'paragraph' && LEADS_IN.test(plainText(lead.runs).text);
  return block.items.flatMap(({ blocks: [first, second], at }: ListItem): Paragraph[] =>
    first?.type === 'paragraph'
      ? [
          {
            runs: first.runs,
            at,
            section,
            block: number,
            continues: false,
            inItem: true,
            isStep: block.ordered,
            before: kindOf(second),
            besideCode: isShown(second),
            underColon,
          },
        ]
      : [],
  );
}

/** The longest caption, in UTF-16 units. */
const LONGEST_CAPTION = 200;

/** Whether a paragraph below a picture is its caption: it is in italics, and not where the text begins. */
function isItalicCaption(blocks: readonly Block[], number: number): boolean {
  const block = blocks[number];
  if (block?.type !== 'paragraph' || blocks[number - 1]?.type !== 'image') return false;
  const isSlanted = block.runs.every(
    (run) => run.type !== 'text' || run.text.trim() === '' || run.emphasis === 'emphasis',
  );
  const isShort = plainText(block.runs).text.length <= LONGEST_CAPTION;
  return (
    isSlanted &&
    isShort &&
    blocks.slice(0, number).some(({ type }) => type === 'paragraph' || type === 'list')
  );
}

/** Blocks that interrupt no text: readers see a picture beside it. */
const BETWEEN: ReadonlySet<Block['type']> = new Set(['image', 'separator', 'heading']);

function isBelowText(blocks: readonly Block[], number: number): boolean {
  let at = number - 1;
  while (BETWEEN.has(blocks[at]?.type ?? 'paragraph')) at -= 1;
  return blocks[at]?.type === 'paragraph';
}

function kindOf(block: Block | undefined): SentenceFacts['before'] {
  switch (block?.type) {
    case 'code':
    case 'quote':
    case 'table':
    case 'formula':
    case 'list':
      return block.type;
    default:
      return 'other';
  }
}

/** Whether a block is something that the words beside it explain. */
function isShown(block: Block | undefined): boolean {
  if (block?.type === 'list') return block.items.some(({ blocks: [, second] }) => isShown(second));
  return block?.type === 'code' || block?.type === 'table' || block?.type === 'formula';
}
