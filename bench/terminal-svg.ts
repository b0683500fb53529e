import type { CellWidth } from '../src/preview/cell-width.ts';
import type { AnsiColor, AnsiRun, AnsiStyle } from './ansi.ts';

/** A cell and the room around the text, in pixels; rows are a little apart, as most terminals set them. */
const CELL = { width: 8.4, height: 19 };
const MARGIN = { x: 22, y: 20 };
/** Size of the letters, and how far their base line lies below the top of a row. */
const FONT = { size: 14, base: 13.6 };

/** Monospace fonts that the common systems have; whichever is there is fitted to the cells. */
const FONTS =
  "ui-monospace,SFMono-Regular,Menlo,'Cascadia Mono',Consolas,'DejaVu Sans Mono','Liberation Mono',monospace";

type Theme = Readonly<Record<'paper' | 'frame' | 'ink' | 'dim' | AnsiColor, string>>;

/** Both themes keep 4.5 to 1 between every colour and the paper, so that the smallest sign can be read. */
const LIGHT: Theme = {
  paper: '#fcfcfb',
  frame: '#d4d8dd',
  ink: '#1f2328',
  dim: '#68707a',
  red: '#c4232d',
  green: '#1a7f37',
  yellow: '#8f6000',
  blue: '#0860c4',
  magenta: '#8544d4',
  cyan: '#0b6e83',
};
const DARK: Theme = {
  paper: '#12161c',
  frame: '#343b44',
  ink: '#e4e9ee',
  dim: '#87909b',
  red: '#ff7b72',
  green: '#49b95c',
  yellow: '#d6a032',
  blue: '#79b8ff',
  magenta: '#cfa5ff',
  cyan: '#5ccfe0',
};

/** A place on the grid of cells. */
type At = { readonly column: number; readonly row: number };

const px = (value: number): string => String(Math.round(value * 100) / 100);

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/**
 * Signs that are drawn, not set: a font's lines would leave gaps between rows, or not meet. Each as a path from the
 * top left of its cell, `w` and `h` being the cell's size.
 */
const DRAWN: Readonly<Record<string, (w: number, h: number) => string>> = {
  '─': (w, h) => `M0 ${px(h / 2)}H${px(w)}`,
  '│': (w, h) => `M${px(w / 2)} 0V${px(h)}`,
  '╌': (w, h) => `M${px(w * 0.1)} ${px(h / 2)}h${px(w * 0.3)}m${px(w * 0.2)} 0h${px(w * 0.3)}`,
  '├': (w, h) => `M${px(w / 2)} 0V${px(h)}M${px(w / 2)} ${px(h / 2)}H${px(w)}`,
  '┤': (w, h) => `M${px(w / 2)} 0V${px(h)}M${px(w / 2)} ${px(h / 2)}H0`,
  '╭': (w, h) =>
    `M${px(w / 2)} ${px(h)}V${px(h / 2 + w / 2)}Q${px(w / 2)} ${px(h / 2)} ${px(w)} ${px(h / 2)}`,
  '╮': (w, h) => `M0 ${px(h / 2)}Q${px(w / 2)} ${px(h / 2)} ${px(w / 2)} ${px(h / 2 + w / 2)}V${px(h)}`,
  '╰': (w, h) => `M${px(w / 2)} 0V${px(h / 2 - w / 2)}Q${px(w / 2)} ${px(h / 2)} ${px(w)} ${px(h / 2)}`,
  '╯': (w, h) => `M0 ${px(h / 2)}Q${px(w / 2)} ${px(h / 2)} ${px(w / 2)} ${px(h / 2 - w / 2)}V0`,
};

/** The parts of the count bar: slanted boxes, full and empty. */
const BARS: Readonly<Record<string, 'full' | 'empty'>> = { '▰': 'full', '▱': 'empty' };

const bar = (w: number, h: number): string =>
  `M${px(w * 0.35)} ${px(h * 0.32)}H${px(w * 0.98)}L${px(w * 0.65)} ${px(h * 0.7)}H${px(w * 0.02)}Z`;

function classesOf({ color, bold, dim, italic, underline }: AnsiStyle): string {
  const names = [color ?? (dim ? 'dim' : ''), bold ? 'b' : '', italic ? 'i' : '', underline ? 'u' : ''];
  return names.filter((name) => name !== '').join(' ');
}

/** Signs of one kind that stand side by side: letters, or the same drawn sign. */
function stretches(text: string, cells: CellWidth): { signs: string; width: number; drawn: boolean }[] {
  const found: { signs: string; width: number; drawn: boolean }[] = [];
  const isDrawn = (sign: string): boolean => sign in DRAWN || sign in BARS;
  for (const { segment } of new Intl.Segmenter('en').segment(text)) {
    const last = found.at(-1);
    const drawn = isDrawn(segment);
    if (last !== undefined && last.drawn === drawn && (!drawn || last.signs.startsWith(segment))) {
      last.signs += segment;
      last.width += cells(segment);
    } else found.push({ signs: segment, width: cells(segment), drawn });
  }
  return found;
}

/** A row of the same drawn sign, as one path. */
function drawnSigns(sign: string, count: number, style: AnsiStyle, { column, row }: At): string {
  const [x, y] = [MARGIN.x + column * CELL.width, MARGIN.y + row * CELL.height];
  const shape = DRAWN[sign];
  const color = style.color ?? (style.dim ? 'dim' : 'ink');
  if (sign === '─')
    return `<path class="l ${color}" d="M${px(x)} ${px(y + CELL.height / 2)}h${px(count * CELL.width)}"/>`;
  const kind = shape === undefined ? (BARS[sign] === 'full' ? 'f' : 'e') : 'l';
  const path = (shape ?? bar)(CELL.width, CELL.height);
  return Array.from(
    { length: count },
    (_, index) =>
      `<path class="${kind} ${color}" transform="translate(${px(x + index * CELL.width)} ${px(y)})" d="${path}"/>`,
  ).join('');
}

/** Letters, fitted to their cells whatever the font; white space at the ends takes none. */
function letters(text: string, width: number, style: AnsiStyle, { column, row }: At): string {
  const lead = text.length - text.trimStart().length;
  const words = text.trim();
  if (words === '') return '';
  const taken = width - (text.length - words.length);
  const classes = classesOf(style);
  const x = px(MARGIN.x + (column + lead) * CELL.width);
  const y = px(MARGIN.y + row * CELL.height + FONT.base);
  return (
    `<text${classes === '' ? '' : ` class="${classes}"`} x="${x}" y="${y}" ` +
    `textLength="${px(taken * CELL.width)}" lengthAdjust="spacingAndGlyphs">${escaped(words)}</text>`
  );
}

function lineOf(runs: readonly AnsiRun[], row: number, cells: CellWidth): string {
  let column = 0;
  let svg = '';
  for (const { text, style } of runs)
    for (const { signs, width, drawn } of stretches(text, cells)) {
      const at = { column, row };
      svg += drawn
        ? drawnSigns([...signs][0] ?? '', [...signs].length, style, at)
        : letters(signs, width, style, at);
      column += width;
    }
  return svg;
}

function themeOf(theme: Theme): string {
  return Object.entries(theme)
    .map(([name, color]) => `--${name}:${color}`)
    .join(';');
}

/**
 * Terminal output as a picture that scales: a light sheet, or a dark one where the reader's system is dark. Every
 * stretch of text is fitted to its cells and every line is drawn, so that columns stand whatever fonts there are.
 *
 * @param columns Width of the terminal, in cells.
 * @param title What the picture shows, for readers who can't see it.
 */
export function terminalSvg(
  lines: readonly (readonly AnsiRun[])[],
  { columns, title, cells }: { readonly columns: number; readonly title: string; readonly cells: CellWidth },
): string {
  const width = px(2 * MARGIN.x + columns * CELL.width);
  const height = px(2 * MARGIN.y + lines.length * CELL.height);
  const colors = Object.keys(LIGHT).filter((name) => name !== 'paper' && name !== 'frame');
  const style = [
    `svg{${themeOf(LIGHT)}}`,
    `@media (prefers-color-scheme:dark){svg{${themeOf(DARK)}}}`,
    `text{font:${FONT.size}px ${FONTS};fill:var(--ink);white-space:pre}`,
    '.b{font-weight:bold}.i{font-style:italic}.u{text-decoration:underline}',
    ...colors.map(
      (name) => `text.${name},.f.${name}{fill:var(--${name})}.l.${name},.e.${name}{stroke:var(--${name})}`,
    ),
    '.l,.e{fill:none;stroke-width:1}.l{opacity:.65}.e{opacity:.55}',
    '.sheet{fill:var(--paper);stroke:var(--frame)}',
  ];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title">`,
    `<title id="title">${escaped(title)}</title>`,
    `<style>${style.join('\n')}</style>`,
    `<rect class="sheet" x=".5" y=".5" width="${px(Number(width) - 1)}" height="${px(Number(height) - 1)}" rx="9"/>`,
    ...lines.map((runs, row) => `<g>${lineOf(runs, row, cells)}</g>`),
    '</svg>',
    '',
  ].join('\n');
}
