import { describe, expect, it } from 'vitest';
import { type Ending, endingAt, isQuestion, plainEndingAt } from '../../src/text/sentence-end.ts';

const SIGNS: Readonly<Record<Ending, string>> = {
  sentence: '|',
  tied: '~',
  answer: '¿',
  clause: '/',
  none: '_',
};

/** A text with each white space replaced by what ends there. */
const endings = (text: string, lowerCase = false): string =>
  text.replace(/ /g, (_, at: number) => SIGNS[endingAt(text, at, at + 1, { lowerCase, language: 'en' })]);

/** `|` a sentence ends, `~` one to which the next refers back, `¿` a question, `/` a clause, `_` nothing. */
const TABLE: readonly (readonly [string, string])[] = [
  ['a full stop', 'Rain fell.|Nobody saw.'],
  ['a note behind a full stop', 'Rain fell.[1]|Nobody saw.[^2][a]|We_left.'],
  ['a note behind a full stop and a space', 'Rain fell.|[1]|Nobody saw.'],
  ['a note behind a question', 'Rain fell?[1]¿Nobody saw.'],
  ['a note behind a word', 'Rain[1]_fell.'],
  ['a letter before a word that opens a sentence', 'We_write_it_in_R.|Given_that,/we_left.'],
  ['a capital letter, and its abbreviation in lower case', 'It_has_the_value_V.~Thus,/V._Weber_wrote.'],
  ['a word that refers back', 'Rain fell.~It stopped.'],
  ['items in a paragraph', 'Two things.|1._Rope we_use.|2._Oil.|3._Lamps'],
  ['items in a paragraph, the third without a full stop before it', 'Two things.|1._Rope.|2._Oil|3._Lamps'],
  ['a number and no items before it', 'Two things.|We_use_oil 2.|Lamps'],
  ['a later item that names a version', '6._We_need_rope 7.|Lamps'],
  ['a first item in a line, and a second one', '1._We_need_rope|2._Lamps'],
  ['a question', 'Rain fell?¿Nobody saw.'],
  ['a question in quotes', '“Rain fell?”¿Nobody saw.'],
  ['a question in full-width marks', '下雨？¿Nobody'],
  ['a sentence in German quotation marks', '„Rain_fell.“|Nobody »saw.«|‚Nobody.‘|Rain fell.'],
  ['the mark of a note', 'Rain fell.[2]|Nobody saw.'],
  ['the marks of two notes', 'Rain fell.[2][^a]|Nobody saw.'],
  ['the mark of a note after a question', 'Rain fell?[12]¿Nobody saw.'],
  ['the mark of a note inside a sentence', 'Rain[2]_Nobody saw.'],
  ['a longer word in brackets', 'Rain fell.[because]_Nobody saw.'],
  ['a bracket that does not end a word', 'Rain fell.[2]x_Nobody saw.'],
  ['a mark of trade', 'The_Lamp™_Two_rose, and_the_Lamp®_One.'],
  ['an arrow', 'Ships_from_Kiel_↔_Oslo_rose.'],
  ['a shout', 'Rain!|Nobody saw.'],
  ['a shout in quotes before its verb', '“Rain!”_he_said.'],
  ['a mark before a small letter', 'Rain!/and_sun.'],
  ['a name that is also an abbreviation', 'We_derive_Eq.~This helps, as_Eq._4_shows.'],
  ['a mark before a dash and a small letter', 'Rain!/–/and_sun.'],
  ['a mark before a dash and a capital letter', 'Rain!|–/Ann'],
  ['a mark before a name in small and capital letters', 'Rain!|rOpenSci_fell?¿eBay_rose.'],
  ['a name with a mark', 'We_use_Yahoo!_every_day.'],
  ['a name with a question mark', 'Guess_Who?_was_on.'],
  ['names with marks', 'At_Yum!_they_watch_Jeopardy!_and_wear_Guess?_jeans.'],
  ['a name with a mark before a capital letter', 'We_use_Yahoo!|Nobody saw.'],
  ['a closing quote', '“Rain”_fell'],
  ['a closing quote before a capital letter', '“Rain”_Nobody'],
  ['a picture and a word', '🌧rain_Nobody'],
  ['a mark and nothing before it', '.|Nobody saw.'],
  ['a long picture', 'Rain_👨‍👩‍👧|Nobody_🇭🇺|Nobody_👍🏽|Nobody'],
  ['the number of an issue', 'It_rained.|[Feature_#12]|Nobody saw.'],
  ['a sentence in square brackets', 'It_rained.|[Nobody_saw_us_there.]'],
  ['a picture before the first word', '👋_Friends_🐹'],
  ['a comma, a semicolon, a colon', 'Rain,/sun;/wind:/snow'],
  ['a closing bracket, which ends no clause', 'Rain/(and_sun)_fell_here'],
  ['a bracket that opens', 'Rain/(and_sun'],
  ['a dash that opens', 'Rain/—/sun'],
  ['an arrow', 'Rain/→_sun'],
  ['an ellipsis before a capital letter', 'Rain…|Nobody saw.'],
  ['an ellipsis before a small letter', 'Rain…/and_sun'],
  ['an ellipsis before I', 'Rain…/I_saw'],
  ['a picture before a capital letter', 'Rain_🌧️|Nobody_saw'],
  ['a picture before a small letter', 'Rain_🌧_and_sun'],
  ['an end in Hindi', 'वर्षा।|कोई'],
  ['an end in Khmer', 'ភ្លៀង។|គ្មាន'],
  ['a space in Thai', 'ฝนตก/ไม่มี'],
  ['a space beside a number in Thai', 'ฝน_5_นาที'],
  ['a space in Lao', 'ຝົນ/ບໍ່ມີ'],
  ['a mark alone at the start', '”_Rain'],
  ['items of a list in one line', '1)_rope|2)_knife'],
  ['plain words', 'rain_and_sun'],
  ['a letter of another alphabet without a mark', '雨_Rain'],
];

describe('what ends before white space', () => {
  it.each(TABLE)('%s', (_, marked) => {
    const text = marked.replace(/[|~¿/_]/g, ' ');
    const asked = text.replace(/ /g, (_space, at: number) =>
      marked.charAt(at) === ' '
        ? ' '
        : SIGNS[endingAt(text, at, at + 1, { lowerCase: false, language: 'en' })],
    );
    expect(asked).toBe(marked);
  });

  it('an author who writes in lower case', () => {
    expect(endings('rain fell. nobody saw! it did? so there', true)).toBe(
      'rain_fell.|nobody_saw!~it_did?¿so_there',
    );
    expect(endings('rain 🌧 nobody', true)).toBe('rain_🌧|nobody');
    expect(endings('rain fell. nobody')).toBe('rain_fell._nobody');
    expect(endings('well… maybe', true)).toBe('well…/maybe');
  });

  it('tells a question by its last mark', () => {
    expect(['Why?', 'Why?”', 'Why？)', '؟'].map((text) => isQuestion(text, text.length))).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(['Why.', '', '”'].map((text) => isQuestion(text, text.length))).toEqual([false, false, false]);
  });
});

it.each([
  ['The rain stopped. Nobody saw.', 'sentence'],
  ['stopped. Nobody saw.', 'sentence'],
  ['The rains. It stopped.', 'tied'],
  ['The rains. Currently that stopped.', 'tied'],
  ['The rains. Sometimes, they stop.', 'tied'],
  ['The rains. Similarly, lamps burn.', 'tied'],
  ['The rains. Now and then it stopped.', 'sentence'],
  ['The rains. Currently lamps burn.', 'sentence'],
  ['The rains. Luckily it is easy.', 'sentence'],
  ['The ox. Nobody saw.', 'sentence'],
  ['The x. Nobody saw.', undefined],
  ['A v2rains. Nobody saw.', undefined],
  ['About approx. Half of it.', undefined],
  ['We met on thurs. Nobody came.', undefined],
  ['We saw ropes etc. Nobody came.', undefined],
])('the short way for a plain word: “%s” %s', (text, ending) => {
  const end = text.indexOf('.') + 1;
  expect(plainEndingAt(text, end, end + 1, { lowerCase: false, language: 'en' })).toBe(ending);
});
