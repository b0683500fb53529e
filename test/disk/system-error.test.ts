import { constants } from 'node:os';
import { expect, it } from 'vitest';
import { diskFailureKind, refusalWords, systemWords } from '../../src/disk/system-error.ts';

const failed = (code: unknown): Error => Object.assign(new Error('x'), { code });

it.each([
  ['EACCES', 'permission was denied', 'permission was denied', 'not-permitted'],
  ['EROFS', 'the disk is read-only', 'the disk is read-only', 'read-only'],
  ['EDQUOT', 'the disk quota is used up', 'the disk quota is used up', 'full'],
  ['EISDIR', 'it is a folder', undefined, 'io'],
  ['ENOENT', 'there is no such file', undefined, undefined],
  ['EBADF', undefined, undefined, undefined],
])('%s in words, as a refusal, and as a failure of the disk', (code, words, refusal, kind) => {
  const error = failed(code);
  expect([systemWords(error), refusalWords(error), diskFailureKind(error)]).toEqual([words, refusal, kind]);
});

it('knows the system’s own codes only', () => {
  expect(constants.errno.EROFS).toBeGreaterThan(0);
  for (const thrown of ['EACCES', null, undefined, new Error('x'), failed(13), failed('toString')])
    expect(systemWords(thrown)).toBeUndefined();
});
