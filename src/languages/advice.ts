import type { PhraseRule } from './phrases.ts';

/** Sentences of a release that point at a list, or at instructions, that a summary leaves out. */
export const POINTS_AWAY: PhraseRule = {
  pattern:
    /^(?:the|a|an) (?:\p{L}+ ){0,3}(?:list|table|sections?|notes|changelog) (?:below|that follows)(?!\p{L})|^below (?:is|are|you)(?!\p{L})|^(?:the )?(?:following|remaining) (?:list|table|sections?) |^(?:please )?follow (?:the|our|these) (?:\p{L}+ ){0,2}(?:instructions|steps|guide|documentation)(?!\p{L})/iu,
  why: 'what it points at is left out',
  examples: [
    'The list below has all repairs.',
    'Below is the list of repairs.',
    'The following list has all of them.',
    'Follow the instructions of the harbour for your lamp.',
  ],
  not: [
    'The list of repairs is long.',
    'Below deck it is dark.',
    'Follow the lamps.',
    'The following lamps burn.',
  ],
};

/** Sentences in which a release says who should take it. */
export const ADVICE: readonly PhraseRule[] = [
  {
    pattern:
      /^(?:we|the \p{L}+(?: \p{L}+)?)(?: (?:\p{L}+ly|therefore))? (?:recommends?|suggests?|advises?|encourages?|urges?)(?: that)?(?: \p{L}+)? (?:all |every(?:one|body)?|our |users?)[^.!?]{0,60}(?<!\p{L})(?:upgrad|updat|mov|switch|work)(?:e|es|ing|ed)? ?/iu,
    why: 'it says who should take the release',
    examples: [
      'We highly recommend all users to upgrade to Lamp 1.9.3.',
      'We recommend all users updating to this release.',
      'We strongly recommend that all users upgrade.',
      'The lamp team urges everyone to update.',
    ],
    not: ['We recommend a lamp.', 'We recommend all lamps to users.'],
  },
];
