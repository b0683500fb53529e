import { applyEdits, type Edit } from '../edits.ts';
import type { Finding } from '../finding.ts';
import { lineTable } from '../line-table.ts';
import { placeKey } from '../markdown/destinations.ts';
import { type ParsedDraft, parseWithRepairs } from '../parse-draft.ts';
import { mayTrack } from './link-traps.ts';

type Fixed = { readonly text: string; readonly fixed: readonly Finding[] };

/**
 * Whether a text may hold traps that need no judgement: a quick test without false negatives. Only a parse distinguishes prose
 * from code.
 */
export const mayHoldTraps = (source: string): boolean => /\S {2,}\S/.test(source) || mayTrack(source);

/** Repairs the traps of a draft that need no judgement: doubled spaces, tracking parameters. */
export function fixTraps(source: string): Fixed {
  // The parse is most of the work.
  if (!mayHoldTraps(source)) return { text: source, fixed: [] };
  return withoutTraps(source, parseWithRepairs(source, { path: null }));
}

/** Repairs those that a parse of the text found. */
export function withoutTraps(
  source: string,
  { findings, repairs }: Pick<ParsedDraft, 'findings' | 'repairs'>,
): Fixed {
  const { starts } = lineTable(source);
  const edits = new Map<number, Edit>();
  const fixed: Finding[] = [];
  for (const finding of findings) {
    if (finding.code === 'double-space') {
      const start = (starts[finding.line - 1] ?? 0) + finding.column - 1;
      const length = /^ {2,}/.exec(source.slice(start, start + 1000))?.[0].length ?? 0;
      if (length < 2) continue;
      edits.set(start, { start, end: start + length, text: ' ' });
      fixed.push({ ...finding, message: 'one space is left' });
    } else if (finding.code === 'tracking-parameter') {
      const repair = repairs.get(placeKey(finding));
      if (repair === undefined) continue;
      // Repair a definition that several links use only once.
      for (const edit of repair) edits.set(edit.start, edit);
      fixed.push({ ...finding, message: 'the link no longer tracks where readers came from' });
    }
  }
  return { text: applyEdits(source, [...edits.values()]).text, fixed };
}
