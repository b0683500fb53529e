import { PHRASES, type PhraseLanguage } from '../../languages/phrase-table.ts';
import type { PostSentence } from './post-sentences.ts';
import { wordCount } from './words.ts';

/** `lunch: `, `Grateful for: `; the label is short, and its words follow on the same line. */
const LABELLED = /^(?<label>[\p{L}][\p{L} ’'-]{1,22}?)\s?[:：]\s*(?<rest>\S.*)$/u;
/** `10:30 left the house`, `6.45 a.m. – up` */
const TIMED = /^\d{1,2}[:.h]\d{2}(?:\s?[ap]\.?m\.?)?(?=[\s,:–—-])/iu;
/** Fewest lines with labels of their own before they are a log. */
const FEWEST_LABELS = 3;
/** Most words behind a label that is nothing but a measurement: `slept: 1:30 a.m.` */
const MEASUREMENT_WORDS = 3;

/**
 * The sentences that are lines of a log and not prose: `lunch: herring roll`, `wake: 8:00`, `10:30 left the house`.
 * They are the last choice, because they tell a day and nothing about it.
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
    // `Ada: …` of an interview comes back; a log's labels differ. A capital opens an item's name: `Speed: …`
    if (/^\p{Ll}/u.test(label)) labels.set(label, [...(labels.get(label) ?? []), index]);
  }
  if (labels.size >= FEWEST_LABELS) for (const index of [...labels.values()].flat()) found.add(index);
  return found;
}
