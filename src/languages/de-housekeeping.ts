import { type PhraseRule, words } from './phrases.ts';

/** German phrases about the post, its author or its readers: invitations, thanks, bylines, asides. */
export const DE_HOUSEKEEPING: readonly PhraseRule[] = [
  {
    pattern: words(
      'abonnier(?:e|t|en)|(?:zum|für den|den|unseren|meinen) newsletter|kommentar(?:e|en)?|schreibt? (?:mir|uns)|meldet euch|folgt (?:mir|uns)|viel (?:spaß|erfolg)|vielen dank|danke|herzlichen dank|mehr (?:dazu|infos|informationen|details)|weitere (?:infos|informationen|details)|weiterlesen|lasst (?:es )?(?:mich|uns)|bis (?:bald|zum nächsten mal)|frohe[sn]? (?:fest|neues|weihnachten)|kommt (?:gerne )?vorbei|schaut (?:gerne |mal )?(?:vorbei|rein)|wir freuen uns (?:auf|über)|(?:hier|unten) (?:herunter|runter)(?:laden|geladen)|^(?:letztes )?update(?: \\d[\\d.]*)?:|^p\\.?s\\.?:|^stand:|^hinweis:|^nachtrag:|^quelle:|^foto:|^bild:',
    ),
    why: 'invitations, thanks and remarks are not its content',
    examples: [
      'Vielen Dank an alle!',
      'Mehr dazu im Wiki.',
      'Nachtrag: Der Plan hat sich geändert.',
      'PS: Deckel nicht vergessen.',
      'Die Folien könnt ihr hier herunterladen.',
    ],
    not: ['Mehr Regen fiel als im Mai.'],
  },
  {
    pattern:
      /^(?:(?:veröffentlicht|geschrieben|erstellt|zuletzt (?:geändert|aktualisiert)) (?:am|von)\b|lesezeit\b|\d+ min(?:uten)?\.? lesezeit|\d{1,2}\. \p{L}+ \d{4}$|\d{1,2}\.\d{1,2}\.\d{4}$)/iu,
    why: 'a byline: who wrote it, when, or how long it takes to read',
    examples: ['Veröffentlicht am 3. November 2026 von Ana Keel', '3. November 2026', 'Lesezeit: 5 Minuten'],
    not: ['Von Montag bis Freitag ist zu.'],
  },
  {
    pattern: /^Von \p{Lu}\p{L}+ \p{Lu}\p{L}+(?:[,|·•—–-]|$)/u,
    why: 'a byline: who wrote it',
    examples: ['Von Ana Keel', 'Von Ana Keel, 2026'],
    not: ['Von Ana.'],
  },
];
