import { PHRASES, type PhraseLanguage } from '../../languages/phrase-table.ts';
import { finds } from '../../languages/phrases.ts';
import { leadsAway } from './points-elsewhere.ts';
import type { PostSentence } from './post-sentences.ts';
import { wordCount } from './words.ts';

/** The fewest words of a line that stands above a link by itself. */
const FEWEST_WORDS = 8;

/**
 * Returns the line that goes on with an opening and leads up to the post's answer. The link to the post stands below it in the
 * summary: `I ended up with this recipe:`.
 */
export function closingLine(
  told: readonly PostSentence[],
  sentences: readonly PostSentence[],
  language: PhraseLanguage,
): PostSentence | undefined {
  const last = told.at(-1);
  const next = sentences[(last?.index ?? -1) + 1];
  if (last === undefined || next?.unfit !== 'lead-in' || next.inItem) return undefined;
  if (next.section !== last.section || next.block > last.block + 1) return undefined;
  const { leadIns } = PHRASES[language];
  return leadIns?.answering.some((rule) => finds(rule, next.text)) === true ? next : undefined;
}

/** Returns a post's first line, if it leads up to something and says enough to stand above the link: `I found a way to …:`. */
export function firstLine(
  sentences: readonly PostSentence[],
  language: PhraseLanguage,
): PostSentence | undefined {
  const [first] = sentences;
  if (first?.unfit !== 'lead-in' || first.inItem || wordCount(first.text) < FEWEST_WORDS) return undefined;
  const { leadIns } = PHRASES[language];
  if (leadIns === undefined || leadIns.unfinished.some((rule) => finds(rule, first.text))) return undefined;
  return leadsAway(first.text, language) === undefined ? first : undefined;
}
