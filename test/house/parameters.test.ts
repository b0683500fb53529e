import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseAst } from 'rolldown/parseAst';
import { expect, it } from 'vitest';

const src = resolve(import.meta.dirname, '../../src');

/** The most parameters of a function, a method or their types; what belongs together is one object. */
const MOST = 4;

/** Where a function of a text takes more than that: its line, and how many it takes. */
function longLists(text: string): { readonly line: number; readonly count: number }[] {
  const found: { line: number; count: number }[] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { params, start } = node as { readonly params?: unknown; readonly start?: unknown };
    if (Array.isArray(params) && typeof start === 'number' && params.length > MOST)
      found.push({ line: text.slice(0, start).split('\n').length, count: params.length });
    for (const value of Object.values(node)) walk(value);
  };
  walk(parseAst(text, { lang: 'ts', astType: 'ts' }));
  return found;
}

it.each([
  ['function f(a, b, c, d, e) {}', 5],
  [
    'const f = async (a: A, { b, c }: B, d = 1, ...e: E[]): void => {};\nconst g = (a, b, c, d, e, f) => 1;',
    6,
  ],
  ['class A { #m(a, b, c, d, e) {} }', 5],
  ['interface A { m(a: 1, b: 2, c: 3, d: 4, e: 5): void }', 5],
  ['type F = (a: 1, b: 2, c: 3, d: 4, e: 5) => void;', 5],
])('sees the parameters of %s', (text, count) => {
  expect(longLists(text).map((one) => one.count)).toEqual([count]);
});

it(`gives no function more than ${MOST} parameters`, () => {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  const long = files.flatMap((file) =>
    longLists(readFileSync(join(src, file), 'utf8')).map(({ line, count }) => `${file}:${line} (${count})`),
  );
  expect(long).toEqual([]);
});
