import { describe, expect, it } from 'vitest';
import type { Language, UnspacedLanguage } from '../../src/languages/language.ts';
import { LANGUAGES, type LanguageCode } from '../../src/languages/languages.ts';
import { NEIGHBOURS } from '../../src/languages/neighbours.ts';
import { UNSPACED } from '../../src/languages/unspaced.ts';
import { guessLanguage, knownLanguage } from '../../src/text/guess-language.ts';
import { sentencesOf } from '../../src/text/sentences.ts';

const all = Object.entries(LANGUAGES) as [LanguageCode, Language][];
const cut = (text: string, language: LanguageCode): string[] =>
  sentencesOf(text, { lowerCase: false, language }).map((sentence) => sentence.text);

describe.each(all)('%s', (code, language) => {
  it.each(language.abbreviations)('$why', ({ words, example }) => {
    const opening = /^(?:\S+\. )+/.exec(example)?.[0] ?? '';
    expect(words.split(' ')).toContain(opening.toLowerCase().replaceAll(' ', '').slice(0, -1));
    for (const word of words.split(' ')) {
      const text = `${word}. ${example.slice(opening.length)}`;
      expect(cut(`Xyz ${text}`, code)).toEqual([`Xyz ${text}`]);
    }
  });

  it.each(language.ordinals)('$why', ({ example }) => {
    expect(cut(example, code)).toEqual([example]);
  });

  it('has no word twice in one list, and no abbreviation in two', () => {
    const { abbreviations, openers, leaning, adverbs, stopWords, months, units, numbered } = language;
    const lists = [
      abbreviations.map(({ words }) => words).join(' '),
      openers,
      leaning,
      adverbs,
      stopWords,
      months,
      units,
      numbered,
    ];
    for (const list of lists) {
      const words = list.split(/\s+/);
      expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
    }
  });

  it('is told by its function words', () => {
    expect(guessLanguage(`${language.stopWords} xyz`)).toBe(code);
  });
});

describe.each(Object.entries<UnspacedLanguage>(UNSPACED))(
  '%s, without spaces',
  (_, { announces, goesOn }) => {
    it.each([announces, goesOn])('$why', ({ pattern, examples, not }) => {
      expect(examples.filter((line) => !pattern.test(line))).toEqual([]);
      expect(not.filter((line) => pattern.test(line))).toEqual([]);
    });
  },
);

describe('a language without rules', () => {
  it.each(NEIGHBOURS)('$name: $why', ({ stopWords, readAs, examples }) => {
    for (const text of [stopWords, ...examples]) expect(guessLanguage(text)).toBe(readAs);
  });
});

describe('the language of a text', () => {
  it.each([
    ['pt', 'A lâmpada está na torre, mas não arde à noite, porque já é muito velha.'],
    ['it', 'La lampada è nella torre, ma non brucia di notte perché è molto vecchia.'],
    ['ru', 'Лампа стоит в башне, но она не горит ночью, потому что она очень старая.'],
    ['es', 'La lámpara está en la torre, pero no arde de noche porque ya es muy vieja.'],
  ])('is %s: “%s”', (code, text) => {
    expect(guessLanguage(text)).toBe(code);
  });

  it('is the named one if we know it', () => {
    expect(knownLanguage('de-AT')).toBe('de');
    expect(knownLanguage('xx')).toBeUndefined();
  });

  it('is English where nothing tells', () => {
    expect(guessLanguage('1234 ???')).toBe('en');
  });
});
