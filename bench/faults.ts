import { xWeight } from '../src/text/x/weight.ts';
import { inkOf, type Leaf, type Outline, type Whole } from './outline.ts';

/** The faults of a thread, in the design's order. None of this is shared with the splitter. */
export const FAULTS = [
  'sentences',
  'quotations',
  'lists',
  'questions',
  'leadIns',
  'attributions',
  'nested',
  'tailsWithHeads',
] as const;

/** One of {@link FAULTS}. */
export type Fault = (typeof FAULTS)[number];

/** Where a fault is, as the words before and after the cut. */
export type Found = { readonly fault: Fault; readonly around: string; readonly weight?: number };

const END = /[.!?…。！？:：;؟۔।។]["'”’»)\]*_]*$/u;
const QUESTION = /[?？]["”’)]*$/;
/** A colon, but neither the two of an IPv6 address or a path nor a smiley: `:)`. */
const COLON = /(?:(?<!:)[:：]["”’]*|(?<![:\s])[:：]["”’)]*)$/;
const LINK_END = /(?:(?<!:)[:：]|[?？])["”’)]*$/;
const NAMES =
  /^(?:[—–-]+\s*)?\p{Lu}[\p{L}.'’-]*(?:[ ,]+[\p{Lu}\d][\p{L}\p{N}.'’-]*|[ ,]+(?:of|the|and|van|von|de|in))*$/u;

/** All faults of a thread, given its posts without what was added to them; `undefined` if their words are not the draft's. */
export function faultsOf(outline: Outline, posts: readonly string[], limit: number): Found[] | undefined {
  const cuts: number[] = [];
  let ink = '';
  for (const post of posts) {
    ink += inkOf(post);
    cuts.push(ink.length);
  }
  // Notes stand behind the draft's own words.
  if (!ink.startsWith(outline.ink)) return undefined;
  while ((cuts.at(-1) ?? 0) >= outline.ink.length) cuts.pop();
  const found: Found[] = [];
  const add: Add = (fault, cut, weight) => {
    found.push({
      fault,
      ...(weight === undefined ? {} : { weight }),
      around: `${ink.slice(Math.max(0, cut - 30), cut)} | ${ink.slice(cut, cut + 30)}`,
    });
  };
  const leafAt = (cut: number): Leaf | undefined =>
    outline.leaves.find(({ start, end }) => start < cut && cut < end);
  const broken = (wholes: readonly Whole[], depth?: number): Whole[] =>
    wholes.filter(
      (whole) =>
        whole.weight <= limit &&
        (depth === undefined || whole.depth === depth) &&
        cuts.some((cut) => whole.start < cut && cut < whole.end),
    );
  for (const list of broken(outline.lists, 0)) {
    // After an item with a picture, the next one has a post of its own: a network shows all pictures below the words.
    const at = cuts.find((cut) => list.start < cut && cut < list.end && !outline.stops.has(cut));
    if (at !== undefined && !joinsLeadIn(outline, list, cuts, limit)) add('lists', at, list.weight);
  }
  for (const quote of broken(outline.quotes)) {
    const above = outline.leaves.find(({ end }) => end === quote.start);
    if (above !== undefined && QUESTION.test(above.text.trim())) continue;
    add('quotations', cuts.find((cut) => quote.start < cut && cut < quote.end) ?? 0, quote.weight);
  }
  for (const cut of cuts) {
    const leaf = leafAt(cut);
    if (leaf !== undefined) insideLeaf(outline, leaf, cut, limit, add);
    else betweenLeaves(outline, cut, limit, add);
    const item = outline.items.find(({ start, depth }) => start === cut && depth > 0);
    if (item !== undefined) {
      const top = outline.items.find(({ start, end, depth }) => depth === 0 && start < cut && cut < end);
      const fits = top !== undefined && top.weight <= limit;
      if (fits && !joinsLeadIn(outline, top, cuts, limit)) add('nested', cut);
    }
  }
  for (let at = 1; at < cuts.length; at += 1) {
    const [tail, head] = [leafAt(cuts[at - 1] ?? 0), leafAt(cuts[at] ?? 0)];
    if (tail === undefined || head === undefined || tail === head) continue;
    // The tail of one paragraph and the head of a later one; a kept line is a thought of its own.
    if (tail.lines.has(cuts[at - 1] ?? 0) || head.lines.has(cuts[at] ?? 0)) continue;
    if (!asksOnly(tail, cuts[at - 1] ?? 0, head)) add('tailsWithHeads', cuts[at] ?? 0);
  }
  return found;
}

/**
 * A list, or an item with nested ones, that fits a post, but not with the heading or the short lead-in above it, which would be alone
 * otherwise: readers want its first items in the post of the lead-in.
 */
function joinsLeadIn(outline: Outline, list: Whole, cuts: readonly number[], limit: number): boolean {
  const above = outline.leaves.find(({ end }) => end === list.start);
  if (above === undefined || cuts.includes(list.start)) return false;
  const text = above.text.trim();
  if (above.type !== 'heading' && !COLON.test(text)) return false;
  const leadIn = xWeight(lastSentence(text)) + 2 + chainAbove(outline, above);
  return leadIn <= limit * SHORT_LEAD_IN && leadIn + list.weight > limit;
}

/** The longest lead-in that looks lost alone, as a share of a post. */
const SHORT_LEAD_IN = 0.25;

/** A question that ends its paragraph, with the beginning of the next one: the answer's first part stays with it. */
function asksOnly(tail: Leaf, cut: number, head: Leaf): boolean {
  const rest = tail.text.slice(offsetOf(tail.text, cut - tail.start)).trim();
  return tail.end === head.start && QUESTION.test(rest) && lastSentence(rest) === rest;
}

type Add = (fault: Fault, cut: number, weight?: number) => void;

function insideLeaf(outline: Outline, leaf: Leaf, cut: number, limit: number, add: Add): void {
  if (leaf.lines.has(cut)) return;
  const at = offsetOf(leaf.text, cut - leaf.start);
  const before = leaf.text.slice(0, at).trimEnd();
  const after = leaf.text.slice(at).trimStart();
  const answer = firstSentence(after);
  const asked = QUESTION.test(before) && !QUESTION.test(answer) && !asksMuch(before);
  // A question and a first sentence that share no post can't be kept together.
  const rest = answer === after && isLink({ ...leaf, text: after }) ? belowOf(outline, leaf.end).part + 2 : 0;
  if (asked && xWeight(lastQuestions(before)) + 1 + xWeight(answer) + rest <= limit) add('questions', cut);
  if (after.length < 80 && /^[—–-]/.test(after) && NAMES.test(after.trim())) add('attributions', cut);
  if (/(?:\p{Extended_Pictographic}|\u{FE0F})$/u.test(before) && /^\P{Ll}/u.test(after)) return;
  const isEnd = END.test(before) && !/[:;]["”’)]*$/.test(before);
  const named = outline.names.has(/^[\p{L}\p{N}_]+/u.exec(after)?.[0] ?? '');
  const goesOn = /\.$/.test(before) && /^\p{Ll}/u.test(after) && !named;
  if (isEnd && !(goesOn && /^["“]?\p{Lu}/u.test(leaf.text))) return;
  const ends = sentenceEnds(leaf.text);
  const from = ends.findLast((end) => end <= at) ?? 0;
  const sentence = leaf.text.slice(
    from,
    ends.find((end) => end > at),
  );
  const weight = xWeight(sentence.trim());
  if (weight <= limit) add('sentences', cut, weight);
}

function betweenLeaves(outline: Outline, cut: number, limit: number, add: Add): void {
  if (outline.stops.has(cut)) return;
  const left = outline.leaves.find(({ end }) => end === cut);
  const right = leafFrom(outline, cut);
  if (left === undefined || right === undefined || right.type === 'heading') return;
  const text = left.text.trim();
  const list = outline.lists.find(({ start }) => start === cut);
  const quote = outline.quotes.find(({ start }) => start === cut);
  const joint = xWeight(lastQuestions(text)) + 2 + chainAbove(outline, left);
  const { part, whole } = belowOf(outline, cut);
  // Where what is announced fits a post, but not with its lead-in, the cut between them is the only good one.
  const parted = joint + part <= limit && !(whole !== undefined && whole <= limit && joint + whole > limit);
  // The next item of a series answers nothing: `4. The next tool`.
  const goesOn = /^\d{1,3}[、.)．]/.test(right.text.trim());
  const asks = QUESTION.test(text) && !asksMuch(text) && !asksOn(outline, left, right.text);
  if (asks && !left.inItem && parted && !goesOn) add('questions', cut);
  else if (isLeadIn(left, text, list !== undefined, quote !== undefined) && parted && !isTold(outline, left))
    add('leadIns', cut);
  const above = outline.quotes.find(
    ({ start, end }) => end === cut || (start < cut && cut < end && right.end === end),
  );
  const name = right.text.trim();
  if (above !== undefined && name.length < 80 && (/^[—–]/.test(name) || NAMES.test(name)))
    add('attributions', cut);
}

/** A line that has to move with what stands below it: a heading, a question or a single sentence with a colon. */
function isLink({ type, text }: Leaf): boolean {
  if (type === 'heading') return true;
  return sentenceEnds(text.trim()).every((end) => end === text.trim().length) && LINK_END.test(text.trim());
}

/** What the lines right above a leaf weigh that would have to move with it, the thread's title included. */
function chainAbove(outline: Outline, leaf: Leaf): number {
  if (sentenceEnds(leaf.text).some((end) => end < leaf.text.trim().length)) return 0;
  if (leaf.start === 0) return outline.titleWeight === 0 ? 0 : outline.titleWeight + 2;
  const above = outline.leaves.find(({ end }) => end === leaf.start);
  if (
    above === undefined ||
    above.inItem ||
    (above.type !== 'heading' && !above.bold && !LINK_END.test(above.text.trim()))
  )
    return 0;
  return xWeight(lastSentence(above.text.trim())) + 2 + chainAbove(outline, above);
}

/** What the first part of what begins at a cut weighs, and the whole of it if it is a list or a quotation. */
function belowOf(outline: Outline, cut: number): { readonly part: number; readonly whole?: number } {
  const right = leafFrom(outline, cut);
  if (right === undefined) return { part: 0 };
  const list = outline.lists.find(({ start }) => start === cut);
  const item = outline.items.find(({ start }) => start === cut);
  if (list !== undefined) return { part: item?.weight ?? 0, whole: list.weight };
  const quote = outline.quotes.find(({ start }) => start === cut);
  if (quote !== undefined) return { part: xWeight(firstSentence(right.text)) + 2, whole: quote.weight };
  const own = xWeight(right.text.trim());
  if (!isLink(right) || outline.stops.has(right.end)) return { part: xWeight(firstSentence(right.text)) };
  const { part, whole } = belowOf(outline, right.end);
  return { part: own + 2 + part, ...(whole === undefined ? {} : { whole: own + 2 + whole }) };
}

/** The leaf that begins at a cut; a list's first leaf begins behind its marker. */
const leafFrom = ({ leaves }: Outline, cut: number): Leaf | undefined =>
  leaves.find(({ start }) => start >= cut && start <= cut + 4);

/** Whether a bold sentence is what a colon above it announces, and no heading. */
function isTold({ leaves }: Outline, leaf: Leaf): boolean {
  const above = leaves.findLast(({ end }) => end <= leaf.start);
  return (
    leaf.bold && END.test(leaf.text.trim()) && above?.end === leaf.start && /[:：]$/.test(above.text.trim())
  );
}

function isLeadIn(leaf: Leaf, text: string, list: boolean, quote: boolean): boolean {
  const line = text.slice(text.lastIndexOf('\n') + 1);
  if (leaf.type === 'heading' || COLON.test(line)) return true;
  if (/^\[[^\]]{2,80}\]$/.test(line)) return true;
  if (leaf.bold && text.length <= 100 && !leaf.inItem) return true;
  // An address stands below what it belongs to.
  if ((!list && !quote) || /^(?:https?:\/\/)?[\w.-]+\.[a-z]{2,}\/\S*$/i.test(line)) return false;
  // A line that opens with a dash names who said what stands above it.
  if (line.length <= 60 && !/^[—–-]|[.!?…。！？～~,;，；]["”’)]*$/.test(line) && !leaf.inItem) return true;
  return (
    /^(?:here (?:are|is)|these are|the following)\b/i.test(lastSentence(line)) ||
    /\b(?:as follows|following)\.?$/i.test(line)
  );
}

/** Offsets at which sentences end: a mark before white space and what is no small letter, or a mark of Chinese. */
function sentenceEnds(text: string): number[] {
  const ends =
    /(?<!\b(?:\d{1,2}|[a-zA-Z]|bzw|ca|etc|vs|e\.g|i\.e|z\.\s?B|Dr|Mr|Mrs|Ms|Nr|Abs|Drs|Art))(?<!^|\s)[.!?…]["”’)\]]*(?=\s+[^\p{Ll}\s])|[。！？]["”’)\]」』]*/gu;
  return [...text.matchAll(ends)].map(({ index, 0: mark }) => index + mark.length);
}

function lastSentence(text: string): string {
  return text.slice(sentenceEnds(text).findLast((end) => end < text.length) ?? 0).trim();
}

/** Returns the questions in a row that a text ends with, which belong together; its last sentence if that is none. */
function lastQuestions(text: string): string {
  const ends = [0, ...sentenceEnds(text).filter((end) => end < text.length)];
  let from = ends.length - 1;
  const sentence = (at: number): string => text.slice(ends[at], ends[at + 1]).trim();
  while (from > 0 && QUESTION.test(sentence(from)) && QUESTION.test(sentence(from - 1))) from -= 1;
  return text.slice(ends[from]).trim();
}

/** A question at the end of a text that asks for assent, or for nothing: `…, right?`, `Who knows?` */
const ASKS_NOTHING =
  /(?:[,;–—-]\s*¿?(?:right|no|eh|huh|ok(?:ay)?|yes|you know|(?:is|was|does|did) it|oder|hein|verdad|né|\p{L}+n['’]t (?:i|you|he|she|it|we|they|there))|(?:^|[.!?]\s+)(?:(?:but |and |so )?who (?:knows|cares)|(?:where|who|what|when|how) else [^.!?]*|(?:do(?:es)? (?:that|this|it) )?(?:make|makes) sense|sounds? familiar|get it))\?$/iu;

/** Whether a text ends with three questions or more: one rhetorical question, which nothing answers; or with one that asks nothing. */
function asksMuch(text: string): boolean {
  if (ASKS_NOTHING.test(text.trimEnd())) return true;
  const ends = [0, ...sentenceEnds(text), text.length];
  const sentences = ends.map((end, at) => text.slice(ends[at - 1] ?? 0, end).trim()).filter(Boolean);
  return sentences.length >= 3 && sentences.slice(-3).every((sentence) => QUESTION.test(sentence));
}

/** Whether a question is the last of three or more in paragraphs of only questions, which a short answer (`Nope.`) alone would answer. */
function asksOn({ leaves }: Outline, left: Leaf, below: string): boolean {
  if (/^[^.!?…]{1,12}[.!…](?:\s|$)/u.test(below.trim())) return false;
  const above = leaves.findLast(({ end }) => end <= left.start);
  if (above?.end !== left.start) return false;
  const asked = [above.text, left.text].map((text) => text.trim());
  const count = asked.join(' ').match(/\?["”’)]*(?=\s|$)/g)?.length ?? 0;
  return count >= 3 && asked.every((text) => QUESTION.test(text) && !/[.!…]\s+\p{Lu}/u.test(text));
}

function firstSentence(text: string): string {
  return text.slice(0, sentenceEnds(text)[0]);
}

/** The offset of a text behind so much ink. */
function offsetOf(text: string, ink: number): number {
  const composed = text.normalize('NFC');
  let seen = 0;
  for (let at = 0; at < composed.length; at += 1) {
    if (seen === ink) return at;
    if (/\S/.test(composed.charAt(at))) seen += 1;
  }
  return composed.length;
}
