import type { Block } from '../../drafts/draft.ts';
import { runsText } from '../../drafts/draft-words.ts';
import { HOLE } from '../../drafts/markup/hole.ts';
import { plainLine } from '../../drafts/plain-line.ts';
import { AUTHOR_NAMED } from '../../languages/author-named.ts';
import { HOLLOW } from '../../languages/hollow-descriptions.ts';
import { finds } from '../../languages/phrases.ts';
import { sentencesOf } from '../../text/sentences.ts';
import { OPEN_END } from '../choosing/unfit-sentences.ts';
import { stemsOf, wordsOf } from '../choosing/words.ts';
import { type PostFields, textField } from './post-fields.ts';

/** Keys in which authors say what makes a post worth reading. */
const SUMMARY_KEYS = [
  'summary',
  'description',
  'excerpt',
  'spoiler',
  'subtitle',
  'tldr',
  'lead',
  'teaser',
  'preview',
  'tagline',
  'abstract',
  'synopsis',
  'hook',
  'standfirst',
  'dek',
  'lede',
  'desc',
  'meta',
  'seo_description',
  'meta_description',
  'og_description',
  'ogDescription',
  'ogSummary',
  'metaDescription',
  'seoDescription',
  'nutshell',
  'deck',
  'snippet',
  'short_description',
  'oneline',
  'rss_description',
] as const;

/** Keys below which a page's description stands, for search engines and cards: `meta: { description: … }`. */
const MACHINE_KEYS = ['meta', 'seo', 'og', 'openGraph', 'opengraph'] as const;

const writtenIn = (fields: PostFields): string | undefined =>
  textField(fields, ...SUMMARY_KEYS.flatMap((key) => [key, capitalised(key)]));

/** The key of Zola below which a theme's own fields stand, and how a teaser is called there: a subtitle is one of the title. */
const EXTRA = { key: 'extra', names: ['excerpt', 'summary', 'description'] } as const;

function inExtra(fields: PostFields): string | undefined {
  const below = fields.get(EXTRA.key);
  return below instanceof Map ? textField(below, ...EXTRA.names) : undefined;
}

function nested(fields: PostFields, key: string): string | undefined {
  const below = fields.get(key);
  return below instanceof Map ? writtenIn(below) : undefined;
}

/** Returns the author's own teaser of a post; `undefined` if there is none, or a program made it. */
export function authorsSummary(
  fields: PostFields,
  blocks: readonly Block[],
  title: string | undefined,
): string | undefined {
  const written =
    writtenIn(fields) ??
    inExtra(fields) ??
    MACHINE_KEYS.map((key) => nested(fields, key)).find((one) => one !== undefined);
  if (written === undefined || FENCE.test(written) || SLUG.test(written)) return undefined;
  if (UNWRITTEN.test(written) || BYLINE.test(written) || OWNED.test(written) || DATE.test(written))
    return undefined;
  const summary = plainLine(written);
  if (summary.includes(HOLE) || isMachineMade(summary, blocks) || isByAnother(summary, blocks))
    return undefined;
  if (HOLLOW.some((rule) => finds(rule, summary))) return undefined;
  return title !== undefined && repeats(summary, title) ? undefined : summary;
}

/** Whether a description speaks of the post's author, whom its text does not call so: it is not about the author of a book. */
function isByAnother(summary: string, blocks: readonly Block[]): boolean {
  const rule = AUTHOR_NAMED.find((one) => finds(one, summary));
  if (rule === undefined || CHAPTER.test(summary)) return false;
  return !blocks.some((block) => block.type === 'paragraph' && finds(rule, runsText(block.runs)));
}

/** `In which the author learns to row`: how authors head a chapter in jest. */
const CHAPTER = /^in which\b/i;

/** `Description`, as Hugo and Pelican read it too. */
const capitalised = (key: string): string => `${key.charAt(0).toUpperCase()}${key.slice(1)}`;

/** The name of a page or a picture, not words: `zero-cost-abstractions`. */
const SLUG = /^[\x21-\x7e]+$/;

/** What stands where nobody has written anything yet. */
const UNWRITTEN = /^\W*(?:todo|tbd|tba|fixme|unwritten|place ?-?holder|lorem ipsum)\b/i;

/** Where the post was published first: it says nothing about its subject. */
const BYLINE =
  /^(?:this (?:post|article|piece) (?:was|is) )?(?:(?:also|originally|first|an?) )*(?:cross-?|re-?)?(?:post(?:ed)?|published)\b(?: [\w-]+){0,3} (?:from|on|at|in|by)\b/i;

/** `January 3, 2023`, `3. Januar 2023`, `2023-01-03`: when it was written, not what it says. */
const DATE =
  /^(?:\p{L}+,? )?(?:\p{L}+\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2}\.?(?: de)? \p{L}+\.?(?: de)? \d{4}|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|\d{4}年\d{1,2}月\d{1,2}日|\p{L}+ \d{4})\.?$/u;

/** `Stop signs are guidelines - Robert H. Schuller`, `Lids leak. — Aesop`: words of somebody whose name is behind them. */
const OWNED =
  /^.{12,}[.!?]["”’]? ?[-–—~]{1,3} ?\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}.’'-]*){0,3}\.?$|^.* \p{Ll}+,? \p{Ll}.* (?:[-–—~]{1,3} ?|\()\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]*){1,3}\)?\.?$/u;

/** A block of code: a program took it from the text, no author writes it into a description. */
const FENCE = /``/;

/** From this share of its words in the title, a description says the title again: `A fix for error code 73` below `Fix for error 73`. */
const REPEATS = 0.8;

/** `Blog post on`, `A short article about`: what a description calls the text, before its subject. */
const LABEL =
  /^(?:(?:an?|the|this|my|our|new|short|quick|brief|little|some|all|more) )*(?:info(?:rmation|s)?|details|blog ?post|post|blog|article|essay|entry|write-?up|notes?|(?:blog)?beitrag|artikel|article|billet|artículo|entrada) (?:on|about|for|of|to|regarding|introducing|announcing|describing|über|zu|sur|sobre) (?:how to )?(?:(?:the|an?|our|upcoming|next|latest) )*/iu;

/** What a description calls the text behind its subject: `Lamp 2.1 Release Notes`. */
const KIND = / (?:release notes|change ?log|announcement)\.?$/i;

/** Words that a description of a release adds to its title, and say nothing: `Announcing the stable release of Lamp 2`. */
const OF_RELEASES: ReadonlySet<string> = new Set(
  stemsOf('announce announcing announcement release released releases version stable official'),
);

/** `Introductory post about Ana Keel, …`: what a description calls the text, without a clause (`… about how lamps burn`). */
const LABELLED =
  /^(?![^.!?]*(?<!\p{L})(?:how|why|what|when|which|where|whether|that|i|we|you)(?!\p{L}))(?:[\p{L}/-]+ ){0,3}(?:post|introduction|write-?up) (?:about|on|for|of|regarding) [^.!?]*$/iu;

/** With this many words of the title, such a label only says the title again. */
const NAMED_AGAIN = 2;

/** Whether a description is made of the title's words. */
function repeats(summary: string, title: string): boolean {
  const known = new Set(wordsOf(title));
  const own = summary.replace(LABEL, '').replace(KIND, '');
  if (wordsOf(own).every((word) => known.has(word))) return true;
  const told = new Set(stemsOf(title));
  const stems = stemsOf(own);
  const again = stems.filter((stem) => told.has(stem)).length;
  if (LABELLED.test(summary) && again >= NAMED_AGAIN) return true;
  const added = stems.filter((stem) => !told.has(stem) && OF_RELEASES.has(stem)).length;
  return again > 0 && again + added >= stems.length * REPEATS;
}

/** How programs end an excerpt: they cut it, or link to the rest. */
const CUT =
  /(?:…|\.{3}|\[(?:…|\.{3})\]|&hellip;|(?:continue|keep) reading\b.*|read (?:more|on|the (?:rest|full))\b.*|weiterlesen\b.*|(?:mehr|hier) lesen|lire la suite\b.*|en savoir plus|leer más\b.*|seguir leyendo\b.*|leia mais\b.*|continue lendo\b.*|leggi (?:tutto|di più).*|continua a leggere\b.*|читать (?:далее|дальше|полностью).*|続きを読む|もっと読む|阅读(?:全文|更多)|閱讀(?:全文|更多)|the post .+ appeared first on .+|→|»)[\s.)\]→»]*$/iu;

/**
 * Whether a program made a description: it breaks off, links to the rest, or is a part of the text's own opening that ends
 * where no author would. The first sentence alone may be the author's choice.
 */
export function isMachineMade(summary: string, blocks: readonly Block[]): boolean {
  if (
    (OPEN_END.test(summary) && !STRANDED.test(summary)) ||
    (CUT.test(summary) && !endsInDots(summary, blocks))
  )
    return true;
  const opening = bare(openingOf(blocks, summary.length * 2));
  const own = bare(summary);
  if (own === '' || !opening.startsWith(own)) return false;
  return sentencesOf(summary).length > 1 || !/[.!?。！？][\])"”»’']*$/u.test(summary);
}

/** `the data that you have to work with`: a whole sentence. */
const STRANDED = /(?<!\p{L})(?:to|can|could|must) \p{L}+ (?:with|of|to)$/iu;

/** `Here’s how it works…`: three dots after a whole thought that the text does not hold are the author’s. */
function endsInDots(summary: string, blocks: readonly Block[]): boolean {
  const [, last] = /(?:^|[.!?…] )([^.!?…]+)(?:…|\.{3})$/u.exec(summary) ?? [];
  if (last === undefined || blocks.length === 0) return false;
  const opening = openingOf(blocks, summary.length * 4);
  return !bare(opening).includes(bare(last));
}

const bare = (words: string): string => words.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Returns the first words of a text, at least `length` UTF-16 units if it has as many. */
function openingOf(blocks: readonly Block[], length: number): string {
  let text = '';
  for (const block of blocks) {
    if (text.length > length) break;
    if (block.type === 'paragraph') text += ` ${runsText(block.runs)}`;
  }
  return text;
}
