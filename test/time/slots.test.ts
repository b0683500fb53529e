import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSlots, type Slot } from '../../src/time/slot-text.ts';
import { nextFreeSlot, slotsAfter } from '../../src/time/slots.ts';
import { Temporal } from '../../src/time/temporal.ts';

const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'America/Havana',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'UTC',
];

const zoned = (at: number, zone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);

function first(text: string, zone: string, after: string, count = 3): string[] {
  const slots = parseSlots(text);
  if (slots === undefined) throw new Error(`${text} is no slot`);
  return slotsAfter(slots, zone, Date.parse(after))
    .take(count)
    .map((at) => zoned(at, zone).toString({ smallestUnit: 'minute', timeZoneName: 'never' }))
    .toArray();
}

describe('slots as people write them', () => {
  it.each([
    ['mon 09:00', [{ days: [1], minutes: 540 }]],
    [
      'mon-fri 09:00, 17:30',
      [
        { days: [1, 2, 3, 4, 5], minutes: 540 },
        { days: [1, 2, 3, 4, 5], minutes: 1050 },
      ],
    ],
    ['mon, wed 9am', [{ days: [1, 3], minutes: 540 }]],
    ['sat-mon 10:00', [{ days: [1, 6, 7], minutes: 600 }]],
    [
      'mon-fri 09:00, sat 10:00',
      [
        { days: [1, 2, 3, 4, 5], minutes: 540 },
        { days: [6], minutes: 600 },
      ],
    ],
    ['Daily 8:15', [{ days: [1, 2, 3, 4, 5, 6, 7], minutes: 495 }]],
    ['weekends 12pm', [{ days: [6, 7], minutes: 720 }]],
  ])('%s', (text, slots) => {
    expect(parseSlots(text)).toEqual(slots);
  });

  it.each(['', '09:00', 'mon', 'mon 9', 'mon 24:00', 'funday 09:00', 'mon-tue-wed 09:00', 'mon 09:00 tue'])(
    '%j is none',
    (text) => {
      expect(parseSlots(text)).toBeUndefined();
    },
  );
});

describe('the slots after a moment', () => {
  it('are the next ones of the week', () => {
    expect(first('mon-fri 09:00, 17:30', 'Europe/Berlin', '2026-02-06T10:00Z')).toEqual([
      '2026-02-06T17:30+01:00',
      '2026-02-09T09:00+01:00',
      '2026-02-09T17:30+01:00',
    ]);
  });

  it('keep the wall clock when clocks are moved', () => {
    expect(first('daily 09:00', 'Europe/Berlin', '2026-03-27T12:00Z')).toEqual([
      '2026-03-28T09:00+01:00',
      '2026-03-29T09:00+02:00',
      '2026-03-30T09:00+02:00',
    ]);
  });

  it('leave a missing hour out, and take a doubled one once', () => {
    expect(first('daily 02:30', 'Europe/Berlin', '2026-03-27T12:00Z', 2)).toEqual([
      '2026-03-28T02:30+01:00',
      '2026-03-30T02:30+02:00',
    ]);
    expect(first('daily 02:30', 'Europe/Berlin', '2026-10-24T12:00Z', 2)).toEqual([
      '2026-10-25T02:30+02:00',
      '2026-10-26T02:30+01:00',
    ]);
    expect(first('sun 02:15', 'Australia/Lord_Howe', '2026-09-28T00:00Z', 1)).toEqual([
      '2026-10-11T02:15+11:00',
    ]);
  });

  it('pass over those that are taken, and are none where there are no slots', () => {
    const slots = parseSlots('mon 09:00') ?? [];
    const monday = Date.parse('2026-02-09T08:00Z');
    const after = Date.parse('2026-02-03T09:00Z');
    expect(nextFreeSlot(slots, 'Europe/Berlin', after, new Set())).toBe(monday);
    expect(nextFreeSlot(slots, 'Europe/Berlin', after, new Set([monday]))).toBe(monday + 7 * 86_400_000);
    expect(nextFreeSlot([], 'UTC', after, new Set())).toBeUndefined();
  });

  it('are always ahead, one after the other, on the right weekday at the right wall-clock time', () => {
    const slot = fc.record({
      days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
      minutes: fc.integer({ min: 0, max: 1439 }),
    });
    const moment = fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2034, 0) });
    fc.assert(
      fc.property(
        fc.array(slot, { minLength: 1, maxLength: 4 }),
        fc.constantFrom(...ZONES),
        moment,
        (slots: Slot[], zone, after) => {
          let last = after;
          for (const at of slotsAfter(slots, zone, after).take(5)) {
            expect(at).toBeGreaterThan(last);
            const wall = zoned(at, zone);
            const minutes = wall.hour * 60 + wall.minute;
            expect(slots.some((one) => one.days.includes(wall.dayOfWeek) && one.minutes === minutes)).toBe(
              true,
            );
            last = at;
          }
          // No slot is passed over but for a missing hour: never more than two weeks to the first.
          expect(slotsAfter(slots, zone, after).next().value).toBeLessThan(after + 14 * 86_400_000 + 1);
        },
      ),
      { numRuns: 300 },
    );
  });
});
