import { expect, it } from 'vitest';
import { checkClock } from '../../../src/app/doctor/check-clock.ts';

const NOW = Date.UTC(2026, 10, 28, 10);

it.each([
  ['as late as a slow answer', NOW + 29_000, []],
  ['as early', NOW - 29_000, []],
  ['unknown', Number.NaN, []],
  ['behind ours', NOW - 90_000, ['this machine is 90 s ahead of postgres://db:5432/app']],
  ['ahead of ours', NOW + 3_600_000, ['this machine is 60 min behind postgres://db:5432/app']],
])('says whether a clock that is %s agrees with ours', (_, theirs, messages) => {
  const checks = checkClock('postgres://db:5432/app', theirs, NOW);
  expect(checks.map(({ message }) => message)).toEqual(messages);
  expect(checks.every(({ status, fix }) => status === 'warn' && fix !== undefined)).toBe(true);
});
