/** Follows text that a letter must not touch: a function's name, a script that Unicode lacks. */
export const APART = '\u0001';

/** What Unicode writes below or above the sign before it. */
const SCRIPT = /^(?:[₀-₟ₐ-ₜᵢ-ᵪⱼ⁰-ⁿ²³¹ᵃ-ᶿᴬ-ᵂ]+|[_^][^\s\u0001]+\u0001?)$/u;
/** A relation at the end of a text, and one that belongs to it: `<:` of types. */
const RELATED = /[=<>≤≥≡≈∼:] $/u;
const RELATION = /^ ?[=<>:] $/;

const OPERATOR = /^[+×±−]$/u;

/** Formats half of a fraction: in brackets unless it is a single thing. */
export function grouped(text: string): string {
  const bare = text.trim();
  return /^[\p{L}\p{N}\p{M}.²³¹⁰-₟ᵀ∂√|′_]+(?:\([^()]*\))?$/u.test(bare) ? bare : `(${bare})`;
}

/**
 * Appends a piece. TeX sets its own spaces: those of the source are ignored, a sign between two things gets one on both sides,
 * and one after an opening bracket none.
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
  // `\equiv_m` and `<:_m` are one sign.
  if (SCRIPT.test(piece) && /(?:[^\s\p{L}\p{N},;:]|<:) $/u.test(before))
    return `${before.trimEnd()}${piece} `;
  if (piece === ' = ' && /[^\s<]: $/.test(before)) return `${before.slice(0, -2)} := `;
  if (RELATION.test(piece) && RELATED.test(before)) return `${before.trimEnd()}${piece.trimStart()}`;
  if (/^ [+-] $/.test(piece)) {
    // A sign before a number, not between two.
    const isUnary = before === '' || /(?:[([{,=<>≤≥∈→+\-×·/^_]|[,=<>≤≥∈→+\-×·] )$/u.test(before);
    return before + (isUnary ? piece.trim() : piece);
  }
  if (piece.startsWith(' ') && (before === '' || /[\s([{]$/.test(before))) return before + piece.trimStart();
  if (OPERATOR.test(piece)) return `${before} ${piece} `;
  return before + piece;
}
