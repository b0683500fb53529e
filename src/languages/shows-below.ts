import { opening, type PhraseRule } from './phrases.ts';

/** How sentences begin that only show what is directly below them. */
export const SHOWS_BELOW: readonly PhraseRule[] = [
  {
    pattern: opening(
      `below (?:is|are|you)|(?:ниже|далее) (?:приведён|приведен|приведена|приведено|приведены|показан|показана|показано|показаны|представлен|представлена|представлены|приводится)|вот (?:код|пример|листинг)|unten (?:steht|stehen|ist|sind|seht ihr|sehen sie|siehst du)|nachfolgend|ci-dessous|voici le code|abaixo (?:está|estão|segue|seguem|temos|vemos)|a continuación (?:se muestra|está|tenemos)|abajo (?:está|se muestra)|qui sotto|di seguito (?:è|il|la|trovate)`,
    ),
    why: 'it points at code or a picture below it',
    examples: [
      'Below is the lamp in full.',
      'Ниже приведен код лампы.',
      'Unten steht die Lampe.',
      'Ci-dessous, la lampe.',
      'Abaixo está a lâmpada.',
      'Di seguito il codice.',
    ],
    not: ['Below zero, lamps burn.', 'Ниже цены не было.', 'Unten am Hafen brennt Licht.'],
  },
];
