import type { Edit } from '../edits.ts';
import type { DraftFindingCode } from '../finding-codes.ts';
import type { KnownValues } from './template-values.ts';

/** What a text is read for: a thread of its author's, or a summary, which quotes whole sentences only. */
export type Purpose = 'thread' | 'summary';

/** How a text's markup is to be read. */
export type MarkupOptions = KnownValues & {
  /** Braces, `import` and `export` mean something. */
  readonly isMdx: boolean;
  readonly purpose: Purpose;
};

/** What was found while markup was taken out of a text. */
export type MarkupNote = {
  readonly code: DraftFindingCode;
  readonly offset: number;
  readonly message: string;
};

/** Edits that leave a text's words as Markdown, and what each left out. */
export type Markup = { readonly edits: readonly Edit[]; readonly notes: readonly MarkupNote[] };
