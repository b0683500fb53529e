import { opening, type PhraseRule } from './phrases.ts';

/**
 * How sentences lean on the one before in languages without phrase rules of their own: Dutch, Ukrainian and
 * Korean. None of these words begins a sentence in a language with rules.
 */
export const OTHER_REFERS_BACK: readonly PhraseRule[] = [
  {
    pattern: opening(
      `maar|echter|bovendien|daarom|dus|bijvoorbeeld
|але|проте|однак|тому|також|наприклад|по-друге
|하지만|그러나|그런데|그래서|그리고|또한|따라서|예를 들어`,
    ),
    why: 'a connective joins it to the sentence before',
    examples: ['Maar niemand kwam.', 'Але ніхто не прийшов.', '하지만 아무도 오지 않았다.'],
    not: ['Maart is koud.', 'Альтанка стара.'],
  },
  {
    pattern: opening(
      `dit|deze|hij|zij
|це|цей|ця|ці|він|вона|вони`,
      '(?! (?:post|blog|artikel|пост|блог|стат|публікац))',
    ),
    why: 'a pronoun or demonstrative whose noun is in an earlier sentence',
    examples: ['Deze deksel lekt.', 'Вона холодна.'],
    not: ['Dit blog is open.', 'Цей блог відкритий.', 'Цегла стара.'],
  },
];

/** How sentences in these languages take back what the one before says. */
export const OTHER_CONTRASTING = /^(?:maar|echter|але|проте|однак|하지만|그러나|그런데)(?!\p{L})/iu;
