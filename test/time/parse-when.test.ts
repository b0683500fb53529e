import { describe, expect, it } from 'vitest';
import { parseWhen } from '../../src/time/parse-when.ts';

/** Tuesday, 3 February 2026, 10:00 in Berlin. */
const NOW = Date.parse('2026-02-03T09:00:00Z');

const read = (written: string, zone = 'Europe/Berlin', now = NOW): string => {
  const when = parseWhen(written, { now, zone });
  if (!when.ok) return `no: ${when.why}`;
  return when.at === 'next' ? 'next' : new Date(when.at).toISOString().replace('.000', '');
};

describe('a time that a person writes', () => {
  it.each([
    ['next', 'next'],
    ['Next', 'next'],
    ['2026-02-04T09:00', '2026-02-04T08:00:00Z'],
    ['2026-02-04 9:00', '2026-02-04T08:00:00Z'],
    ['2026-02-04 09:00:30', '2026-02-04T08:00:30Z'],
    ['2026-02-04T09:00Z', '2026-02-04T09:00:00Z'],
    ['2026-02-04T09:00+0530', '2026-02-04T03:30:00Z'],
    ['2026-02-04T09:00 -05:00', '2026-02-04T14:00:00Z'],
    ['2026-02-04T09:00[America/New_York]', '2026-02-04T14:00:00Z'],
    ['2026-02-04T09:00-05:00[America/New_York]', '2026-02-04T14:00:00Z'],
    ['2026-02-04 09:00 America/New_York', '2026-02-04T14:00:00Z'],
    ['tomorrow 9am', '2026-02-04T08:00:00Z'],
    ['Tomorrow at 9 am', '2026-02-04T08:00:00Z'],
    ['tomorrow 12am', '2026-02-03T23:00:00Z'],
    ['tomorrow 12:30pm', '2026-02-04T11:30:00Z'],
    ['tomorrow 9am Asia/Tokyo', '2026-02-04T00:00:00Z'],
    ['today 17:30', '2026-02-03T16:30:00Z'],
    ['17:30', '2026-02-03T16:30:00Z'],
    ['9am', '2026-02-04T08:00:00Z'],
    ['tue 9:00', '2026-02-10T08:00:00Z'],
    ['tuesday 10:01', '2026-02-03T09:01:00Z'],
    ['on mon at 17:30', '2026-02-09T16:30:00Z'],
    ['in 2h', '2026-02-03T11:00:00Z'],
    ['in 90 minutes', '2026-02-03T10:30:00Z'],
    ['in 1h 30m', '2026-02-03T10:30:00Z'],
    ['in 2 weeks', '2026-02-17T09:00:00Z'],
  ])('%s means %s', (written, meant) => {
    expect(read(written)).toBe(meant);
  });

  it.each([
    ['2026-02-03T09:59', 'is in the past'],
    ['today 9am', 'is in the past'],
    ['in 0 min', 'is in the past'],
    ['2026-02-30 09:00', 'not a date and time that exists'],
    ['2026-13-01T09:00', 'not a date and time that exists'],
    ['2026-02-04', 'names a day and no time'],
    ['tomorrow', 'names no time of day'],
    ['tomorrow 25:00', 'names no time of day'],
    ['tomorrow 13pm', 'names no time of day'],
    ['someday 9am', 'is not a time that Threadmill understands'],
    ['in 2 moons', 'is not a time that Threadmill understands'],
    ['in', 'is not a time that Threadmill understands'],
    ['soon', 'is not a time that Threadmill understands'],
    ['', 'is not a time that Threadmill understands'],
    ['2026-02-04T09:00[Europe/Nowhere]', 'There is no time zone ‘Europe/Nowhere’'],
    ['tomorrow 9am Europe/Nowhere', 'There is no time zone ‘Europe/Nowhere’'],
    ['2026-02-04T09:00+05:00[Europe/Berlin]', 'contradicts itself'],
  ])('%s is refused: %s', (written, why) => {
    expect(read(written)).toMatch(/^no: /);
    expect(read(written)).toContain(why);
  });
});

describe('a time that a moved clock leaves out', () => {
  it.each([
    ['2026-03-29T02:30', 'Europe/Berlin', 'clocks go from 02:00 to 03:00'],
    ['2026-03-08T02:00', 'America/New_York', 'clocks go from 02:00 to 03:00'],
    ['2026-10-04T02:15', 'Australia/Lord_Howe', 'clocks go from 02:00 to 02:30'],
  ])('%s in %s is refused, and told why', (written, zone, why) => {
    expect(read(written, zone)).toContain(`in ${zone}: ${why}`);
  });

  it.each([
    ['2026-03-29T01:59', 'Europe/Berlin', '2026-03-29T00:59:00Z'],
    ['2026-03-29T03:00', 'Europe/Berlin', '2026-03-29T01:00:00Z'],
    ['2026-10-04T02:30', 'Australia/Lord_Howe', '2026-10-03T15:30:00Z'],
  ])('and %s beside it in %s is taken', (written, zone, meant) => {
    expect(read(written, zone)).toBe(meant);
  });

  it('keeps the wall clock over days, and real time over hours', () => {
    const eve = Date.parse('2026-03-28T08:00:00Z');
    expect(read('in 1 day', 'Europe/Berlin', eve)).toBe('2026-03-29T07:00:00Z');
    expect(read('in 24 hours', 'Europe/Berlin', eve)).toBe('2026-03-29T08:00:00Z');
  });
});

describe('a time that a moved clock repeats', () => {
  it.each([
    ['2026-10-25T02:30', 'Europe/Berlin', '2026-10-25T02:30+02:00', '2026-10-25T02:30+01:00'],
    ['2026-11-01 01:00', 'America/New_York', '2026-11-01T01:00-04:00', '2026-11-01T01:00-05:00'],
    ['2026-04-05 01:45', 'Australia/Lord_Howe', '2026-04-05T01:45+11:00', '2026-04-05T01:45+10:30'],
  ])('%s in %s is asked, and each answer is accepted', (written, zone, first, second) => {
    const when = parseWhen(written, { now: NOW, zone });
    if (when.ok) throw new Error('It was not asked.');
    expect(when.why).toContain(`${first} (the first), or ${second}`);
    expect(when.choices?.map(({ text }) => text)).toEqual([first, second]);
    for (const { text, at } of when.choices ?? [])
      expect(parseWhen(text, { now: NOW, zone })).toEqual({ ok: true, at, zone: text.slice(-6) });
  });

  it('is the second where the first has passed', () => {
    const between = Date.parse('2026-10-25T00:45:00Z');
    expect(read('02:30', 'Europe/Berlin', between)).toBe('2026-10-25T01:30:00Z');
  });
});
