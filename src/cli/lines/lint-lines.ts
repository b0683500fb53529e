import type { LintReport } from '../../app/drafts/lint-drafts.ts';
import type { Finding } from '../../drafts/finding.ts';
import { counted } from '../../preview/amounts.ts';
import { mergedFindings, renderFinding } from '../../preview/finding-lines.ts';
import { makeSheet } from '../../preview/sheet.ts';
import { visible } from '../../preview/visible.ts';
import type { Io } from '../process/io.ts';
import { excerpt } from './excerpt.ts';

/** Lines longer than this are tiring to read, in cells. */
const WIDEST = 100;

/** Formats `1 error, 2 warnings`. */
export function tally(findings: readonly Finding[]): string {
  const of = (severity: Finding['severity']): number =>
    findings.filter((finding) => finding.severity === severity).length;
  const parts = [
    ...(of('error') > 0 ? [counted(of('error'), 'error')] : []),
    ...(of('warning') > 0 ? [counted(of('warning'), 'warning')] : []),
    ...(of('info') > 0 ? [counted(of('info'), 'note')] : []),
  ];
  return parts.length === 0 ? 'no problems found' : parts.join(', ');
}

/** Lists what was repaired in a draft, place by place. */
export function repairLines({
  draft,
  fixed,
}: {
  readonly draft: string;
  readonly fixed: readonly Finding[];
}): string {
  const places = fixed.map(
    ({ line, column, message }) => `  repaired ${line}:${column} ${visible(message)}\n`,
  );
  return `${visible(draft)}: ${counted(fixed.length, 'repair')}\n${places.join('')}`;
}

/** Formats a draft's findings, each with an excerpt of its line. */
export async function reportLines({ draft, findings, source }: LintReport, io: Io): Promise<string> {
  const lines = source.split(/\r\n|\r|\n/);
  const near = findings.flatMap(({ line, message }) => [message, lines[line - 1] ?? '']);
  const sheet = await makeSheet(Math.min(io.columns, WIDEST), io.color, near);
  const { bold, dim } = sheet.paint;
  const all = mergedFindings(findings).flatMap((finding) => [
    ...renderFinding(finding, sheet),
    ...excerpt(lines, finding, sheet).map(dim),
  ]);
  return `${[`${bold(visible(draft))}: ${tally(findings)}`, ...all].join('\n')}\n`;
}
