import type { Edit } from '../../edits.ts';
import type { MarkSearch } from './mark-rule.ts';

const DEFINITION = /^ {0,3}\[(\d{1,3})\]:[^\S\n]+<?(https?:\/\/[^\s<>]*)/gm;
/** A number behind the words of a link, and any other number in brackets. */
const USE = /(?<=(\]?))\[(\d{1,3})\](?!\()/g;

/**
 * Makes names of the numbers of `[words][2]` and `[2]: …` if they don't count from 0 or 1: a page shows them nowhere, and a thread
 * would begin with its source 3. A number that the text itself shows (`as in [2]`) stays, with all others. One that only stands
 * behind its own address (`[https://…][2]`) is made a name in any case, and no source: the address is there already.
 */
export function loneNumbers({ source, from, skip }: MarkSearch): Edit[] {
  const body = source.slice(from);
  const defined = new Map<number, { readonly at: number; readonly url: string }>();
  const definitions = new Set<number>();
  for (const { 1: label = '', 2: url = '', 0: whole, index } of body.matchAll(DEFINITION)) {
    const at = from + index + whole.indexOf('[') + 1;
    definitions.add(at);
    if (!skip(from + index) && !defined.has(Number(label))) defined.set(Number(label), { at, url });
  }
  if (defined.size === 0) return [];
  const uses: { readonly label: number; readonly at: number; readonly isBehind: boolean }[] = [];
  const spelled = new Set<number>();
  const marked = new Set<number>();
  for (const { 1: behindWords = '', 2: written = '', index } of body.matchAll(USE)) {
    const at = from + index + 1;
    const label = Number(written);
    const url = defined.get(label)?.url;
    if (definitions.has(at) || url === undefined || skip(at)) continue;
    uses.push({ label, at, isBehind: behindWords !== '' });
    const isSpelled = source.endsWith(`[${url}]`, at - 1) || source.endsWith(`[<${url}>]`, at - 1);
    (isSpelled ? spelled : marked).add(label);
  }
  const named = spelled.difference(marked);
  const others = new Set(defined.keys()).difference(named);
  const isShown = uses.some(({ label, isBehind }) => others.has(label) && !isBehind);
  if (!isShown && !counts([...others])) for (const label of others) named.add(label);
  const places = [...defined].flatMap(([label, { at }]) => (named.has(label) ? [at] : []));
  const marks = uses.flatMap(({ label, at }) => (named.has(label) ? [at] : []));
  return [...places, ...marks].map((at) => ({ start: at, end: at, text: NAME }));
}

/** What makes a name of a number. */
const NAME = 'source ';

/** Whether numbers count from 0 or 1 without a gap. */
function counts(numbers: readonly number[]): boolean {
  const sorted = [...numbers].sort((one, other) => one - other);
  const [first = 2] = sorted;
  return first <= 1 && sorted.every((number, index) => number === first + index);
}
