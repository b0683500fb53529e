import { en } from '../../../languages/en.ts';
import { wordSet } from '../../../text/word-set.ts';
import type { Edit } from '../../edits.ts';
import { nameOf, namesDefined } from './lost-targets.ts';
import { type MarkSearch, replacing } from './mark-rule.ts';

/** Letters that end a word: `’s`, `-based`, `s`. */
export const ENDING = /^(?:['’-].+|e?s|e?d|ing|ers?|e?n|ly|t)$/u;
/** Words that letters can belong to; a mark such as `[1]` has none. */
const ENDS_IN_WORD = /\p{L}[`*_]*$|\p{L}.*\p{N}[`*_]*$/u;

/** A capital alone, the first letter of a word whose link ends too soon: `[the C](…)ommittee`. */
const FIRST_LETTER = /(?:^|\s)\p{Lu}[`*_]*$/u;
/** Words that may follow a capital of its own: `[the language R](…)when`. */
const OWN_WORDS = wordSet(en.stopWords, 'also');

/** Whether letters right behind the words of a link are the end of their last word. */
export const isEndingOf = (words: string, letters: string): boolean =>
  (ENDING.test(letters) && ENDS_IN_WORD.test(words)) ||
  (FIRST_LETTER.test(words) && /^\p{Ll}{4,}$/u.test(letters) && !OWN_WORDS.has(letters));

/** `[Ana]’s` and `[post][p]s`. */
const NAMED =
  /(?<![!\\\])\p{L}\p{N}])\[(?!\^)([^[\]{}\n]{1,300})\](?:\[([^[\]\n]{0,150})\])?(['’-]?[\p{Script=Latin}\p{M}]{1,20})(?![\p{L}\p{N}'’_-])/gu;

/** Moves the end of a word into the link whose address stands on a line of its own: `[Ana’s][Ana]`. */
export function endingsOfNamed(search: MarkSearch): Edit[] {
  const names = namesDefined(search.source, search.from);
  return replacing(NAMED, ([, words = '', label = '', letters = '']) => {
    const name = label.trim() === '' ? words : label;
    return isEndingOf(words, letters) && names.has(nameOf(name))
      ? `[${words}${letters}][${name}]`
      : undefined;
  })(search);
}
