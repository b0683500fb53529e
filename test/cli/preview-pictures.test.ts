import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/process/run.ts';
import { fakeIo } from './fake-io.ts';

const DRAFT = `Two things that we measured:

| Model | Score |
| ----- | ----: |
| Lantern | 71.3 |

And the rule behind it:

$$
E = \\frac{a}{b + c}
$$
`;
const KITTY = '\u001b_Ga=T,f=100';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'preview-pictures-'));
  writeFileSync(join(folder, 'a.md'), DRAFT);
});
afterEach(() => rmSync(folder, { recursive: true }));

async function preview(
  world: { readonly isTTY: boolean; readonly env?: Record<string, string>; readonly columns?: number },
  ...argv: string[]
): Promise<string> {
  const io = fakeIo({ cwd: folder, ...world });
  expect(await run(['preview', 'a.md', ...argv], io), io.err()).toBe(0);
  return io.out();
}

const count = (text: string, part: string): number => text.split(part).length - 1;

describe('a preview', () => {
  it('shows each card once, below the first post that has it', async () => {
    const out = await preview({ isTTY: true, env: { TERM: 'xterm-kitty' } }, '--network', 'x,bluesky');
    expect(count(out, KITTY)).toBe(2);
    const lines = out.split('\n');
    const [first, second] = lines.flatMap((line, at) => (line.startsWith(KITTY) ? [at] : []));
    expect(lines[(first ?? 0) - 1]).toBe('▣ card-1.png');
    expect(lines[(second ?? 0) - 1]).toBe('▣ card-2.png');
    expect(lines.findIndex((line) => line.startsWith('Bluesky'))).toBeGreaterThan(second ?? Infinity);
  }, 60_000);

  it('shows them below threads that stand side by side', async () => {
    const world = { isTTY: true, env: { TERM: 'xterm-kitty' }, columns: 160 };
    const out = await preview(world, '--network', 'x,bluesky');
    expect(count(out, KITTY)).toBe(2);
    expect(out.indexOf(KITTY)).toBeGreaterThan(out.lastIndexOf('╯'));
  }, 60_000);

  it('is the same in a pipe, whatever the terminal and the flag', async () => {
    const plain = await preview({ isTTY: false });
    expect(plain).toContain('card-1.png · table, line 3 · 1200 × ');
    expect(plain).not.toContain('\u001b');
    expect(await preview({ isTTY: false, env: { TERM: 'xterm-kitty' } }, '--pictures', 'kitty')).toBe(plain);
    expect(await preview({ isTTY: true, env: { TERM: 'xterm-kitty' } }, '--pictures', 'off')).toBe(plain);
    expect(await preview({ isTTY: true, env: { TERM: 'xterm-kitty', TMUX: '1' } })).toBe(plain);
  }, 60_000);

  it('as JSON has no pictures in it', async () => {
    const out = await preview({ isTTY: true, env: { TERM: 'xterm-kitty' } }, '--json');
    expect(out).not.toContain('\u001b');
    expect(() => JSON.parse(out)).not.toThrow();
  }, 60_000);

  it.each([
    ['iterm2', '\u001b]1337;File='],
    ['sixel', '\u001bP0;1;0q'],
  ])(
    'uses %s where it is asked to',
    async (how, opening) => {
      expect(count(await preview({ isTTY: true }, '--network', 'x', '--pictures', how), opening)).toBe(2);
    },
    60_000,
  );
});
