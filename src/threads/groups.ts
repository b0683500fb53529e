import { BREAK, type BreakCode, type BreakList } from '../text/break-list.ts';
import type { Span } from '../text/span.ts';
import type { Group } from './laid-out-text.ts';
import type { Measure } from './legal-breaks.ts';

/** How a break changes inside a group that fits a post, by the group's kind and the break's code. */
type GroupRule = {
  /**
   * A group, or one that fits a post, but not together with its lead-in: below a short lead-in, a list or quotation is `parted`
   * and an item `opened`; below a long one, an item or a note is `led`.
   */
  readonly kind: Group['kind'] | Led;
  readonly codes: ReadonlySet<number>;
  readonly becomes: BreakCode;
  readonly why: string;
};

const BETWEEN_ITEMS = new Set<number>([
  BREAK.section,
  BREAK.leadIn,
  BREAK.asked,
  BREAK.posed,
  BREAK.listed,
  BREAK.line,
  BREAK.item,
  BREAK.branch,
  BREAK.lone,
  BREAK.outdent,
  BREAK.nested,
  BREAK.comment,
  BREAK.paragraph,
  BREAK.card,
]);
const BETWEEN_LINES = new Set<number>([
  BREAK.leadIn,
  BREAK.asked,
  BREAK.posed,
  BREAK.listed,
  BREAK.linked,
  BREAK.titled,
  BREAK.paragraph,
  BREAK.begun,
  BREAK.comment,
  BREAK.line,
  BREAK.item,
  BREAK.branch,
  BREAK.lone,
  BREAK.outdent,
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

type Led = 'parted' | 'opened' | 'led';

/** Between an item's own words and what is nested in it. */
const IN_ITEM = new Set<number>([
  BREAK.outdent,
  BREAK.nested,
  BREAK.comment,
  BREAK.leadIn,
  BREAK.asked,
  BREAK.posed,
]);

const RULES: readonly GroupRule[] = [
  {
    kind: 'parted',
    codes: new Set<number>([
      BREAK.item,
      BREAK.branch,
      BREAK.lone,
      BREAK.linked,
      BREAK.paragraph,
      BREAK.line,
      BREAK.section,
    ]),
    becomes: BREAK.parted,
    why: 'its lead-in would be alone in a post',
  },
  {
    kind: 'opened',
    codes: new Set<number>([BREAK.outdent, BREAK.nested]),
    becomes: BREAK.parted,
    why: 'the same: the heading of an item with nested ones',
  },
  {
    kind: 'opened',
    codes: new Set<number>([BREAK.sentence, BREAK.tied]),
    becomes: BREAK.inNested,
    why: 'the lead-in stands better below something else of its part',
  },
  { kind: 'list', codes: BETWEEN_ITEMS, becomes: BREAK.list, why: 'a list that fits is one thing' },
  { kind: 'list', codes: BETWEEN_SENTENCES, becomes: BREAK.inList, why: 'worse than between its items' },
  {
    kind: 'led',
    codes: BETWEEN_SENTENCES,
    becomes: BREAK.inList,
    why: 'nothing is broken for the sake of a lead-in that can stand without it',
  },
  {
    kind: 'item',
    codes: IN_ITEM,
    becomes: BREAK.list,
    why: 'an item and what is nested in it are one thing',
  },
  { kind: 'nested', codes: IN_ITEM, becomes: BREAK.list, why: 'the same, deeper' },
  {
    kind: 'nested',
    codes: new Set<number>([BREAK.sentence, BREAK.tied, BREAK.quoted, BREAK.opening]),
    becomes: BREAK.inNested,
    why: 'the place before the nested item is better',
  },
  {
    kind: 'unit',
    codes: new Set<number>([BREAK.sentence, BREAK.tied, BREAK.quoted, BREAK.opening]),
    becomes: BREAK.inNested,
    why: 'the place before what is nested, or before the note, is better',
  },
  {
    kind: 'item',
    codes: new Set<number>([BREAK.line]),
    becomes: BREAK.inItem,
    why: 'the place before the stanza is better',
  },
  {
    kind: 'item',
    codes: new Set<number>([BREAK.sentence, BREAK.tied, BREAK.opening]),
    becomes: BREAK.inNested,
    why: 'the place before the item is better, although the lead-in of its list may end a post',
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

/** The longest lead-in that looks lost alone, as a share of a post. */
const SHORT_LEAD_IN = 0.25;

/** The most words of a list, as a share of a post, whose pictures all stand below it: each picture of a longer one ends its item. */
const FEW_WORDS = 0.5;

/** Whether a place is inside a sentence, or between two lead-ins. */
const isBound = (code: number): boolean => code === BREAK.leadIn || code >= BREAK.turn;

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
  const fits = ({ start, end }: Span): boolean =>
    measures.every(({ totals, limit }) => (totals[end] ?? 0) - (totals[start] ?? 0) <= limit);
  const [length] = measures;
  const isShort = (start: number, end: number): boolean =>
    (length?.totals[end] ?? 0) - (length?.totals[start] ?? 0) < SHORT_LEAD_IN * (length?.limit ?? 0);
  const hasFewWords = ({ start, end }: Span): boolean =>
    (length?.totals[end] ?? 0) - (length?.totals[start] ?? 0) <= FEW_WORDS * (length?.limit ?? 0);
  /** How a group that fits relates to the lead-in above it, at the break `at`, if both do not fit together. */
  const ledBy = ({ start, end, kind }: Group, at: number): Led | undefined => {
    if (kind === 'nested' || all.codes[at] !== BREAK.leadIn || all.starts[at] !== start) return undefined;
    let above = at - 1;
    while (above >= 0 && isBound(all.codes[above] ?? 0)) above -= 1;
    const from = above < 0 ? 0 : (all.starts[above] ?? 0);
    if (fits({ start: from, end })) return undefined;
    // Sentences above it in its paragraph keep a lead-in company.
    const hasCompany = above >= 0 && BETWEEN_SENTENCES.has(all.codes[above] ?? 0);
    const isLost = !hasCompany && isShort(from, start);
    if (kind === 'unit') return isLost ? undefined : 'led';
    if (kind === 'item') return isLost ? 'opened' : 'led';
    return isLost ? 'parted' : undefined;
  };
  /** Whether a short sentence that announces what is nested in an item begins here: it may open their post. */
  const leadsOn = (item: Group, at: number): boolean =>
    item.kind === 'unit' && announces(all, at, item) && isShort(all.starts[at] ?? 0, item.end);
  /** The groups around the current place, each with the outermost one that fits. */
  const open: { readonly end: number; readonly whole: Group | undefined; readonly led: Led | undefined }[] =
    [];
  let next = 0;
  for (let at = 0; at < all.length; at += 1) {
    const place = all.ends[at] ?? 0;
    while ((open.at(-1)?.end ?? Number.POSITIVE_INFINITY) <= place) open.pop();
    for (; next < groups.length; next += 1) {
      const group = groups[next];
      if (group === undefined || group.start >= place) break;
      if (group.end <= place) continue;
      while ((open.at(-1)?.end ?? Number.POSITIVE_INFINITY) <= place) open.pop();
      const around = open.at(-1);
      const whole = around?.whole ?? (fits(group) ? group : undefined);
      const led = whole === group ? ledBy(group, at - 1) : around?.led;
      open.push({ end: group.end, whole, led });
    }
    const inner = open.at(-1);
    const whole = inner?.whole;
    if (inner === undefined || whole === undefined) continue;
    const { kind } = whole;
    const code = all.codes[at] ?? 0;
    if (code === BREAK.card && !hasFewWords(whole)) continue;
    const rule = RULES.find((row) => (row.kind === kind || row.kind === inner.led) && row.codes.has(code));
    if (rule === undefined) continue;
    coded.recode(at, leadsOn(whole, at) ? BREAK.inItem : rule.becomes);
  }
  freeLongItems(coded, fits);
  return coded;
}

/** Whether what is between a break and the end of its group is one sentence that announces what is below. */
function announces(all: BreakList, at: number, { end }: Span): boolean {
  let next = at + 1;
  while (next < all.length && (all.codes[next] ?? 0) >= BREAK.turn) next += 1;
  return all.codes[next] === BREAK.leadIn && all.ends[next] === end;
}

/** Eases the places below nested items longer than a post: their last sentences should have no other item below them. */
function freeLongItems(coded: BreakList, fits: (words: Span) => boolean): void {
  let start = 0;
  for (let at = 0; at < coded.length; at += 1) {
    const code = coded.codes[at] ?? 0;
    if (isInside(code)) continue;
    const isNested = code === BREAK.nested || code === BREAK.outdent;
    if (isNested && !fits({ start, end: coded.ends[at] ?? 0 })) coded.recode(at, BREAK.freed);
    start = coded.starts[at] ?? 0;
  }
}

/** Whether a place is inside an item's own words. */
const isInside = (code: number): boolean =>
  BETWEEN_SENTENCES.has(code) || code >= BREAK.turn || code === BREAK.inItem || code === BREAK.inNested;
