import { describe, expect, it } from 'vitest';
import { PHRASES } from '../../src/languages/phrase-table.ts';
import type { PhraseRule } from '../../src/languages/phrases.ts';

const KINDS = [
  'refersBack',
  'leansBack',
  'deictic',
  'announcing',
  'housekeeping',
  'defining',
  'occasion',
  'turning',
  'advising',
  'supposing',
  'recalling',
] as const;

const rules = Object.entries(PHRASES).flatMap(([language, phrases]) =>
  KINDS.flatMap((kind) =>
    phrases[kind].map((rule: PhraseRule, at): [string, PhraseRule] => [`${language} ${kind} ${at}`, rule]),
  ),
);
const bare = (sentence: string): string => sentence.replace(/^["“„«‘'([*_\s]+/, '');

describe.each(rules)('the phrase rule %s', (_, { pattern, examples, not = [] }) => {
  it.each(examples)('finds “%s”', (sentence) => {
    expect(pattern.test(bare(sentence))).toBe(true);
  });
  it.each(not.length === 0 ? [''] : not)('does not find “%s”', (sentence) => {
    expect(pattern.test(bare(sentence))).toBe(false);
  });
  it('has a reason and an example', () => {
    expect(examples.length).toBeGreaterThan(0);
  });
});
