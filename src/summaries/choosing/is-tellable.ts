import type { Unfit } from './sentence-facts.ts';

/** What an opening may hold, as its author wrote it: it costs money or means little, but its sentence can be read. */
const TOLD_IN_OPENING: ReadonlySet<Unfit | undefined> = new Set([
  undefined,
  'name',
  'number',
  'names',
  'aside',
]);

/** Whether a sentence may be told in the opening of a summary. */
export const isTellable = ({ unfit }: { readonly unfit?: Unfit | undefined }): boolean =>
  TOLD_IN_OPENING.has(unfit);
