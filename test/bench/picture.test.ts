import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readAnsi } from '../../bench/ansi.ts';
import { drawPreview, PICTURE } from '../../bench/picture.ts';
import { terminalSvg } from '../../bench/terminal-svg.ts';

const ESC = '\u001b[';
const plain = { color: null, bold: false, dim: false, italic: false, underline: false };
const draw = (output: string): string =>
  terminalSvg(readAnsi(output), { columns: 80, title: 'A title', cells: (text) => text.length });

it('reads colours and weights, which hold until they are ended, over line ends too', () => {
  expect(readAnsi(`a ${ESC}1;35mb\nc${ESC}22md${ESC}39me`)).toEqual([
    [
      { text: 'a ', style: plain },
      { text: 'b', style: { ...plain, bold: true, color: 'magenta' } },
    ],
    [
      { text: 'c', style: { ...plain, bold: true, color: 'magenta' } },
      { text: 'd', style: { ...plain, color: 'magenta' } },
      { text: 'e', style: plain },
    ],
  ]);
});

it.each([[`${ESC}2J`], [`${ESC}48;5;3m`], [`${ESC}7m`]])('refuses %j, which it could not draw', (output) => {
  expect(() => readAnsi(output)).toThrow(/unknown/);
});

it('fits each stretch of text to its cells, and draws lines instead of setting them', () => {
  const svg = draw('│ <two words> │');
  expect(svg).toContain('textLength="92.4" lengthAdjust="spacingAndGlyphs">&lt;two words&gt;</text>');
  expect(svg.match(/<path/g)).toHaveLength(2);
  expect(svg).not.toContain('│');
});

it('has a dark sheet for readers whose system is dark', () => {
  expect(draw('words')).toMatch(/prefers-color-scheme:dark/);
});

it('is kept in docs/picture as the command line draws it today (else: npm run picture)', async () => {
  expect(readFileSync(PICTURE, 'utf8')).toBe(await drawPreview());
});
