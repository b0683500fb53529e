import type { PhraseRule } from './phrases.ts';

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
