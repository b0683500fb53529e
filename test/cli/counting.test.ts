import { describe, expect, it } from 'vitest';
import { countLines } from '../../src/cli/process/count-lines.ts';
import { run } from '../../src/cli/process/run.ts';
import { fakeIo } from './fake-io.ts';

async function* pieces(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

describe('count', () => {
  it.each([
    [
      'a URL as 23',
      'Read https://example.org/a/very/long/path',
      'x        28/280\nbluesky  41/300\nmastodon 28/500\n',
    ],
    ['an emoji sequence as 2', '👩‍👩‍👧', 'x        2/280\nbluesky  1/300\nmastodon 1/500\n'],
    [
      'what is over the limit',
      'a'.repeat(283),
      'x        283/280 (3 over)\nbluesky  283/300\nmastodon 283/500\n',
    ],
  ])('measures %s', async (_what, text, out) => {
    const io = fakeIo();
    expect(await run(['count', text], io)).toBe(0);
    expect(io.out()).toBe(out);
  });

  it('reads standard input for -, without its last line end', async () => {
    const io = fakeIo({ stdin: 'hello\nyou\n' });
    expect(await run(['count', '-', '--json'], io)).toBe(0);
    expect(JSON.parse(io.out())).toEqual([
      { network: 'x', length: 9, limit: 280, unit: 'weighted' },
      { network: 'bluesky', length: 9, limit: 300, unit: 'graphemes' },
      { network: 'mastodon', length: 9, limit: 500, unit: 'graphemes' },
    ]);
  });

  it('asks for a text rather than wait at a terminal', async () => {
    const io = fakeIo();
    expect(await run(['count'], io)).toBe(2);
    expect(io.err()).toContain('count needs a text');
  });

  it('answers one number a line', async () => {
    const io = fakeIo({ stdin: '"hello"\n"→"\n""\n"\\ud83d\\ude00"' });
    expect(await run(['count', '--network', 'x', '--jsonl'], io)).toBe(0);
    expect(io.out()).toBe('5\n2\n0\n2\n');
  });

  it.each([
    [
      'no JSON',
      '"a"\n"b\n"c"',
      'Line 2 is not JSON: "b; every line must be one JSON string, such as "hello".',
    ],
    ['a number', '"a"\n"b"\n7\n', 'Line 3 is a number, not a string: 7;'],
    ['null', 'null', 'Line 1 is null, not a string: null;'],
    ['an object', '{"a":1}', 'Line 1 is an object, not a string'],
    ['a list', '["a"]', 'Line 1 is a list, not a string'],
    ['nothing', '"a"\n\n"b"\n', 'Line 2 is empty;'],
  ])('names the line that holds %s, and has answered those before it', async (_what, stdin, message) => {
    const io = fakeIo({ stdin });
    expect(await run(['count', '--network', 'x', '--jsonl'], io)).toBe(1);
    expect(io.err()).toContain(message);
    const before = stdin.split('\n').findIndex((line) => !/^"[^"]*"$/.test(line));
    expect(io.out()).toBe('1\n'.repeat(before));
  });

  it('gives the same numbers however the bytes are cut', async () => {
    const lines = ['a', '→ ünï', '👩‍👩‍👧', 'x'.repeat(70)];
    const text = lines.map((line) => JSON.stringify(line)).join('\n');
    for (const size of [1, 2, 3, 7, 1000]) {
      const io = fakeIo();
      await countLines(pieces(text, size), (line) => line.length, io.stdout);
      expect(io.out()).toBe(`${lines.map(({ length }) => length).join('\n')}\n`);
    }
  });

  it.each([[['--jsonl']], [['--jsonl', '--network', 'x', 'some text']]])('refuses %j', async (argv) => {
    expect(await run(['count', ...argv], fakeIo({ stdin: '' }))).toBe(2);
  });
});
