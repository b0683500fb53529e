import type { PostSentence } from './post-sentences.ts';
import { wordCount } from './words.ts';

/** With this many words a step explains why, and not only what to do. */
const EXPLAINED_WORDS = 20;
/** Above this share of a post's sentences, its numbered items are the content: ten rules, five lessons. */
const MOST_STEPS = 0.4;

/**
 * Finds steps of an instruction that only say what to do next: `3. Turn the knife, and do the same.` Each depends on the
 * previous one, so they are a last resort. Items of several sentences, items with emphasis, and those of a post that is a
 * numbered list are ordinary points.
 */
export function loneSteps(sentences: readonly PostSentence[]): ReadonlySet<number> {
  const steps = sentences.filter(({ isStep }) => isStep);
  if (steps.length > sentences.length * MOST_STEPS) return new Set();
  return new Set(
    steps
      .filter(({ of, emphasised, text }) => of === 1 && !emphasised && wordCount(text) < EXPLAINED_WORDS)
      .map(({ index }) => index),
  );
}
