import type { DraftFindingCode } from '../finding-codes.ts';

/** A trap found in a text: UTF-16 offsets, and the message. */
export type Trap = { readonly start: number; readonly end: number; readonly message: string };

/** One kind of trap in prose. */
export type TextTrap = {
  readonly code: DraftFindingCode;
  readonly why: string;
  /** Also found in code of a sentence, which is plain text in a post. */
  readonly inCode?: true;
  /** Matches every text with the trap: a quick test. */
  readonly sign: RegExp;
  readonly find: (text: string) => Iterable<Trap>;
};

/** Yields the matches of a pattern, each with a message. */
function* matches(
  text: string,
  pattern: RegExp,
  message: (found: RegExpMatchArray) => string,
): Generator<Trap> {
  for (const found of text.matchAll(pattern)) {
    yield { start: found.index, end: found.index + found[0].length, message: message(found) };
  }
}

/** The traps to look for in every run of words; to add one, add a row. */
export const TEXT_TRAPS: readonly TextTrap[] = [
  {
    code: 'dot-mention',
    why: 'a full stop before a mention is an old habit without an effect today',
    sign: /\.@/,
    find: (text) =>
      matches(
        text,
        /(?<![^\s(])\.(?=@\w)/gu,
        () => '`.@name` no longer reaches anyone more; name them inside the sentence',
      ),
  },
  {
    code: 'hashtag-cut',
    why: 'a hashtag ends at the first character that is not a letter, digit or `_`',
    inCode: true,
    sign: /[#＃]/,
    find: (text) =>
      matches(
        text,
        /(?<![\p{L}\p{N}_&/])[#＃]([\p{L}\p{N}_]*\p{L}[\p{L}\p{N}_]*)(?=(?:[.'’&/-][\p{L}\p{N}]|\+|#))[^\s,;:!?)\]]*/gu,
        ([whole = '', tag = '']) =>
          `\`${whole}\` will be the tag \`#${tag}\`; write it as one word, or without the #`,
      ),
  },
  {
    code: 'hashtag-digits',
    why: 'networks don’t link a tag of only digits; alone in a sentence it is a number (`issue #42`), beside tags it was meant as one',
    sign: /[#＃]/,
    find: (text) =>
      matches(
        text,
        /(?<=[#＃][\p{L}\p{N}_]*\p{L}[\p{L}\p{N}_]*[ ,·|]{1,3})[#＃]\d+(?![\p{L}\p{N}_])|(?<![\p{L}\p{N}_&/])[#＃]\d+(?=[ ,·|]{1,3}[#＃][\p{L}\p{N}_]*\p{L})/gu,
        ([whole]) => `\`${whole}\` is only digits, so it is not a tag; drop the # or add a letter`,
      ),
  },
  {
    code: 'double-space',
    why: 'a slip of the hand, or a habit of typewriters; posts show one, as pages do',
    sign: / {2}/,
    find: (text) =>
      matches(text, /(?<=\S) {2,}(?=\S)/gu, () => 'more than one space in a row; `lint --fix` leaves one'),
  },
];
