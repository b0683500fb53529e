import { CARD_WIDTH, DENSITY } from './card.ts';
import type { Face } from './text-width.ts';

/** A part of a text in one colour. */
export type Span = { readonly text: string; readonly fill: string };

const FAMILIES: Readonly<Record<Face, string>> = {
  regular: 'font-family="Inter" font-weight="400"',
  semiBold: 'font-family="Inter SemiBold" font-weight="600"',
  mono: 'font-family="JetBrains Mono" font-weight="400"',
};

/** Formats a number for SVG, without invisible digits. */
const number = (value: number): string => String(Math.round(value * 1000) / 1000);

/** Escapes what XML can't contain, or reads as markup. */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Draws a filled rectangle. */
export function rect(x: number, y: number, width: number, height: number, fill: string): string {
  return `<rect x="${number(x)}" y="${number(y)}" width="${number(width)}" height="${number(height)}" fill="${fill}"/>`;
}

/** Draws text on one line; `y` is its baseline, `x` its start, middle or end, by `anchor`. */
export function text(
  x: number,
  y: number,
  face: Face,
  size: number,
  spans: readonly Span[],
  anchor: 'start' | 'middle' | 'end' = 'start',
): string {
  const inner = spans
    .map(({ text: words, fill }) => `<tspan fill="${fill}">${escapeXml(words)}</tspan>`)
    .join('');
  const at = anchor === 'start' ? '' : ` text-anchor="${anchor}"`;
  return `<text x="${number(x)}" y="${number(y)}" ${FAMILIES[face]} font-size="${number(size)}"${at} xml:space="preserve">${inner}</text>`;
}

/** Assembles a whole card. `height` is in layout units. */
export function svgOf(body: readonly string[], height: number, background: string): string {
  const rounded = Math.ceil(height);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD_WIDTH * DENSITY}" height="${rounded * DENSITY}" viewBox="0 0 ${CARD_WIDTH} ${rounded}">${rect(0, 0, CARD_WIDTH, rounded, background)}${body.join('')}</svg>`;
}
