import { PHRASES, type PhraseLanguage } from '../../languages/phrase-table.ts';
import { finds } from '../../languages/phrases.ts';

/** Text after a colon in the same sentence. */
const TOLD = /[:：]\s*\S/u;

/** Text in brackets, with the space before it. */
const BRACKETS = /\s*\([^()]*\)/g;

/** Drops opening quotes, brackets and marks from a sentence. */
export const bareStart = (sentence: string): string => sentence.replace(/^["“„«‘'([*_\s]+/, '');

/** Whether a list item only names a thing and says nothing about it: an ingredient, a tool. */
export function isVerbless(item: string, language: PhraseLanguage): boolean {
  const bare = bareStart(item).replace(BRACKETS, '');
  return PHRASES[language].verbless.some((rule) => finds(rule, bare));
}

/** Whether a sentence is a step of an instruction. */
export const instructs = (sentence: string, language: PhraseLanguage): boolean =>
  PHRASES[language].instructing.some((rule) => finds(rule, bareStart(sentence)));

/**
 * Returns why a sentence is useless outside its post, whatever precedes it: it is deictic, it announces what follows, or it is
 * housekeeping. Returns `undefined` otherwise.
 */
export function pointsElsewhere(sentence: string, language: PhraseLanguage): string | undefined {
  const bare = bareStart(sentence);
  const { deictic, housekeeping, announcing } = PHRASES[language];
  const found =
    deictic.find((rule) => finds(rule, bare)) ??
    housekeeping.find((rule) => finds(rule, bare)) ??
    announcing.find(({ pattern, mayTell }) => {
      const match = pattern.exec(bare);
      return match !== null && !(mayTell && TOLD.test(bare.slice(match.index + match[0].length)));
    });
  return found?.why;
}
