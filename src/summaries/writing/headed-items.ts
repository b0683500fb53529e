import type { Run } from '../../drafts/draft.ts';
import type { PhraseLanguage } from '../../languages/phrase-table.ts';
import { sentencesOf } from '../../text/sentences.ts';
import { xLinks } from '../../text/x/links.ts';
import { danglesAt } from '../choosing/context-bound.ts';
import { plainText } from '../choosing/plain-text.ts';
import { leadsAway } from '../choosing/points-elsewhere.ts';
import { quotedSentences } from '../choosing/quoted-sentences.ts';
import { isOnlyWords } from '../choosing/shown-blocks.ts';
import { wordCount } from '../choosing/words.ts';
import { isCredit, isLinkAlone, type LinkedHeading } from '../reading/linked-headings.ts';
import { isRetold, lineOf, PROFILE, subjectOf } from './item-lines.ts';
import type { Recommendation } from './round-up-item.ts';

/** The fewest words of a comment: `Woo hoo!` goes on, as a question does. */
const FEWEST_WORDS = 6;
/** The most words of one. */
const MOST_WORDS = 45;

/** The number of a heading, which a list would count again: `3. Package Control`. */
const ORDINAL = /^\d{1,3}[.)](?:\s+|$)/;
/** A sentence that only says that a version is out: the next one says what is new. */
const RELEASED =
  /^(?:version )?\S*\d\S*(?: of (?:the )?[^.,;:]{1,40})? (?:has been|was|is) (?:now |just )?(?:released|out|available)(?:, and it['’]s a (?:big|small) one|,? along with [^,;:]{1,30})?[.!]$/iu;

/** Returns what the author says first below the heading of an item, that a reader understands with the heading alone. */
export function commentBelow(below: readonly Run[], language: PhraseLanguage): string | undefined {
  const { text } = plainText(below);
  const sentences = sentencesOf(text);
  const quoted = quotedSentences(text, sentences);
  let from: number | undefined;
  let released: string | undefined;
  for (const [at, { start, end, text: words }] of sentences.entries()) {
    const isFit =
      quoted[at] !== true &&
      isOnlyWords(words) &&
      !isCredit(words) &&
      !isRetold(words) &&
      xLinks(words).length === 0 &&
      !/[:：]$/.test(words) &&
      leadsAway(words, language) === undefined &&
      (at === 0 || from !== undefined || danglesAt(words, language) === undefined);
    if (!isFit) {
      if (from !== undefined || (at > 0 && !isCredit(words))) return released;
      continue;
    }
    from ??= start;
    const comment = text.slice(from, end);
    if (RELEASED.test(comment)) {
      released = comment;
      continue;
    }
    if (wordCount(comment) >= FEWEST_WORDS && !/[?？]$/.test(comment))
      return wordCount(comment) <= MOST_WORDS ? comment : released;
  }
  return released;
}

/** Returns what an item holds of the text below its heading. */
const saidBelow = (
  below: readonly Run[],
  language: PhraseLanguage,
): Pick<Recommendation, 'comment' | 'own' | 'isHeaded'> => ({
  // The next of a row of links says nothing of the one above it.
  comment: isLinkAlone(below) ? undefined : commentBelow(below, language),
  own: isLinkAlone(below) ? 0 : wordCount(plainText(below).text),
  isHeaded: true,
});

/** Returns the item of a heading with a link; none if that leads to a person. */
export function headedItem(
  { runs, below }: Pick<LinkedHeading, 'runs' | 'below'>,
  isHeadline: boolean,
  language: PhraseLanguage,
): Recommendation | undefined {
  const at = subjectOf(runs);
  const link = runs[at];
  if (link?.type !== 'link' || PROFILE.test(link.url)) return undefined;
  const words = link.text.replace(/\s+/g, ' ').trim();
  return {
    url: link.url,
    words: words.replace(ORDINAL, ''),
    before: lineOf(runs.slice(0, at)).replace(ORDINAL, ''),
    after: lineOf(runs.slice(at + 1)),
    isHeadline,
    ...saidBelow(below, language),
  };
}

/** Returns the item of a heading without a link: with the first link in its text that leads to no person. */
export function newsItem(
  { runs, below }: Pick<LinkedHeading, 'runs' | 'below'>,
  isHeadline: boolean,
  language: PhraseLanguage,
): Recommendation | undefined {
  const link = below[subjectOf(below)];
  if (link?.type !== 'link' || link.auto || !/^https?:/i.test(link.url) || PROFILE.test(link.url))
    return undefined;
  const words = lineOf(runs).replace(ORDINAL, '');
  return { url: link.url, words, before: '', after: '', isHeadline, ...saidBelow(below, language) };
}
