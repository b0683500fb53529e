import { describe, expect, it } from 'vitest';
import { readCorpus, readMarks } from '../../bench/corpus.ts';

const corpus = readCorpus();

/** Where the words of a draft begin and end: after the front matter, before its Markdown footnotes. */
function bodyOf(source: string): { from: number; to: number } {
  const from = /^---\n(?:.*\n)*?---\n/.exec(source)?.[0].length ?? 0;
  const notes = source.slice(from).search(/\n\[\^\w+\]: /);
  return { from, to: notes === -1 ? source.length : from + notes };
}

/**
 * Roughly what a stretch of a draft weighs on X. Rough is enough: it only bounds how far apart good cuts may be,
 * and the splitter's own measure must not vouch for the corpus that judges it.
 */
function roughWeight(markdown: string): number {
  const text = markdown
    .replace(/```[\s\S]*?```/g, '')
    .replace(/\[([^\]]*)\]\((?:<[^>]*>|(?:[^()\s]|\([^()]*\))*)\)/g, '$1 [12]')
    .replace(/https?:\/\/\S+/g, 'u'.repeat(23))
    .replace(/^#+ /gm, '')
    .replace(/\s+/g, ' ')
    .trim();
  let weight = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    weight += point <= 0x10ff || (point >= 0x2000 && point <= 0x201f) ? 1 : 2;
  }
  return weight;
}

describe('the corpus', () => {
  it('has at least 60 texts, each with a name and a number of its own', () => {
    expect(corpus.length).toBeGreaterThanOrEqual(60);
    expect(new Set(corpus.map(({ name }) => name)).size).toBe(corpus.length);
    expect(new Set(corpus.map(({ name }) => name.slice(0, 3))).size).toBe(corpus.length);
  });

  it('holds one article of about 5,000 words', () => {
    const longest = Math.max(...corpus.map(({ source }) => source.split(/\s+/).length));
    expect(longest).toBeGreaterThan(4_800);
  });

  it('shows every shape to both halves', () => {
    const shapesOf = (half: 'tune' | 'judge'): string[] =>
      [...new Set(corpus.filter((text) => text.half === half).map(({ shape }) => shape))].sort();
    expect(shapesOf('tune')).toEqual(shapesOf('judge'));
    expect(shapesOf('tune').length).toBeGreaterThanOrEqual(20);
  });

  it('has halves of nearly one size', () => {
    const tune = corpus.filter(({ half }) => half === 'tune').length;
    expect(Math.abs(tune - (corpus.length - tune))).toBeLessThanOrEqual(2);
  });

  it.each(corpus)('marks good and forbidden cuts in $name, at places where a word begins', (text) => {
    expect(text.good.length).toBeGreaterThan(0);
    expect(text.never.length).toBeGreaterThan(0);
    expect(text.source).not.toMatch(/\{[+-]\}/);
    const { from } = bodyOf(text.source);
    for (const places of [text.good, text.never]) {
      expect(places).toEqual([...places].sort((a, b) => a - b));
      for (const place of places) {
        expect(place).toBeGreaterThan(from);
        expect(place).toBeLessThan(text.source.length);
        expect(text.source.slice(place, place + 1)).toMatch(/\S/);
        const before = text.source.slice(Math.max(0, place - 1), place);
        expect(before).toMatch(
          /\s|\p{sc=Han}|\p{sc=Hira}|\p{sc=Kana}|\p{sc=Thai}|[【】「」『』（）。！？、，：；“”]/u,
        );
      }
    }
    expect(text.good.filter((place) => text.never.includes(place))).toEqual([]);
  });

  it.each(corpus)('can be cut at good places alone for posts of 280 in $name', ({ source, good }) => {
    const { from, to } = bodyOf(source);
    const places = [from, ...good.filter((place) => place > from && place < to), to];
    const heavy = places
      .slice(1)
      .map((end, index) => source.slice(places[index], end))
      .filter((stretch) => roughWeight(stretch) > 260);
    expect(heavy).toEqual([]);
  });
});

describe('the reader of marks', () => {
  it('takes the marks out and names the first character after each', () => {
    expect(readMarks('See Fig. {-}3.\n\n{+}It fell. {+}Nobody saw.')).toEqual({
      source: 'See Fig. 3.\n\nIt fell. Nobody saw.',
      good: [13, 22],
      never: [9],
    });
  });

  it('names the same place for a mark before white space', () => {
    expect(readMarks('one{+}\n  two').good).toEqual([6]);
  });

  it('refuses two marks at one place, and a mark at the end', () => {
    expect(() => readMarks('one {+}{-}two')).toThrow('Two marks');
    expect(() => readMarks('one {+}')).toThrow('nothing after');
  });
});
