import type { Block } from '../../drafts/draft.ts';
import { LANGUAGES } from '../../languages/languages.ts';
import { once } from '../../text/lazy.ts';
import { isQuestion } from '../../text/sentence-end.ts';
import { wordSet } from '../../text/word-set.ts';
import type { Profile } from '../profile.ts';
import { announces, type LastLine, opensWithParticle } from './lead-ins.ts';
import { joined, widthOf } from './run-words.ts';
import { firstLineOf, isBold, isLink, lastLineOf, opensWithCode } from './runs.ts';

/** A colon at the end of a line, but not `::`. */
export const COLON = /(?<!:)[:：]$/;

/** Whether a line has no sentences other than questions. */
export const isOnlyQuestions = (line: string): boolean =>
  !/[.!…]["”’)]*\s+[^\p{Ll}\s]|[。！]["”’）」』)]*\s*[^\s"”’）」』)]/u.test(line);

/** Whether a line is one sentence. */
export const isOneSentence = (line: string): boolean =>
  isOnlyQuestions(line) && !/[?？]["”’)]*\s*\S/u.test(line);

/** Whether a line has three questions or more: they are rhetorical. */
export const asksOften = (line: string): boolean => (line.match(/[?？]/g)?.length ?? 0) >= 3;

/** Returns a block's last line, as far as it may announce what is below the block; empty if it is not text. */
export function lastOf(block: Block): LastLine {
  // `1. Choose the hand well` above a bullet list is the name of that list.
  if (block.type === 'quote') return lastOfQuote(block.blocks);
  const [item] = block.type === 'list' && block.items.length === 1 ? block.items : [];
  const [words, ...rest] = item?.blocks ?? [];
  if (words?.type === 'paragraph' && rest.length === 0) return lastOf(words);
  if (block.type !== 'paragraph' && block.type !== 'heading') return NO_LINE;
  const only = block.runs.every(({ type }) => type !== 'break');
  return { text: lastLineOf(block.runs).trim(), only, bold: isBold(block.runs) };
}

/** Returns the last line of a quotation that is a heading, a bold line or a question, or has a colon: the text below continues it. */
function lastOfQuote([only, ...rest]: readonly Block[]): LastLine {
  const last = only === undefined || rest.length > 0 ? NO_LINE : lastOf(only);
  const asks = isQuestion(last.text, last.text.length) && isOnlyQuestions(last.text);
  const names = last.bold || only?.type === 'heading';
  return last.only && (names || asks || COLON.test(last.text)) ? { ...last, bold: names } : NO_LINE;
}

const NO_LINE: LastLine = { text: '', only: false, bold: false };

/**
 * Returns the line that may be an attribution of the words above: a paragraph of one line, or a list of a single one-line item, also
 * in a quotation of its own.
 */
export function attributionIn(block: Block): string {
  const [quoted, ...others] = block.type === 'quote' ? block.blocks : [];
  if (quoted !== undefined && others.length === 0) return attributionIn(quoted);
  if (block.type === 'paragraph')
    return block.runs.some(({ type }) => type === 'break') ? '' : firstLineOf(block.runs);
  if (block.type !== 'list' || block.items.length !== 1) return '';
  const [item] = block.items;
  const [only, ...rest] = item?.blocks ?? [];
  if (item === undefined || only?.type !== 'paragraph' || rest.length > 0) return '';
  return `${item.marker} ${firstLineOf(only.runs)}`;
}

/** The last line of a list's last item, if that is text. */
export function lastLineOfList({ items }: Extract<Block, { type: 'list' }>): string {
  const last = items.at(-1)?.blocks.at(-1);
  if (last?.type === 'list') return lastLineOfList(last);
  return last?.type === 'paragraph' ? lastLineOf(last.runs).trim() : '';
}

/** Whether a block is only a link, on a line of its own or as the only item of a list. */
export function isLinkAlone(block: Block): boolean {
  if (block.type === 'paragraph') return isLink(block.runs);
  const [item, ...others] = block.type === 'list' ? block.items : [];
  const [only, ...rest] = item?.blocks ?? [];
  return others.length === 0 && rest.length === 0 && only?.type === 'paragraph' && isLink(only.runs);
}

/** Whether a paragraph is only a link of several words without a colon, such as `View our jobs`: outside lists, no title. */
export const isLinkedPhrase = (block: Block, line: string): boolean =>
  isLinkAlone(block) && line.includes(' ') && !COLON.test(line);

/**
 * Whether a line that begins in lower case continues the line above, by an author who uses capitals. Behind a full stop, only one
 * that opens with a word such as `and` does: other words are names, `clock has …`. A verb there does not, because its subject is
 * the code between both lines, unless the line ends with a colon.
 */
export function goesOn(above: string, line: string): boolean {
  const [, word] = /^(\p{Ll}[\p{Ll}’']*)(?:[ ,:]|$)/u.exec(line) ?? [];
  if (word === undefined || !/^\p{Lu}/u.test(above)) return false;
  if (!ENDS_SENTENCE.test(above.slice(-MARKS))) return true;
  return functionWords().has(word) && (COLON.test(line) || !verbs().has(word));
}

const verbs = once(() => wordSet(...Object.values(LANGUAGES).map(({ joints }) => joints.verbs)));

const functionWords = once(() => wordSet(...Object.values(LANGUAGES).map(({ stopWords }) => stopWords)));

/** Whether a line begins inside a sentence: with `…`, or with a particle in Japanese. */
export const opensInside = (line: string): boolean =>
  /^(?:…|\.{3})\s?[\p{Ll}\p{Lo}]/u.test(line) || opensWithParticle(line);

/** Whether a line ends inside a sentence. */
export const isOpen = (line: string): boolean =>
  line !== '' && !/[.!?…:;。！？：；]["'”’»)\]]*$/.test(line.slice(-MARKS));

/**
 * Whether a line leads up to the list or quotation below it: it ends inside a sentence, with a word, a quotation mark or a comma.
 * A smiley, a sign, a remark in brackets, a link or a note behind a full stop ends a sentence, too.
 */
export const leadsUp = (line: string): boolean =>
  isOpen(line) &&
  /[\p{L}\p{M}\p{N},，、،"”’»\]–-]$/u.test(line.slice(-MARKS)) &&
  !/(?:\s[:;=]-?[DP]|[.!?。！？]\s?\[\d{1,3}\])$/.test(line.slice(-MARKS)) &&
  !/^https?:/i.test(line.slice(line.lastIndexOf(' ') + 1));

/** The most marks at the end of a sentence, so that no line is read to its end for them. */
const MARKS = 8;

/** Whether a heading is only a URL: it represents an embedded page, and begins no section. */
export const isUrl = (line: string): boolean => /^https?:\/\/\S+$/i.test(line);

/** The longest line below a list, in characters, that with its colon names the next part. */
const NAME_LENGTH = 60;

/** Whether a line is a name, of a few words without a final mark. */
export const isName = (line: string): boolean => line.length <= NAME_LENGTH && isOpen(line);

/** The longest line without a final mark, in characters, that names one short line below it. */
const ROW_LENGTH = 100;

/** Whether a line names the short line below it, like the head of a row: `Main memory reference` above `100 ns`. */
export const namesLine = (line: string, below: string): boolean =>
  line.length <= ROW_LENGTH &&
  below.length <= NAME_LENGTH &&
  isOpen(line) &&
  /[\p{L}\p{N})\]]$/u.test(line.slice(-MARKS));

/** Whether a block is a bold line, which is a heading. */
export function isBoldLine(block: Block): boolean {
  if (block.type !== 'paragraph' || !isBold(block.runs)) return false;
  const line = lastOf(block);
  return line.only && announces(line, 'text');
}

/** Whether a block's last line ends with the mark of a sentence: a bold one that ends its part heads nothing. */
export const endsSentence = (block: Block): boolean => ENDS_SENTENCE.test(lastOf(block).text.slice(-MARKS));

const ENDS_SENTENCE = /[.!?…。！？]["”’»)\]]*$/;

/** Whether a block below a list names the next one: a short line with a colon, or a list of one item. */
export function namesList(block: Block): boolean {
  const line = lastOf(block);
  if (!line.only || line.text.length > NAME_LENGTH) return false;
  return block.type === 'list' || (block.type === 'paragraph' && COLON.test(line.text));
}

/** Whether a block is one item of a few words that is numbered or only code: it names what is below it, as a heading does. */
export const isNamingItem = (block: Block): boolean =>
  block.type === 'list' &&
  (block.ordered || isCodeItem(block)) &&
  block.items.length === 1 &&
  isShortLine(block);

/** The longest heading, in characters, that stays whole though it ends with a question. */
const HEADING_LENGTH = 100;

/**
 * Whether a heading may be cut as prose is: one that is longer than a post, and a question of an interview with other sentences above
 * the question.
 */
export function isLongHeading(block: Block, { measure, limit }: Pick<Profile, 'measure' | 'limit'>): boolean {
  const { text } = lastOf(block);
  if (text.length <= HEADING_LENGTH) return false;
  return measure(text) > limit || (isQuestion(text, text.length) && !isOnlyQuestions(text));
}

/** The longest question of an interview, in characters. */
const ASKING_LENGTH = 160;

/** Whether a block is one item that is one question, as of an interview: it is answered below. */
export function isAskingItem(block: Block): boolean {
  if (block.type !== 'list') return false;
  const { text, only } = lastOf(block);
  return only && text.length <= ASKING_LENGTH && isOneSentence(text) && isQuestion(text, text.length);
}

const isCodeItem = ({ items }: Extract<Block, { type: 'list' }>): boolean => {
  const words = items[0]?.blocks[0];
  return words?.type === 'paragraph' && words.runs.length === 1 && opensWithCode(words.runs);
};

/** A number, as Chinese and Japanese authors write it before an item: `1、`, `（2）`, `三、`. */
const NUMBER_LABEL = /^(?:[（(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[、．）]|[①-⑳])/;

/** Whether a block is a line of a few words with a number before it, or the number alone: it names what is below it. */
export function isNumberLine(block: Block): boolean {
  if (block.type !== 'paragraph') return false;
  const { text, only } = lastOf(block);
  return only && text.length <= NAME_LENGTH && NUMBER_LABEL.test(text) && !/[。！？；：，]$/.test(text);
}

/** Whether a block is one line of a few words. */
export function isShortLine(block: Block): boolean {
  const [inner, ...rest] = block.type === 'quote' ? block.blocks : [block];
  const { text, only } = inner === undefined || rest.length > 0 ? NO_LINE : lastOf(inner);
  return only && text !== '' && text.length <= NAME_LENGTH;
}

/** Whether a block is a quotation of one short sentence. */
export function isShortSaying(block: Block): boolean {
  const [inner] = block.type === 'quote' ? block.blocks : [];
  return inner !== undefined && isShortLine(block) && endsSentence(inner);
}

/** Whether a block is code, a table or a formula that is shown as text, or a paragraph that is one command. */
export const isSource = (block: Block): boolean =>
  block.type === 'code' || block.type === 'table' || block.type === 'formula' || isCommand(block);

/** Whether a paragraph is nothing but code of several words: `make all`. A single one may be the name of what is below it. */
function isCommand(block: Block): boolean {
  const [only, ...others] = block.type === 'paragraph' ? block.runs : [];
  return only?.type === 'text' && only.emphasis === 'code' && others.length === 0 && /\S\s\S/.test(only.text);
}

/** Whether a block ends with a question. */
export function endsWithQuestion(block: Block): boolean {
  const { text } = lastOf(block);
  return isQuestion(text, text.length);
}

/** The longest paragraph that is a remark on the card above it, in characters. */
const REMARK_LENGTH = 70;

/** The same below a card that a colon announces: the remark then stands between the colon and the card. */
const INTRUDING_LENGTH = 40;

/** Whether a line below a card is too long to stand between the card and the colon that announces it. */
export const intrudes = (above: string, line: string): boolean =>
  COLON.test(above) && line.length > INTRUDING_LENGTH;

/** Whether a block is one short line that announces nothing. `announced` says whether a colon announces the card above. */
export function isRemark(block: Block, announced: boolean): boolean {
  if (block.type !== 'paragraph') return false;
  const { text, only } = lastOf(block);
  return only && text.length <= (announced ? INTRUDING_LENGTH : REMARK_LENGTH) && !COLON.test(text);
}

/** Whether a block is one short remark in brackets: a single word there, `(Chorus)`, names what is below it. */
export function isAside(block: Block): boolean {
  if (block.type !== 'paragraph') return false;
  const { text, only } = lastOf(block);
  return only && text.length <= 2 * REMARK_LENGTH && /^\((?!\p{L}+\)$)[^()]*\)[.!?]?$/u.test(text);
}

/** The label of a remark. */
const NOTE_LABEL = /^(?:note|n\.?b\.?|hinweis|anmerkung|nota|remarque|注)\s?[:：]\s?\S/i;

/** Whether a block is one short line that its label calls a note, also in a quotation. */
export function isNote(block: Block): boolean {
  const [words, ...rest] = block.type === 'quote' ? block.blocks : [block];
  if (words?.type !== 'paragraph' || rest.length > 0) return false;
  const { text, only } = lastOf(words);
  return only && text.length <= 2 * REMARK_LENGTH && NOTE_LABEL.test(text);
}

/** A label and a value: `Where: at the pier`. */
const LABELLED = /^\p{Lu}[\p{L} ]{0,18}[:：]\s?[^\s/]/u;

/** Whether a short line with a label has another one below it: `Where: …` above `When: …`. */
export const areLabelled = (above: Block, line: string): boolean =>
  above.type === 'paragraph' &&
  isShortLine(above) &&
  LABELLED.test(lastOf(above).text) &&
  LABELLED.test(line);

/** The longest quotation that surely fits a post, in columns: signs of Chinese and Japanese take two. */
const SMALL_QUOTATION = 250;

/** Whether a block is a quotation that fits a post, or `most` columns. */
export const isSmallQuotation = (block: Block, most = SMALL_QUOTATION): boolean =>
  block.type === 'quote' && columnsOf(block) <= most;

/** Returns the width of a block's words in columns. */
function columnsOf(block: Block): number {
  if (block.type === 'paragraph' || block.type === 'heading') {
    return widthOf(joined(block.runs));
  }
  const inner =
    block.type === 'list'
      ? block.items.flatMap(({ blocks }) => blocks)
      : block.type === 'quote'
        ? block.blocks
        : [];
  return inner.reduce((sum, one) => sum + columnsOf(one), 0);
}
