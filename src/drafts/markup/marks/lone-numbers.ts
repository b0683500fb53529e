import type { Edit } from '../../edits.ts';
import type { MarkSearch } from './mark-rule.ts';

const DEFINITION = /^ {0,3}\[(\d{1,3})\]:[^\S\n]+<?(https?:\/\/[^\s<>]*)/gm;
/** A number behind the words of a link, and any other number in brackets. */
const USE = /(?<=(\]?))\[(\d{1,3})\](?!\()/g;

/**
 * Turns the numbers of `[words][2]` and `[2]: …`, which no page shows, into names. A number that only follows its own address
 * (`[https://…][2]`) always becomes one, so that the address is not listed again as a source. The others become names
 * unless they count from 0 or 1 in the order in which the text uses them, so that a thread does not begin with its source 3; they
 * stay if the text shows one (`as in [2]`).
 */
export function loneNumbers({ source, from, skip }: MarkSearch): Edit[] {
  const body = source.slice(from);
  const defined = new Map<number, { readonly at: number; readonly spelled: readonly [string, string] }>();
  const definitions = new Set<number>();
  for (const { 1: label = '', 2: url = '', 0: whole, index } of body.matchAll(DEFINITION)) {
    const at = from + index + whole.indexOf('[') + 1;
    definitions.add(at);
    if (!skip(from + index) && !defined.has(Number(label)))
      defined.set(Number(label), { at, spelled: [`[${url}]`, `[<${url}>]`] });
  }
  if (defined.size === 0) return [];
  const uses: { readonly label: number; readonly at: number; readonly isBehind: boolean }[] = [];
  const spelled = new Set<number>();
  const marked = new Set<number>();
  for (const { 1: behindWords = '', 2: digits = '', index } of body.matchAll(USE)) {
    const at = from + index + 1;
    const label = Number(digits);
    const address = defined.get(label)?.spelled;
    if (definitions.has(at) || address === undefined || skip(at)) continue;
    uses.push({ label, at, isBehind: behindWords !== '' });
    const isSpelled = address.some((written) => source.endsWith(written, at - 1));
    (isSpelled ? spelled : marked).add(label);
  }
  const named = spelled.difference(marked);
  const others = new Set(defined.keys()).difference(named);
  const isShown = uses.some(({ label, isBehind }) => others.has(label) && !isBehind);
  const used = new Set(uses.flatMap(({ label }) => (others.has(label) ? [label] : [])));
  if (!isShown && !(counts([...used]) && counts([...others].sort((one, other) => one - other))))
    for (const label of others) named.add(label);
  const places = [...defined].flatMap(([label, { at }]) => (named.has(label) ? [at] : []));
  const marks = uses.flatMap(({ label, at }) => (named.has(label) ? [at] : []));
  return [...places, ...marks].map((at) => ({ start: at, end: at, text: NAME }));
}

/** What makes a name of a number. */
const NAME = 'source ';

/** Whether numbers count from 0 or 1 without a gap. */
const counts = (numbers: readonly number[]): boolean =>
  (numbers[0] ?? 0) <= 1 && numbers.every((number, index) => number === (numbers[0] ?? 0) + index);
