import { finds } from '../../languages/phrases.ts';
import { REMEDY, TROUBLE } from '../../languages/remedies.ts';
import { isTellable } from './is-tellable.ts';
import type { OpeningContext } from './opening-context.ts';
import { endAt, isTakenBack } from './opening-flow.ts';
import { isShortEnough } from './opening-length.ts';
import { leadsAway } from './points-elsewhere.ts';
import type { PostSentence } from './post-sentences.ts';

/** A remedy is one of so many sentences below a trouble. */
const WITHIN = 4;

/**
 * Returns an opening that ends with a trouble, with the sentence that says what was done about it: also where code that shows the
 * trouble is between them.
 */
export function withRemedy(told: readonly PostSentence[], context: OpeningContext): readonly PostSentence[] {
  const { sentences, language } = context;
  const last = told.at(-1);
  if (last === undefined || language !== 'en' || !finds(TROUBLE, last.text)) return told;
  if (told.some(({ text }) => finds(REMEDY, text))) return told;
  const remedy = sentences
    .slice(last.index + 1, last.index + 1 + WITHIN)
    .find(({ section, inItem, text }) => section === last.section && !inItem && finds(REMEDY, text));
  if (remedy === undefined || !isTellable(remedy) || leadsAway(remedy.text, language) !== undefined)
    return told;
  const after = sentences[remedy.index + 1];
  if (endAt(remedy, after, context) === 'promise' || isTakenBack(after, language)) return told;
  return isShortEnough([...told, remedy], context) ? [...told, remedy] : told;
}
