import { describe, expect, it } from 'vitest';
import {
  ATTRIBUTION_RULES,
  isAttribution,
  isInlineAttribution,
} from '../../src/threads/layout/attributions.ts';
import {
  announces,
  type Below,
  isLabelSentence,
  isLeadInLine,
  LEAD_IN_RULES,
  opensWithColonLabel,
} from '../../src/threads/layout/lead-ins.ts';

const line = (text: string) => ({
  text: text.replaceAll('**', ''),
  only: true,
  bold: text.startsWith('**'),
});

const ALL: readonly Below[] = ['list', 'quote', 'text'];
const NAMES: readonly Below[] = ['list', 'quote'];
const LONG = 'the shop has sold out of the bags since March, and nobody knows when they will come back';
const LONGER = `${LONG}, says the clerk, who has asked for more of them twice`;

/** Lines and what they announce. */
const ANNOUNCED: readonly (readonly [string, readonly Below[]])[] = [
  ['Finished:', ALL],
  [`${LONG}:`, ALL],
  ['她说：”', ALL],
  ['this: and that, since March, nobody knows when they will come back and why', []],
  [`${LONG}::`, []],
  ['How it went, and what the clerk of the shop thinks of it all 👇🏽', ALL],
  [`${LONG} ⬇️`, ALL],
  [`👇 ${LONG}`, []],
  ['[Gauge Log]', ALL],
  ['**What we found in the harbour that day.**', ALL],
  [`**${LONGER}**`, []],
  ['[Gauge Log] What we did.', NAMES],
  [`[Gauge Log] ${LONGER}.`, []],
  ['three things that changed', ALL],
  ['what the clerk of the shop thinks of it all, since last March', []],
  ['what the clerk of the shop thinks of it all, since one March', NAMES],
  ['We went home.', []],
  ['We all went home that night :)', NAMES],
  [`(${LONG}:)`, ALL],
  ['We went “home.”', []],
  ['We went home; he did not', NAMES],
  ['On fog', ALL],
  ['We went  on there', ALL],
  ['International harbour meetings', ALL],
  ['International harbour committee', NAMES],
  ['we went home that day', NAMES],
  ['1984', NAMES],
  ['https://a.org/b', []],
  ['http://a.org/b', []],
  ['see http://a.org/b', ALL],
  ['On fog)', NAMES],
  ['Two days later.', ['list']],
  ['It rained. But let’s still take a look at some of the lamps, shall we?', ['list', 'quote']],
  ['Let’s look at the lamps that burned.', ['list', 'quote']],
  ['Let’s look after the lamps that burned.', []],
  ['Schauen wir uns die Lampen an.', ['list', 'quote']],
  ['A day later.', []],
  ['I lost the paper. Here are the ones that I have kept.', NAMES],
  ['İşte nedenleri, bugün yazdığım ve yarın yine okuyacağım yazı.', NAMES],
  ['Hereabouts are the ones that I have kept.', []],
  ['We do it as follows.', NAMES],
  ['Put it into a row with a line such as the one below.', NAMES],
  ['The lids are in boxes like these.', NAMES],
  ['For more about lids, refer to.', NAMES],
  ['Write the line below.', NAMES],
  ['The lid is shut by the ones shown here.', NAMES],
  ['The lids lie below.', []],
  ['The gauge has three parts.', ['list']],
  ['The gauge has 12 parts.', ['list']],
  ['The gauge has unforetwo parts.', []],
  ['The gauge is under version 3.0 licences.', []],
  ['I am still working on that one.', []],
  ['I went there once by boat.', []],
  [`We had three boats ${'and then some more of them '.repeat(5)}there.`, []],
  ['We had three boats. Is it so? We do not know any more!', []],
  ['', []],
];

/** The same for the last of several lines. */
const ANNOUNCED_BY_LAST_LINE: readonly (readonly [string, readonly Below[]])[] = [
  ['Finished:', ALL],
  ['[Gauge Log]', NAMES],
  ['**We went home.**', []],
  ['On fog', NAMES],
];

describe('what announces, rule by rule', () => {
  it.each(LEAD_IN_RULES)('$why', ({ example, below, when }) => {
    expect(when(line(example))).toBe(true);
    for (const what of below) expect(announces(line(example), what)).toBe(true);
  });

  it.each(LEAD_IN_RULES)('no other rule holds for the example of: $why', ({ example, when, below }) => {
    const others = LEAD_IN_RULES.filter(
      (rule) => rule.when !== when && rule.below.some((what) => below.includes(what)),
    );
    expect(others.filter((rule) => rule.when(line(example))).map(({ why }) => why)).toEqual(
      OVERLAPS[example] ?? [],
    );
  });

  it.each(ANNOUNCED)('“%s” announces %j', (text, below) => {
    expect((['list', 'quote', 'text'] as const).filter((what) => announces(line(text), what))).toEqual(below);
  });

  it.each(ANNOUNCED_BY_LAST_LINE)('“%s”, with lines above it, announces %j', (text, below) => {
    const last = { ...line(text), only: false };
    expect((['list', 'quote', 'text'] as const).filter((what) => announces(last, what))).toEqual(below);
  });

  it('knows the announcing sentences of other languages', () => {
    for (const text of [
      'Hier sind die Gründe.',
      'Voici pourquoi nous partons.',
      'Veja abaixo as quatro cordas que guardei no porto.',
      'Ecco come si accende la lampada del porto.',
      'Вот что нужно взять с собой в порт.',
      'Estos son los motivos.',
      'Íme az okok.',
      'İşte nedenleri.',
    ])
      expect(
        announces(
          line(`${text.replace('.', '')} und noch viel mehr als das, was in eine kurze Zeile passt.`),
          'list',
        ),
      ).toBe(true);
  });

  it('finds a line that announces inside a paragraph', () => {
    expect(['Finished:', ' [Gauge Log] ', '她说：'].filter(isLeadInLine)).toHaveLength(3);
    expect(['On fog', 'so: and so', 'use std::', '[1]'].filter(isLeadInLine)).toEqual([]);
  });

  it('takes a short first sentence for a label, and a longer one for none', () => {
    expect(isLabelSentence('Career.')).toBe(true);
    expect(isLabelSentence('Travel and food.')).toBe(true);
    expect(isLabelSentence('We went home early.')).toBe(false);
    expect(isLabelSentence('Career')).toBe(false);
    expect(isLabelSentence('Internationalisierungsamt.')).toBe(false);
    expect(opensWithColonLabel('What I got wrong: I believed it.')).toBe(true);
    expect(opensWithColonLabel('I believed it. So: no.')).toBe(false);
    expect(opensWithColonLabel(`${'a long start of a sentence '.repeat(2)}: no.`)).toBe(false);
  });
});

/** Examples that more than one rule takes for a lead-in. */
const OVERLAPS: Readonly<Record<string, readonly string[]>> = {
  'Finished:': ['a short line without a full stop names what is below it'],
  'How it went 👇': [
    'a short line without a full stop names what is below it',
    'a line of a few words without a final mark is a title',
  ],
  '[Gauge Log]': [
    'a line that opens with a label names the items below it',
    'a short line without a full stop names what is below it',
  ],
  'three things that changed': ['a sentence that says how many items follow'],
  'On fog': [],
  'I lost the paper. Here are four of them that I have kept.': ['a sentence that says how many items follow'],
};

describe('whose words a quotation is, rule by rule', () => {
  it.each(ATTRIBUTION_RULES)('$why', ({ example, pattern }) => {
    expect(example).toMatch(pattern);
    expect(isAttribution(example, 'quote')).toBe(true);
  });

  it.each([
    ' - A. B. Keeper ',
    '- “The Four Lamps”, A. B. Keeper (1931)',
    '– Maren Fold and the Keeper',
    '- Low Water in March - Maren Fold',
    '(— M. Fold).',
    'Source: the harbour office',
    'from  a letter',
    'M. Fold et al.',
    `Maren ${'Holt '.repeat(14).trim()}`,
  ])('“%s” is one', (text) => {
    expect(isAttribution(text, 'quote')).toBe(true);
    expect(isAttribution(text, 'text')).toBe(/^[–—]/.test(text));
  });

  it.each([
    '',
    '— ',
    `— ${'x'.repeat(99)}`,
    '— M. Fold\nand more',
    'a letter from Maren',
    'We went home.',
    'the shop has sold out',
    `Maren ${'Holt '.repeat(15).trim()}`,
    'He paid and left',
    '- the rope',
  ])('%s is none', (text) => {
    expect(isAttribution(text, 'quote')).toBe(false);
  });

  it('takes only a long dash for one below plain text', () => {
    expect(isAttribution('— M. Fold', 'text')).toBe(true);
    expect(isAttribution(`—${'x'.repeat(99)}`, 'text')).toBe(true);
    expect(isAttribution('--M. Fold', 'text')).toBe(true);
    expect(isAttribution('so — M. Fold', 'text')).toBe(false);
    expect(isAttribution('- M. Fold', 'text')).toBe(false);
    expect(isAttribution('M. Fold', 'text')).toBe(false);
  });

  it('takes a longer line for one if it is a name with titles', () => {
    const titles = (length: number): string => `Keeper of ${'the Lamps '.repeat(20)}`.slice(0, length - 17);
    const line = (length: number): string => `-- Maren Holt, ${titles(length)}xx`;
    expect(line(180)).toHaveLength(180);
    expect(isAttribution(line(180), 'text')).toBe(true);
    expect(isAttribution(line(181), 'text')).toBe(false);
    expect(isAttribution(`${line(150)}.`, 'quote')).toBe(false);
    expect(isAttribution(line(150).replace(',', ' and'), 'quote')).toBe(false);
    expect(isAttribution(line(150).slice(1), 'quote')).toBe(false);
  });

  it('finds one at the end of a line', () => {
    const text = 'Fog is a wall. - M. Fold';
    expect(isInlineAttribution(text, 15, text.length)).toBe(true);
    expect(isInlineAttribution(`${text} `, 15, text.length + 1)).toBe(true);
    expect(isInlineAttribution(`${'Fog. '.repeat(20)}- M. Fold`, 100, 109)).toBe(true);
    expect(isInlineAttribution(`- ${'F'.repeat(98)}`, 0, 100)).toBe(true);
    expect(isInlineAttribution(`- ${'F'.repeat(99)}`, 0, 101)).toBe(false);
    expect(isInlineAttribution('-- M. Fold', 0, 10)).toBe(true);
    expect(isInlineAttribution('Fog is a wall. - and more', 15, 25)).toBe(false);
    expect(isInlineAttribution('Fog is a wall. M. Fold', 15, 22)).toBe(false);
  });
});
