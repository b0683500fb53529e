import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Refusal } from '../src/app/refusal.ts';
import { describeFailure } from '../src/cli/process/failure.ts';
import { FileError } from '../src/publishing/file-store.ts';
import { JournalError } from '../src/publishing/journal-error.ts';
import { ERROR_KINDS, isOfKind, isThreadmillError } from '../src/threadmill-error.ts';

const src = join(import.meta.dirname, '../src');
const sources = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.ts'),
);

it('knows an error by its kind, also one of another copy of the package', () => {
  class Foreign extends Error {
    readonly kind = 'journal';
  }
  expect(isOfKind(new Foreign('locked'), 'journal', 'file')).toBe(true);
  expect(isOfKind(new JournalError('locked', 'no'), 'file')).toBe(false);
  expect(isThreadmillError(Object.assign(new Error('no'), { kind: 'other' }))).toBe(false);
  expect(isThreadmillError(new TypeError('no'))).toBe(false);
  expect(isThreadmillError({ kind: 'journal' })).toBe(false);
});

it('keeps what caused an error', () => {
  const cause = new Error('EACCES');
  expect(new FileError('io', 'a.md', 'no', cause).cause).toBe(cause);
  expect('cause' in new Refusal('draft', 'no')).toBe(false);
});

it('gives every kind an exit code; anything else is a bug', () => {
  for (const kind of ERROR_KINDS)
    expect(describeFailure(Object.assign(new Error('no'), { kind })).exitCode, kind).toBeLessThan(70);
  expect(describeFailure(new Error('no')).exitCode).toBe(70);
});

/** Files with a signal of their own that they catch themselves: it never leaves them. */
const SIGNALS: readonly string[] = ['text/formula-text.ts', 'cards/drawing/set-formula.ts'];

it('has one base for everything that is thrown on purpose', () => {
  const own = sources.filter(
    (file) =>
      file !== 'threadmill-error.ts' &&
      !SIGNALS.includes(file) &&
      /class \w+ extends Error\b/.test(readFileSync(join(src, file), 'utf8')),
  );
  expect(own).toEqual([]);
});
