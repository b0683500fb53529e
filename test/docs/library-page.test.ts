import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/library.md'), 'utf8');
const examples = [...page.matchAll(/```ts\n([\s\S]*?)```\n\n```\n([\s\S]*?)```/g)].map(
  ([, code = '', printed = '']) => [code.split('\n').at(2) ?? '', code, printed] as const,
);

it('has an example in every part, each with what it prints', () => {
  expect(examples.length).toBe([...page.matchAll(/```ts\n/g)].length);
  expect(examples.length).toBeGreaterThan(4);
});

it.each(examples)('prints what the page says: %s', (_first, code, printed) => {
  const source = code.replace("'threadmill'", JSON.stringify(`file://${join(root, 'src/index.ts')}`));
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module-typescript', '-e', source], {
    encoding: 'utf8',
  });
  expect({ stdout, stderr }).toEqual({ stdout: printed, stderr: '' });
});
