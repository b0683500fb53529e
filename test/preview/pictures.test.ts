import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { decodePng, type Pixels } from '../../src/preview/pictures/decode-png.ts';
import { pictureProtocol, TERMINALS } from '../../src/preview/pictures/picture-protocol.ts';
import { sixel } from '../../src/preview/pictures/sixel.ts';
import { terminalPicture } from '../../src/preview/pictures/terminal-picture.ts';
import { decodeSixel } from './decode-sixel.ts';

const images = join(import.meta.dirname, '../../docs/images/cards');
const cards = readdirSync(images).map((name) => [name, readFileSync(join(images, name))] as const);
const pictureOf = (png: Buffer) => ({ width: png.readUInt32BE(16), height: png.readUInt32BE(20), png });
const python = readFileSync(join(images, '01-python.png'));

describe('a terminal is known by its environment', () => {
  it.each(TERMINALS.map((row) => [row.why, row] as const))('%s', (_, row) => {
    const first = TERMINALS.find(({ variable, value }) => value.test(row.example[variable] ?? ''));
    expect(first).toBe(row);
    const expected = row.takes === 'none' ? undefined : row.takes;
    expect(pictureProtocol('auto', { isTTY: true, env: row.example })).toBe(expected);
  });
  it.each([{}, { TERM: 'xterm-256color' }, { KITTY_WINDOW_ID: '' }, { KONSOLE_VERSION: '210801' }])(
    'shows none in a terminal that is not known: %j',
    (env) => expect(pictureProtocol('auto', { isTTY: true, env })).toBeUndefined(),
  );
  it('gives a pipe none, whatever is asked for', () => {
    for (const wish of ['auto', 'kitty', 'iterm2', 'sixel', 'off'] as const)
      expect(pictureProtocol(wish, { isTTY: false, env: { TERM: 'xterm-kitty' } })).toBeUndefined();
  });
  it('does what is asked for in a terminal that is not known, and nothing where it is off', () => {
    expect(pictureProtocol('sixel', { isTTY: true, env: { TMUX: '1' } })).toBe('sixel');
    expect(pictureProtocol('off', { isTTY: true, env: { TERM: 'xterm-kitty' } })).toBeUndefined();
  });
});

it('kitty receives the file in chunks of at most 4,096 bytes, the last one marked, and is asked for silence', () => {
  const text = terminalPicture(pictureOf(python), 'kitty', 80);
  const codes = [...text.matchAll(/\u001b_G([^;]*);([^\u001b]*)\u001b\\/g)];
  expect(codes.map(([code]) => code).join('')).toBe(text);
  expect(codes.length).toBeGreaterThan(2);
  for (const [index, [, keys = '', data = '']] of codes.entries()) {
    expect(data.length).toBeLessThanOrEqual(4096);
    if (index < codes.length - 1) expect(data.length % 4).toBe(0);
    expect(keys).toContain('q=2');
    expect(keys).toMatch(index === codes.length - 1 ? /\bm=0$/ : /\bm=1$/);
  }
  expect(codes[0]?.[1]).toBe('a=T,f=100,q=2,c=64,m=1');
  const received = Buffer.from(codes.map(([, , data]) => data).join(''), 'base64');
  expect(received.equals(python)).toBe(true);
});

it('iTerm2 receives the file with its size', () => {
  const text = terminalPicture(pictureOf(python), 'iterm2', 40);
  const [, keys = '', data = ''] = /^\u001b\]1337;File=([^:]*):([A-Za-z\d+/=]*)\u0007$/.exec(text) ?? [];
  expect(keys).toBe(`inline=1;size=${python.length};width=40;height=auto;preserveAspectRatio=1`);
  expect(Buffer.from(data, 'base64').equals(python)).toBe(true);
});

it.each(cards)('%s is decoded as sharp decodes it', async (_, png) => {
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const pixels = decodePng(png);
  expect(pixels).toMatchObject({ width: info.width, height: info.height });
  expect(Buffer.from(pixels.rgba).equals(data)).toBe(true);
});

it.each([false, true])('a PNG of noise is decoded, rows filtered: %s', async (adaptiveFiltering) => {
  const rgb = { width: 61, height: 47, channels: 3 as const };
  const noise = Buffer.from(Array.from({ length: 61 * 47 * 3 }, (_, at) => (at * at * 31) % 251));
  const png = await sharp(noise, { raw: rgb }).png({ adaptiveFiltering }).toBuffer();
  const { rgba } = decodePng(png);
  expect(Buffer.from(rgba.filter((_, at) => at % 4 !== 3)).equals(noise)).toBe(true);
});

it('refuses a PNG that it can’t decode', async () => {
  const create = { width: 9, height: 9, channels: 3 as const, background: '#fff' };
  const palette = await sharp({ create }).png({ palette: true }).toBuffer();
  expect(() => decodePng(palette)).toThrow(RangeError);
  expect(() => decodePng(python.subarray(0, 2_000))).toThrow();
});

/** The mean difference of a channel, 0 to 255, between pixels and what their sixels show. */
function difference(pixels: Pixels): number {
  const { width, height, rgb } = decodeSixel(sixel(pixels));
  expect([width, height]).toEqual([pixels.width, pixels.height]);
  let sum = 0;
  for (let pixel = 0; pixel < width * height; pixel += 1)
    for (let channel = 0; channel < 3; channel += 1)
      sum += Math.abs((rgb[pixel * 3 + channel] ?? -1) - (pixels.rgba[pixel * 4 + channel] ?? 0));
  return sum / (width * height * 3);
}

describe('sixel', () => {
  it.each(cards.filter(([name]) => /^(?:01|03|13|14|20)-/.test(name)))(
    'shows %s nearly as it is',
    (_, png) => {
      expect(difference(decodePng(png))).toBeLessThan(1.5);
    },
  );

  it('shows a picture of very many colours nearly as it is', () => {
    const [width, height] = [120, 80];
    const rgba = Uint8Array.from({ length: width * height * 4 }, (_, at) => {
      const [x, y] = [(at >> 2) % width, Math.floor((at >> 2) / width)];
      return [x * 2, y * 3, (x * y) % 256, 255][at % 4] ?? 0;
    });
    expect(difference({ width, height, rgba })).toBeLessThan(16);
  });

  it('keeps a rare colour apart from a common one', () => {
    const rgba = new Uint8Array(60 * 60 * 4).fill(255);
    rgba.set([200, 0, 0, 255], 4 * (60 * 30 + 30));
    const { rgb } = decodeSixel(sixel({ width: 60, height: 60, rgba }));
    expect([...rgb.subarray(3 * (60 * 30 + 30), 3 * (60 * 30 + 31))]).toEqual([199, 0, 0]);
  });

  it.each([1, 5, 6, 7])('of %i rows has that many', (height) => {
    const rgba = new Uint8Array(3 * height * 4).fill(128).map((value, at) => (at % 4 === 3 ? 255 : value));
    expect(difference({ width: 3, height, rgba })).toBeLessThan(2);
  });

  it('of a card is scaled to the columns', () => {
    const wide = decodeSixel(terminalPicture(pictureOf(python), 'sixel', 80));
    expect([wide.width, wide.height]).toEqual([600, Math.floor(python.readUInt32BE(20) / 2)]);
    const narrow = decodeSixel(terminalPicture(pictureOf(python), 'sixel', 32));
    expect(narrow.width).toBeLessThanOrEqual(320);
  });
});
