import type { EpochMs } from './epoch-ms.ts';
import type { Slot } from './slot-text.ts';
import { Temporal } from './temporal.ts';
import { wallTime } from './wall-time.ts';

/** A slot occurs every week; one skipped by a clock change occurs the week after. */
const DAYS_AHEAD = 15;

/**
 * The slots of one calendar day, in order. A time that does not exist that day has no slot; one that occurs twice has its
 * first.
 */
function slotsOn(day: Temporal.PlainDate, slots: readonly Slot[], zone: string): EpochMs[] {
  const found = slots
    .filter(({ days }) => days.includes(day.dayOfWeek))
    .flatMap(({ minutes }) => {
      const time = Temporal.PlainTime.from({ hour: Math.floor(minutes / 60), minute: minutes % 60 });
      const wall = wallTime(day.toPlainDateTime(time), zone);
      if (wall.kind === 'missing') return [];
      return [wall.kind === 'once' ? wall.at : wall.first.at];
    });
  return found.sort((a, b) => a - b);
}

/** Yields the slots after a moment, nearest first, without end; nothing if there are no slots. */
export function* slotsAfter(slots: readonly Slot[], zone: string, after: EpochMs): Generator<EpochMs> {
  let last = after;
  let day = Temporal.Instant.fromEpochMilliseconds(after).toZonedDateTimeISO(zone).toPlainDate();
  for (let empty = 0; empty < DAYS_AHEAD; day = day.add({ days: 1 })) {
    empty += 1;
    for (const at of slotsOn(day, slots, zone)) {
      if (at <= last) continue;
      last = at;
      empty = 0;
      yield at;
    }
  }
}

/** Returns the first free slot after a moment; `undefined` if the account has no slots. */
export function nextFreeSlot(
  slots: readonly Slot[],
  zone: string,
  after: EpochMs,
  taken: ReadonlySet<EpochMs>,
): EpochMs | undefined {
  for (const at of slotsAfter(slots, zone, after)) if (!taken.has(at)) return at;
  return undefined;
}
