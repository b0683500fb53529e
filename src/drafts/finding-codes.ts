import type { Finding, Position, Severity } from './finding.ts';

type Entry = {
  readonly severity: Severity;
  readonly fixable?: true;
  /** Lists each finding at its place, even if others have the same message, because the user must visit every one. */
  readonly each?: true;
};

/**
 * Every code that a draft's parser can emit, with its severity. `error`: readers would see something broken, or miss something.
 * `warning`: doubtful, or dropped on purpose. `info`: only worth knowing. Each has its own entry in `docs/findings.md`.
 */
export const DRAFT_FINDINGS = {
  'alt-is-file-name': { severity: 'warning' },
  'alt-says-nothing': { severity: 'warning' },
  'announced-gap': { severity: 'error' },
  'byte-order-mark': { severity: 'info', fixable: true },
  'control-character': { severity: 'warning', fixable: true },
  'definition-unused': { severity: 'warning' },
  'direction-character': { severity: 'warning' },
  'dot-mention': { severity: 'warning' },
  'double-space': { severity: 'info', fixable: true },
  'draft-empty': { severity: 'error' },
  'draft-not-text': { severity: 'error' },
  'draft-too-large': { severity: 'error' },
  'draft-utf16': { severity: 'error' },
  'embedded-note': { severity: 'error' },
  'foreign-handle': { severity: 'info' },
  formula: { severity: 'error' },
  'formula-as-text': { severity: 'info' },
  'front-matter-language': { severity: 'error' },
  'front-matter-misplaced': { severity: 'warning' },
  'front-matter-unclosed': { severity: 'error' },
  'front-matter-yaml': { severity: 'error' },
  'hashtag-cut': { severity: 'warning' },
  'hashtag-digits': { severity: 'info' },
  'html-comment-dropped': { severity: 'info' },
  'html-dropped': { severity: 'warning' },
  'image-without-alt': { severity: 'error' },
  'indented-code': { severity: 'info' },
  'invisible-character': { severity: 'warning' },
  'link-title': { severity: 'info' },
  'link-without-target': { severity: 'warning' },
  'local-link': { severity: 'info' },
  'lost-letters': { severity: 'error', each: true },
  'marked-draft': { severity: 'warning' },
  'math-letters': { severity: 'error', fixable: true },
  mojibake: { severity: 'error', fixable: true, each: true },
  'not-text': { severity: 'info' },
  'not-text-dropped': { severity: 'warning' },
  'note-unused': { severity: 'warning' },
  'note-without-text': { severity: 'warning' },
  'part-of-page': { severity: 'warning' },
  'quoted-by-component': { severity: 'info' },
  'reference-without-source': { severity: 'warning' },
  'relative-link': { severity: 'error' },
  'setting-near-miss': { severity: 'warning' },
  'setting-not-per-network': { severity: 'warning' },
  'setting-unsupported': { severity: 'error' },
  'setting-value': { severity: 'error' },
  'several-updates': { severity: 'info' },
  'shouted-title': { severity: 'warning' },
  slides: { severity: 'error' },
  'source-repeated': { severity: 'warning' },
  'source-without-mark': { severity: 'warning' },
  'struck-out': { severity: 'warning' },
  superscript: { severity: 'info' },
  'table-broken': { severity: 'error' },
  'table-links': { severity: 'info' },
  'template-text': { severity: 'error' },
  'template-value': { severity: 'error' },
  'title-differs': { severity: 'warning' },
  'title-left-out': { severity: 'info' },
  'title-opens': { severity: 'info' },
  'too-deep': { severity: 'error' },
  'too-dense': { severity: 'error' },
  'tracking-parameter': { severity: 'warning', fixable: true },
  'unknown-markdown': { severity: 'error' },
  'unsafe-link': { severity: 'error' },
} as const satisfies Record<string, Entry>;

export type DraftFindingCode = keyof typeof DRAFT_FINDINGS;

/** Whether findings of a code with the same message are listed one by one. */
export function isListedEach(code: string): boolean {
  const entry: Entry | undefined = (DRAFT_FINDINGS as Readonly<Record<string, Entry>>)[code];
  return entry?.each === true;
}

/** What differs from the code's row for one finding: it can't be repaired here, or matters less. */
export type FindingExceptions = { readonly fixable?: boolean; readonly severity?: Severity };

/** Makes a finding of the given code, with the severity in the table. */
export function findingAt(
  code: DraftFindingCode,
  at: Position,
  message: string,
  { fixable = true, severity }: FindingExceptions = {},
): Finding {
  const entry: Entry = DRAFT_FINDINGS[code];
  return {
    code,
    severity: severity ?? entry.severity,
    message,
    line: at.line,
    column: at.column,
    ...(entry.fixable === undefined || !fixable ? {} : { fixable: entry.fixable }),
  };
}
