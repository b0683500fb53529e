import { describe, expect, it } from 'vitest';
import type { LanguageCode } from '../../src/languages/languages.ts';
import { guessLanguage } from '../../src/text/guess-language.ts';
import { type Ending, endingAt } from '../../src/text/sentence-end.ts';
import { sentencesOf } from '../../src/text/sentences.ts';
import { STOP_RULES } from '../../src/text/stop-rules.ts';

const SIGNS: Readonly<Record<Ending, string>> = {
  sentence: ' | ',
  tied: ' | ',
  answer: ' | ',
  clause: ' / ',
  none: ' ',
};

/** A text with a sign for what ends at each full stop before white space, and for each other end of a sentence. */
function marked(text: string, language: LanguageCode, lowerCase = false): string {
  const habits = { lowerCase, language };
  return text.replace(/ /g, (space, at: number) => {
    const ending = endingAt(text, at, at + 1, habits);
    return ending === 'clause' && !/\.[”")\]]?$/.test(text.slice(0, at)) ? space : (SIGNS[ending] ?? '?');
  });
}

const bare = (example: string): string => example.replace(/ [|/] /g, ' ');

describe('full stops, rule by rule', () => {
  it.each(STOP_RULES)('$why', ({ example }) => {
    const text = bare(example);
    const language = guessLanguage(text);
    expect(marked(text, language)).toBe(example);
    expect(sentencesOf(text, { lowerCase: false, language }).map((sentence) => sentence.text)).toEqual(
      example.replaceAll(' / ', ' ').split(' | '),
    );
  });
});

/** Neighbours of the rules' examples. */
const NEIGHBOURS: readonly (readonly [LanguageCode, string])[] = [
  ['en', 'She said “Never again.” / (And she meant it.)'],
  ['en', '“I am late.” she said.'],
  ['en', 'We left the mill. | Maren stayed.'],
  ['en', 'Stop. | Nobody saw.'],
  ['en', 'Rain\n2. The rope'],
  ['en', 'Rain\niv. The rope'],
  ['en', '• 9. The rope'],
  ['en', '•9. The rope'],
  ['en', '(b). The rope'],
  ['en', '100. The rope'],
  ['en', 'Take 12. | The rope is short.'],
  ['en', 'Rain\n1) rope | 2) knife'],
  ['en', '1) rope 1) knife'],
  ['en', 'a) rope a) knife'],
  ['en', '1) rope 2. knife'],
  ['en', '1) rope b) knife'],
  ['en', '- 1) rope 2) knife'],
  ['en', 'In 1) rope, in 2) knife'],
  ['en', 'approx. Half of it, on thurs. Maren left. | On Thurs. Maren left.'],
  ['en', 'The m.p.h. Maren drove.'],
  ['en', 'We live in the EU. | Maren does not.'],
  ['en', 'We met Holt. | Maren went.'],
  ['en', 'It runs. | myApp is good.'],
  ['en', 'We read ver. pythonX today.'],
  ['en', 'We read it here. | pythonX is good. | i18n is good. | memory_order is not.'],
  ['en', 'We read it there. python is good.'],
  ['en', 'See fig. a4 for it.'],
  ['en', 'We counted 3. | 12.5 would be odd.'],
  ['en', 'Nobody took a. | O ja. | So be it.'],
  ['en', 'He worked for Holt Inc. Mrs. Okoye.'],
  ['en', 'It says a.m. Mrs. Okoye knew.'],
  ['en', 'They came at 7 a.m. | Mrs. Okoye left.'],
  ['en', '“We left.” | At 7 a.m. Mrs. Okoye opened.'],
  ['en', 'We left! | At 10:30 a.m. Mrs. Okoye opened.'],
  ['en', 'We left. | 7 a.m. Mrs. Okoye opened.'],
  ['en', 'Rain\n  At 12 a.m. Mrs. Okoye opened.'],
  ['en', 'She left at 10:30 a.m. | Mrs. Okoye opened.'],
  ['de', 'Wir kamen am 3. | 12 Leute waren da.'],
  ['de', 'Er kam am 3. | Die anderen gingen.'],
  ['de', 'Es waren 3. | Leute kamen.'],
  ['de', 'Er feierte seinen 100. Geburtstag.'],
  ['de', 'Das war 1984. | 3.5 Meter fehlten.'],
  ['de', 'Das war im 1984. | Stock und Stein fehlten.'],
  ['de', 'Das war v2.3. | Stock und Stein fehlten.'],
  ['de', 'Das Boot kam am 13. 12. in den Hafen.'],
  ['de', 'Er kam z. Hd. der Wirtin.'],
  ['de', 'Da war Vati. | Gustaf kam.'],
  ['de', 'Da war AXI. | Gustaf kam.'],
  ['de', 'Kaiser Wilhelm I. König von Preußen.'],
];

describe('full stops beside those of the rules', () => {
  it.each(NEIGHBOURS)('%s: %s', (language, example) => {
    expect(marked(bare(example), language)).toBe(example);
  });

  it('small letters that begin sentences, where the author writes so', () => {
    const text = 'rain fell. | nobody saw (so they say.) | it stopped at 5 p.m. they left.';
    expect(marked(bare(text), 'en', true)).toBe(text);
  });
});
