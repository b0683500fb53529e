import { describe, expect, it } from 'vitest';
import { INNER_HEIGHT, INNER_WIDTH } from '../../src/cards/card.ts';
import { setFormula } from '../../src/cards/drawing/set-formula.ts';

const times = (text: string, count: number): string => text.repeat(count);

describe('a formula is set', () => {
  it.each([
    ['amsmath', '\\begin{align} a &= b \\\\ c &= d \\end{align}'],
    ['a proof', '\\begin{prooftree} \\AxiomC{$A$} \\UnaryInfC{$B$} \\end{prooftree}'],
    ['a commutative diagram', '\\begin{CD} A @>a>> B \\\\ @VbVV @AAcA \\\\ C @= D \\end{CD}'],
    ['KaTeX’s sets and operators', 'x \\in \\R, \\argmax_x f(x), \\bm{v}'],
    ['MediaWiki’s arrows', 'a \\rarr b \\and c'],
    ['a macro of its own', '\\newcommand{\\x}[1]{\\mathbf{#1}} \\x{a}'],
    ['a degree', '90\\degree'],
  ])('with %s', async (_, tex) => {
    const set = await setFormula(tex);
    expect(set).toMatchObject({ paths: expect.stringContaining('<path') as string });
    if ('problem' in set) throw new Error(set.problem);
    expect(set.width).toBeLessThanOrEqual(INNER_WIDTH + 0.5);
    expect(set.height).toBeLessThanOrEqual(INNER_HEIGHT);
  });
});

describe('a formula that can’t be set is a sentence about it, in bounded time', () => {
  it.each<[string, string, RegExp]>([
    ['a command that is not known', '\\nope', /Undefined control sequence \\nope/],
    ['a missing brace', '\\frac{a', /Missing close brace/],
    ['a file of the machine', '\\input{/etc/passwd}', /Undefined control sequence \\input/],
    ['a picture of the machine', '\\includegraphics{/etc/passwd}', /Undefined control sequence/],
    ['a link', '\\href{javascript:alert(1)}{x}', /Undefined control sequence \\href/],
    ['attributes', '\\htmlData{onclick=x}{y}', /Undefined control sequence/],
    ['more packages', '\\require{physics} \\dv{x}', /Undefined control sequence \\require/],
    ['a macro that calls itself', '\\def\\a{\\a\\a}\\a', /recursive macro call/],
    [
      'a macro that grows',
      `\\def\\a#1{${times('#1', 10)}}${times('\\a{', 8)}x${times('}', 8)}`,
      /macro|buffer|too large/,
    ],
    ['deep nesting', times('{', 1_900) + times('}', 1_900), /nested too deeply/],
    ['more letters than a card holds', times('x', 3_900), /too large for a card/],
    [
      'more lines than a card holds',
      `\\begin{matrix}${times('a&b\\\\', 400)}\\end{matrix}`,
      /too large for a card/,
    ],
    ['very many characters', times('x', 100_000), /has 100000 characters, of 4000 at most/],
  ])(
    '%s',
    async (_, tex, problem) => {
      const set = await setFormula(tex);
      expect(set).toEqual({ problem: expect.stringMatching(problem) as string });
      // And the next one is set as if nothing had been.
      expect(await setFormula('x^2')).toMatchObject({ width: 30.26 });
    },
    20_000,
  );
});
