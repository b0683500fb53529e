import { CLOSES_ABOVE, LOOKS_BACK } from '../../languages/looking-back.ts';
import { finds } from '../../languages/phrases.ts';
import { isQuestion } from '../../text/sentence-end.ts';

/** The longest line, in characters, that asks about what is above it, and the longest that closes it. */
const ASKING_LENGTH = 80;
const CLOSING_LENGTH = 30;

const bare = (line: string): string => line.replace(/^[¿¡]/, '').replace(/\s+(?=[?!]$)/, '');

/** Whether a line is a short question about what is above it: `Does that help?` */
export const looksBack = (line: string): boolean =>
  line.length <= ASKING_LENGTH && /[?？]$/.test(line) && LOOKS_BACK.some((rule) => finds(rule, bare(line)));

/** Whether a line is such a question that nothing answers: `Makes sense?` */
export const isAssent = (line: string): boolean => looksBack(line) && !isQuestion(line, line.length);

/** Whether a line is a word or two that close what is above it: `Thanks!` */
export const closesAbove = (line: string): boolean =>
  line.length <= CLOSING_LENGTH && CLOSES_ABOVE.some((rule) => finds(rule, bare(line)));
