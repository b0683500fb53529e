import fc from 'fast-check';
import { expect, it } from 'vitest';
import { secretForms } from '../../src/networks/secret-forms.ts';

const secret = fc.string({ minLength: 16, maxLength: 60, unit: 'grapheme-ascii' });

it('finds a secret in base64, whatever stands around it', () => {
  fc.assert(
    fc.property(
      secret,
      fc.string(),
      fc.string(),
      fc.constantFrom('base64', 'base64url'),
      (whole, before, after, alphabet) => {
        const echoed = Buffer.from(`${before}${whole}${after}`).toString(alphabet as 'base64');
        expect(secretForms(whole).some((form) => echoed.includes(form))).toBe(true);
      },
    ),
    { numRuns: 2_000 },
  );
});

it('hides nearly all of it: no more than two letters of base64 stay at either end', () => {
  for (const before of ['', 'a', 'ab', 'abc']) {
    const whole = 'a-secret-of-some-length';
    const echoed = Buffer.from(`${before}${whole}:`).toString('base64');
    const [longest = ''] = secretForms(whole)
      .filter((form) => echoed.includes(form))
      .sort((one, other) => other.length - one.length);
    expect(longest.length).toBeGreaterThanOrEqual(Math.floor((whole.length * 4) / 3) - 3);
  }
});

it('takes no short word for a secret', () => {
  expect(secretForms('anything')).toEqual([]);
  expect(secretForms('x'.repeat(15))).toEqual([]);
  expect(secretForms('x'.repeat(16)).length).toBeGreaterThan(0);
});
