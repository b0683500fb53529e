import type { PhraseRule } from './phrases.ts';

/** Names behind a credit: no clause goes on with what they did. */
const NAMES = String.raw`(?!(?:the|a|an|our|its|this|these|hand|keeping|using)(?!\p{L}))[^.!?:;]{1,150}`;

/** Lines below the heading of an item that only say whose it is: they tell nothing of it. */
export const CREDITS: readonly PhraseRule[] = [
  {
    pattern: new RegExp(
      String.raw`^[([]?(?:(?:this |the )?(?:section|part|chapter|entry|item|update|summary|report|text)s? (?:was |is |were )?(?:kindly )?)?(?:written|maintained|contributed|authored|edited|curated|compiled|submitted|reported|prepared|developed) by ${NAMES}[.)\]]*$`,
      'iu',
    ),
    unless: /, (?:the|it|this|we|our|he|she|they)\s/,
    why: 'it says who wrote or maintains it',
    examples: [
      'Maintained by adakeel, bo-rask, and Cy2',
      '(Section written by Ada Keel (adakeel))',
      'Contributed by Ada Keel.',
      'This section was kindly contributed by Bo Rask.',
    ],
    not: [
      'Maintained by volunteers, the lamp burns all year.',
      'Written by hand.',
      'The lamp is maintained by Ada.',
    ],
  },
  {
    pattern:
      /^[([]?(?:[Bb]y|[Vv]on|[Pp]ar|[Pp]or) @?\p{Lu}[\p{L}.’'-]*(?:(?:,? (?:and|und|et|y|e|&)|,)? @?\p{Lu}[\p{L}.’'-]*){0,8}[.)\]]*$/u,
    why: 'it names who wrote it',
    examples: ['By Ada Keel, Bo Rask and Cy Lund', '(by Ada Keel)', 'Von Ada Keel.'],
    not: ['By Friday the lamp burned.', 'By the sea.'],
  },
  {
    pattern: new RegExp(
      String.raw`^[([]?(?:authors?|maintainers?|contributors?|editors?|reporters?|contact|autor(?:en|in)?|auteurs?|autor(?:es|a)?|autore|автор[ыа]?) ?: ?${NAMES}[.)\]]*$`,
      'iu',
    ),
    why: 'it names its author',
    examples: ['Author: Ada Keel', 'Maintainers: adakeel, Bo Rask.', 'Автор: Ада Киль'],
    not: ['Author Ada Keel lit a lamp.', 'Author: this is a lamp. It burns.'],
  },
  {
    pattern: new RegExp(
      String.raw`^[([]?(?:(?:many |special )?thanks to|credits? to|kudos to) ${NAMES}(?<!\p{L})for (?:(?:contributing|writing|providing|submitting|compiling) )?(?:this|the) (?:section|part|entry|item|update|summary|report|text)[.!)\]]*$`,
      'iu',
    ),
    why: 'it thanks who wrote it',
    examples: ['Thanks to Ada Keel for this section.', 'Many thanks to Bo for writing the update!'],
    not: ['Thanks to Ada for this lamp.'],
  },
];
