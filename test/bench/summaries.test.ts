import { describe, expect, it } from 'vitest';
import { BLOG_FORMATS, COLLECTIONS, readChosen, readSummaries } from '../../bench/summaries.ts';

const posts = readSummaries();
const all = COLLECTIONS.flatMap(readSummaries);
/** Japanese, which is written without spaces. */
const JAPANESE = /\p{Script=Hiragana}/u;

describe('the posts with reference summaries', () => {
  it('are at least 25, each with a number of its own', () => {
    expect(posts.length).toBeGreaterThanOrEqual(25);
    expect(new Set(posts.map(({ file }) => file.slice(0, 3))).size).toBe(posts.length);
  });

  it('show every format to both halves', () => {
    for (const half of ['tune', 'judge'] as const) {
      const formats = new Set(posts.filter((post) => post.half === half).map(({ format }) => format));
      expect([...formats].sort()).toEqual([...BLOG_FORMATS].sort());
    }
  });

  it.each(all)('choose 3 to 8 whole sentences in $file', ({ source, chosen }) => {
    expect(chosen.length).toBeGreaterThanOrEqual(3);
    expect(chosen.length).toBeLessThanOrEqual(8);
    expect(source).not.toMatch(/\{[*/]\}/);
    let end = 0;
    for (const span of chosen) {
      expect(span.start).toBeGreaterThanOrEqual(end);
      end = span.end;
      const sentence = source.slice(span.start, span.end);
      expect(sentence).toMatch(/[.?!。]["”’»)*_]*$/);
      if (JAPANESE.test(sentence)) {
        expect(sentence.length).toBeGreaterThan(15);
        expect(source.slice(0, span.start)).toMatch(/[\n。」]$/);
        continue;
      }
      expect(sentence.split(' ').length).toBeGreaterThan(4);
      expect(source.slice(0, span.start)).toMatch(/(?:\n|^\d+\. |[.?!]["”“)]* )$/m);
    }
  });

  it.each(posts)('have 300 to 900 words in $file', ({ source }) => {
    const words = source.split(/\s+/).length;
    expect(words).toBeGreaterThanOrEqual(300);
    expect(words).toBeLessThanOrEqual(900);
  });
});

describe('the posts of six kinds', () => {
  it('are thirty, half of which only judge', () => {
    const kinds = readSummaries('summaries-kinds');
    expect(kinds).toHaveLength(30);
    expect(kinds.filter(({ half }) => half === 'judge')).toHaveLength(15);
    expect(new Set(all.map(({ file }) => file.slice(0, 3))).size).toBe(all.length);
  });
});

describe('the reader of chosen sentences', () => {
  it('ends a sentence at its stop, with the quotes that close after it', () => {
    const { source, chosen } = readChosen('One. {*}She said "no." Then three.');
    expect(chosen.map(({ start, end }) => source.slice(start, end))).toEqual(['She said "no."']);
  });

  it('ends a sentence where a mark says so', () => {
    const { source, chosen } = readChosen('{*}At 4 a.m. it rang.{/} Nobody came.');
    expect(chosen.map(({ start, end }) => source.slice(start, end))).toEqual(['At 4 a.m. it rang.']);
  });

  it('refuses a mark that opens nothing', () => {
    expect(() => readChosen('{*}no stop here')).toThrow('No sentence');
  });
});
