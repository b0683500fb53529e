import { describe, expect, it } from 'vitest';
import { formulaText } from '../../src/text/formula-text.ts';

describe('a formula as text', () => {
  it.each([
    ['x^2', 'x²'],
    ['\\beta_0', 'β₀'],
    ['x \\le y', 'x ≤ y'],
    ['O(n \\log n)', 'O(n log n)'],
    ['10^{-3}', '10⁻³'],
    ['e^{i\\pi} = -1', 'e^(iπ) = -1'],
    ['\\frac{a+b}{2}', '(a + b)/2'],
    ['\\sqrt{x+1}', '√(x + 1)'],
    ['\\sum_{i=1}^{n} x_i', '∑ᵢ₌₁ⁿ xᵢ'],
    ['\\theta_{\\text{old}}', 'θ_old'],
    ['\\hat{y} = Wx + b', 'ŷ = Wx + b'],
    ['\\mathbb{R}^n', 'ℝⁿ'],
    ['\\max_{a} Q(s,a)', 'maxₐ Q(s, a)'],
    ['\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}', '(a b; c d)'],
    ['10\\,000', '10 000'],
    ['x \\in \\R', 'x ∈ ℝ'],
    ['a \\rarr b', 'a → b'],
    ['R <:_m Q', 'R <:ₘ Q'],
    ['a \\equiv_{m} b', 'a ≡ₘ b'],
    ['f: A \\to_1 B', 'f: A →₁ B'],
    ['a := 3', 'a := 3'],
    ['\\frac{\\text{Rain}_x}{\\text{Rain}_y}', 'Rain_x/Rain_y'],
    ['\\sum_{i=1}^n x_i w_q + y_1', '∑ᵢ₌₁ⁿ x_i w_q + y₁'],
    ['x_i + y_j', 'xᵢ + yⱼ'],
    ['a_{', undefined],
    ['\\nope', undefined],
    ['a & b', undefined],
  ])('%s: %s', (tex, text) => expect(formulaText(tex)?.text).toBe(text));

  it.each([
    ['x^2', true],
    ['w_q', false],
    ['e^{i\\pi}', false],
  ])('%s is exact: %s', (tex, isExact) => expect(formulaText(tex)?.isExact).toBe(isExact));

  it('takes no time for a formula without an end', () => {
    expect(formulaText('{'.repeat(100_000))).toBeUndefined();
    expect(formulaText('\\frac'.repeat(400))).toBeUndefined();
  });
});
