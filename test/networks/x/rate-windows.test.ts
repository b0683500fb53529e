import { afterEach, describe, expect, it } from 'vitest';
import { retryAt, tightest, windowsFrom } from '../../../src/networks/x/windows.ts';
import { allowed } from '../allowed.ts';
import { attempt, failure } from '../contract.ts';
import { type SandboxHarness, sandboxHarness } from './sandbox-harness.ts';

const NOW = 1_760_000_000_000;
const seconds = (ms: number): string => String(ms / 1000);
const QUARTER = NOW + 900_000;
const DAY = NOW + 86_400_000;

const headers = (short: number, user?: number, app?: number): Record<string, string> => ({
  'x-rate-limit-limit': '100',
  'x-rate-limit-remaining': String(short),
  'x-rate-limit-reset': seconds(QUARTER),
  ...(user === undefined
    ? {}
    : {
        'x-user-limit-24hour-limit': '100',
        'x-user-limit-24hour-remaining': String(user),
        'x-user-limit-24hour-reset': seconds(DAY),
      }),
  ...(app === undefined
    ? {}
    : {
        'x-app-limit-24hour-limit': '10000',
        'x-app-limit-24hour-remaining': String(app),
        'x-app-limit-24hour-reset': seconds(DAY + 1000),
      }),
});

describe('the windows that headers tell of', () => {
  it('are all three, with their resets in ms', () => {
    expect(windowsFrom(headers(7, 8, 9), 'publish')).toEqual([
      {
        call: 'publish',
        name: '15min',
        lengthMs: 900_000,
        of: 'account',
        limit: 100,
        remaining: 7,
        resetAt: QUARTER,
      },
      {
        call: 'publish',
        name: 'user-24h',
        lengthMs: 86_400_000,
        of: 'account',
        limit: 100,
        remaining: 8,
        resetAt: DAY,
      },
      {
        call: 'publish',
        name: 'app-24h',
        lengthMs: 86_400_000,
        of: 'app',
        limit: 10_000,
        remaining: 9,
        resetAt: DAY + 1000,
      },
    ]);
  });

  it.each([
    ['nothing', {}],
    ['half of one', { 'x-rate-limit-limit': '100', 'x-rate-limit-remaining': '3' }],
    [
      'no numbers',
      { 'x-rate-limit-limit': 'a', 'x-rate-limit-remaining': '-1', 'x-rate-limit-reset': 'NaN' },
    ],
  ])('are none where the headers tell %s', (_, told) => {
    expect(windowsFrom(told, 'read')).toEqual([]);
  });

  it('are, of several answers, those with the least left', () => {
    const [window] = windowsFrom(headers(7), 'media');
    const [less] = windowsFrom(headers(2), 'media');
    expect(window !== undefined && less !== undefined ? tightest([window, less, window]) : []).toEqual([
      less,
    ]);
  });
});

describe('when a 429 is worth another try', () => {
  it.each([
    ['the 15-minute window, which is empty', headers(0, 50, 900), QUARTER],
    ["the user's day, although the short window has plenty", headers(99, 0, 900), DAY],
    ["the app's day", headers(99, 50, 0), DAY + 1000],
    ['the later one of two that are empty', headers(0, 0, 900), DAY],
    ['retry-after, where none is empty', { ...headers(5), 'retry-after': '30' }, NOW + 30_000],
    ["the short window's reset, where nothing else is told", headers(5), QUARTER],
    ['a quarter of an hour, where nothing is told', {}, NOW + 900_000],
  ])('waits for %s', (_, told, until) => {
    expect(retryAt(told, windowsFrom(told, 'publish'), NOW)).toBe(until);
  });

  it('is a minute from now where the reset has passed, so that a wrong clock makes no loop', () => {
    const late = DAY + 3_600_000;
    expect(retryAt(headers(0, 0), windowsFrom(headers(0, 0), 'publish'), late)).toBe(late + 60_000);
  });
});

describe('a sandbox whose windows run out', () => {
  let harness: SandboxHarness;
  afterEach(() => harness.close());

  it.each([
    ['15 minutes', { publish15min: 2 }, 900_000],
    ["the user's 24 hours", { user24h: 2 }, 86_400_000],
    ["the app's 24 hours", { app24h: 2 }, 86_400_000],
  ])('makes the client wait for %s, and takes posts again after that', async (_, limits, length) => {
    let now = NOW;
    harness = await sandboxHarness({ limits, now: () => now }, { now: () => now });
    await harness.client.publish([attempt('One')], allowed);
    await harness.client.publish([attempt('Two')], allowed);
    const error = await failure(harness.client.publish([attempt('Three')], allowed));
    expect([error.reason, error.until]).toEqual(['rate-limited', NOW + length]);
    now = NOW + length;
    await harness.client.publish([attempt('Three')], allowed);
    expect((await harness.kept()).map(({ text }) => text)).toEqual(['One', 'Two', 'Three']);
  });
});
