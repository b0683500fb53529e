import { SENTENCE_END } from './unfit-sentences.ts';

/** The fewest paragraphs that show whether an author ends them with a full stop, and the share above which one does. */
const FEWEST_ENDS = 4;
const SHARE_OF_ENDS = 0.7;

/** Whether an author ends paragraphs with a full stop. */
export function endsSentences(paragraphs: readonly string[]): boolean {
  const prose = paragraphs.filter((text) => !/[:：]$/.test(text));
  const ended = prose.filter((text) => SENTENCE_END.test(text)).length;
  return ended >= FEWEST_ENDS && ended >= prose.length * SHARE_OF_ENDS;
}

/** Whether an author writes without capitals: most paragraphs begin in lower case. */
export const isLowerCase = (paragraphs: readonly string[]): boolean =>
  paragraphs.filter((text) => /^\p{Ll}/u.test(text)).length >
  paragraphs.filter((text) => /^\p{Lu}/u.test(text)).length;
