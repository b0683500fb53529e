import type { Run } from '../../drafts/draft.ts';
import { areTerms } from '../../drafts/labels.ts';
import { joined } from './run-words.ts';

/** A letter that counts a line: `a. One`, `b) Two`, `(c) Three`. */
const LETTER = /^\s*\(?([a-z])[.)]\s+\S/;
/** The last words of a letter, and the lines of who wrote it. */
const FAREWELL = /^\s*\p{Lu}[\p{L}’']*(?: [\p{L}’']+){0,3},\s*$/u;
const NAME = /^\s*(?:(?:(?:and|of|the|&) ){0,2}\p{Lu}[\p{L}\p{M}.'’-]{0,30}(?:\s+|$)){1,6}$/u;
const OFFICE = /^\s*\p{Lu}[^.!?:;]{1,80}$/u;
/** The most lines of a farewell and a signature. */
const MOST_LINES = 6;

type Row = {
  readonly why: string;
  readonly sample: string;
  readonly holds: (lines: readonly string[]) => boolean;
};

/** Lines of a paragraph that stay even where all others are joined; the first row that holds keeps them. */
export const OWN_LINES: readonly Row[] = [
  {
    why: 'they are counted by letters, below the first line or from it on: Markdown knows no such lists',
    sample: 'a. Shut the upper gate at night.\nb. Open it at dawn.',
    holds: (lines) => {
      const letters = lines.map((line) => LETTER.exec(line)?.[1] ?? '');
      const from = letters[0] === '' ? 1 : 0;
      return (
        letters.length - from >= 2 &&
        letters.slice(from).every((letter, at) => letter === String.fromCodePoint(0x61 + at))
      );
    },
  },
  {
    why: 'each begins with a term and a colon: a list without marks',
    sample: 'logs: What we wrote at night, for the gate and for the mast.\n.gate: How it shuts.',
    holds: areTerms,
  },
  {
    why: 'a farewell, the name of who wrote a letter, and what they are',
    sample: 'Yours sincerely,\nDr. Ana Silva\nKeeper of the gate, Institute of Tides and Rivers',
    holds: ([farewell = '', name = '', ...more]) =>
      FAREWELL.test(farewell) &&
      NAME.test(name) &&
      more.length <= MOST_LINES - 2 &&
      more.every((line) => OFFICE.test(line)),
  },
];

/** Whether the lines of a paragraph stay, since no editor wrapped them and no page should run them together. */
export function areOwnLines(runs: readonly Run[]): boolean {
  if (!runs.some(({ type }) => type === 'break')) return false;
  const lines = joined(runs).split('\n');
  return OWN_LINES.some(({ holds }) => holds(lines));
}

/** A line with a label, and one that is only a label. */
const LABELLED = /^\s*\p{Lu}[^:.!?]{0,40}:\s/u;
const LABEL = /^\s*\p{Lu}[\p{L} ]{1,30}:\s*$/u;

/** Whether a line is only a label, below one that has a label, too: `Time:` below `Meeting A: in the east`. */
export const isLabelBelow = (line: string, next: string): boolean => LABEL.test(next) && LABELLED.test(line);

/** Who speaks in a line of a dialogue: `ana: It rose.` */
const SPEAKER = /^\s*(<?[\p{L}\p{N}][\p{L}\p{N}_.-]{0,20}>?):\s/u;

/**
 * Returns who speaks in several lines of a paragraph that opens with a turn: each turn is a line, and it may go on in the next. In wrapped
 * prose, two lines may begin with the same word and a colon by chance.
 */
export function speakersIn(runs: readonly Run[]): ReadonlySet<string> {
  const once = new Set<string>();
  const often = new Set<string>();
  const lines = joined(runs).split('\n');
  if (!SPEAKER.test(lines[0] ?? '')) return often;
  for (const line of lines) {
    const speaker = SPEAKER.exec(line)?.[1];
    if (speaker === undefined) continue;
    if (once.has(speaker)) often.add(speaker);
    once.add(speaker);
  }
  return often;
}

/** Whether a line is the turn of one of several speakers. */
export const isTurn = (line: string, speakers: ReadonlySet<string>): boolean =>
  speakers.size > 0 && speakers.has(SPEAKER.exec(line)?.[1] ?? '');
