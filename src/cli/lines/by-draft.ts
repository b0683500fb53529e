import type { PublicationRecord } from '../../publishing/publication.ts';

/** Publications of one draft, in their original order. */
export type DraftGroup = { readonly draft: string; readonly records: readonly PublicationRecord[] };

/** Groups publications by draft, in the order of each draft's first publication. */
export const byDraft = (records: readonly PublicationRecord[]): DraftGroup[] =>
  [...Map.groupBy(records, ({ draft }) => draft)].map(([draft, own]) => ({ draft, records: own }));
