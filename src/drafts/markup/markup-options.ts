import type { Edit, EditedText } from '../edits.ts';
import type { Severity } from '../finding.ts';
import type { DraftFindingCode } from '../finding-codes.ts';
import type { KnownValues } from './template-values.ts';

/** What a text is read for: its author's own thread, or a summary, which only quotes whole sentences. */
export type Purpose = 'thread' | 'summary';

/** How to read a text's markup. */
export type MarkupOptions = KnownValues & {
  /** Braces, `import` and `export` have a meaning. */
  readonly isMdx: boolean;
  readonly purpose: Purpose;
};

/** A finding from removing markup. */
export type MarkupNote = {
  readonly code: DraftFindingCode;
  readonly offset: number;
  readonly message: string;
  /** Overrides the code’s own. */
  readonly severity?: Severity;
};

/** Edits that reduce a text's words to Markdown, and what each dropped. */
export type Markup = { readonly edits: readonly Edit[]; readonly notes: readonly MarkupNote[] };

/**
 * Rewrites a text from an offset on, before anything else is read, because what it finds decides what is code. The offsets of its notes
 * are of the text before.
 */
export type FirstPass = (
  source: string,
  from: number,
) => EditedText & { readonly notes: readonly MarkupNote[] };
