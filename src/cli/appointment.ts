import { Refusal } from '../app/refusal.ts';
import type { Account, Config } from '../config/config.ts';
import type { Appointment } from '../publishing/freezing/schedule-draft.ts';
import { parseWhen } from '../time/parse-when.ts';
import { nextFreeSlot } from '../time/slots.ts';
import type { Io } from './io.ts';
import { zoneOf } from './zone.ts';

/** The options that say when. */
export const whenOptions = {
  at: {
    flags: '--at <when>',
    about: 'a time: 2026-02-03 09:00, 2026-02-03T09:00+01:00, tomorrow 9am, mon 17:30, in 2h',
  },
  next: { flags: '--next', about: 'the first free slot of the account' },
} as const;

/** The time that the options name. @throws Refusal (usage) where they contradict each other */
export function wantedTime(options: {
  readonly at: string | undefined;
  readonly next: boolean;
}): string | undefined {
  if (options.next && options.at !== undefined)
    throw new Refusal('usage', 'Say either --at or --next, not both.');
  return options.next ? 'next' : options.at;
}

function slotOf(account: Account, config: Config, now: number): Appointment {
  const { name, slots } = account;
  if (slots === undefined) {
    throw new Refusal(
      'configuration',
      `The account ${name} has no slots. Give it some in config/threadmill.yaml, such as slots: [mon-fri 09:00], or say a time with --at.`,
    );
  }
  const zone = zoneOf(config, account);
  return (taken) => {
    const at = nextFreeSlot(slots, zone, now, taken);
    if (at === undefined) throw new Error(`The slots of ${name} have no next.`);
    return at;
  };
}

/**
 * What a time means for an account. A time that comes twice, when clocks go back, is asked at a terminal.
 *
 * @throws Refusal (usage) where it means nothing, (configuration) where the account has no slots
 */
export async function appointmentFor(
  written: string,
  account: Account,
  config: Config,
  now: number,
  io: Io,
): Promise<Appointment> {
  const when = parseWhen(written, { now, zone: zoneOf(config, account) });
  if (when.ok) return when.at === 'next' ? slotOf(account, config, now) : when.at;
  const { choices } = when;
  if (choices === undefined || !io.isTTY || !io.stdin.isTTY) throw new Refusal('usage', when.why);
  const answer = (await io.ask(`${when.why}\n1 for the first, 2 for the second: `)).trim();
  const chosen = answer === '1' ? choices[0] : answer === '2' ? choices[1] : undefined;
  if (chosen === undefined) throw new Refusal('usage', 'Neither was chosen; nothing was scheduled.');
  return chosen.at;
}
