import type { Stance } from './phrases.ts';

/** German words that show whether a sentence stands by itself. */
export const DE_STANCE: Stance = {
  present:
    /(?<!\p{L})(?:ist|sind|hat|haben|kann|können|wird|werden|soll|sollte|muss|müssen|darf|braucht|heißt|macht|gibt)(?!\p{L})/giu,
  firm: /(?<!\p{L})(?:sollten?|muss|müssen|nie|niemals|immer|wichtig\p{L}*|beste\p{L}*|besser|Ziel|gelernt|heißt|weil|denn)(?!\p{L})/giu,
  comparing:
    /(?<!\p{L})(?:andere\p{L}*|beide\p{L}*|letztere\p{L}*|gleiche\p{L}*|zweite\p{L}*|dritte\p{L}*|nächste\p{L}*|erste\p{L}*|wieder|stattdessen|sondern|übrige\p{L}*|oben|unten|genannte\p{L}*|folgende\p{L}*|vorige\p{L}*)(?!\p{L})/giu,
};
