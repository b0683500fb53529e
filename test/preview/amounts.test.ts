import { expect, it } from 'vitest';
import { roughly } from '../../src/preview/amounts.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

it.each([
  [0, '1 s'],
  [98.2, '99 s'],
  [100, '2 min'],
  [2 * MINUTE + 1, '2 min'],
  [2 * MINUTE + 50, '3 min'],
  [101 * MINUTE, '2 h'],
  // A wait of a day that was measured a moment too early is no wait of 25 hours.
  [24 * HOUR + 5, '24 h'],
  [24 * HOUR, '24 h'],
  [25 * HOUR - 5, '25 h'],
])('%f s are shown as %s', (seconds, shown) => {
  expect(roughly(seconds * 1_000)).toBe(shown);
});
