import { describe, expect, it } from 'vitest';
import { namedZone } from '../../src/time/parse-when.ts';
import { isZone, machineZone, zoneName } from '../../src/time/time-zone.ts';
import { clockTime, dateIn, zonedTime } from '../../src/time/zoned-time.ts';

describe('the zone of a machine', () => {
  it.each([
    ['Europe/Berlin', 'Europe/Berlin'],
    [':Europe/Berlin', 'Europe/Berlin'],
    ['europe/berlin', 'Europe/Berlin'],
    ['/usr/share/zoneinfo/Asia/Tokyo', 'Asia/Tokyo'],
    ['utc', 'UTC'],
    ['EST5EDT', 'EST5EDT'],
  ])('is %s of TZ', (TZ, zone) => {
    expect(machineZone(TZ, 'Asia/Tokyo')).toEqual({ zone });
  });

  it.each([
    ['', 'TZ is empty'],
    ['Mars/Olympus', 'not a time zone'],
    ['GMT+5', 'not a time zone'],
    ['Etc/Unknown', 'not a time zone'],
    ['\u001b[31m', 'not a time zone'],
  ])('is UTC where TZ is %j, and says why', (TZ, problem) => {
    expect(machineZone(TZ, 'Asia/Tokyo')).toEqual({ zone: 'UTC', problem: expect.stringContaining(problem) });
  });

  it.each([
    ['Asia/Tokyo', { zone: 'Asia/Tokyo' }],
    [undefined, { zone: 'UTC', problem: expect.stringContaining('unknown') }],
    ['Etc/Unknown', { zone: 'UTC', problem: expect.stringContaining('unknown') }],
  ])('is what the system says (%s) without TZ', (own, meant) => {
    expect(machineZone(undefined, own)).toEqual(meant);
  });
});

describe('a time on screen', () => {
  const now = Date.parse('2026-10-20T10:00Z');

  it.each([
    ['2026-10-20T22:30Z', 'Asia/Tokyo', 'Wed 21 Oct, 07:30 (Asia/Tokyo)'],
    ['2026-10-20T12:30Z', 'Europe/Berlin', '14:30 (Europe/Berlin)'],
    ['2027-01-02T08:00Z', 'Europe/Berlin', 'Sat 2 Jan 2027, 09:00 (Europe/Berlin)'],
    ['2026-10-22T08:00Z', '+05:30', 'Thu 22 Oct, 13:30 (UTC+05:30)'],
    ['2026-10-22T08:00Z', '+00:00', 'Thu 22 Oct, 08:00 (UTC)'],
  ])('%s in %s is %s', (at, zone, shown) => {
    expect(zonedTime(Date.parse(at), now, zone)).toBe(shown);
  });

  it.each([
    ['2026-10-24T23:59Z', 'Europe/Berlin', '01:59'],
    ['2026-10-25T00:30Z', 'Europe/Berlin', '02:30+02:00'],
    ['2026-10-25T01:30Z', 'Europe/Berlin', '02:30+01:00'],
    ['2026-10-25T02:00Z', 'Europe/Berlin', '03:00'],
    ['2026-10-25T01:30Z', 'Europe/London', '01:30+00:00'],
    ['2026-04-04T15:15Z', 'Australia/Lord_Howe', '01:45+10:30'],
  ])('names its offset where clocks show it twice: %s in %s', (at, zone, shown) => {
    const time = Date.parse(at);
    expect(clockTime(time, time, zone)).toBe(shown);
  });

  it('has the calendar date of its zone', () => {
    expect(dateIn(Date.parse('2026-10-20T22:30Z'), 'Asia/Tokyo')).toBe('2026-10-21');
    expect(dateIn(Date.parse('2026-10-20T22:30Z'), 'UTC')).toBe('2026-10-20');
  });
});

it.each([
  ['2026-11-30T09:00[Europe/Berlin]', 'Europe/Berlin'],
  ['2026-11-30 09:00 Asia/Tokyo', 'Asia/Tokyo'],
  ['tomorrow 9am America/New_York', 'America/New_York'],
  ['2026-11-30T09:00+01:00', undefined],
  ['2026-11-30T09:00Z', undefined],
  ['2026-11-30T09:00[Mars/Olympus]', undefined],
  ['next', undefined],
])('%s names the zone %s', (written, zone) => {
  expect(namedZone(written)).toBe(zone);
});

it('calls a zone by its name, and takes no offset for one', () => {
  expect([zoneName('+05:30'), zoneName('-00:00'), isZone('+05:30'), isZone('UTC')]).toEqual([
    'UTC+05:30',
    'UTC',
    false,
    true,
  ]);
});
