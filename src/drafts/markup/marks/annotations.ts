import type { Edit } from '../../edits.ts';
import type { MarkSearch } from './mark-rule.ts';

/** The line below a paragraph that says that the list below it annotates the paragraph. */
const SIGN = /\n\{:?[ \t]{0,9}\.annotate[^{}\n]{0,100}\}[ \t]*\n(?:[ \t]*\n)+(?=\d{1,3}\.[ \t])/g;
/** A mark, and not the end of a link’s address. */
const MARK = /(?<!\]\([^()\s]{0,500})\((\d{1,3})\)/g;
const ITEM = /^(\d{1,3})\.[ \t]+/;
/** How far below the sign its list may go, in UTF-16 units. */
const LONGEST_LIST = 20_000;

/**
 * Turns the notes of MkDocs’ theme Material into footnotes: each `(1)` of the paragraph, and the item that it opens there.
 *
 *     It rose (1) by a foot. (2)
 *     { .annotate }
 *
 *     1. In May.
 *     2. At the old gate.
 */
export function annotations({ source, from, skip }: MarkSearch): Edit[] {
  const edits: Edit[] = [];
  let count = 0;
  let above = from;
  for (const { 0: sign, index } of source.slice(from).matchAll(SIGN)) {
    const end = from + index;
    if (skip(end + 1)) continue;
    const start = above + Math.max(0, source.slice(above, end).lastIndexOf('\n\n') + 1);
    above = end + sign.length;
    const marks = [...source.slice(start, end).matchAll(MARK)].filter(({ index: at }) => !skip(start + at));
    const items = itemsFrom(source, end + sign.length);
    const labels = new Set(items.map(({ label }) => label));
    if (labels.size < items.length || !marks.every(([, label = '']) => labels.has(label))) continue;
    if (new Set(marks.map(([, label]) => label)).size < labels.size) continue;
    count += 1;
    for (const { 0: mark, 1: label = '', index: at } of marks) {
      const gap = /[ \t]/.test(source.charAt(start + at - 1)) ? 1 : 0;
      edits.push({
        start: start + at - gap,
        end: start + at + mark.length,
        text: `[^annotation-${count}-${label}]`,
      });
    }
    for (const { label, at, length } of items)
      edits.push({
        start: at,
        end: at + length,
        text: `${at === end + sign.length ? '' : '\n'}[^annotation-${count}-${label}]: `,
      });
  }
  return edits;
}

/** Returns the items of the numbered list that begins at an offset. */
function itemsFrom(
  source: string,
  from: number,
): readonly { readonly label: string; readonly at: number; readonly length: number }[] {
  const items: { label: string; at: number; length: number }[] = [];
  let at = from;
  while (at < from + LONGEST_LIST && at < source.length) {
    const next = source.indexOf('\n', at);
    const line = source.slice(at, next < 0 ? source.length : next);
    const [mark = '', label] = ITEM.exec(line) ?? [];
    if (label !== undefined) items.push({ label, at, length: mark.length });
    else if (/^\S/.test(line)) break;
    at += line.length + 1;
  }
  return items;
}
