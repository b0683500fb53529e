import type { Edit } from '../../edits.ts';
import type { MarkSearch } from './mark-rule.ts';

const DEFINITION = /^ {0,3}\[(\d{1,3})\]:[^\S\n]+<?https?:\/\//gm;
/** A number behind the words of a link, and any other number in brackets. */
const USE = /(?<=(\]?))\[(\d{1,3})\](?!\()/g;

/**
 * Makes names of the numbers of `[words][2]` and `[2]: …` if they don't count from 0 or 1: a page shows them nowhere, and a thread
 * would begin with its source 3. A number that the text itself shows (`as in [2]`) stays, with all others.
 */
export function loneNumbers({ source, from, skip }: MarkSearch): Edit[] {
  const body = source.slice(from);
  const defined = new Map<number, number>();
  const definitions = new Set<number>();
  for (const { 1: label = '', 0: whole, index } of body.matchAll(DEFINITION)) {
    const at = from + index + whole.indexOf('[') + 1;
    definitions.add(at);
    if (!skip(from + index) && !defined.has(Number(label))) defined.set(Number(label), at);
  }
  if (defined.size === 0 || counts([...defined.keys()])) return [];
  const edits: Edit[] = [...defined.values()].map((at) => ({ start: at, end: at, text: NAME }));
  for (const { 1: behindWords = '', 2: label = '', index } of body.matchAll(USE)) {
    const at = from + index + 1;
    if (definitions.has(at) || !defined.has(Number(label)) || skip(at)) continue;
    if (behindWords === '') return [];
    edits.push({ start: at, end: at, text: NAME });
  }
  return edits;
}

/** What makes a name of a number. */
const NAME = 'source ';

/** Whether numbers count from 0 or 1 without a gap. */
function counts(numbers: readonly number[]): boolean {
  const sorted = [...numbers].sort((one, other) => one - other);
  const [first = 2] = sorted;
  return first <= 1 && sorted.every((number, index) => number === first + index);
}
