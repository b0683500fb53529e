import { parse } from 'dotenv';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { withoutVariables, withVariables } from '../../../src/app/accounts/with-variables.ts';

it('sets variables in their place, new ones at the end, and keeps the rest', () => {
  const text = '# mine\nOTHER=1\n\nexport A_TOKEN = old\nA_TOKEN=older # twice\n#A_SECRET=no\n';
  const edited = withVariables(text, { A_TOKEN: 'new', A_SECRET: 's' });
  expect(edited).toBe('# mine\nOTHER=1\n\nA_TOKEN=new\n#A_SECRET=no\nA_SECRET=s\n');
});

it('starts a file', () => {
  expect(withVariables('', { A: 'x' })).toBe('A=x\n');
});

it('is read back by dotenv, whatever the value', () => {
  const value = fc.string({ unit: 'grapheme-ascii', minLength: 0 }).filter((text) => !/[\r\n\0]/.test(text));
  fc.assert(
    fc.property(value, (secret) => {
      let text: string;
      try {
        text = withVariables('B=1\n', { A: secret });
      } catch (error) {
        if (error instanceof RangeError) return;
        throw error;
      }
      expect(parse(text)).toEqual({ A: secret, B: '1' });
    }),
    { numRuns: 2_000 },
  );
});

it('says that a secret has a line break, without showing it', () => {
  expect(() => withVariables('', { A: 'secret\nB=2' })).toThrow(
    /^A secret contains a line break: copy it again\.$/,
  );
});

it('takes variables away, and nothing else', () => {
  const text = '# A_TOKEN=example\nA_TOKEN=x\nexport A_SECRET=y\nAA_TOKEN=z\nA_TOKENS=w\n';
  expect(withoutVariables(text, ['A_TOKEN', 'A_SECRET'])).toBe('# A_TOKEN=example\nAA_TOKEN=z\nA_TOKENS=w\n');
});
