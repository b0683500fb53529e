import type { Finding, Position, Severity } from '../drafts/finding.ts';

/**
 * Every code that reading or summarising a blog post can emit, with its severity. `error`: readers would be led nowhere, or
 * shown nothing. `warning`: something with words was left out on purpose. `info`: something without words was left out. Each
 * has its own entry in `docs/findings.md`.
 */
export const SUMMARY_FINDINGS = {
  'canonical-guessed': 'info',
  'canonical-incomplete': 'error',
  'canonical-shared': 'error',
  'date-unreadable': 'warning',
  'front-matter-export': 'warning',
  'front-matter-json': 'error',
  'front-matter-toml': 'error',
  'invented-link': 'error',
  'invented-number': 'error',
  'no-prose': 'error',
  'not-own-words': 'warning',
  'page-unreadable': 'error',
  'post-unpublished': 'error',
  'proposal-long': 'error',
  'repaired-text': 'info',
  'summary-short': 'warning',
} as const satisfies Record<string, Severity>;

export type SummaryFindingCode = keyof typeof SUMMARY_FINDINGS;

/** Makes a finding of the given code, with the severity in the table. */
export function summaryFinding(code: SummaryFindingCode, at: Position, message: string): Finding {
  return { code, severity: SUMMARY_FINDINGS[code], message, line: at.line, column: at.column };
}
