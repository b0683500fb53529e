import type { Finding, Position, Severity } from '../drafts/finding.ts';

/**
 * Every code that reading or summarising a blog post can emit, with its severity: what would send readers to nothing,
 * or show them nothing, is an `error`; what was left out on purpose is a `warning` where it may hold words, and `info`
 * where it holds none. Each has an entry of its own in `docs/findings.md`.
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

/** One of the codes that reading or summarising a blog post can emit. */
export type SummaryFindingCode = keyof typeof SUMMARY_FINDINGS;

/** A finding of the given code, with the severity that the table holds for it. */
export function summaryFinding(code: SummaryFindingCode, at: Position, message: string): Finding {
  return { code, severity: SUMMARY_FINDINGS[code], message, line: at.line, column: at.column };
}
