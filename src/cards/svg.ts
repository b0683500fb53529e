import { CARD_WIDTH, DENSITY } from './card.ts';
import type { Face } from './text-width.ts';

/** A part of a text in one colour. */
export type ColouredText = { readonly text: string; readonly fill: string };

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

/** A rectangle, in layout units. */
type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** Where text is: `y` is its baseline, `x` its start, middle or end, by `anchor`. */
type TextPlace = { readonly x: number; readonly y: number; readonly anchor?: 'start' | 'middle' | 'end' };

/** Draws a filled rectangle. */
export function rect({ x, y, width, height }: Box, fill: string): string {
  return `<rect x="${number(x)}" y="${number(y)}" width="${number(width)}" height="${number(height)}" fill="${fill}"/>`;
}

/** Draws text on one line. */
export function text(
  { x, y, anchor = 'start' }: TextPlace,
  face: Face,
  size: number,
  spans: readonly ColouredText[],
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
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD_WIDTH * DENSITY}" height="${rounded * DENSITY}" viewBox="0 0 ${CARD_WIDTH} ${rounded}">${rect({ x: 0, y: 0, width: CARD_WIDTH, height: rounded }, background)}${body.join('')}</svg>`;
}
