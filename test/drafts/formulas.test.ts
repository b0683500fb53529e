import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../src/drafts/parse-draft.ts';

/** The blocks of a draft in short: `p words`, `f TeX`. */
const blocks = (text: string): string[] =>
  parseDraft(text, { path: null }).blocks.map((block) => {
    if (block.type === 'paragraph')
      return `p ${block.runs.map((run) => ('text' in run ? run.text : ' / ')).join('')}`;
    return block.type === 'formula' ? `f ${block.source}` : block.type;
  });

describe('formulas are read as people write them', () => {
  it.each([
    ['in a sentence', 'so $x^2$ and $n$ grow', ['p so x² and n grow']],
    ['with brackets', 'so \\(x^2\\) and \\\\(\\beta_0\\\\) grow', ['p so x² and β₀ grow']],
    ['on lines of its own', 'a\n\n$$\n\\frac{x}{y}\n$$\n\nb', ['p a', 'f \\frac{x}{y}', 'p b']],
    ['between the words of a paragraph', 'a\n$$\\frac{x}{y}$$\nb', ['p a', 'f \\frac{x}{y}', 'p b']],
    [
      'opened and closed beside its lines',
      'a\n\n$$\\begin{aligned}\nx &= 1\\\\\n\\end{aligned}$$\n\nb',
      ['p a', 'f \\begin{aligned}\nx &= 1\\\\\n\\end{aligned}', 'p b'],
    ],
    ['in \\[…\\]', 'a\n\\\\[\nx = 1\n+ 2\n\\\\]\nb', ['p a', 'f x = 1\n+ 2', 'p b']],
    [
      'in an environment without marks',
      'a\n\n\\begin{align*}\nx &= 1\n\\end{align*}\n\nb',
      ['p a', 'f \\begin{align*}\nx &= 1\n\\end{align*}', 'p b'],
    ],
    ['without an end, it is text', '$$x = 1\n\nmore\n\nand more', ['p $$x = 1', 'p more', 'p and more']],
    ['without the mark behind it', 'a\n$$\\frac{x}{y}$$,\nand b', ['p a', 'f \\frac{x}{y}', 'p and b']],
    ['numbers in brackets', 'in $$[0, 1]$$ or $(1, 2)$', ['p in [0, 1] or (1, 2)']],
    [
      'letters and numbers that operators join',
      'of $$n!$$ and $1/n$, $(n − f)$, $n * (n-1)$, $(2/3)L$, $$3k-2$$',
      ['p of n! and 1/n, (n − f), n * (n - 1), (2/3)L, 3k - 2'],
    ],
    [
      'at the end of a line where others are in the line',
      'For $$n$$ we get\n$$x^2$$.\n\nb',
      ['p For n we get / x².', 'p b'],
    ],
    [
      'prices and variables that operators join',
      'of $5/h or $6/h, $a-$b, $A/$B',
      ['p of $5/h or $6/h, $a-$b, $A/$B'],
    ],
    ['with a blank on one side', 'so $ S_N = \\sum_{n} n$ is', ['p so S_N = ∑ₙ n is']],
    ['a pattern in escaped brackets', 'find \\(\\d+x\\) there', ['p find (\\d+x) there']],
    ['money', 'It costs $5, or $10.', ['p It costs $5, or $10.']],
    ['variables of a shell', 'set $HOME/$USER and $A_B', ['p set $HOME/$USER and $A_B']],
    ['escaped brackets', '\\(not this\\) and \\[0\\]', ['p (not this) and [0]']],
  ])('%s', (_, text, expected) => expect(blocks(text)).toEqual(expected));
});
