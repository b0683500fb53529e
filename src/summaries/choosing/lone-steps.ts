import type { PostSentence } from './post-sentences.ts';
import { wordCount } from './words.ts';

/** From so many words on a step says why, and not only what to do. */
const EXPLAINED_WORDS = 20;
/** Above this share of a post's sentences its numbered items are what it says: ten rules, five lessons. */
const MOST_STEPS = 0.4;

/**
 * The steps of an instruction that only say what to do next: `3. Turn the knife, and do the same.` Each lives off the
 * one before it, so that they are the last choice. Items of several sentences, items whose author marked words, and
 * those of a post that is a numbered list are points like any other.
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
