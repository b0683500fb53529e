/**
 * Abbreviations whose full stop never ends a sentence, for a name, a number or an explanation follows them.
 * Lower case, without the last stop. Drawn from style guides' lists; a row is added with an example.
 */
const LEADING = `
adm asst attn brig capt cmdr col comdr cpl dr drs ens fr gen gov hon insp lt maj mme mlle mr mrs ms msgr mt mx
pfc pres prof pvt rep rev revd rt sen sgt st supt
art ch chap def eq eqs ex fig figs lem no nos nr op pp p para prop ref refs sec sect tab thm vol vols
approx n° nº ca cf e.g eg i.e ie viz vs v resp incl excl esp cp s.a sc z.b d.h u.a bzw ggf evtl inkl vgl
`;

/**
 * Abbreviations that may or may not end a sentence: they do where a usual opening word follows, in a capital.
 */
const EITHER = `
al a.m am p.m pm co corp inc ltd llc bros dept univ est etc jr sr esq ph.d phd m.d b.a m.a m.sc b.sc d.c u.s u.k
u.s.a u.n e.u ave blvd rd apt bldg ft in oz lb lbs kg km cm mm min max sec hr hrs jan feb mar apr jun jul aug sep
sept oct nov dec mon tue tues wed thu thur thurs fri sat sun usw gmbh plc ed eds trans
`;

/** Words that open a sentence after an abbreviation more often than they go on with a name. */
const OPENERS = `
a after all also an and are as at but did do does each every for from have he her here his how however i if in is it its
let many most my no not now of on once one or our she since so some such that the their then there these they this
those to today we were what when where which while who why will with would yes yesterday you your
`;

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean));

const LEADING_ABBREVIATIONS = words(LEADING);
/** Those of them that are words as well, and abbreviations only before a number: `No. 5`, but `they said no.` */
const WORDS_TOO = words('no nos art tab ref refs fig figs ex sec col prop sect app');

/** True for a word before a full stop that never ends a sentence there; `next` is the first character after it. */
export function isLeadingAbbreviation(word: string, next: string): boolean {
  const bare = word.toLowerCase();
  return LEADING_ABBREVIATIONS.has(bare) && (!WORDS_TOO.has(bare) || /\d/.test(next));
}

/** Abbreviations that end a sentence only before an opening word. */
export const EITHER_ABBREVIATIONS = words(EITHER);
/** Words that usually open a sentence, in lower case. */
export const SENTENCE_OPENERS = words(OPENERS);
/** Words that lean on the sentence before, so that a post had better not open with them; lower case. */
export const LEANING_WORDS = words(`
it its it's this that these those they them their he him his she her hers so but and or nor yet then thus hence
therefore however instead otherwise also still both neither such which hence moreover besides nevertheless anyway
er sie es das dies diese dieser dieses aber und doch dann darum deshalb trotzdem außerdem auch sondern
il elle ils elles cela ça ce ces mais et donc alors pourtant ello eso esto pero y entonces sin
`);
/** Names that end in a mark which is no sentence's end, as they stand before a lower-case word. */
export const NAMES_WITH_MARKS: ReadonlySet<string> = new Set([
  'yahoo!',
  'yum!',
  'jeopardy!',
  'who?',
  'guess?',
]);
