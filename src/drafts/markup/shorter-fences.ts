import { applyEdits } from '../edits.ts';
import { linesOf } from './fenced-lines.ts';
import type { FirstPass } from './markup-options.ts';

const FENCE = /^(`{3,}|~{3,})(.*)$/;

/** A fence of four marks or more that is open, and the first shorter one below it that could close it. */
type Open = { readonly mark: string; readonly at: number; closer?: string | undefined; isNested?: true };

/**
 * Shortens a fence that nothing closes, if a line below it has fewer of its marks: its author miscounted, and all of the text below
 * would be code. Kramdown reads such a pair, too.
 */
export const withShorterFences: FirstPass = (source, from) => {
  if (!/^[ \t>]*(?:`{4}|~{4})/m.test(source)) return { ...applyEdits(source, []), notes: [] };
  let open: Open | undefined;
  for (const line of linesOf(source, from)) {
    const [, mark = '', info = ''] = FENCE.exec(line.words) ?? [];
    if (mark === '' || (mark.startsWith('`') && info.includes('`'))) continue;
    const isBare = info.trim() === '';
    if (open === undefined) open = { mark, at: line.start + line.text.length - line.words.length };
    else if (isBare && mark.startsWith(open.mark)) open = undefined;
    else if (open.mark.startsWith(mark)) {
      if (isBare) open.closer ??= mark;
      else if (open.closer === undefined) open.isNested = true;
    }
  }
  if (open?.closer === undefined || open.isNested === true) return { ...applyEdits(source, []), notes: [] };
  const { at, mark, closer } = open;
  return { ...applyEdits(source, [{ start: at, end: at + mark.length, text: closer }]), notes: [] };
};
