import { HOLE } from '../../drafts/markup/hole.ts';
import { xLinks } from '../../text/x/links.ts';
import { BROKEN_LINK, BROKEN_TARGET, closesBrackets, closesQuotation } from './broken-marks.ts';
import { hasFormula } from './has-formula.ts';
import { hasOutsideCode, holdsProgram, shareOfCode } from './inline-code.ts';
import { isLaterNote } from './later-notes.ts';
import { hasAddress, isHere, isSaidBeside } from './link-words.ts';
import type { SentenceFacts, Unfit } from './sentence-facts.ts';
import { wordCount } from './words.ts';

type UnfitRule = {
  readonly reason: Unfit;
  readonly why: string;
  readonly finds: (facts: SentenceFacts) => boolean;
  /** A Markdown post with such a sentence, and one with only a similar sentence. */
  readonly example: string;
  readonly not: string;
};

/** How a sentence ends: with a mark, an emoji or a smiley, and closing marks around them. */
export const SENTENCE_END =
  /(?:[.!?…。！？]|(?![©®™ℹ↔-↪])\p{Extended_Pictographic}\u{FE0F}?|[:;]-?[()DP])[\])"”»’'*_]*$/u;
/** How a text ends that breaks off. */
export const OPEN_END =
  /(?:[,;(—–-]|(?<![\p{L}’'-])(?:and|or|the|an?|of|to|that|with|was|is|are|my|our|your|their|its|und|oder|der|die|das|et|ou|le|la|de|y|o|el))$/iu;
/** The fewest words of a line without a full stop that may be a sentence. */
const SENTENCE_WORDS = 8;
/** The fewest words of an item below a line with a colon that may be a sentence without a full stop. */
const ITEM_WORDS = 12;
/** A sentence with a larger share of code says nothing without its context. */
const MOST_CODE = 0.3;

/** `* The real rent …`, `† As of May`, `² See below`: a manual footnote. */
const FOOTNOTE = /^(?:\*{1,3}|[†‡§¶]|[¹²³⁴-⁹]+)\s?\S/u;
/** `[2]`, `[@brock2019gan]`, `@fan2024scaling`: citation keys; `^[a note]`: pandoc's inline notes. */
const CITATION =
  /(?<=[\p{L}.,)”"] ?)\[\d{1,3}\](?=[ .,;:)]|$)|^\[\d{1,3}\] |\[-?@[\p{L}\d_:.-]+|(?<![\p{L}\p{N}])@\p{Ll}+\d{4}\p{L}*|\^\[/u;
/** `@ada`, as networks parse it; not a package: `@lamp/oil`. */
export const MENTION = /(?<![\p{L}\p{N}_/.-])@\p{L}[\p{L}\p{N}_]{2,}(?![\p{L}\p{N}_]|-*[\p{L}\p{N}-]*\/)/gu;
/** A task's box. */
const BOX = /^(?:[☐☑☒✅]|\[[ xX]\]\s)/u;

/**
 * What can't be read outside its paragraph, one row per reason; the first match decides. The last rows are those that an opening
 * may hold.
 */
export const UNFIT_RULES: readonly UnfitRule[] = [
  {
    reason: 'quoted',
    why: 'somebody else’s words must not be presented as the author’s',
    finds: ({ quoted }) => quoted,
    example: '“A lamp is easier to love than to keep, as my father said.” - Walter Berg',
    not: 'We call it the “good” lamp, because it never smoked in all those years.',
  },
  {
    reason: 'quoted',
    why: 'a quotation ends with it that began in an earlier paragraph',
    finds: ({ text, last }) => last && closesQuotation(text),
    example: 'A book says: “The lamp never smokes.\n\nIt burns for eleven hours, and nobody knows why.”',
    not: 'The keepers of the northern coast call it “the lamp that never smokes.”',
  },
  {
    reason: 'footnote',
    why: 'a note that the author put above the post later is about the post, not part of it',
    finds: ({ text, inNote }) => inNote || isLaterNote(text),
    example: 'Update: the lamp of which this was written has been replaced since.',
    not: 'The update of the lamp took a week, and it was worth it.',
  },
  {
    reason: 'footnote',
    why: 'a line that begins with a note sign belongs to the text with that sign',
    finds: ({ text }) => FOOTNOTE.test(text),
    example: '\\* The real rent of the lamp house is higher in spring than in autumn.',
    not: 'The real rent of the lamp house is higher in spring than in autumn.',
  },
  {
    reason: 'footnote',
    why: 'a citation key, or an inline note, is not part of the sentence',
    finds: ({ text }) => CITATION.test(text),
    example: 'The lamp burnt whale oil for most of the century [@berg-lamps], and petroleum after it.',
    not: 'The lamp burnt whale oil for most of the century, and petroleum after it.',
  },
  {
    reason: 'fragment',
    why: 'an item with a box belongs to a to-do list',
    finds: ({ text }) => BOX.test(text),
    example: '- ☐ Clean the lamp and trim all of its wicks before the winter comes.',
    not: '- Clean the lamp and trim all of its wicks before the winter comes.',
  },
  {
    reason: 'hole',
    why: 'it lacks a value that only the blog can compute, or its author struck out words of it',
    finds: ({ text, struck }) => struck || text.includes(HOLE),
    example: 'The lamp has burnt for {{ years_since }} years without a break.',
    not: 'The lamp has burnt for forty years without a break.',
  },
  {
    reason: 'link',
    why: 'a URL makes one more post pay for links; an email address invites spam',
    finds: ({ text }) => hasAddress(text),
    example: 'The plan of the lamp is kept on example.org/lamp for everybody to read.',
    not: 'The keepers of lamp@3.x always got file:// paths where the admins@domain.name group had the keys.',
  },
  {
    reason: 'link',
    why: 'the name of an account would mention somebody whom the author never thought of',
    finds: (facts) => hasOutsideCode(facts, MENTION),
    example: 'Our account, @ada_keeps, tells every night how the lamp burns in the winter.',
    not: 'Two keepers, Ada and Jo, wrote down how the lamp burns @ 11 hours a filling in winter.',
  },
  {
    reason: 'link',
    why: 'a link on `here` is of no use to readers who can’t follow it',
    finds: ({ text, linkWords }) =>
      linkWords.some((words) => isHere(words) && !isSaidBeside(text, words.trim())),
    example: 'You can see all the drawings of the lamp [here](https://example.org/a).',
    not: 'You can see all the [drawings of the lamp](https://example.org/a) in the hall.',
  },
  {
    reason: 'formula',
    why: 'a post can’t show a formula',
    finds: ({ text }) => hasFormula(text),
    example: 'The light falls off with the distance by $I = \\frac{P}{4 \\pi r^2}$ in open air.',
    not: 'The light falls off with the square of the distance in open air.',
  },
  {
    reason: 'code',
    why: 'much of it is code that is more than a name',
    finds: (facts) => shareOfCode(facts) > MOST_CODE && holdsProgram(facts),
    example: 'Call `burn({ hours: 11 })` and then wait for the morning.',
    not: 'The name `burn` says what the lamp does, and nothing of how it does it.',
  },
  {
    reason: 'cut',
    why: 'a program cut it off: the rest is elsewhere',
    finds: ({ text }) => /(?:\[\s*(?:…|\.{3})\s*\]|\[&hellip;\]|\((?:…|\.{3})\))\s*$/.test(text),
    example: 'In May we replaced the lamp in the tower with a smaller one on a […]',
    not: 'In May we replaced the lamp in the tower with a smaller one…',
  },
  {
    reason: 'fragment',
    why: 'lines of a verse or an address are no sentence',
    finds: ({ hasLines }) => hasLines,
    example: 'It burns through the night,  \nAnd nobody knows its light,  \nBut Ada, who lit it.',
    not: 'It burns through the night.  \nNobody knows its light.  \nAda lit it in May.',
  },
  {
    reason: 'fragment',
    why: 'words in square brackets inside it are what is left of a link that is broken',
    finds: (facts) => hasOutsideCode(facts, BROKEN_LINK),
    example: 'The keepers of the coast praised the [lamp that never smokes or dims] that burns in the tower.',
    not: 'The keepers of the coast said that “[the lamp] never smokes” where it burns in the tower.',
  },
  {
    reason: 'fragment',
    why: 'words in square brackets with a label or an address behind them are a link that is broken',
    finds: (facts) => hasOutsideCode(facts, BROKEN_TARGET),
    example: 'The keepers of the coast praised [the lamp](/lamp page) that burns in the tower.',
    not: 'The keepers of the coast found that row[i][j] names the lamp that burns in the tower.',
  },
  {
    reason: 'lead-in',
    why: 'it leads up to what comes after it',
    finds: ({ text }) => COLON_END.test(text),
    example: 'The lamp needs three things before it burns for a whole night: 👇\n\n- oil',
    not: 'Nobody has needed the lamp for a whole night yet :)',
  },
  {
    reason: 'fragment',
    why: 'the sign of an item behind a colon: it is a part of a list that its engine alone reads as one',
    finds: ({ text }) => /[:：]\s+[*•]\s+\S/u.test(text),
    example: 'Some of what is new in the lamp of the harbour: \\* wick, oil: \\* a lid that closes by itself',
    not: 'The lamp of the harbour burns for 4 * 3 hours: nobody knows why it says so on its plate.',
  },
  {
    reason: 'fragment',
    why: 'the list below it ends its sentence',
    finds: ({ text, before }) => before === 'list' && LEADS_ON.test(text),
    example: 'The lamp needs things such as\n\n- oil',
    not: 'The lamp needs oil, a wick and a match before it burns for a whole night.',
  },
  {
    reason: 'fragment',
    why: 'it continues in the block below, or breaks off',
    finds: ({ text, last, before }) =>
      last &&
      !SENTENCE_END.test(text) &&
      (['code', 'quote', 'table', 'formula'].includes(before) || OPEN_END.test(text)),
    example: 'One talk with the keeper of the lamp that stayed with me for all of these years was\n\n> Wait.',
    not: 'One talk with the keeper of the lamp stayed with me for all of these years\n\nWait for it.',
  },
  {
    reason: 'fragment',
    why: 'it continues a sentence that a formula or a block of code interrupted',
    // `async` and other names in code keep their small letter where a sentence begins.
    finds: ({ opensLow, code }) => opensLow && code[0]?.start !== 0,
    example:
      'The lamp burns oil.\n\n    burn(11)\n\nwhere the number says for how many hours it burns in winter.',
    not: 'The lamp burns oil.\n\n    burn(11)\n\nThe number says for how many hours it burns in winter.',
  },
  {
    reason: 'fragment',
    why: 'a paragraph without a full stop is a heading or a caption, if its author ends all others with one',
    finds: ({ endsOpen }) => endsOpen,
    example:
      'The lamp burns oil.\n\nIt smokes.\n\nNobody minds.\n\nAda cleans it.\n\nSeventh catalogue of lamps and of all their parts in nine volumes',
    not: 'The lamp burns oil.\n\nThe seventh catalogue of lamps and of all their parts has nine volumes',
  },
  {
    reason: 'fragment',
    why: 'names in a row, without a full stop, say who wrote something',
    finds: ({ text, last }) => last && NAMES_IN_ROW.test(text),
    example: 'Ada Berg, Jo Tal, Mina von Holt, Journal of Lamps, 2014\n\nThe lamp burns.',
    not: 'Ada Berg, Jo Tal, Mina von Holt and the keeper of the northern harbour, 2014.',
  },
  {
    reason: 'fragment',
    why: 'a few words without a full stop are a label',
    finds: ({ text, last }) => last && !SENTENCE_END.test(text) && wordCount(text) < SENTENCE_WORDS,
    example: 'The lamp and its oil',
    not: 'The lamp burns oil.',
  },
  {
    reason: 'fragment',
    why: 'a bracket opens or closes in another sentence',
    finds: ({ text }) => !closesBrackets(text),
    example: 'The lamp is old. (It burnt whale oil for most of the century. It does not now.)',
    not: 'The lamp is old, as it burnt 1) whale oil (for most of the century), and 2) petroleum.',
  },
  {
    reason: 'fragment',
    why: 'a mark in brackets does not end the sentence: the rest follows it',
    finds: ({ text, last }) => !last && /\p{Ll}[,;]? \([^()]*[!?]\)$/u.test(text),
    example: 'Everybody brings a valid (mind the date!) Passport and a lamp. It burns.',
    not: 'Everybody brings a passport and a lamp that burns (mind the date!).',
  },
  {
    reason: 'fragment',
    why: 'the sentence above the list is its subject',
    finds: ({ text, underColon }) =>
      underColon && !SENTENCE_END.test(text) && (/^\p{Ll}/u.test(text) || wordCount(text) < ITEM_WORDS),
    example:
      'The new lamp in the tower:\n\n- burns for eleven hours on one filling, and for twelve with the good oil',
    not: 'We learned this.\n\n- a lamp is easier to love than to keep, and most people find out in the autumn',
  },
  {
    reason: 'name',
    why: 'X makes a link of such a name (`Micro.blog`, `setup.py`), and one more post pays for it',
    finds: ({ text }) => xLinks(text).length > 0,
    example: 'The plan of the lamp is kept on example.org for everybody to read.',
    not: 'The plan of the lamp is kept on the wall for everybody to read.',
  },
  {
    reason: 'fragment',
    why: 'a line that begins with the number of an issue is one of a program’s log',
    finds: ({ text }) => /^#\d+[:,]?\s/u.test(text),
    example: '#4731 Trim the wick of the lamp before it is lit in the evening. (ana)',
    not: '#lamps are what the keepers of the coast talk about all night.',
  },
  {
    reason: 'number',
    why: 'the number of an issue means nothing away from its page',
    finds: ({ text }) => /(?<![\p{N}&])#\d{2,}(?!\p{L})|(?<=[\p{Ll}\p{N}])#\d+/u.test(text),
    example: 'The lamp was mended in lamps#1931 after the keepers of the coast had asked for it.',
    not: 'The lamp was mended as #1 of all the things that the keepers of the coast had asked for.',
  },
  {
    reason: 'aside',
    why: 'its last clause sends readers to a link on `here`, after it said something: an opening may keep it',
    finds: ({ linkWords }) => linkWords.some(isHere),
    example:
      'The harbour bought a new lamp for the tower of the northern pier this week, the bill is [here](https://example.org/a).',
    not: 'The harbour bought a new lamp for the tower of the northern pier this week, and paid the bill.',
  },
  {
    reason: 'names',
    why: 'much of it is names from code, or some of it is a program, which say little without what is above',
    finds: (facts) => shareOfCode(facts) > MOST_CODE || holdsProgram(facts),
    example: 'Not so `burnForHours`, though.',
    not: 'The name `burn` says what the lamp does, and nothing of how it does it.',
  },
];

/** Three names or more, or years, with commas between them. */
const NAMES_IN_ROW =
  /^(?:\p{Lu}[\p{L}.’'-]*(?: (?:\p{Lu}[\p{L}.’'-]*|of|and|von|van|de|der|in)){0,4}|\d{4})(?:, (?:\p{Lu}[\p{L}.’'-]*(?: (?:\p{Lu}[\p{L}.’'-]*|of|and|von|van|de|der|in)){0,4}|\d{4})){2,30}$/u;

/** A colon, and marks that close or point down at what follows; not a smiley. */
const COLON_END = /(?:(?<!\s)[:：]["”»’'*_)]*|[:：]["”»’'*_]*)(?:\s*[👇⬇⤵]\u{FE0F}?)*$/u;

/** How a sentence ends that a list continues: `such as`, `z. B.` */
const LEADS_ON =
  /(?:\b(?:e\.\s?g|i\.\s?e|z\.\s?B|d\.\s?h|u\.\s?a|p\.\s?ex)\.|\b(?:such as|including|like|wie|nämlich|comme|como))$/iu;

/** Returns why a sentence can't be in a summary; `undefined` if it can. */
export function unfitFor(facts: SentenceFacts): Unfit | undefined {
  return UNFIT_RULES.find(({ finds }) => finds(facts))?.reason;
}
