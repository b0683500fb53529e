import { words } from './phrases.ts';

/** Verbs that distinguish a sentence from the name of a thing. */
const VERBS =
  "is|are|was|were|has|have|had|can|could|will|would|should|must|may|might|do|does|did|need|make|makes|cost|costs|weighs?|lasts?|goes|go|become|becomes|take|takes|give|gives|serve|serves|feed|feeds|lost|saved|\\p{L}+n[’']t";
/** A verb, as a whole word. */
export const VERB = words(VERBS);
/** Also words that may be a verb by their ending, and words that begin a clause. */
export const VERB_OR_LIKE = words(
  `${VERBS}|i|you|we|they|he|she|it|that|which|who|what|when|where|if|to|\\p{L}{2,}ed|\\p{L}{2,}(?!s)\\p{L}s|\\p{L}+[’'](?:s|re|ve|ll|d|m)`,
);
