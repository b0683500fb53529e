/** LaTeX, and equations in plain letters. */
const FORMULA: readonly RegExp[] = [
  /\\(?:[a-zA-Z]+\s*[{[]|begin|end|frac|sum|int|sqrt|vec|left|right|cdot|times|alpha|beta|pi|theta|lambda|[()[\]])/,
  /(?<![\\\p{L}\p{N}$])\$(?=\S)[^$\n]*(?:[\\^_={}+*/<>]|(?<=\$)\p{L}(?:\s?[,-]\s?\p{L})*(?=\$))[^$\n]*\$(?!\p{N})/u,
  /[\p{L}\p{N})](?:[_^]\{|\^[\p{L}\p{N}(])/u,
  /[=≤≥≈≠∝∑∏∫√∂∇∈].*(?:[=≤≥≈≠∝∑∏∫√∂∇∈]|\s[+*/^·×]\s)|\s[+*/^·×]\s.*[=≤≥≈≠∝]/u,
  /\$\p{L}+\([^)$]*\)\$/u,
  /[∼⊥⊂⊆∪∩⇒⇔]|[ᵢⱼₖₙ]\|/u,
  /\p{L}\s?=\s?[^.]{0,60}[²³⁴-⁹ⁿ₀-₉√π∕]|[²³⁴-⁹ⁿ₀-₉√π]\s?=/u,
];

/** Whether a sentence holds a formula. */
export const hasFormula = (sentence: string): boolean => FORMULA.some((pattern) => pattern.test(sentence));
