import { applyEdits, type Edit } from '../edits.ts';
import { linesOf, trackFences } from './fenced-lines.ts';
import type { FirstPass } from './markup-options.ts';

/** An item whose first line is only a tag that lays out what is below: `- <div>`. */
const OPENS = /^([ \t]*(?:[-+*]|\d{1,9}[.)])[ \t]+)<(?:div|section|center|span|p)\b[^<>]{0,200}>[ \t]*$/;
const MAY_OPEN = /^[ \t]*(?:[-+*]|\d{1,9}[.)])[ \t]+<(?:div|section|center|span|p)\b[^<>\n]{0,200}>[ \t]*$/m;

/**
 * Takes the tag from an item’s first line, whose words begin below an empty line: without it, the item would be empty there, and the words
 * code.
 *
 *     - <div>             - > It rose.
 *                   ▶
 *       > It rose.          </div>
 *
 *       </div>
 */
export const withoutFramedItems: FirstPass = (source, from) => {
  if (!MAY_OPEN.test(source)) return { ...applyEdits(source, []), notes: [] };
  const edits: Edit[] = [];
  const isFenced = trackFences();
  const lines = linesOf(source, from);
  for (const [at, line] of lines.entries()) {
    const lead = isFenced(line) === undefined ? OPENS.exec(line.text)?.[1] : undefined;
    if (lead === undefined || lines[at + 1]?.words !== '') continue;
    const next = lines.slice(at + 1, at + 4).find(({ words }) => words !== '');
    if (next === undefined || next.column <= line.column || next.words.startsWith('<')) continue;
    edits.push({
      start: line.start + lead.length,
      end: next.start + next.text.length - next.words.length,
      text: '',
    });
  }
  return { ...applyEdits(source, edits), notes: [] };
};
