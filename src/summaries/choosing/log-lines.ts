import { PHRASES, type PhraseLanguage } from '../../languages/phrase-table.ts';
import type { PostSentence } from './post-sentences.ts';
import { wordCount } from './words.ts';

/** `lunch: `, `Grateful for: `: a short label, and its words on the same line. */
const LABELLED = /^(?<label>[\p{L}][\p{L} ’'-]{1,22}?)\s?[:：]\s*(?<rest>\S.*)$/u;
/** `10:30 left the house`, `6.45 a.m. – up` */
const TIMED = /^\d{1,2}[:.h]\d{2}(?:\s?[ap]\.?m\.?)?(?=[\s,:–—-])/iu;
/** The fewest lines with different labels that are a log. */
const FEWEST_LABELS = 3;
/** The most words after a label that are only a measurement: `slept: 1:30 a.m.` */
const MEASUREMENT_WORDS = 3;

/**
 * Finds sentences that are lines of a log instead of prose: `lunch: herring roll`, `wake: 8:00`, `10:30 left the house`. They
 * are a last resort, because they list events without saying anything about them.
 */
export function logLines(sentences: readonly PostSentence[], language: PhraseLanguage): ReadonlySet<number> {
  const known = new Set(PHRASES[language].logLabels);
  const labels = new Map<string, number[]>();
  const found = new Set<number>();
  for (const { text, index, place } of sentences) {
    if (place > 0) continue;
    if (TIMED.test(text)) found.add(index);
    const { label, rest } = LABELLED.exec(text)?.groups ?? {};
    if (label === undefined || rest === undefined || wordCount(label) > 3) continue;
    if (known.has(label.toLowerCase()) || wordCount(rest) <= MEASUREMENT_WORDS) found.add(index);
    // An interview's `Ada: …` recurs; a log's labels differ. A capital begins an item's name: `Speed: …`
    if (/^\p{Ll}/u.test(label)) labels.set(label, [...(labels.get(label) ?? []), index]);
  }
  if (labels.size >= FEWEST_LABELS) for (const index of [...labels.values()].flat()) found.add(index);
  return found;
}
