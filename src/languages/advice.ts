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

/** Sentences that tell users to act: a hole that is closed, a release that is broken. */
export const URGENT: PhraseRule = {
  pattern:
    /^(?=.*(?<!\p{L})(?:security|vulnerab\p{L}+|CVE-\d+|exploit\p{L}*|broken|corrupt\p{L}*|data loss|critical|sicherheit\p{L}*|sécurité|seguridad|segurança|sicurezza|уязвим\p{L}+)(?!\p{L})).*(?<!\p{L})(?:(?:advised?|encouraged?|recommend(?:ed)?|urged?|should|must|need to|please)(?!\p{L}).{0,80}(?:upgrad|updat|patch)\p{L}*|(?:upgrade|update) (?:immediately|now|as soon as|urgently)|aktualisier\p{L}+|mettre à jour|actualiz\p{L}+|atualiz\p{L}+|aggiorn\p{L}+|обнов\p{L}+)/isu,
  why: 'it says what to do about a hole or a broken release',
  examples: [
    'Lamp 2.1 includes important security updates and we advise all users of Lamp to upgrade at this time.',
    'The lamp is vulnerable: please update it.',
    'Actualiza ya: es un fallo de seguridad.',
  ],
  not: ['We advise all users to upgrade.', 'The lamp closes a security hole.'],
};

/** Sentences that say that a release closes a hole, or is one that all need. */
export const CLOSES_HOLE: PhraseRule = {
  pattern:
    /^(?:(?:this|the|in this) (?:\p{L}+ ){0,2}(?:release|version|update|patch)|(?!version )\p{Lu}\p{L}*(?: \p{L}+)? v?\d+(?:\.\d+)+)(?: (?:also|now|which))?,? (?:(?:(?:fix|address|patch)(?:es)?|closes?|resolves?|mitigates?|contains?|includes?|brings?|provides?) (?:[^\s.!?:;]+ ){0,6}?(?:security|vulnerabilit(?:y|ies)|CVE-\d+-\d+)|(?:is|are) (?:considered )?an? (?:important|critical|urgent|essential|mandatory|highly recommended) (?:upgrade|update))(?![\p{L}-])/iu,
  why: 'who uses it needs to know that',
  examples: [
    'This release addresses security vulnerabilities and is an important upgrade for all harbours.',
    'Lamp 2.1 fixes two critical security holes.',
    'This update closes CVE-2024-12345 in the lid.',
    'This release is an important upgrade for all.',
  ],
  not: [
    'Lamp 1.8 is for them, and has mostly security fixes.',
    'The lamp of security is lit.',
    'Security is important.',
    'This release adds a lid.',
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
  URGENT,
  CLOSES_HOLE,
];
