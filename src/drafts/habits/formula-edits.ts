import type { Edit } from '../edits.ts';
import { formulaOpening } from './formula-lines.ts';
import type { Line } from './lines.ts';
import { trackRawKinds } from './raw-lines.ts';

/**
 * Puts `$$` on lines of their own around a multi-line formula; otherwise Markdown would not see where it ends.
 *
 *     $$\begin{aligned}              $$
 *     a &= b                   ▶     \begin{aligned}
 *     \end{aligned}$$                a &= b
 *                                    \end{aligned}
 *                                    $$
 */
export function formulaEdits(chunk: string, lines: readonly Line[]): Edit[] {
  const edits: Edit[] = [];
  const kindOf = trackRawKinds();
  const kinds = lines.map(({ start, end }) => kindOf(chunk.slice(start, end)));
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at];
    if (line === undefined || kinds[at]?.kind !== 'formula' || kinds[at]?.opens !== true) continue;
    const text = chunk.slice(line.start, line.end);
    const opening = formulaOpening(text);
    if (opening === undefined) continue;
    const { indent, mark } = opening;
    let last = at;
    while (kinds[last + 1]?.kind === 'formula' && kinds[last + 1]?.opens === false) last += 1;
    const end = lines[last];
    const ending = end === undefined ? '' : chunk.slice(end.start, end.end);
    const closesAt = last === at && mark !== '' ? -1 : opening.closesAt(ending);
    if (end === undefined || closesAt < 0) {
      // An unclosed formula is ordinary text.
      if (mark.startsWith('$')) edits.push({ start: line.textStart, end: line.textStart, text: '\\' });
      continue;
    }
    const opens = line.start + indent.length;
    const below = `\n${indent}`;
    const rest = text.slice(indent.length + mark.length).trim();
    edits.push({ start: opens, end: opens + mark.length, text: `$$${rest === '' ? '' : below}` });
    const before = ending.slice(0, closesAt).trim();
    edits.push({ start: end.start + closesAt, end: end.end, text: `${before === '' ? '' : below}$$` });
    at = last;
  }
  return edits.filter(({ start, end, text }) => chunk.slice(start, end) !== text);
}
