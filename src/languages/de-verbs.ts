import { words } from './phrases.ts';

/** Verbs that distinguish a sentence from the name of a thing. */
const VERBS =
  'ist|sind|war|waren|hat|haben|hatten?|kann|können|wird|werden|muss|müssen|soll|sollen|reichen|reicht|kosten?|kostet|wiegt|wiegen|ergibt|ergeben|genügt|genügen|braucht|brauchen|macht|machen';
/** A verb, as a whole word. */
export const VERB = words(VERBS);
/** Also words that may be a verb by their ending: German nouns have a capital. */
export const VERB_OR_LIKE = new RegExp(
  `(?<!\\p{L})(?:${VERBS}|ich|du|wir|ihr|sie|es|man|\\p{Ll}{3,}(?:t|te|en|st)|dass|wenn|weil|wer|was)(?!\\p{L})`,
  'u',
);
