import { describe, expect, it } from 'vitest';
import { danglesAt, leansBack } from '../../src/summaries/choosing/context-bound.ts';
import { isVerbless } from '../../src/summaries/choosing/points-elsewhere.ts';
import { foreignParagraphs, languageOf } from '../../src/summaries/choosing/post-language.ts';
import { postText } from '../../src/summaries/choosing/post-sentences.ts';
import { readPost } from '../../src/summaries/reading/read-post.ts';
import { summarise } from '../../src/summaries/writing/summarise.ts';

const read = (source: string) => readPost(source, { path: 'a.md', canonical: 'https://example.org/a' });
const sentences = (source: string) => postText(read(source).blocks).sentences;
const pointsOf = (source: string): string[] =>
  summarise(read(source), { length: 'medium' })
    .paragraphs.filter(({ role }) => role === 'point')
    .map(({ text }) => text);

describe('a sentence that opens a post of its own', () => {
  it.each([
    ['(It burnt for a whole week.)', false],
    ['(At last) the lamp burnt for a week.', true],
    ['Ada Byron: And then the lamp went out.', false],
    ['Ada Byron: The lamp went out at night.', true],
    ['Because most lamps are old.', false],
    ['Because most lamps are old, they smoke.', true],
    ['To do this, trim the wick.', false],
    ['To do the wick justice, trim it.', true],
    ['Given that lamps smoke, we open the window.', true],
    ['We, on the other hand, trim the wick.', false],
    ['The books themselves are dry.', false],
    ['None of our lamps burns.', true],
    ['None of them burns.', false],
    ['As such, the lamp is of no use.', false],
  ])('“%s”: %s', (text, stands) => {
    expect(danglesAt(text, 'en') === undefined).toBe(stands);
  });
});

describe('a pronoun', () => {
  it.each([
    ['Every single time when I meet them, the lamp is lit.', true],
    ['Teachers end their lessons when the lamp goes out.', false],
    ['I’m sure both of them trimmed the wick.', true],
    ['Two keepers said that they trimmed the wick.', false],
    ['Oil is dear, and we buy it in May.', false],
    ['We had never asked for it.', true],
    ['Nobody came back to that house.', true],
    ['I encourage you to do the same.', true],
    ['Our neighbour has one.', true],
  ])('leans on another sentence: “%s” %s', (text, leans) => {
    expect(leansBack(text, 'en')).toBe(leans);
  });
});

describe('an item of a list', () => {
  it.each([
    ['24 assorted wicks (whatever the shop has will do)', true],
    ['Briefly tracks each keeper with a lamp.', true],
    ['The heaviest of all of these, at nine kilograms', true],
    ['Lamps are hard to find.', false],
  ])('names a thing and says nothing of it: “%s” %s', (text, verbless) => {
    expect(isVerbless(text, 'en')).toBe(verbless);
  });
});

describe('a translation below its original', () => {
  const GERMAN =
    'Die Lampe im Turm ist alt, und niemand weiß, wer sie gebaut hat. Sie brennt in jeder Nacht, auch wenn kein Schiff kommt.';
  const ENGLISH = [
    'The lamp in the tower is old, and nobody knows who built it in all those years.',
    'It burns in every night of the year, and that is so even if no ship comes by.',
    'The keeper trims the wick in the evening, and then he goes up to the gallery.',
    'The oil is kept in the cellar of the tower, and it is carried up by hand.',
  ];
  const source = [GERMAN, GERMAN.replace('Lampe', 'Glocke'), '## In English', ...ENGLISH, 'Kolo lampa!'];

  it('does not change the language of the post, however long it is', () => {
    expect(languageOf(undefined, sentences(source.join('\n\n')))).toBe('de');
  });

  it('is foreign as a section, its shortest lines too', () => {
    const all = sentences(source.join('\n\n'));
    const foreign = foreignParagraphs(all, 'de');
    const left = all.filter(({ paragraph }) => !foreign.has(paragraph)).map(({ section }) => section);
    expect(new Set(left)).toEqual(new Set([0]));
  });
});

describe('paragraphs without a full stop', () => {
  const lines = ['the lamp burns oil all night', 'nobody knows who pays for it', 'and the keeper never asks'];

  it('are sentences of an author who sets none', () => {
    const text = [...lines, 'so we all sit below it in the evening and read'].join('\n\n');
    expect(sentences(text).at(-1)?.unfit).toBeUndefined();
  });

  it('are headings beside sentences of an author who sets them', () => {
    const text = [
      ...lines.map((line) => `${line}.`),
      'That is so.',
      'Seventh catalogue of lamps and of all their parts in nine volumes',
    ];
    expect(sentences(text.join('\n\n')).at(-1)?.unfit).toBe('fragment');
    expect(sentences([...text.slice(0, -1), `${text.at(-1)} 🎉`].join('\n\n')).at(-1)?.unfit).toBeUndefined();
  });
});

describe('the last points', () => {
  const GOOD = [
    'The lamp of the tower burns oil for eleven hours, and the keeper fills it again before the evening comes.',
    'A wick that nobody trims makes more smoke than light, which is why every keeper owns a pair of scissors.',
    'Most ships have found the harbour by radio for years, but none of their captains wants the lamp to go out.',
    'The glass around the flame is cleaned with vinegar, because soap leaves stripes that can be seen from the sea.',
  ];
  const DOUBTFUL = 'Perhaps I still remember these.';

  it('are left out where they only fill up', () => {
    expect(pointsOf(`# The lamp\n\n${[...GOOD, DOUBTFUL].join('\n\n')}\n`)).not.toContain(DOUBTFUL);
  });

  it('are no shout, and no shout opens the summary', () => {
    const [first] = summarise(read(`# The lamp\n\n${['Lamp!', ...GOOD].join('\n\n')}\n`)).paragraphs.filter(
      ({ role }) => role === 'hook',
    );
    expect(first?.text).not.toContain('Lamp!');
  });
});
