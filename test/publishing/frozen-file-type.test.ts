import { expect, it } from 'vitest';
import type { FrozenFileJson } from '../../src/publishing/freezing/frozen-file-type.ts';
import type { FrozenFile } from '../../src/publishing/freezing/frozen-schema.ts';

/** A type with nothing in it to be written to, however deep: the schema's own types don't say so. */
type Readonlied<T> = T extends object ? { readonly [K in keyof T]: Readonlied<T[K]> } : T;
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

it('is published as a type that says what the schema says, or this does not compile', () => {
  const isSame: Same<Readonlied<FrozenFile>, Readonlied<FrozenFileJson>> = true;
  expect(isSame).toBe(true);
});
