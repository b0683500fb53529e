import type { PhraseLanguage } from '../../languages/phrase-table.ts';
import { instructs } from './points-elsewhere.ts';
import type { PostSentence, PostText } from './post-sentences.ts';

/** The fewest pieces of code, tables, formulas and steps of a post that walks its readers through them. */
const FEWEST_PIECES = 3;
/** The share of a post's sentences from which steps are what it is about, and above which it has nothing else to say. */
const SHARE_OF_STEPS = { from: 0.15, to: 0.75 } as const;

/**
 * Finds the sentences of a walkthrough from its first piece of code, or its first step, to the paragraph below its last: each
 * depends on what was just shown, and on what the sentences before it did. They are a last resort. What opens a section away from
 * code is an ordinary point, and so is all that comes before the first piece and after the last.
 */
export function walkthroughSentences(
  { sentences, pieces }: PostText,
  language: PhraseLanguage,
): ReadonlySet<number> {
  const steps = stepsOf(sentences, language);
  const isStep = new Set(steps.map(({ index }) => index));
  const blocks = [...pieces, ...steps.map(({ block }) => block)].sort((one, other) => one - other);
  const first = blocks[0];
  const last = blocks.at(-1);
  if (blocks.length < FEWEST_PIECES || first === undefined || last === undefined) return new Set();
  const opensSection = ({ section, index, place, shown }: PostSentence): boolean =>
    place === 0 && shown !== 'beside' && steps.length === 0 && sentences[index - 1]?.section !== section;
  return new Set(
    sentences
      .filter(({ block, index }) => (block > first && block <= last + 1) || isStep.has(index))
      .filter((sentence) => !opensSection(sentence))
      .map(({ index }) => index),
  );
}

/** Returns the steps of a post that is an instruction; all its numbered items, if some of them tell readers what to do. */
function stepsOf(sentences: readonly PostSentence[], language: PhraseLanguage): readonly PostSentence[] {
  const told = sentences.filter(({ text }) => instructs(text, language));
  if (told.length < FEWEST_PIECES || told.length < sentences.length * SHARE_OF_STEPS.from) return [];
  const isNumbered = told.some(({ isStep }) => isStep);
  const steps = sentences.filter((sentence) => (isNumbered && sentence.isStep) || told.includes(sentence));
  return steps.length > sentences.length * SHARE_OF_STEPS.to ? [] : steps;
}
