import { describe, expect, it } from 'vitest';
import {
  ATTRIBUTION_RULES,
  isAttribution,
  isInlineAttribution,
} from '../../src/threads/layout/attributions.ts';
import {
  announces,
  isLabelSentence,
  LEAD_IN_RULES,
  opensWithColonLabel,
} from '../../src/threads/layout/lead-ins.ts';

const line = (text: string) => ({
  text: text.replaceAll('**', ''),
  only: true,
  bold: text.startsWith('**'),
});

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

  it.each([
    [
      'a long line without a stop',
      'the shop has sold out of the bags since March, and nobody knows when they will come back',
      'list',
    ],
    ['a sentence', 'We went home.', 'list'],
    ['a short line with a stop, above text', 'Two days later.', 'text'],
    ['a line of five words, above text', 'we went home that day', 'text'],
    [
      'a long sentence with a number',
      `We had three boats ${'and then some more of them '.repeat(5)}there.`,
      'list',
    ],
    ['an empty line', '', 'list'],
  ] as const)('%s announces nothing', (_, text, below) => {
    expect(announces(line(text), below)).toBe(false);
  });

  it('knows the announcing sentences of other languages', () => {
    for (const text of [
      'Hier sind die Gründe.',
      'Voici pourquoi nous partons.',
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
    'We went home.',
    'the shop has sold out',
    `Maren ${'Holt '.repeat(30)}`,
    'He paid and left',
    '- the rope',
  ])('%s is none', (text) => {
    expect(isAttribution(text, 'quote')).toBe(false);
  });

  it('takes only a long dash for one below plain text', () => {
    expect(isAttribution('— M. Fold', 'text')).toBe(true);
    expect(isAttribution('M. Fold', 'text')).toBe(false);
  });

  it('finds one at the end of a line', () => {
    const text = 'Fog is a wall. - M. Fold';
    expect(isInlineAttribution(text, 15, text.length)).toBe(true);
    expect(isInlineAttribution('Fog is a wall. - and more', 15, 25)).toBe(false);
    expect(isInlineAttribution('Fog is a wall. M. Fold', 15, 22)).toBe(false);
  });
});
