import { PHRASES, type PhraseLanguage } from '../../languages/phrase-table.ts';
import { finds } from '../../languages/phrases.ts';

/** What comes after a colon, in the same sentence. */
const TOLD = /[:：]\s*\S/u;

/** What stands in brackets, with the space before it. */
const BRACKETS = /\s*\([^()]*\)/g;

/** A sentence without the quotes, brackets and marks that open it. */
export const bareStart = (sentence: string): string => sentence.replace(/^["“„«‘'([*_\s]+/, '');

/** Whether an item of a list names a thing and says nothing of it: an ingredient, a tool. */
export function isVerbless(item: string, language: PhraseLanguage): boolean {
  const bare = bareStart(item).replace(BRACKETS, '');
  return PHRASES[language].verbless.some((rule) => finds(rule, bare));
}

/**
 * Why a sentence is of no use outside its post, whatever comes before it: it points at another part of the post, it
 * announces what comes after it, or it is housekeeping. `undefined` where it is none of these.
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
