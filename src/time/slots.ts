import type { EpochMs } from './epoch-ms.ts';
import type { Slot } from './slot-text.ts';
import { Temporal } from './temporal.ts';
import { wallTime } from './wall-time.ts';

/** A slot comes every week; one that a moved clock leaves out comes the week after. */
const DAYS_AHEAD = 15;

/** The slots of one calendar day, in order. A time that does not exist that day has no slot; a doubled one has its first. */
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

/** The slots after a moment, the nearest first, for as long as somebody asks; none where there are no slots. */
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

/** The first slot after a moment that nothing else has taken; `undefined` where the account has no slots. */
export function nextFreeSlot(
  slots: readonly Slot[],
  zone: string,
  after: EpochMs,
  taken: ReadonlySet<EpochMs>,
): EpochMs | undefined {
  for (const at of slotsAfter(slots, zone, after)) if (!taken.has(at)) return at;
  return undefined;
}
