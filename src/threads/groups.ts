import { BREAK, type BreakCode, type BreakList } from '../text/break-list.ts';
import type { Group } from './laid-out-text.ts';
import type { Measure } from './legal-breaks.ts';

/** How a break changes inside a group that fits a post, by the group's kind and the break's code. */
type GroupRule = {
  readonly kind: Group['kind'];
  readonly codes: ReadonlySet<number>;
  readonly becomes: BreakCode;
  readonly why: string;
};

const BETWEEN_ITEMS = new Set<number>([
  BREAK.leadIn,
  BREAK.asked,
  BREAK.posed,
  BREAK.listed,
  BREAK.line,
  BREAK.item,
  BREAK.lone,
  BREAK.nested,
  BREAK.comment,
  BREAK.paragraph,
]);
const BETWEEN_LINES = new Set<number>([
  BREAK.leadIn,
  BREAK.asked,
  BREAK.posed,
  BREAK.listed,
  BREAK.paragraph,
  BREAK.line,
  BREAK.item,
  BREAK.lone,
  BREAK.nested,
]);
const BETWEEN_SENTENCES = new Set<number>([
  BREAK.sentence,
  BREAK.tied,
  BREAK.quoted,
  BREAK.answer,
  BREAK.opening,
  BREAK.label,
]);

const RULES: readonly GroupRule[] = [
  { kind: 'list', codes: BETWEEN_ITEMS, becomes: BREAK.list, why: 'a list that fits is one thing' },
  { kind: 'list', codes: BETWEEN_SENTENCES, becomes: BREAK.inList, why: 'worse than between its items' },
  {
    kind: 'item',
    codes: new Set<number>([BREAK.nested, BREAK.comment, BREAK.leadIn, BREAK.asked, BREAK.posed]),
    becomes: BREAK.list,
    why: 'an item and what is nested in it are one thing if they fit',
  },
  {
    kind: 'item',
    codes: BETWEEN_SENTENCES,
    becomes: BREAK.inItem,
    why: 'the place before the item is better',
  },
  {
    kind: 'quotation',
    codes: BETWEEN_LINES,
    becomes: BREAK.quotation,
    why: 'a quotation that fits is one thing',
  },
  {
    kind: 'quotation',
    codes: BETWEEN_SENTENCES,
    becomes: BREAK.inQuotation,
    why: 'worse than between its lines',
  },
];

/**
 * Changes the codes of breaks inside groups that fit a post. The outermost list, item or quotation that fits decides. Linear.
 */
export function codeGroups(
  all: BreakList,
  groups: readonly Group[],
  measures: readonly Measure[],
): BreakList {
  if (groups.length === 0) return all;
  const coded = all.withOwnCodes();
  const fits = ({ start, end }: Group): boolean =>
    measures.every(({ totals, limit }) => (totals[end] ?? 0) - (totals[start] ?? 0) <= limit);
  /** The groups around the current place, each with the outermost one that fits. */
  const open: { readonly end: number; readonly whole: Group | undefined }[] = [];
  let next = 0;
  for (let at = 0; at < all.length; at += 1) {
    const place = all.ends[at] ?? 0;
    while ((open.at(-1)?.end ?? Number.POSITIVE_INFINITY) <= place) open.pop();
    for (; next < groups.length; next += 1) {
      const group = groups[next];
      if (group === undefined || group.start >= place) break;
      if (group.end <= place) continue;
      while ((open.at(-1)?.end ?? Number.POSITIVE_INFINITY) <= place) open.pop();
      open.push({ end: group.end, whole: open.at(-1)?.whole ?? (fits(group) ? group : undefined) });
    }
    const kind = open.at(-1)?.whole?.kind;
    if (kind === undefined) continue;
    const code = all.codes[at] ?? 0;
    const rule = RULES.find((row) => row.kind === kind && row.codes.has(code));
    if (rule !== undefined) coded.recode(at, rule.becomes);
  }
  return coded;
}
