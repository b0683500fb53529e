/**
 * `node bench/card-fonts.ts`: makes the fonts that ship with the package (src/cards/fonts/*.ttf) from their full
 * versions, and writes down how wide each of their characters is (src/cards/font-widths.ts), so that a card can be laid
 * out without reading a font.
 */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

/** The part of `subset-font` that is used here; the package has no types. */
type SubsetFont = (
  font: Uint8Array,
  text: string,
  options: {
    readonly targetFormat: 'sfnt';
    readonly noLayoutClosure: boolean;
    readonly keepFeatures: readonly string[];
    readonly noHinting: boolean;
    readonly dropTables: readonly string[];
  },
) => Promise<Uint8Array>;
const subsetFont = createRequire(import.meta.url)('subset-font') as SubsetFont;

const ROOT = resolve(import.meta.dirname, '..');
const FULL = join(ROOT, 'node_modules/@expo-google-fonts');
const FONTS = join(ROOT, 'src/cards/fonts');

/** The characters that cards can draw without another package, as inclusive ranges of code points. */
const RANGES: readonly (readonly [from: number, to: number, what: string])[] = [
  [0x20, 0x7e, 'ASCII'],
  [0xa0, 0x17f, 'Latin of Western and Central Europe'],
  [0x1cd, 0x1dc, 'pinyin'],
  [0x218, 0x21b, 'Romanian'],
  [0x2b0, 0x2ff, 'modifier letters'],
  [0x370, 0x3ff, 'Greek'],
  [0x400, 0x45f, 'Cyrillic'],
  [0x490, 0x491, 'Ukrainian'],
  [0x1d2c, 0x1d6a, 'raised and lowered letters'],
  [0x1e00, 0x1eff, 'Latin of Vietnam and Wales'],
  [0x2010, 0x205e, 'dashes, quotation marks, dots'],
  [0x2070, 0x209c, 'raised and lowered figures'],
  [0x20a0, 0x20bf, 'currencies'],
  [0x2100, 0x214f, 'letters of mathematics'],
  [0x2150, 0x218b, 'fractions'],
  [0x2190, 0x21ff, 'arrows'],
  [0x2200, 0x22ff, 'operators'],
  [0x2300, 0x23ff, 'technical signs'],
  [0x2460, 0x24ff, 'figures in circles'],
  [0x2500, 0x25ff, 'boxes, blocks and shapes'],
  [0x2600, 0x27bf, 'signs and ticks'],
  [0x27e8, 0x27ef, 'angle brackets'],
  [0x27f5, 0x27ff, 'long arrows'],
  [0x2a00, 0x2aff, 'more operators'],
];

const FACES = [
  { name: 'regular', file: 'inter/400Regular/Inter_400Regular.ttf', to: 'Inter-Regular.ttf' },
  { name: 'semiBold', file: 'inter/600SemiBold/Inter_600SemiBold.ttf', to: 'Inter-SemiBold.ttf' },
  {
    name: 'mono',
    file: 'jetbrains-mono/400Regular/JetBrainsMono_400Regular.ttf',
    to: 'JetBrainsMono-Regular.ttf',
  },
] as const;

/** Accents and pairs, but no ligatures: `!=` stays two characters, and `->` no arrow. */
const FEATURES = ['ccmp', 'kern', 'locl', 'mark', 'mkmk'];

/** The offset of each table of a TrueType file. */
function tablesOf(font: DataView): Map<string, number> {
  const tables = new Map<string, number>();
  for (let at = 12; at < 12 + font.getUint16(4) * 16; at += 16) {
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((index) => font.getUint8(at + index)));
    tables.set(tag, font.getUint32(at + 8));
  }
  return tables;
}

function table(tables: ReadonlyMap<string, number>, tag: string): number {
  const offset = tables.get(tag);
  if (offset === undefined) throw new Error(`the font has no table ${tag}`);
  return offset;
}

/** Which glyph draws each code point: formats 4 and 12 of `cmap`. */
function glyphsOf(font: DataView, cmap: number): Map<number, number> {
  const glyphs = new Map<number, number>();
  for (let record = 0; record < font.getUint16(cmap + 2); record += 1) {
    const sub = cmap + font.getUint32(cmap + 4 + record * 8 + 4);
    const format = font.getUint16(sub);
    if (format === 12) {
      for (let group = 0; group < font.getUint32(sub + 12); group += 1) {
        const at = sub + 16 + group * 12;
        const [start, end, first] = [font.getUint32(at), font.getUint32(at + 4), font.getUint32(at + 8)];
        for (let point = start; point <= end; point += 1) glyphs.set(point, first + point - start);
      }
    } else if (format === 4) {
      const segments = font.getUint16(sub + 6) / 2;
      for (let segment = 0; segment < segments; segment += 1) {
        const end = font.getUint16(sub + 14 + segment * 2);
        const start = font.getUint16(sub + 16 + segments * 2 + segment * 2);
        const delta = font.getInt16(sub + 16 + segments * 4 + segment * 2);
        const rangeAt = sub + 16 + segments * 6 + segment * 2;
        const range = font.getUint16(rangeAt);
        for (let point = start; point <= end && point !== 0xffff; point += 1) {
          const glyph = range === 0 ? point + delta : font.getUint16(rangeAt + range + (point - start) * 2);
          if ((glyph & 0xffff) !== 0) glyphs.set(point, glyph & 0xffff);
        }
      }
    }
  }
  return glyphs;
}

/** The characters of a font by their width, in thousandths of the font size, rounded up to tens. */
function widthsOf(bytes: Uint8Array): Map<number, string> {
  const font = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = tablesOf(font);
  const perEm = font.getUint16(table(tables, 'head') + 18);
  const metrics = font.getUint16(table(tables, 'hhea') + 34);
  const hmtx = table(tables, 'hmtx');
  const widths = new Map<number, string>();
  const glyphs = [...glyphsOf(font, table(tables, 'cmap'))].sort(([a], [b]) => a - b);
  for (const [point, glyph] of glyphs) {
    const advance = font.getUint16(hmtx + Math.min(glyph, metrics - 1) * 4);
    // Rounded up: a line must never turn out wider than it was planned.
    const width = Math.ceil((advance * 100) / perEm - 0.01) * 10;
    widths.set(width, (widths.get(width) ?? '') + String.fromCodePoint(point));
  }
  return widths;
}

/** A string as TypeScript writes it, with everything outside of ASCII as an escape. */
const literal = (text: string): string =>
  `'${[...text]
    .map((char) => {
      const point = char.codePointAt(0) ?? 0;
      if (char === "'" || char === '\\') return `\\${char}`;
      if (point >= 0x20 && point < 0x7f) return char;
      return point < 0x10000 ? `\\u${point.toString(16).padStart(4, '0')}` : `\\u{${point.toString(16)}}`;
    })
    .join('')}'`;

const wanted = RANGES.flatMap(([from, to]) =>
  Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)),
).join('');

mkdirSync(FONTS, { recursive: true });
const parts: string[] = [];
for (const { name, file, to } of FACES) {
  const bytes = await subsetFont(readFileSync(join(FULL, file)), wanted, {
    targetFormat: 'sfnt',
    noLayoutClosure: true,
    keepFeatures: [...FEATURES],
    noHinting: true,
    dropTables: ['DSIG'],
  });
  writeFileSync(join(FONTS, to), bytes);
  const rows = [...widthsOf(bytes)]
    .sort(([a], [b]) => a - b)
    .map(([width, chars]) => `    [${width}, ${literal(chars)}],`);
  parts.push(`  // biome-ignore format: a table, one width a line
  ${name}: [\n${rows.join('\n')}\n  ],`);
}
copyFileSync(join(FULL, 'inter/LICENSE_FONT'), join(FONTS, 'Inter-LICENSE.txt'));
copyFileSync(join(FULL, 'jetbrains-mono/LICENSE_FONT'), join(FONTS, 'JetBrainsMono-LICENSE.txt'));
writeFileSync(
  join(ROOT, 'src/cards/font-widths.ts'),
  `// Written by bench/card-fonts.ts.

/** The characters of each font of the package, by their width in thousandths of the font size. */
export const FONT_WIDTHS = {
${parts.join('\n')}
} as const satisfies Readonly<Record<string, readonly (readonly [width: number, characters: string])[]>>;
`,
);
