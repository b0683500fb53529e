import { expect, it } from 'vitest';
import { dollars } from '../../src/text/dollars.ts';

it.each([
  [0, '$0.00'],
  [0.3, '$0.30'],
  [0.305, '$0.305'],
  [0.1 + 0.2, '$0.30'],
  [12, '$12.00'],
  [0.000_1, '$0.0001'],
])('shows %s as people write it', (usd, shown) => {
  expect(dollars(usd)).toBe(shown);
});
