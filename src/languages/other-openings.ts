import { opening, type PhraseRule } from './phrases.ts';

/**
 * How sentences lean on the one before in languages without phrase rules of their own: Portuguese, Italian, Dutch, Russian,
 * Ukrainian and Korean. None of these words begins a sentence in a language with rules.
 */
export const OTHER_REFERS_BACK: readonly PhraseRule[] = [
  {
    pattern: opening(
      `mas|porém|no entanto|contudo|todavia|entretanto|além disso|por isso|portanto|assim|ou seja|por exemplo
|però|tuttavia|inoltre|quindi|perciò|insomma|per esempio
|maar|echter|bovendien|daarom|dus|bijvoorbeeld
|но|однако|зато|поэтому|кроме того|тем не менее|при этом|также|например|иначе|итак|потом|во-вторых|в-третьих
|але|проте|однак|тому|також|наприклад|по-друге
|하지만|그러나|그런데|그래서|그리고|또한|따라서|예를 들어`,
    ),
    why: 'a connective joins it to the sentence before',
    examples: [
      'Mas ninguém veio.',
      'No entanto, a tampa vaza.',
      'Però nessuno venne.',
      'Maar niemand kwam.',
      'Но никто не пришёл.',
      'Але ніхто не прийшов.',
      '하지만 아무도 오지 않았다.',
    ],
    not: ['Massa é água e farinha.', 'Новая крышка протекает.', 'Maart is koud.'],
  },
  {
    pattern: opening(
      `isso|isto|ele|ela|eles|elas|esse|essa|esses|essas|este último
|questo|questa|questi|queste|ciò|essi|esse|egli
|dit|deze|hij|zij
|это|этот|эта|эти|он|она|оно|они|его|её|их|у этого
|це|цей|ця|ці|він|вона|вони`,
      '(?! (?:post|blog|artigo|texto|articolo|artikel|пост|блог|стать|публикац))',
    ),
    why: 'a pronoun or demonstrative whose noun is in an earlier sentence',
    examples: [
      'Isso é frio.',
      'Questa casa perde.',
      'Deze deksel lekt.',
      'Это холодно.',
      'У этого есть причины.',
      'Вона холодна.',
    ],
    not: ['Elefantes dormem.', 'Этот блог открыт.', 'Этаж был пуст.'],
  },
];

/** How sentences in these languages take back what the one before says. */
export const OTHER_CONTRASTING =
  /^(?:mas|porém|no entanto|contudo|todavia|però|tuttavia|maar|echter|но|однако|зато|тем не менее|але|проте|однак|하지만|그러나|그런데)(?!\p{L})/iu;
