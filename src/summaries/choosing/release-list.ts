import { finds } from '../../languages/phrases.ts';
import { BREAKING, CHANGES, INTERNAL, LESSER, NO_CHANGES, TEMPLATE } from '../../languages/releases.ts';
import { isTellable } from './is-tellable.ts';
import { asItem, isFitItem } from './lead-in-lines.ts';
import type { OpeningContext } from './opening-context.ts';
import { leadsAway } from './points-elsewhere.ts';
import type { PostSentence } from './post-sentences.ts';
import { isNotYet, isReport } from './release-words.ts';
import { wordCount } from './words.ts';

/** A list of changes: the line or heading above it, and its items. */
export type ChangeList = {
  readonly lead: PostSentence;
  readonly items: readonly PostSentence[];
  /** Whether it tells what no longer works, or lesser changes. */
  readonly isLast: boolean;
};

/** A list of changes is one of so many sentences. */
const WITHIN = 60;
/** The longest line above one, in words. */
const LONGEST_LEAD = 24;
/** The fewest items that are a list. */
const FEWEST_ITEMS = 2;
/** One that is the only one has so many words. */
const ONLY_WORDS = 3;
/** The fewest words of an item that says something. */
const FEWEST_WORDS = 2;
/** From this share of items that a summary can't show, a list is of another kind. */
const MOST_UNFIT = 0.5;

/** Returns the first list of changes of an announcement, below a place in it; `undefined` if there is none. */
export function changeList(from: number, context: OpeningContext): ChangeList | undefined {
  const { sentences, headings } = context;
  let last: ChangeList | undefined;
  for (const first of sentences.slice(from, from + WITHIN)) {
    const before = sentences[first.index - 1];
    if (!first.inItem || first.block === before?.block) continue;
    const lead = leadAbove(first, before, context);
    if (lead === undefined || isOther(lead, context)) continue;
    const items = fitItems(first, context);
    const isOnly =
      lead.unfit === 'lead-in' &&
      sentences[first.index + 1]?.block !== first.block &&
      first.text.split(' ').length >= ONLY_WORDS;
    if (items.length < (isOnly ? 1 : FEWEST_ITEMS)) continue;
    const lines = [lead.text, headings[first.section] ?? ''];
    const isLast = isOnly || lines.some((line) => finds(BREAKING, line) || finds(LESSER, line));
    if (!isLast) return { lead, items, isLast };
    last ??= { lead, items, isLast };
  }
  return last;
}

/** Returns the line above a list that says that changes are below it, or its heading. */
function leadAbove(
  first: PostSentence,
  before: PostSentence | undefined,
  { headings, language, sentences }: OpeningContext,
): PostSentence | undefined {
  const isAbove = (line: PostSentence): boolean =>
    !line.inItem && line.block === first.block - 1 && line.place === line.of - 1;
  if (before !== undefined && isAbove(before)) {
    const isLine =
      namesChanges(before.text) &&
      wordCount(before.text) <= LONGEST_LEAD &&
      leadsAway(before.text, language) === undefined &&
      (before.unfit === undefined || before.unfit === 'lead-in' || before.unfit === 'fragment');
    if (isLine) return before;
    // What says that they are below may have a sentence behind it: `Read the full log.`
    return sentences
      .slice(before.index - before.place, before.index + 1)
      .find((one) => LISTED_BELOW.test(one.text) && isTellable(one));
  }
  const heading = headings[first.section] ?? '';
  if (before?.section === first.section || !namesChanges(heading)) return undefined;
  return {
    ...first,
    text: heading,
    code: [],
    index: first.index - 0.5,
    paragraph: -1 - first.block,
    block: first.block - 1,
    inItem: false,
    place: 0,
    of: 1,
    unfit: 'lead-in',
  };
}

/** `Some of the notable ones are listed below, but there are more.` */
const LISTED_BELOW =
  /(?<!\p{L})(?:notable|noteworthy|important|interesting|main|major|biggest|key|highlights?|changes|features|improvements)(?: (?:ones|changes|features|improvements))?(?: [^\s.!?]+){0,4} (?:is|are) (?:listed |shown |described |summari[sz]ed )?below(?!\p{L})/iu;

/** `The release`: which one, says the part of the report. */
const OF_RELEASE = /\b(?:release|version|it|which)\b/iu;

/** Whether a list is below a heading of another kind, or tells of one of several things. */
const isOther = ({ section, text }: PostSentence, context: OpeningContext): boolean =>
  isNotYet(text.replace(/\?$/u, '')) ||
  NO_CHANGES.some((rule) => finds(rule, context.headings[section] ?? '')) ||
  (section > (context.sentences[0]?.section ?? 0) && isReport(context) && OF_RELEASE.test(text));

const namesChanges = (line: string): boolean =>
  CHANGES.some((rule) => finds(rule, line)) && !NO_CHANGES.some((rule) => finds(rule, line));

/** `When piping input, …`: it is no news of a text, but of a list of changes. */
const SUPPOSES = /^(?:when|while)(?!\p{L})/iu;
/** `lamp-lid`, without a version: it says nothing of what is new in it. */
const NAME_ALONE = /^[!-/:-~]+$/u;
/** An item that goes on in what is below it. */
const GOES_ON = /[:,;：，；]$/u;

/** Returns the first sentences of the items of a list, without brackets at their ends. */
function fitItems(first: PostSentence, { sentences, language }: OpeningContext): readonly PostSentence[] {
  const rest = sentences.slice(first.index);
  const end = rest.findIndex(({ block }) => block !== first.block);
  const items = (end === -1 ? rest : rest.slice(0, end)).filter(
    ({ place, text }) => place === 0 && !finds(INTERNAL, text.replace(NUMBER, '')),
  );
  const isFit = (one: PostSentence): boolean =>
    isFitItem(one) &&
    wordCount(one.text) >= FEWEST_WORDS &&
    !GOES_ON.test(one.text) &&
    !NAME_ALONE.test(one.text) &&
    !finds(TEMPLATE, one.text) &&
    !(isNotYet(one.text) && !SUPPOSES.test(one.text)) &&
    // `click.getchar returns …` is a name.
    (one.code[0]?.start === 0 || leadsAway(one.text, language) === undefined);
  const fit = items.filter(isFit);
  if (items.length - fit.length > items.length * MOST_UNFIT) return [];
  return fit.map((one) => asItem(withoutBracket(one)));
}

/** What an author adds in brackets behind an item: a number, a name. */
const BRACKET = /\s*[([（][^()[\]（）]*[)\]）]\.?$/u;

/** Who made a change, and in which issue. */
const AUTHOR = / by @?\S+ in #\d+$/u;
/** `GH-38 `: the number of an issue before an item. */
const NUMBER = /^(?:\[?(?:GH-|#)\d+\]?[:,]?\s+)+/u;

/** Returns an item without the bracket at its end. */
function withoutBracket(item: PostSentence): PostSentence {
  const [number = ''] = NUMBER.exec(item.text) ?? [];
  const text = item.text.slice(number.length).replace(BRACKET, '').replace(AUTHOR, '');
  if (text === item.text || wordCount(text) < FEWEST_WORDS) return item;
  const code = item.code.map(({ start, end }) => ({
    start: start - number.length,
    end: end - number.length,
  }));
  return { ...item, text, code: code.filter(({ start, end }) => start >= 0 && end <= text.length) };
}
