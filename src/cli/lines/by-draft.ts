import type { PublicationRecord } from '../../publishing/publication.ts';

/** Publications of one draft, in the order in which they came. */
export type DraftGroup = { readonly draft: string; readonly records: readonly PublicationRecord[] };

/** Groups publications by their draft; a draft stands where its first publication stood. */
export const byDraft = (records: readonly PublicationRecord[]): DraftGroup[] =>
  [...Map.groupBy(records, ({ draft }) => draft)].map(([draft, own]) => ({ draft, records: own }));
