import { largest } from '../../text/largest.ts';
import { decodeReferences } from '../html/character-references.ts';
import { withoutTags } from '../html/html-words.ts';
import { attributeOf, attributesOf } from './attributes.ts';
import { withoutOuterMargin } from './code-margin.ts';
import type { MarkupToken } from './markup-token.ts';
import { withBoxes } from './ticked-box.ts';

/** Converts code between tags of a text to a fenced Markdown block. */
export function fencedCode(open: MarkupToken, inside: string, source: string): string {
  const isHtml = open.language === 'html';
  const inner = isHtml ? /^\s*<code([^<>]*)>/i.exec(inside) : null;
  const attributes = attributesOf(`${open.text} ${inner?.[1] ?? ''}`);
  const named = attributeOf(attributes, 'lang', 'language', 'data-lang', 'type') ?? '';
  const language =
    named ||
    (/(?:language|lang|brush:?)[-\s]?([\w+#-]+)/.exec(
      attributeOf(attributes, 'class', 'classname') ?? '',
    )?.[1] ??
      '');
  const first = isHtml ? '' : (attributes.positional[0] ?? '');
  const written = isHtml
    ? codeText(inside.replace(/<br\s*\/?>/gi, '\n').replace(/<\/?[A-Za-z][^<>]*>/g, ''))
    : inside.replace(RAW, '');
  const code = withoutOuterMargin({ source, start: open.start, code: written });
  const lines = code.replace(/^[^\S\n]*\n/, '').trimEnd();
  // The tags may contain a Markdown fence.
  if (/^\s*(`{3,}|~{3,})[\s\S]*\1\s*$/.test(lines)) return lines.trim();
  const longest = largest([2, ...(lines.match(/`+/g) ?? []).map((run) => run.length)]);
  const fence = '`'.repeat(longest + 1);
  const info = (language || (/^[\w+#.-]+$/.test(first) ? first : '')).replace(/`/g, '');
  return `${fence}${info}\n${lines}\n${fence}`;
}

/** Tags around code that holds braces, which no page shows. */
const RAW = /\{%-?[ \t]*(?:end)?(?:raw|verbatim)[ \t]*-?%\}(?:[ \t]*\n)?/g;

/** Returns the code that HTML writes: a space that must not break is one that indents. */
const codeText = (html: string): string => decodeReferences(html).replaceAll('\u00a0', ' ');

/** Converts an HTML table to Markdown; `undefined` if it has no words, or none below its head. */
export function markdownTable(html: string): string | undefined {
  const rows = cellsOf(html).map((cells) => cells.map((cell) => withoutTags(withPictures(withBoxes(cell)))));
  const filled = rows.filter((cells) => cells.some((cell) => decodeReferences(cell).trim() !== ''));
  const isHeadOnly = filled.length === 1 && (rows.length > 1 || !/<td\b/i.test(html));
  return filled.length === 0 || isHeadOnly ? undefined : pipeTable(filled);
}

/** Writes the pictures of a cell as Markdown. */
const withPictures = (cell: string): string =>
  cell.replace(/<img\b([^<>]*)>/gi, (_, written: string) => {
    const attributes = attributesOf(written);
    const path = attributeOf(attributes, 'src') ?? '';
    if (path === '' || /[\s{}()<>|]/.test(path)) return ' ';
    return ` ![${(attributeOf(attributes, 'alt') ?? '').replace(/[[\]\\|\n]/g, ' ')}](${path}) `;
  });

/** Returns the Markdown in the cells of an HTML table, by rows. */
const cellsOf = (html: string): string[][] =>
  [...html.matchAll(/<tr\b[^<>]*>([\s\S]*?)(?=<tr\b|<\/tr\s*>|<\/?t(?:body|head|foot)\b|$)/gi)].map(
    ([, row = '']) =>
      [...row.matchAll(/<t[hd]\b[^<>]*>([\s\S]*?)(?=<t[hd]\b|<\/t[hd]\s*>|$)/gi)].map(
        ([, cell = '']) => cell,
      ),
  );

/**
 * Writes the cells of a table with fenced code one below the other, each with the name of its column; `undefined` for any other
 * table.
 */
export function codeInCells(html: string): string | undefined {
  if (!/^[ \t]*(?:```|~~~)/m.test(html)) return undefined;
  const [head = [], ...rows] = cellsOf(html);
  const isHead = !/```|~~~/.test(head.join('\n'));
  // Beside its picture, code needs no name: readers see which is which.
  const [only = [], ...others] = rows;
  const isPlain =
    others.length === 0 &&
    only.some((cell) => /<img\b|!\[/i.test(cell)) &&
    only.every((cell) => withoutTags(cell.replace(FENCED, '')) === '');
  return (isHead ? rows : [head, ...rows])
    .flatMap((cells) =>
      cells.map((cell, column) => {
        const name = isHead && !isPlain ? withoutTags(head[column] ?? '').trim() : '';
        return `${name === '' ? '' : `**${name}**\n\n`}${withoutMargin(cell)}`;
      }),
    )
    .join('\n\n');
}

/** Tags that part the lines of a cell, and those that only lay out its words. */
const PARTS = /[ \t]*<\/?(?:p|div|center|ul|ol|h[1-6]|br)\b[^<>]*>[ \t]*/gi;
const LAYS_OUT = /<\/?(?:font|span|small|tbody|td|th)\b[^<>]*>/gi;

/**
 * Writes the cells of a table with only one row, in which a picture stands beside words, one below the other, or the only cell of a
 * frame; `undefined` for any other table.
 */
export function layoutRow(html: string): string | undefined {
  if (/<(?:table|li|pre|th|iframe|svg)\b/i.test(html)) return undefined;
  const [cells = [], ...others] = cellsOf(html).filter((row) => row.some((cell) => cell.trim() !== ''));
  const isPicture = (cell: string): boolean => /<img\b|!\[/i.test(cell);
  if (others.length > 0 || (cells.length !== 1 && !cells.some(isPicture))) return undefined;
  const parts = cells
    .map((cell) => withoutMargin(withPictures(cell).replace(PARTS, '\n\n').replace(LAYS_OUT, '')))
    .filter((cell) => cell !== '');
  return parts.length === 0 || parts.some(isContents) ? undefined : parts.join('\n\n');
}

/** The fewest items of a table of contents. */
const FEWEST_ITEMS = 5;

/** Whether a cell holds little more than a list of links. */
function isContents(cell: string): boolean {
  const lines = cell.split('\n').filter((line) => line.trim() !== '');
  const items = lines.filter((line) => /^[ \t]*[-+*][ \t]+\[/.test(line)).length;
  return items >= FEWEST_ITEMS && items >= lines.length - 2;
}

/** A block of fenced code. */
const FENCED = /^[ \t]*(```|~~~)[\s\S]*?^[ \t]*\1[ \t]*$/gm;

/** Returns the words of a table's caption, which stand above it; empty without one. */
export const tableCaption = (html: string): string =>
  withoutTags(/<caption\b[^<>]*>([\s\S]*?)<\/caption\s*>/i.exec(html)?.[1] ?? '');

/** Drops the indentation that all lines of a cell share. */
function withoutMargin(cell: string): string {
  const margins = cell.split('\n').flatMap((line) => /^[ \t]*(?=\S)/.exec(line)?.[0].length ?? []);
  const shared = margins.slice(/^\s*\n/.test(cell) ? 0 : 1);
  const margin = shared.reduce((least, own) => Math.min(least, own), Number.POSITIVE_INFINITY);
  return cell.replace(new RegExp(`^[ \\t]{0,${Number.isFinite(margin) ? margin : 0}}`, 'gm'), '').trim();
}

/** Writes rows of cells as a Markdown table; the first row is its head. */
export function pipeTable(rows: readonly (readonly string[])[]): string {
  const [head = []] = rows;
  const width = largest(rows.map((cells) => cells.length));
  const line = (cells: readonly string[]): string =>
    `| ${Array.from({ length: width }, (_, index) => (cells[index] ?? '').replaceAll('|', '\\|')).join(' | ')} |`;
  const rule = `| ${Array.from({ length: width }, () => '---').join(' | ')} |`;
  return [line(head), rule, ...rows.slice(1).map(line)].join('\n');
}
