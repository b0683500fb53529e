import type { PhraseRule } from './phrases.ts';

/** Headings of lists of people: who was there or helped is no news to readers of a summary. */
export const PEOPLE: readonly PhraseRule[] = [
  {
    pattern:
      /^[^\p{L}]*(?:(?:the |our |meeting |new )?(?:attendees|attendance|participants|present|people present|regrets|absent|contributors|authors|speakers|panel(?:l?ists)|acknowledg(?:e)?ments|thanks|thank you|credits|sponsors|teilnehmer(?:innen)?|teilnehmende|anwesend(?:e)?|mitwirkende|danksagung|présent(?:e)?s|participant(?:e)?s|contributeurs|remerciements|asistentes|participantes|colaboradores|agradecimientos|presentes|agradecimentos|presenti|partecipanti|ringraziamenti|участники|благодарности)(?: list)?)[^\p{L}]*$/iu,
    why: 'below it are names',
    examples: [
      'Attendees',
      'Meeting participants:',
      'Contributors 🎉',
      'Anwesende',
      'Remerciements',
      'Asistentes',
    ],
    not: ['Presentations', 'The participants of the race', 'Author tools', 'New lamps'],
  },
  {
    pattern: /^[^\p{L}]*(?:参加者|出席者|謝辞|参会者|与会者|致谢)[^\p{L}]*$/u,
    why: 'below it are names',
    examples: ['参加者', '致谢'],
    not: ['参加者の声'],
  },
];
