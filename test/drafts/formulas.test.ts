import { describe, expect, it } from 'vitest';
import { draftWords } from '../../src/drafts/draft-words.ts';
import { FORMULA_ESCAPES, withoutFormulaEscapes } from '../../src/drafts/markdown/escaped-formula.ts';
import { NO_FORMULAS } from '../../src/drafts/markdown/not-a-formula.ts';
import { parseDraft } from '../../src/drafts/parse-draft.ts';
import { postsOnX } from './posts-on-x.ts';

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
    [
      'in an environment inside a paragraph, whose signs mark no words',
      'and so\n\\begin{align}\ny &= e^x(1-e^{x})\n\\end{align}\nand on',
      ['p and so', 'f \\begin{align}\ny &= e^x(1-e^{x})\n\\end{align}', 'p and on'],
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
    [
      'escaped brackets over lines',
      '\\[For all who watch,\nthe tide = high.\\]',
      ['p [For all who watch, / the tide = high.]'],
    ],
    [
      'names in escaped brackets',
      'in \\[tide\\_table\\], \\[io_mast.o\\] and \\[High\\|Low\\]; \\(mast_of_boat\\)',
      ['p in [tide_table], [io_mast.o] and [High|Low]; (mast_of_boat)'],
    ],
    [
      'sets of characters in escaped brackets',
      '\\[\\^\\\\x01-\\\\x7e\\] or \\[a-z0-9\\_-\\]',
      ['p [^\\x01-\\x7e] or [a-z0-9_-]'],
    ],
    ['a blank in escaped brackets', 'Write \\[\\_\\_\\_\\_\\] here', ['p Write [____] here']],
    ['a letter in a word', 'Speak \\(R\\)markdown, of Mast\\(R\\)', ['p Speak (R)markdown, of Mast(R)']],
    ['letters that count', '\\(a\\) the tide and \\(x\\)', ['p (a) the tide and x']],
    [
      'a letter that opens a line',
      '\\(X\\) is a tide and\n\\(x\\) a float',
      ['p X is a tide and / x a float'],
    ],
    ['raised signs alone', 'm\\(^2\\), \\(^{-3}\\), C\\(^\\ast\\)', ['p m², ⁻³, C*']],
    [
      'a matrix whose row begins with d',
      '\\(\\begin{pmatrix}a&b\\\\d&e\\end{pmatrix}\\)',
      ['f \\begin{pmatrix}a&b\\\\d&e\\end{pmatrix}'],
    ],
    ['words of a formula', 'so $p = \\text{all of the masts}$', ['p so p = all of the masts']],
    [
      'prices with words between',
      'of $9,999 in the US (~60% + tax), past $',
      ['p of $9,999 in the US (~60% + tax), past $'],
    ],
  ])('%s', (_, text, expected) => expect(blocks(text)).toEqual(expected));
});

it('a line that goes on in a formula is no name of who says what is above it', () => {
  const body =
    'Now the radar that we have put above the gate reads the river from above all year.\nFor a gauge with few readings there are as many pairs as days.\nThe new value for the size of this log is then\n\n$$\n\\frac{x}{y}\n$$';
  expect(postsOnX(parseDraft(`---\ndate: 2026-02-03\n---\n${body}\n`, { path: null }))).toBe(
    body.slice(0, body.indexOf('\n\n')).replaceAll('\n', ' '),
  );
});

describe('backslashes that Markdown takes from a formula', () => {
  it.each(FORMULA_ESCAPES)('$why', ({ sample, leaves }) =>
    expect(withoutFormulaEscapes(sample, 'line')).toBe(leaves),
  );

  it.each([
    ['a row that ends above a brace', 'a \\\\{b}', 'a \\\\{b}'],
    ['a name in words', '\\text{rise\\_a} + T\\_k', '\\text{rise\\_a} + T\\_k'],
    ['a name of several letters', 'n\\_samples', 'n\\_samples'],
    ['a name that ends in one', 'max\\_x', 'max\\_x'],
    ['a name of three', 'a\\_b\\_c', 'a\\_b\\_c'],
    ['a row that stays on its page', 'a \\\\*', 'a \\\\*'],
  ])('stay in %s', (_, tex, same) => expect(withoutFormulaEscapes(tex, 'block')).toBe(same));

  it('leave formulas that a post can show', () =>
    expect(blocks('So $x^\\*$ and $T\\_k$ rise:\n\n$$\nx^\\* + 1 \\\\\\\\\\\\\ny\n$$')).toEqual([
      'p So x* and Tₖ rise:',
      'f x^* + 1 \\\\\ny',
    ]));
});

describe('what stands between the marks of a formula and is none', () => {
  it.each(NO_FORMULAS)('$why', ({ sample, leaves }) =>
    expect(draftWords(parseDraft(sample, { path: 'a.md' })).join(' ')).toBe(leaves),
  );

  it.each([
    'p = \\frac{gates that are open}{gates that are open or shut}',
    '\\underbrace{gates that are open}_{p}',
  ])('words that a command holds are part of it: %s', (tex) =>
    expect(blocks(`$$${tex}$$`)).toEqual([`f ${tex}`]),
  );
});

it.each([
  ['The $x$s and $U$s rise.', 'The xs and Us rise.'],
  ['It costs $5 and $10s, or $x$y.', 'It costs $5 and $10s, or $x$y.'],
])('an s behind a formula is the ending of several: %s', (text, shown) =>
  expect(postsOnX(parseDraft(text, { path: 'a.md' }))).toBe(shown),
);

it('a formula of one very long line is found in proportional time', () => {
  const start = performance.now();
  parseDraft(`$$${'\\\\'.repeat(100_000)}$$`, { path: 'a.md' });
  expect(performance.now() - start).toBeLessThan(5_000);
});
