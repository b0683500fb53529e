/**
 * What a mark before white space may mean:
 *
 * - `stop`: an end, an abbreviation, an ordinal or dots; see `stop-rules.ts`;
 * - `ask`: an end, unless a small letter follows (`“Really?” she said`);
 * - `end`: always an end: scripts in which the mark has no other use;
 * - `dots`: an end before a capital letter;
 * - `clause`: the end of a clause.
 */
export type MarkKind = 'stop' | 'ask' | 'end' | 'dots' | 'clause';

type MarkRow = { readonly kind: MarkKind; readonly marks: string; readonly why: string };

const ROWS: readonly MarkRow[] = [
  { kind: 'stop', marks: '.', why: 'has many uses' },
  { kind: 'ask', marks: '!?‽‼⁈⁉', why: 'ends a sentence, or a name, or a quoted question inside a sentence' },
  { kind: 'end', marks: '。！？．', why: 'Chinese and Japanese' },
  { kind: 'end', marks: '؟۔', why: 'Arabic, Persian, Urdu' },
  { kind: 'end', marks: '।॥', why: 'Hindi and other scripts of India' },
  { kind: 'end', marks: '။', why: 'Burmese' },
  { kind: 'end', marks: '។៕', why: 'Khmer' },
  { kind: 'end', marks: '๚๛', why: 'Thai: the end of a section' },
  { kind: 'end', marks: '።', why: 'Amharic' },
  { kind: 'end', marks: '։', why: 'Armenian' },
  { kind: 'dots', marks: '…', why: 'words left out, or a pause inside a sentence' },
  { kind: 'clause', marks: ',;:—–', why: 'part of a sentence' },
  { kind: 'clause', marks: '،؛', why: 'Arabic' },
  { kind: 'clause', marks: '、，；：', why: 'Chinese and Japanese' },
];

const KINDS: ReadonlyMap<string, MarkKind> = new Map(
  ROWS.flatMap(({ kind, marks }) => [...marks].map((mark) => [mark, kind] as const)),
);

/** Returns what a mark may mean before white space; `undefined` for a character that ends nothing. */
export function markKind(mark: string): MarkKind | undefined {
  return KINDS.get(mark);
}

/** Marks that end a question. */
export const QUESTION_MARKS = '?？؟';
