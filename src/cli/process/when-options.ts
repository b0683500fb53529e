import type { ChooseTime } from '../../app/publishing/appointment.ts';
import type { Io } from './io.ts';

/** The options for the publishing time. */
export const whenOptions = {
  at: {
    flags: '--at <when>',
    about: 'a time: 2026-02-03 09:00, 2026-02-03T09:00+01:00, tomorrow 9am, mon 17:30, in 2h',
  },
  next: { flags: '--next', about: 'the first free slot of the account' },
} as const;

/** Asks at the terminal which of two moments is meant; `undefined` without a terminal. */
export function chooseTime(io: Io): ChooseTime | undefined {
  if (!io.isTTY || !io.stdin.isTTY) return undefined;
  return async (why) => {
    const answer = (await io.ask(`${why}\n1 for the first, 2 for the second: `)).trim();
    return answer === '1' ? 'first' : answer === '2' ? 'second' : undefined;
  };
}
