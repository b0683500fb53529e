import type { Stance } from './phrases.ts';

/** English words that show whether a sentence stands by itself. */
export const EN_STANCE: Stance = {
  present:
    /\b(?:is|are|has|have|can|will|should|must|do|does|may|needs?|means|makes|lets|allows)\b|\b(?:it|that|there)['’]s\b/gi,
  firm: /\b(?:should|must|need to|never|always|important|best|better|key|goal|lesson|learned|means|because)\b/gi,
  comparing:
    /\b(?:also|other|another|both|former|latter|same|second|third|next|last|first|again|instead|rather|whereas|remaining|rest|above|below|mentioned|following|previous|earlier)\b/gi,
};
