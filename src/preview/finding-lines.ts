import type { Finding, Severity } from '../drafts/finding.ts';
import type { Paint } from './paint.ts';
import type { Sheet } from './sheet.ts';
import { wrapPlain } from './wrap.ts';

/** Returns the word for a severity in its colour. */
export function severityLabel(severity: Severity, paint: Paint): string {
  if (severity === 'error') return paint.red('error');
  if (severity === 'warning') return paint.yellow('warning');
  return paint.blue('info');
}

/** How many lines are named for identical findings; the rest are counted. */
const MOST_LINES = 8;

/** Merges identical findings, with their count and lines, for people to read. `--json` keeps each. */
export function mergedFindings(findings: readonly Finding[]): Finding[] {
  const alike = Map.groupBy(findings, ({ code, severity, message }) => `${code} ${severity} ${message}`);
  return [...alike.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined || same.length === 1) return same;
    const lines = [...new Set(same.map(({ line }) => line))];
    const named = lines.slice(0, MOST_LINES).join(', ');
    const more = lines.length > MOST_LINES ? ` and ${lines.length - MOST_LINES} more` : '';
    const where = `${lines.length === 1 ? 'line' : 'lines'} ${named}${more}`;
    return [{ ...first, message: `${first.message} (${same.length} times, ${where})` }];
  });
}

/** Formats a finding in lines of the sheet's width: `  warning 12:3  what is wrong (code)`, wrapped below itself. */
export function renderFinding(finding: Finding, { width, paint, cells }: Sheet): string[] {
  const place = `${finding.line}:${finding.column}`;
  const indent = 4;
  const head = `  ${severityLabel(finding.severity, paint)} ${paint.dim(place)} `;
  const headCells = 2 + finding.severity.length + 1 + place.length + 1;
  const words = `${finding.message} (${finding.code})`;
  const rows = wrapPlain(`${' '.repeat(headCells)}${words}`, width, cells);
  const first = rows[0]?.slice(headCells) ?? '';
  // The head shortens the first row; the others are indented below it.
  const rest = words.slice(first.length).trimStart();
  const more =
    rest === '' ? [] : wrapPlain(rest, width - indent, cells).map((row) => `${' '.repeat(indent)}${row}`);
  return [`${head}${first}`, ...more];
}
