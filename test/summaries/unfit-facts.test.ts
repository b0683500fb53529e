import { describe, expect, it } from 'vitest';
import { HOLE } from '../../src/drafts/markup/hole.ts';
import type { SentenceFacts, Unfit } from '../../src/summaries/choosing/sentence-facts.ts';
import { unfitFor } from '../../src/summaries/choosing/unfit-sentences.ts';

const NOTHING: Omit<SentenceFacts, 'text'> = {
  code: [],
  quoted: false,
  struck: false,
  linkWords: [],
  last: false,
  before: 'other',
  endsOpen: false,
  opensLow: false,
  underColon: false,
  inNote: false,
  hasLines: false,
};

/** Why a sentence is unfit; inline code is in backticks. */
function unfit(marked: string, facts: Partial<SentenceFacts> = {}): Unfit | undefined {
  const code: { start: number; end: number }[] = [];
  let text = '';
  marked.split('`').forEach((piece, at) => {
    if (at % 2 === 1) code.push({ start: text.length, end: text.length + piece.length });
    text += piece;
  });
  return unfitFor({ ...NOTHING, code, ...facts, text });
}

/** Sentences by reason; those of `fit` look alike, and no reason holds. */
const TEXTS: Readonly<
  Record<Exclude<Unfit, 'quoted' | 'foreign' | 'struck' | 'aside'> | 'fit', readonly string[]>
> = {
  names: [
    'It says `lamp` and `tower`.',
    'It says `x=1` to the lamp that burns in our old tower.',
    'It says `f(xy)` to the lamp that burns in our old tower.',
    'It says `git -m` to the lamp that burns in our old tower.',
    'It says `git --all` to the lamp that burns in our old tower.',
    'It says `a; b` to the lamp that burns in our old tower.',
  ],
  name: ['It is on example.org for all.', 'It is in setup.py for all.'],
  number: ['The lamp burns (#928).', 'The lamp burns in lamps#1.'],
  footnote: [
    '* The lamp is old.',
    '** The lamp is old.',
    '*** The lamp is old.',
    '†The lamp is old.',
    '²³The lamp is old.',
    'It burns [2].',
    'It burns[12], and smokes.',
    'It burns. [123]',
    '[1] The lamp is old.',
    'It burns [@berg1931].',
    'It burns [-@berg:1931].',
    'As @fan2024scaling says, it burns.',
    'The lamp^[a note] burns.',
  ],
  fragment: [
    '☐ Clean the lamp.',
    '[ ] Clean the lamp.',
    '[x] Clean the lamp.',
    '[X] Clean the lamp.',
    'It is old (and burns.',
    'It is old) and burns.',
    'It is old [and burns.',
    '它很旧（而且。',
    'Bring a valid (mind the date!)',
    'Bring a valid, (which one?)',
  ],
  'lead-in': [
    'The lamp needs this:',
    'The lamp needs (this:)',
    'La lampe a besoin de ceci :',
    'Setup.py needs this:',
    'Lamp #1931 needs this:',
  ],
  hole: [`It has burnt for ${HOLE} years.`],
  link: [
    'See https://example.org for the lamp.',
    'Write to keeper@example.org at night.',
    'It is on example.org/lamp for all.',
    'Ask @ada about it.',
    'The word `@lamp` is short, and so says @ada too.',
  ],
  formula: [
    'It is \\mathbf{x} here.',
    'It is \\frac here.',
    'It is \\x {y} here.',
    'It is \\root[n] here.',
    'It is \\(x\\) here.',
    'It is $ab_c$ here.',
    'It is $a_bc$ here.',
    'It is $x$ here.',
    'It is $x, y$ here.',
    'It is $x,y,z$ here.',
    'It is $x - y$ here.',
    'It is x_{1} here.',
    'It is x^{2} here.',
    'It is 2^n here.',
    'It is (a)^2 here.',
    'It is x^(2) here.',
    'It is a = b = c here.',
    'It is a = b + c here.',
    'It is a + bcd = c here.',
    'It is ∑ over ∈ here.',
    'It is $fg(x)$ here.',
    'It is $f(xy)$ here.',
    'It is a ⇒ b here.',
    'It is xᵢ| here.',
    'It is E=mc² here.',
    'It is E = mc² here.',
    'It is x² = y here.',
    'It is 3²= 9 here.',
  ],
  code: [
    'It says `x=1;`.',
    'It says `f(xy)`.',
    'It says `git -m`.',
    'It says `git --all`.',
    'It says `a; b; c`.',
  ],
  cut: [
    'It burns […]',
    'It burns [...] ',
    'It burns [ … ]',
    'It burns (…)',
    'It burns (...)',
    'It burns [&hellip;]',
  ],
  fit: [
    'The lamp * is old.',
    'The lamp = [2] of it.',
    'The lamp[2]burns.',
    'It burns [1234].',
    'Nobody@home burns it.',
    'Ask @ad about it.',
    'Ask @9ab about it.',
    'Clean the ☐ box.',
    '[y] Clean the lamp.',
    'Lamps: they burn.',
    'It burns :) and smokes.',
    'It burns :)',
    'It burns :-( and smokes.',
    'It is old (and burns).',
    'Bring a valid (mind the date.)',
    'Bring a VALID (mind the date!)',
    'Bring a valid (mind the date!) one.',
    'Use \\n to end it, and \\9 or \\name to burn it.',
    'Use \\foo-bar to burn it.',
    'It costs US$a_b$ here.',
    'It costs $ a_b$ here.',
    'It costs $a_b$5 here.',
    'It costs $40 or $12 here.',
    'It is $abc$ here, or $x, yz$.',
    'It is $xy z$ here.',
    'It is ^2 or a^- here.',
    'It is a = b c here.',
    'It is x + y here.',
    'It is a b c = d here.',
    'It is ab+ c = d here.',
    'It is a +b = c here.',
    'It is E = mc here.',
    'It is 3 = mc² here.',
    'It is $(x)$ here, and $f(x) here.',
    'The word `@lamp` is a name for the lamp that burns in our old tower.',
    'It says `f()` to the lamp that burns in our old tower.',
    'It says `a<b` to the lamp that burns in our old tower.',
    'It says `git all` to the lamp that burns in our old tower.',
    'It says `a -1` to the lamp that burns in our old tower.',
    'It says `dry-run it` to the lamp that burns in our old tower.',
    'It says `burns` to ten lamps.',
    'It […] burns.',
    'It burns…',
  ],
};

const PLAIN = 'The lamp stayed with us for all of these long years';

describe('why a sentence is in no summary', () => {
  it.each(Object.entries(TEXTS).flatMap(([reason, texts]) => texts.map((text) => [reason, text] as const)))(
    '%s: “%s”',
    (reason, text) => {
      expect(unfit(text) ?? 'fit').toBe(reason);
    },
  );

  it.each([
    'It burns.',
    'It burns!',
    '燃える。',
    'It burns 🔥',
    'It burns ❤️',
    'It burns ;-)',
    'It burns :D',
    '(It burns.)',
    'It burns.*',
  ])('a short line that ends is a sentence: “%s”', (text) => {
    expect(unfit(text, { last: true })).toBeUndefined();
  });

  it.each([
    'The lamp and its oil',
    'It. burns',
    'It burns.x',
    'Plan D',
    'It burns :x',
    'one two three four five six seven',
  ])('a short line without a mark is a label: “%s”', (text) => {
    expect(unfit(text, { last: true })).toBe('fragment');
    expect(unfit(text)).toBeUndefined();
  });

  it('eight words are no label', () => {
    expect(unfit('one two three four five six seven eight', { last: true })).toBeUndefined();
  });

  it.each<[Unfit | undefined, string, Partial<SentenceFacts>]>([
    ['quoted', PLAIN, { quoted: true }],
    ['hole', PLAIN, { struck: true }],
    ['fragment', PLAIN, { endsOpen: true }],
    ['fragment', PLAIN, { opensLow: true }],
    ['link', PLAIN, { linkWords: ['the lamp', ' here '] }],
    ['link', PLAIN, { linkWords: ['read more'] }],
    ['link', PLAIN, { linkWords: ['all about the lamp here'] }],
    [undefined, PLAIN, { linkWords: ['here and there', 'all of this', 'more lamps'] }],
    ['fragment', PLAIN, { last: true, before: 'code' }],
    ['fragment', PLAIN, { last: true, before: 'quote' }],
    ['fragment', PLAIN, { last: true, before: 'table' }],
    ['fragment', PLAIN, { last: true, before: 'formula' }],
    [undefined, PLAIN, { last: true, before: 'list' }],
    [undefined, PLAIN, { before: 'code' }],
    [undefined, `${PLAIN}.`, { last: true, before: 'code' }],
    ['fragment', `${PLAIN},`, { last: true }],
    ['fragment', `${PLAIN} —`, { last: true }],
    ['fragment', `${PLAIN} AND`, { last: true }],
    ['fragment', `${PLAIN}, und der`, { last: true }],
    [undefined, `${PLAIN} and and`, {}],
    [undefined, `${PLAIN} in the sand`, { last: true }],
    [undefined, `${PLAIN} or more`, { last: true }],
    ['fragment', `${PLAIN} such as`, { before: 'list' }],
    [undefined, `${PLAIN} such as`, {}],
    [undefined, `${PLAIN} unlike`, { before: 'list' }],
    [undefined, `${PLAIN} such as ours`, { before: 'list' }],
    ['fragment', `${PLAIN}, e.g.`, { before: 'list' }],
    ['fragment', `${PLAIN}, e. g.`, { before: 'list' }],
    ['fragment', `${PLAIN}, i.e.`, { before: 'list' }],
    ['fragment', `${PLAIN}, i. e.`, { before: 'list' }],
    ['fragment', `${PLAIN}, z.B.`, { before: 'list' }],
    ['fragment', `${PLAIN}, z. B.`, { before: 'list' }],
    ['fragment', `${PLAIN}, d.h.`, { before: 'list' }],
    ['fragment', `${PLAIN}, d. h.`, { before: 'list' }],
    ['fragment', `${PLAIN}, u.a.`, { before: 'list' }],
    ['fragment', `${PLAIN}, u. a.`, { before: 'list' }],
    ['fragment', `${PLAIN}, p.ex.`, { before: 'list' }],
    ['fragment', `${PLAIN}, p. ex.`, { before: 'list' }],
    [undefined, 'Bring a valid (mind the date!)', { last: true }],
    [
      'fragment',
      'burns for eleven hours on one filling, and for twelve with the good oil',
      { underColon: true },
    ],
    ['fragment', 'Burns for eleven hours on one filling, and not twelve', { underColon: true }],
    [undefined, 'Lamps burn for eleven hours on one filling, and twelve with oil', { underColon: true }],
    [undefined, 'burns for eleven hours.', { underColon: true }],
    [undefined, 'Burns for eleven hours', {}],
  ])('%s: “%s” %j', (reason, text, facts) => {
    expect(unfit(text, facts)).toBe(reason);
  });

  it('the name of an account may stand right before or behind code', () => {
    expect(unfit('The sign `"`@ada is in the tower.')).toBe('link');
    expect(unfit('The sign "`@ada`" is in the tower of the lamp.')).toBeUndefined();
  });

  it('a third of code is too much', () => {
    expect(unfit(`\`${'x'.repeat(30)}\`${' y'.repeat(35)}`)).toBeUndefined();
    expect(unfit(`\`${'x'.repeat(31)}\`${' y'.repeat(35)}`)).toBe('names');
  });
});

it('a sentence that opens with the name of something in code may open in small letters', () => {
  const low = { opensLow: true };
  expect(unfit('`async` functions saved the keepers of the lamp a year of work.', low)).toBeUndefined();
  expect(unfit('functions of the `async` lamp saved its keepers a year of work.', low)).toBe('fragment');
});

it.each([
  'Update: the lamp burns again.',
  'Aug 3, 2025 update: the lamp burns again.',
  'Edit (May 2020): the lamp burns again.',
  'Nachtrag: die Lampe brennt wieder.',
])('a note that was added later is no part of the post: %s', (text) => expect(unfit(text)).toBe('footnote'));
