/** Stands behind what a letter must not touch: a function's name, a script that Unicode lacks. */
export const APART = '\u0001';

const OPERATOR = /^[+×±−]$/u;

/** Half of a fraction: in brackets unless it is one thing. */
export function grouped(text: string): string {
  const bare = text.trim();
  return /^[\p{L}\p{N}\p{M}.²³¹⁰-₟ᵀ∂√|′]+(?:\([^()]*\))?$/u.test(bare) ? bare : `(${bare})`;
}

/**
 * Puts a piece behind what is written. TeX sets its own spaces: those of the source mean nothing, a sign between two
 * things gets one on both sides, and one that opens a bracket none.
 */
export function joined(out: string, piece: string): string {
  if (piece === ' ') return out;
  const isApart = out.endsWith(APART);
  const before = isApart ? out.slice(0, -1) : out;
  if (isApart) {
    if (/^[_^₀-₟ₐ-ₜᵢ-ᵪⱼ⁰-ⁿ²³¹ᵃ-ᶿᴬ-ᵂ]/u.test(piece)) return `${before}${piece.replace(APART, '')}${APART}`;
    return before + (/^[\p{L}\p{N}√∑∏∫∇∂]/u.test(piece) ? ` ${piece}` : piece);
  }
  if (piece.endsWith(APART) && /^\p{L}{2}/u.test(piece) && /[\p{L}\p{N})\]]$/u.test(before))
    return `${before} ${piece}`;
  if (/^ [+-] $/.test(piece)) {
    // A sign in front of a number, not between two.
    const isUnary = before === '' || /(?:[([{,=<>≤≥∈→+\-×·/^_]|[,=<>≤≥∈→+\-×·] )$/u.test(before);
    return before + (isUnary ? piece.trim() : piece);
  }
  if (piece.startsWith(' ') && (before === '' || /[\s([{]$/.test(before))) return before + piece.trimStart();
  if (OPERATOR.test(piece)) return `${before} ${piece} `;
  return before + piece;
}
