import { opening, type PhraseRule } from './phrases.ts';

/** How a post’s first sentence speaks of what its title names, or names it only later. */
export const SPEAKS_OF_TITLE: readonly PhraseRule[] = [
  {
    pattern: /^(?:this|these|it|they|here|at its|in its)(?![\p{L}-])/iu,
    why: 'its pronoun stands for the title’s subject',
    examples: ['This lid leaks.', 'It was cold.', 'At its heart is a lid.'],
    not: ['Thistles burn.', 'It-girls came.', 'But it leaks.'],
  },
  {
    pattern: /^(?:in|with) (?:this|these) (?:\p{L}+ )?(?:releases?|versions?|updates?|edition)(?!\p{L})/iu,
    why: 'it speaks of the release that the title names',
    examples: ['In this release, lids hold steam.', 'With this minor update, lids hold steam.'],
    not: ['In this kitchen, lids leak.', 'In the release, lids hold steam.'],
  },
  {
    pattern: opening(
      `es|das|dies(?:e[mnrs]?)?|hier
|ce(?:ci|la|tte|t|s)?|il
|esto|est[ae]|aquí
|isto|isso|ess[ae]|aqui
|quest[oaie]|ecco
|эт(?:о|от|а|и)|здесь`,
    ),
    why: 'the same in German, French, Spanish, Portuguese, Italian and Russian; `es` and `il` often stand for nothing',
    examples: [
      'Es wurde ein Deckel gefunden.',
      'Diese Deckel sind dicht.',
      'Cela va mal.',
      'Il était un couvercle.',
      'Esta tapa es nueva.',
      'Isto é frio.',
      'Questo coperchio perde.',
      'Это крышка.',
    ],
    not: ['Eselsohren nerven.', 'Cent couvercles.', 'Estamos aquí.', 'Isolar é caro.', 'Этаж пуст.'],
  },
  {
    pattern: /^(?:c['’]est|これ|この|ここ|这|這|此)/iu,
    why: 'the same, joined to the next word',
    examples: ['C’est un couvercle.', 'これは蓋です。', '这是一个盖子。'],
    not: ['Centre de tri.', '蓋は重い。'],
  },
];
