import { describe, expect, it } from 'vitest';
import { sentencesOf } from '../../src/text/sentences.ts';
import { GOLDEN_RULES } from './golden-rules.ts';

describe('sentence ends by the Golden Rules', () => {
  it.each(GOLDEN_RULES)('$number: $name', ({ text, sentences }) => {
    expect(sentencesOf(text).map((sentence) => sentence.text)).toEqual(sentences);
  });
});
