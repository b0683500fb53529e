import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { INNER_HEIGHT, INNER_WIDTH, SIZES } from '../../src/cards/card.ts';
import { draftCards } from '../../src/cards/draft-cards.ts';
import { drawSvg } from '../../src/cards/drawing/draw-svg.ts';
import { planTable, rowHeight } from '../../src/cards/plan-table.ts';
import { parseDraft } from '../../src/drafts/parse-draft.ts';
import { xProfile } from '../../src/networks/x/profile.ts';
import { convertPhoto } from '../../src/photos/convert-photo.ts';
import { photoFacts } from '../../src/photos/photo-facts.ts';
import { planPhoto } from '../../src/photos/plan-photo.ts';

const SETTINGS = { theme: 'light', lineNumbers: false, most: 4 } as const;
const findings = (text: string) => draftCards(parseDraft(text, { path: null }), SETTINGS).findings;
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
const cells = (count: number, text: string): string[] => Array.from({ length: count }, () => text);

describe('what is too much for cards is one error that says so, in bounded time', () => {
  it.each<[string, string]>([
    [
      'a table of 500 rows and 40 columns',
      row(cells(40, 'head')) + row(cells(40, '---')) + row(cells(40, 'some words')).repeat(500),
    ],
    ['a cell of 200,000 letters', row(['a', 'b']) + row(['---', '---']) + row(['w'.repeat(200_000), 'x'])],
    ['code of 5,000 lines', `\`\`\`python\n${'x = compute(1)\n'.repeat(5_000)}\`\`\`\n`],
    ['code of one very long line', `\`\`\`js\nlet b;\n${'"x"+'.repeat(50_000)}1\n\`\`\`\n`],
    ['a quotation of 50,000 words', `> [!card]\n> ${'word '.repeat(50_000)}\n`],
  ])(
    '%s',
    (_, text) => {
      const start = performance.now();
      const found = findings(`Words.\n\n${text}`).filter(({ severity }) => severity === 'error');
      expect(found.map(({ code }) => code)).toEqual(['too-many-cards']);
      expect(performance.now() - start).toBeLessThan(10_000);
    },
    30_000,
  );
});

it('no part of a table is wider or taller than a card, and no word of it is lost', () => {
  const word = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.constant('w'.repeat(900)),
    fc.constant('long words '.repeat(300)),
  );
  const table = fc
    .integer({ min: 1, max: 8 })
    .chain((columns) =>
      fc.array(fc.array(word, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 8 }),
    );
  fc.assert(
    fc.property(table, (rows) => {
      const aligns = cells(rows[0]?.length ?? 1, 'left').map(() => 'left' as const);
      const parts = planTable({ aligns, rows });
      for (const { content } of parts) {
        const height = content.rows.reduce(
          (sum, lines) => sum + rowHeight(Math.max(1, ...lines.map(({ length }) => length)), content.size),
          0,
        );
        expect(height).toBeLessThanOrEqual(INNER_HEIGHT);
        expect(content.size).toBeGreaterThanOrEqual(SIZES.at(-1) ?? 0);
        for (const { width } of content.columns) expect(width).toBeLessThanOrEqual(INNER_WIDTH + 1);
      }
      const bare = (text: string): string => text.replace(/\s/g, '');
      const shown = bare(parts.flatMap(({ content }) => content.rows.flat(2)).join(''));
      for (const text of rows.flat()) expect(shown.includes(bare(text).slice(0, 12))).toBe(true);
    }),
    { numRuns: 40 },
  );
});

describe('an author’s SVG', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hostile-svg-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const svg = (inside: string, size = 'width="100" height="100"'): string =>
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${size}>${inside}</svg>`;

  /** The least value of any channel: 0 where something black was drawn, 255 where nothing was. */
  async function darkest(text: string): Promise<number> {
    const drawn = await drawSvg(text);
    if ('problem' in drawn) throw new Error(drawn.problem);
    const { channels } = await sharp(drawn).stats();
    return Math.min(...channels.map(({ min }) => min));
  }
  const black = join(folder, 'black.png');
  const makeBlack = async (): Promise<Buffer> => {
    const create = { width: 100, height: 100, channels: 3 as const, background: '#000' };
    await sharp({ create }).png().toFile(black);
    return sharp({ create }).png().toBuffer();
  };
  const SIZED = 'width="100" height="100"';

  it.each<[string, (path: string) => string]>([
    ['href', (path) => `<image href="${path}" ${SIZED}/>`],
    ['xlink:href', (path) => `<image xlink:href='${path}' ${SIZED}/>`],
    ['another prefix', (path) => `<image xmlns:q="http://www.w3.org/1999/xlink" q:href="${path}" ${SIZED}/>`],
    ['a file URL', (path) => `<image href="file://${path}" ${SIZED}/>`],
    ['an escaped letter', (path) => `<image href="&#x2f;${path.slice(1)}" ${SIZED}/>`],
    ['a relative path', (path) => `<image href="../../../../../../..${path}" ${SIZED}/>`],
    ['data that is a path', (path) => `<image href="data:x/../../../../../../../..${path}" ${SIZED}/>`],
    ['spaces around', (path) => `<image ${SIZED}\n href\n =\n "${path}"/>`],
    [
      'a filter',
      (path) => `<filter id="f"><feImage href="${path}"/></filter><rect ${SIZED} filter="url(#f)"/>`,
    ],
    ['a greater sign before it', (path) => `<image id="a>b" href="${path}" ${SIZED}/>`],
  ])(
    'never shows a file of the machine: %s',
    async (_, inside) => {
      await makeBlack();
      expect(await drawSvg(svg(inside(black)))).toEqual({
        problem: expect.stringContaining('shows files outside of itself') as string,
      });
    },
    30_000,
  );

  it('never shows one by an entity, or by a drawing within it', async () => {
    await makeBlack();
    const entity = `<!DOCTYPE svg [<!ENTITY x "<image &#104;ref='${black}' ${SIZED}/>">]>${svg('&x;')}`;
    expect(await drawSvg(entity)).toHaveProperty('problem');
    const nested = Buffer.from(svg(`<image href="${black}" ${SIZED}/>`)).toString('base64');
    const within = svg(`<image href="data:image/svg+xml;base64,${nested}" ${SIZED}/>`);
    expect(await drawSvg(within)).toHaveProperty('problem');
  }, 30_000);

  it('asks no server and runs no script; links are let be', async () => {
    let asked = 0;
    const server = createServer((_, response) => {
      asked += 1;
      response.end();
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/a`;
    const style = `<style>@import url(${url}); rect { fill: url(${url}) }</style>`;
    const text = svg(`<script>while(true);</script>${style}<a href="${url}"><circle r="9"/></a>`);
    expect(await darkest(text)).toBe(0);
    server.close();
    expect(asked).toBe(0);
  }, 30_000);

  it('shows pictures and parts of its own', async () => {
    const data = (await makeBlack()).toString('base64');
    expect(await darkest(svg(`<image href="data:image/png;base64,${data}" ${SIZED}/>`))).toBe(0);
    expect(await darkest(svg('<defs><circle id="c" r="9"/></defs><use href="#c" x="50" y="50"/>'))).toBe(0);
    expect(await darkest(svg(''))).toBe(255);
  }, 30_000);

  it.each<[string, string, RegExp]>([
    ['that is a line', svg('', 'width="1" height="100000"'), /a line of no width or height/],
    ['of 20,000 levels', svg('<g>'.repeat(20_000) + '</g>'.repeat(20_000)), /can be drawn/],
    ['that is no SVG', '<svg', /is no SVG that can be drawn/],
  ])(
    '%s is an error',
    async (_, text, problem) => {
      expect(await drawSvg(text)).toEqual({ problem: expect.stringMatching(problem) as string });
    },
    30_000,
  );

  it('that takes too long is an error, and nothing of it goes on', async () => {
    const filter = '<filter id="a"><feTurbulence baseFrequency="0.9" numOctaves="1000"/></filter>';
    const text = svg(filter + '<rect width="100" height="100" filter="url(#a)"/>'.repeat(200));
    expect(await drawSvg(text, 1_500)).toEqual({
      problem: 'takes more than 1.5 s to draw; export it as PNG',
    });
  }, 30_000);

  it('is at most 1,600 pixels wide and 4,096 high', async () => {
    for (const [size, width, height] of [
      ['width="100" height="50"', 1_600, 800],
      ['width="10" height="100"', 410, 4_100],
    ] as const) {
      const drawn = await drawSvg(svg('<rect width="1" height="1"/>', size));
      if ('problem' in drawn) throw new Error(drawn.problem);
      expect(photoFacts(drawn)).toMatchObject({ width, height });
    }
  }, 30_000);
});

/** A PNG of a few bytes that claims a size. */
function claiming(width: number, height: number): Uint8Array {
  const chunk = (type: string, data: Uint8Array): Buffer => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  const magic = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    magic,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(100))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

describe('a picture that claims to be enormous', () => {
  it.each([
    [16_000, 16_000],
    [30_000, 30_000],
    [2 ** 31 - 1, 2 ** 31 - 1],
  ])(
    '%i × %i is not sent as it is, and not decoded',
    async (width, height) => {
      const bytes = claiming(width, height);
      const facts = photoFacts(bytes);
      if (facts === undefined) throw new Error('no picture');
      const { media } = xProfile();
      const limits = { ...media, imageTypes: media.imageTypes ?? [] };
      expect(planPhoto(facts, bytes.length, limits)).toMatchObject({ do: 'convert', changes: ['smaller'] });
      const start = process.memoryUsage().rss;
      expect(await convertPhoto(bytes, limits)).toHaveProperty('problem');
      expect(process.memoryUsage().rss - start).toBeLessThan(300_000_000);
    },
    20_000,
  );
});
