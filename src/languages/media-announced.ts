import { type PhraseRule, words } from './phrases.ts';

/** Lines that end with a colon and announce one thing to watch, to hear or to type: a section below is none. */
export const MEDIA_ANNOUNCED: readonly PhraseRule[] = [
  {
    pattern:
      /(?<!\p{L})(?:video|recording|screencast|podcast|clip|slide deck|animation|v[ií]deo|grava[cç][aã]o|grabaci[oó]n|vid[ée]o|enregistrement|Aufnahme|видео|запись)(?!\p{L})[^.!?:]{0,40}[:：]["”’»)*_]*$/iu,
    unless: words(
      '(?:notes|questions|answers|topics|parts|chapters|lessons|highlights|takeaways|points|quotes|outline|what (?:i|we) (?:learne?[dt]|took)|notas|preguntas|perguntas|temas|cap[íi]tulos|chapitres|fragen|notizen|themen|kapitel|вопросы|темы|части|заметки)(?=[^,;.!?:：]{0,80}[:：])',
    ),
    why: 'it names what plays',
    examples: [
      'This video shows how it rose:',
      'Veja um vídeo que mostra a maré:',
      'Aquí está la grabación:',
      'Voici la vidéo de la marée :',
      'Hier ist das Video:',
      'Вот видео:',
      'If you have questions, watch the recording:',
    ],
    not: [
      'The video is here. We saw three gates:',
      'Great sites and videos:',
      'Notes from the podcast:',
      'What I learned from this video:',
      'Fragen zum Video:',
    ],
  },
  {
    pattern:
      /\b(?:this|the following|este|esta|o seguinte|el siguiente|la siguiente|ce|cette|la|diese[nrs]?|folgende[nrs]?) (?:code|command|picture|photo|screenshot|image|graph|plot|chart|figure|diagram|gif|tweet|c[oó]digo|comando|imagem|imagen|foto|figura|gr[aá]fico|commande|capture|graphique|suivante?|Befehl|Bild|Grafik|Diagramm|Abbildung)[:：]["”’»)*_]*$/iu,
    why: 'a demonstrative points at it',
    examples: [
      'To test it, run this command:',
      'Vamos executar este código:',
      'Usa el siguiente comando:',
      'Lancez cette commande:',
      'Das zeigt dieses Bild:',
    ],
    not: ['We turn it into Rust code:', 'With some code:'],
  },
  {
    pattern:
      /(?:^|[.!?…,;]\s+|\s)(?:(?:have|take) a look(?: here)?|(?:here|this) it is|here it goes|see for yourself|(?:dá|dê|d[aá]) uma olhada(?: aí| aqui)?|olha s[oó]|ficou assim|[eé]chale un vistazo|qued[oó] así|jetez-y un œil|voyez plutôt|sieht so aus|seht selbst)\s?[:：]["”’»)*_]*$/iu,
    why: 'it asks readers to look at what is below it',
    examples: [
      'It is done. Here it is:',
      'Dá uma olhada aí:',
      'Échale un vistazo:',
      'Voyez plutôt :',
      'Das Ergebnis sieht so aus:',
    ],
    not: ['Let’s take a look at each of them:'],
  },
];

/** Lines that end with a colon and announce something that plays, right below them. */
export const PLAYS_BELOW: readonly PhraseRule[] = [
  {
    pattern:
      /(?:\b(?:video|recording|screencast|clip) below|\bbelow is (?:a|the) (?:video|recording|screencast|clip)|(?:v[ií]deo|grava[cç][aã]o) abaixo|\babaixo (?:um|o) v[ií]deo|(?:v[ií]deo|grabaci[oó]n) (?:de abajo|a continuaci[oó]n|siguiente)|vid[ée]o (?:ci-dessous|suivante)|\bVideo (?:unten|unterhalb)|\bfolgenden? Video)(?!\p{L})[^.!?:]{0,60}[:：]["”’»)*_]*$/iu,
    why: 'a paragraph below it is not what it names',
    examples: [
      'It rose, as in the video below:',
      'como essa maré do vídeo abaixo:',
      'Lo muestra el vídeo a continuación:',
      'On le voit dans la vidéo ci-dessous:',
      'Das zeigt das folgende Video:',
    ],
    not: ['The video below is long. It shows three gates:'],
  },
];
