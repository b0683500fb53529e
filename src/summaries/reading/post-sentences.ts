import type { Block, ListItem, Run } from '../../drafts/draft.ts';
import type { Position } from '../../drafts/finding.ts';
import { sentencesOf } from '../../text/sentences.ts';
import { xLinks } from '../../text/x/links.ts';
import { quotedSentences } from '../choosing/quoted-sentences.ts';
import { wordsOf } from '../choosing/words.ts';
import { HOLE } from './not-text.ts';

/** A sentence of a blog post, as its author wrote it, with its place. */
export type PostSentence = {
  /** The words, without Markdown; links by their words, footnote marks left out. */
  readonly text: string;
  /** Where inline code stands in `text`, UTF-16. */
  readonly code: readonly { readonly start: number; readonly end: number }[];
  /** What its author left between the sentence before it in the paragraph and this one: nothing in scripts without spaces. */
  readonly gap: '' | ' ';
  readonly at: Position;
  /** Counted through the whole post. */
  readonly index: number;
  /** Counted through the whole post; a list item is a paragraph of its own. */
  readonly paragraph: number;
  /** Which block of the post it stands in, those counted that hold no sentence of the author's own. */
  readonly block: number;
  /** Its place in the paragraph, and how many stand there. */
  readonly place: number;
  readonly of: number;
  /** Which heading it stands below; 0 above the first. */
  readonly section: number;
  readonly inItem: boolean;
  /** Its author marked words of it, or all of it. */
  readonly emphasised: boolean;
  /** A label that opens its paragraph, `Career.`, where this is the sentence after it. */
  readonly label?: string;
  /** Why it can't stand in a summary, whatever it says. */
  readonly unfit?: 'quoted' | 'hole' | 'link' | 'fragment';
};

/** A post's sentences, and the headings above them: `headings[section]`, the first being empty. */
export type PostText = { readonly sentences: readonly PostSentence[]; readonly headings: readonly string[] };

type Paragraph = {
  readonly runs: readonly Run[];
  readonly at: Position;
  readonly section: number;
  readonly block: number;
  readonly inItem: boolean;
};

/** Fewest paragraphs that open with a word or two and a full stop before that is a habit, and those are labels. */
const FEWEST_LABELS = 3;
/** And their share of all that could: a few short sentences at the start of paragraphs are a style, and no labels. */
const SHARE_OF_LABELS = 0.5;

/** The sentences of a post's own text: paragraphs and list items; not quotations, code, tables, captions. */
export function postText(blocks: readonly Block[]): PostText {
  const headings = [''];
  const paragraphs: Paragraph[] = [];
  blocks.forEach((block, number) => {
    if (block.type === 'heading') headings.push(plainText(block.runs).text);
    else paragraphs.push(...paragraphsOf(block, headings.length - 1, number));
  });
  const cut = paragraphs.map((paragraph) => ({ paragraph, ...plainText(paragraph.runs) }));
  const split = cut.map((entry) => ({ ...entry, found: sentencesOf(entry.text) }));
  const several = split.filter(({ found }) => found.length > 1);
  const labels = several.filter(({ found }) => isLabel(found[0]?.text, found.length)).length;
  const labelled = labels >= FEWEST_LABELS && labels >= several.length * SHARE_OF_LABELS;
  const sentences: PostSentence[] = [];
  split.forEach(({ paragraph, text, code, strong, found }, number) => {
    const quoted = quotedSentences(text, found);
    const hasLabel = labelled && isLabel(found[0]?.text, found.length);
    found.forEach(({ start, end, text: words }, place) => {
      if (hasLabel && place === 0) return;
      const inside = (range: { start: number; end: number }): boolean =>
        range.start < end && range.end > start;
      const unfit = unfitFor(words, quoted[place] === true, place === found.length - 1);
      sentences.push({
        text: words,
        gap: start > (found[place - 1]?.end ?? start) ? ' ' : '',
        code: code.filter(inside).map((range) => ({
          start: Math.max(0, range.start - start),
          end: Math.min(end, range.end) - start,
        })),
        at: paragraph.at,
        index: sentences.length,
        paragraph: number,
        block: paragraph.block,
        place,
        of: found.length,
        section: paragraph.section,
        inItem: paragraph.inItem,
        emphasised: strong.some(inside),
        ...(hasLabel && place === 1 ? { label: found[0]?.text ?? '' } : {}),
        ...(unfit === undefined ? {} : { unfit }),
      });
    });
  });
  return { sentences, headings };
}

function paragraphsOf(block: Block, section: number, number: number): Paragraph[] {
  const place = { section, block: number };
  if (block.type === 'paragraph') return [{ runs: block.runs, at: block.at, ...place, inItem: false }];
  if (block.type !== 'list') return [];
  return block.items.flatMap(({ blocks: [first], at }: ListItem) =>
    first?.type === 'paragraph' ? [{ runs: first.runs, at, ...place, inItem: true }] : [],
  );
}

type Ranges = { start: number; end: number }[];

/** The words of runs on one line, and where code and emphasis stand in them. */
function plainText(runs: readonly Run[]): { text: string; code: Ranges; strong: Ranges } {
  let text = '';
  const code: Ranges = [];
  const strong: Ranges = [];
  for (const run of runs) {
    const start = text.length;
    if (run.type === 'break') text = `${text.trimEnd()} `;
    else if (run.type === 'reference' || run.type === 'note') text = text.trimEnd();
    else text += text.endsWith(' ') ? run.text.trimStart() : run.text;
    if (run.type !== 'text' || run.emphasis === undefined) continue;
    if (run.emphasis === 'code') code.push({ start, end: text.length });
    else if (run.emphasis === 'strong' || run.emphasis === 'emphasis')
      strong.push({ start, end: text.length });
  }
  return { text, code, strong };
}

/** A short sentence with a subject of its own is no label: `They come once.` */
const SPOKEN = /^(?:it|he|she|they|we|i|you|this|that|these|those|there|here|and|but|so|not|no|yes|then)\b/i;

/** `Career.`, `Areas of improvement:` before more sentences. */
function isLabel(text: string | undefined, of: number): boolean {
  if (text === undefined || of < 2 || !/[.:]$/.test(text) || text.length > 40) return false;
  return wordsOf(text).length <= 4 && !SPOKEN.test(text);
}

const SENTENCE_END = /[.!?…。！？][\])"”»’'*_]*$/u;
/** Fewest words of a line without a full stop that may be taken for a sentence. */
const SENTENCE_WORDS = 8;

function unfitFor(text: string, quoted: boolean, last: boolean): PostSentence['unfit'] {
  if (quoted) return 'quoted';
  if (text.includes(HOLE)) return 'hole';
  // A URL, or a name that X takes for one, would make one more post pay for links.
  if (/:\/\//.test(text) || xLinks(text).length > 0) return 'link';
  if (/[:：]$/.test(text)) return 'fragment';
  if (last && !SENTENCE_END.test(text) && wordsOf(text).length < SENTENCE_WORDS) return 'fragment';
  return undefined;
}
