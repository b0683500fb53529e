import type { Block } from '../../drafts/draft.ts';
import { runsText } from '../../drafts/draft-words.ts';

const MONTH =
  '(?:jan(?:uary|uar)?|feb(?:ruary|ruar)?|mar(?:ch|s)?|märz|apr(?:il)?|may|mai|june?|juni?|july?|juli?|aug(?:ust)?|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?)\\.?';
const DATE = `(?:(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?${MONTH} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|\\d{1,2}(?:st|nd|rd|th|\\.)? (?:of )?${MONTH},? \\d{4}|\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}|\\d{4}年\\d{1,2}月\\d{1,2}日)(?:,? (?:at )?\\d{1,2}:\\d{2}(?: ?[ap]m)?)?`;
/** One to five words; their capitals show whether they are a name. */
const NAME = "(?<name>\\p{L}[\\p{L}.'’-]*(?: \\p{L}[\\p{L}.'’-]*){0,4})";
const READING =
  '(?:(?:reading time|estimated reading time|lesezeit)[:\\s]*)?~?\\d+(?:[-–]\\d+)? ?min(?:ute)?s?\\.?(?: (?:read|reading time|to read|lesezeit))?|reading time: .{1,20}|読了時間.{1,12}';
const BETWEEN = '[\\s,;|·•—–/()-]*';

/** Lines that say who wrote a post, when and where, and how long it takes to read: one row per habit of themes. */
export const BYLINES: readonly { readonly pattern: RegExp; readonly example: string }[] = [
  {
    pattern:
      /^(?:originally |first |last )?(?:posted|published|written|updated|created|submitted|filed|veröffentlicht|publié|publicado)\b:?(?: (?:on|by|in|at|under|am|von|le|par|el|por)\b)?.{0,120}$/iu,
    example: 'Posted on November 3, 2026 by Ana Keel in Gauges',
  },
  {
    pattern: new RegExp(
      `^(?:by |von |par |por |author: |written by )${NAME}${BETWEEN}(?:on |am |le )?(?:${DATE})?${BETWEEN}(?:${READING})?$`,
      'iu',
    ),
    example: 'By Ana Keel, November 3, 2026',
  },
  {
    pattern: new RegExp(
      `^(?:date: |updated: |on )?(?:${DATE})${BETWEEN}(?:by |von )?(?:${NAME})?${BETWEEN}(?:${READING})?$`,
      'iu',
    ),
    example: '3 November 2026 · 5 min read',
  },
  {
    pattern: new RegExp(`^(?:${NAME})${BETWEEN}(?:on )?(?:${DATE})${BETWEEN}(?:${READING})?$`, 'iu'),
    example: 'Ana Keel | November 3, 2026',
  },
  { pattern: new RegExp(`^(?:${READING})${BETWEEN}(?:${DATE})?$`, 'iu'), example: '5 min read' },
  {
    pattern:
      /^(?:tags?|categories|category|filed under|topics?|share|schlagwörter|kategorien?)\s?:.{0,120}$/iu,
    example: 'Tags: gauges, radar',
  },
  {
    pattern:
      /^(?:\d+ comments?|leave a comment|no comments(?: yet)?|share this|tweet|permalink|edit this page|table of contents|skip to content)$/iu,
    example: '3 comments',
  },
];

/** The longest byline, in UTF-16 units. */
const LONGEST = 160;

/** Lower-case words in names. */
const PARTICLES = new Set([
  'van',
  'von',
  'de',
  'da',
  'der',
  'den',
  'and',
  'und',
  'et',
  'y',
  'al',
  'el',
  'bin',
  'di',
]);

const isName = (words: string | undefined): boolean =>
  words === undefined || words.split(' ').every((word) => /^\p{Lu}/u.test(word) || PARTICLES.has(word));

/** Whether a line only says who wrote a post, when, or how long it takes to read. */
export const isByline = (line: string): boolean => {
  const text = line.replace(/\s+/g, ' ').trim();
  if (text.length > LONGEST) return false;
  return BYLINES.some(({ pattern }) => {
    const match = pattern.exec(text);
    return match !== null && isName(match.groups?.['name']);
  });
};

/** Removes the bylines from the blocks of a page: they are not sentences worth quoting. */
export const withoutBylines = (blocks: readonly Block[]): Block[] =>
  blocks.filter((block) => block.type !== 'paragraph' || !isByline(runsText(block.runs)));
