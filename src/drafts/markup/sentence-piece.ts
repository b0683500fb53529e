import { LANGUAGES } from '../../languages/languages.ts';
import { wordSet } from '../../text/word-set.ts';
import type { Piece } from './block-layout.ts';
import { HOLE } from './hole.ts';
import { excerptOf } from './markup-token.ts';
import { decoratesOrFrames } from './only-on-page.ts';
import { printedWords } from './printed-words.ts';
import { tagUse } from './tag-use.ts';
import { beforeInLine, isAlone, note, type TokenCase, textPiece } from './token-case.ts';

type Row = {
  readonly reason: string;
  /** Whether what stands before a tag in its line, and behind it, make no sentence without the tag. */
  readonly isTorn: (before: string, behind: string) => boolean;
  readonly sample: string;
};

/** How far behind a tag its sentence is read, in UTF-16 units. */
const BEHIND = 600;
const lead = ({ joints }: (typeof LANGUAGES)[keyof typeof LANGUAGES]): string =>
  `${joints.phrase} ${joints.series}`;
let leads: ReadonlySet<string> | undefined;

/** Words that lead to another in every language: `by`, `with`, `and`. */
function leadsOn(word: string): boolean {
  leads ??= new Set([...wordSet(...Object.values(LANGUAGES).map(lead)), 'of', 'the', 'see']);
  return leads.has(word.toLowerCase());
}

/** Sentences that are nonsense without a tag in them. */
export const TORN: readonly Row[] = [
  {
    reason: 'a comma would stand behind a comma, a bracket, a colon, or nothing',
    isTorn: (before, behind) => /(?:^|[,;:(（、，：])$/.test(before) && /^[,;、，]/.test(behind),
    sample: 'Thanks to Ana, {% person "elm" %}, and Bo.',
  },
  {
    reason: 'a bracket would hold nothing',
    isTorn: (before, behind) => /[(（]$/.test(before) && /^[)）]/.test(behind),
    sample: 'It rose ({% depth "gate" %}) in May.',
  },
  {
    reason: 'the word before it leads to another',
    isTorn: (before, behind) =>
      leadsOn(/(?:^|\s)(\p{L}+)$/u.exec(before)?.[1] ?? '') && /^(?:$|[.,;:!?)]|[-–—] )/.test(behind),
    sample: 'It was built by {% person "elm" %}, in May.',
  },
  {
    reason: 'an item would begin with the word that joins two',
    isTorn: (before, behind) => before === '' && /^(?:and|or|und|oder|et|ou|y|e) /.test(behind),
    sample: '- {% person "elm" %} and Bo',
  },
];

/** Whether a sentence or an item is nonsense without the tag in it, of which nothing is left. */
function isTorn({ token, source, options }: TokenCase): boolean {
  if (options.purpose !== 'thread' || (token.language !== 'hugo' && token.language !== 'liquid'))
    return false;
  if (isAlone(source, token.start, token.end) || token.role === 'close') return false;
  if (token.text.trim() === '' || tagUse(token.name) !== 'keep' || decoratesOrFrames(token.name))
    return false;
  const before = beforeInLine(source, token.start)
    .replace(/^[\s>]*(?:[-+*]|\d{1,9}[.)])?(?:\s+|$)/, '')
    .trimEnd();
  const behind = (/^[^\n]*/.exec(source.slice(token.end, token.end + BEHIND))?.[0] ?? '').trim();
  return TORN.some((row) => row.isTorn(before, behind));
}

/**
 * Makes the piece for a tag of a template that prints its own words, or without which its sentence is nonsense; `undefined` for any
 * other.
 */
export function sentencePiece(here: TokenCase): Piece | undefined {
  const { token, source, notes } = here;
  const { start, end } = token;
  const printed = printedWords(here);
  if (printed !== undefined) {
    if (printed.isLink) note(here, 'not-text', 'is part of the blog’s program; its words and its link stay');
    else note(here, 'not-text-dropped', 'is part of the blog’s program; its words stay as they are');
    return { start, end, as: { is: isAlone(source, start, end) ? 'block' : 'text', text: printed.text } };
  }
  if (!isTorn(here)) return undefined;
  const written = excerptOf(source.slice(start, end), 40);
  const message = `a post can’t show \`${written}\`, and its sentence makes no sense without it; write the words that the page shows there`;
  notes.push({ code: 'template-value', offset: start, message });
  return textPiece(token, HOLE);
}
