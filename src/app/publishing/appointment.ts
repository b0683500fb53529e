import type { Account } from '../../config/config.ts';
import type { Appointment } from '../../publishing/freezing/schedule-draft.ts';
import { parseWhen } from '../../time/parse-when.ts';
import { nextFreeSlot } from '../../time/slots.ts';
import { readingZone, type Zones, zoneOf } from '../project/zone.ts';
import { Refusal } from '../refusal.ts';

/** Reads the time from the options. @throws Refusal (usage) if they contradict each other */
export function wantedTime(options: {
  readonly at: string | undefined;
  readonly next: boolean;
}): string | undefined {
  if (options.next && options.at !== undefined)
    throw new Refusal('usage', 'Say either --at or --next, not both.');
  return options.next ? 'next' : options.at;
}

function slotOf(account: Account, zones: Zones, now: number): Appointment {
  const { name, slots } = account;
  if (slots === undefined) {
    throw new Refusal(
      'configuration',
      `The account ${name} has no slots. Give it some in config/threadmill.yaml, such as slots: [mon-fri 09:00], or say a time with --at.`,
    );
  }
  const zone = zoneOf(zones, account);
  const choose = (taken: ReadonlySet<number>): number => {
    const at = nextFreeSlot(slots, zone, now, taken);
    if (at === undefined) throw new Error(`The slots of ${name} have no next time.`);
    return at;
  };
  return { at: choose };
}

/** Asks which of two moments is meant when clocks go back between them; `undefined` without an answer. */
export type ChooseTime = (why: string) => Promise<'first' | 'second' | undefined>;

/** The facts for reading a time; `own` is the zone that the draft names for its time. */
export type TimeFacts = { readonly zones: Zones; readonly now: number; readonly own: string | undefined };

/**
 * Reads a time for an account, in the draft's own zone if it has one. If it occurs twice because clocks go back, asks an
 * interactive user.
 *
 * @throws Refusal (usage) if it is invalid, (configuration) if the account has no slots
 */
export async function appointmentFor(
  written: string,
  account: Account,
  { zones, now, own }: TimeFacts,
  choose: ChooseTime | undefined,
): Promise<Appointment> {
  const kept = ({ at, zone }: { readonly at: number; readonly zone: string }): Appointment =>
    zone === zoneOf(zones, account) ? { at } : { at, zone };
  const when = parseWhen(written, { now, zone: readingZone(zones, account, own) });
  if (when.ok)
    return when.at === 'next' ? slotOf(account, zones, now) : kept({ at: when.at, zone: when.zone });
  const { choices } = when;
  if (choices === undefined || choose === undefined) throw new Refusal('usage', when.why);
  const answer = await choose(when.why);
  const chosen = answer === 'first' ? choices[0] : answer === 'second' ? choices[1] : undefined;
  if (chosen === undefined) throw new Refusal('usage', 'Neither time was chosen, so nothing was scheduled.');
  return kept(chosen);
}
