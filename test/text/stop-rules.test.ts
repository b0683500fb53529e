import { describe, expect, it } from 'vitest';
import { guessLanguage } from '../../src/text/guess-language.ts';
import { sentencesOf } from '../../src/text/sentences.ts';
import { STOP_RULES } from '../../src/text/stop-rules.ts';

describe('full stops, rule by rule', () => {
  it.each(STOP_RULES)('$why', ({ example }) => {
    const text = example.replaceAll(' | ', ' ');
    const sentences = sentencesOf(text, { lowerCase: false, language: guessLanguage(text) }).map(
      (sentence) => sentence.text,
    );
    expect(sentences).toEqual(example.split(' | '));
  });
});
