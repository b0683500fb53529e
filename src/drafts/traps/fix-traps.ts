import { applyEdits, type Edit } from '../edits.ts';
import type { Finding } from '../finding.ts';
import { parseDraft } from '../parse-draft.ts';
import { withoutTracking } from './link-traps.ts';

/** A draft with its traps repaired where that needs no judgement: doubled spaces, tracking parameters. */
export function fixTraps(source: string): { readonly text: string; readonly fixed: readonly Finding[] } {
  const starts = lineStarts(source);
  const edits = new Map<number, Edit>();
  const fixed: Finding[] = [];
  for (const finding of parseDraft(source, { path: null }).findings) {
    const line = starts[finding.line - 1] ?? 0;
    if (finding.code === 'double-space') {
      const start = line + finding.column - 1;
      const length = /^ {2,}/.exec(source.slice(start, start + 1000))?.[0].length ?? 0;
      if (length < 2) continue;
      edits.set(start, { start, end: start + length, text: ' ' });
      fixed.push({ ...finding, message: 'one space is left' });
    } else if (finding.code === 'tracking-parameter') {
      const end = source.indexOf('\n', line);
      let found = false;
      for (const { start, url, clean } of trackedUrls(source.slice(line, end < 0 ? undefined : end))) {
        edits.set(line + start, { start: line + start, end: line + start + url.length, text: clean });
        found = true;
      }
      if (found) fixed.push({ ...finding, message: 'the link no longer tells where readers came from' });
    }
  }
  return { text: applyEdits(source, [...edits.values()]).text, fixed };
}

function lineStarts(source: string): number[] {
  const starts = [0];
  for (const { index, 0: end } of source.matchAll(/\r\n|\r|\n/g)) starts.push(index + end.length);
  return starts;
}

function* trackedUrls(line: string): Generator<{ start: number; url: string; clean: string }> {
  for (const match of line.matchAll(/https?:\/\/[^\s<>"'`\]]+/g)) {
    const url = balanced(match[0]);
    const clean = withoutTracking(url);
    if (clean !== url) yield { start: match.index, url, clean };
  }
}

/** A URL in Markdown's parentheses ends before the one that closes them. */
function balanced(url: string): string {
  let depth = 0;
  for (let at = 0; at < url.length; at += 1) {
    const char = url.charAt(at);
    if (char === '(') depth += 1;
    if (char === ')' && --depth < 0) return url.slice(0, at);
  }
  return url.replace(/[.,;:!?]+$/, '');
}
