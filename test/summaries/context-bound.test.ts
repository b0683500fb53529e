import { describe, expect, it } from 'vitest';
import { danglesAt, leansBack, needsNext } from '../../src/summaries/choosing/context-bound.ts';

describe('a sentence that cannot open a post', () => {
  it.each([
    ['(It burnt for a week.)', 'it is an aside to the sentence before'],
    ['(It burnt for a week).', 'it is an aside to the sentence before'],
    ['[It burnt for a week]', 'it is an aside to the sentence before'],
    ['（它烧了一周）。', 'it is an aside to the sentence before'],
    [', and it burnt', 'it is the rest of a sentence that began before'],
    ['- it burnt', 'it is the rest of a sentence that began before'],
    ['… it burnt', 'it is the rest of a sentence that began before'],
    ['、燃えた', 'it is the rest of a sentence that began before'],
    ['Ada Byron: , and it burnt', 'it is the rest of a sentence that began before'],
    ['Ada Maria van Byron: A lamp burnt.', undefined],
    ['(It burnt) for a week.', 'x'],
    ['The lamp (an old one).', undefined],
    ['The lamp (an old one) burnt (well).', undefined],
    ['(The lamp) burnt (well).', undefined],
    ['-20 degrees are cold.', undefined],
    ['A lamp burnt - all week.', undefined],
  ])('“%s”: %s', (sentence, why) => {
    const found = danglesAt(sentence, 'en');
    if (why === 'x') expect(found).not.toBe('it is an aside to the sentence before');
    else expect(found).toBe(why);
  });
});

describe('a denial whose next sentence says what is true', () => {
  it.each([
    ['The trouble is not that it rains.', 'It is that the roof leaks.'],
    ['The trouble isn’t that it rains.', 'What matters is the roof.'],
    ["The lamps weren't only old.", 'They were dear.'],
    ['It was never about the money.', 'Rather, we liked lamps.'],
    ['THE LAMP IS NOT JUST OLD.', 'BUT IT BURNS.'],
  ])('“%s” “%s”', (sentence, next) => {
    expect(needsNext(sentence, next, 'en')).toBe(true);
    expect(needsNext(sentence, next, 'de')).toBe(false);
  });

  it.each([
    ['The trouble is not that it rains.', 'Lamps are dear.'],
    ['The trouble is not that it rains.', 'Lamps are what it is about.'],
    ['The trouble is not that it rains.', 'Now what is next?'],
    ['The trouble is not that it rains.', 'Item two is the lamp.'],
    ['The trouble is not that it rains, but that the roof leaks.', 'It is old.'],
    ['The trouble is not that it rains: the roof leaks.', 'It is old.'],
    ['The trouble is not that it rains; the roof leaks.', 'It is old.'],
    ['The trouble is not the rain.', 'It is the roof.'],
    ['The trouble is that it rains.', 'It is the roof.'],
  ])('is not “%s” “%s”', (sentence, next) => {
    expect(needsNext(sentence, next, 'en')).toBe(false);
  });
});

describe('a pronoun that refers to something outside its sentence', () => {
  it.each([
    ['Because of that rain we asked him.', true],
    ['We saw them.', true],
    ['I asked, and he left.', true],
    ['Nobody asked, and he left.', false],
    ['My aunt came, and she left.', false],
    ['In Rome he left.', false],
    ['In May he left.', true],
    ['On Sunday he left.', true],
    ['Ice was cold, and we sold it.', false],
    ['We was cold, and sold it.', true],
    ['We trim it.', true],
    ['Now it is cold.', false],
    ['Now it seems cold.', false],
    ['Now it seem cold.', false],
    ['Now it takes oil.', false],
    ['Now it take oil.', false],
    ['Now it turns cold.', false],
    ['Now it turn cold.', false],
    ['Now it rains.', false],
    ['Now it rain.', false],
    ['Now it snow.', false],
    ['Now it’s up to us.', false],
    ['Now it’s not us.', false],
    ["Now it's time.", false],
    ['Now it burns.', true],
    ['It burns.', false],
    ['We trim it-like lamps.', false],
    ['We trim l’it.', false],
    ['We love their noise.', true],
    ['Teachers love their noise.', false],
    ['We do this always, and they left.', true],
    ['We saw two of them.', true],
    ['We saw two, and they left.', false],
    ['Ada and I left them.', false],
    ['At every time they left.', true],
    ['On every boat they left.', false],
    ['Every boat left when they came.', false],
    ['There the lamp is, and we trim it.', false],
    ['We asked 3 and he left.', false],
    ['We saw a lamp! now we trim it.', true],
  ])('“%s” %s', (sentence, leans) => {
    expect(leansBack(sentence, 'en')).toBe(leans);
  });

  it('is looked for in English', () => {
    expect(leansBack('Nun sieht he them.', 'fr')).toBe(false);
  });
});
