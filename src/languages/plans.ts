import type { PhraseRule } from './phrases.ts';

/** Headings and lines above lists of what is still to come: under the news of a post they would be said to be done. */
export const PLANS: readonly PhraseRule[] = [
  {
    pattern:
      /^[^\p{L}\p{N}]*(?:(?:the |our |my |project )?(?:road ?map|plans|outlook|future(?: (?:plans|work|directions))?|next steps|planned(?: (?:features|changes|work|releases?))?|coming (?:soon|next)|in the works|ausblick|nächste schritte|prochaines étapes|próximos pasos|próximos passos|prossimi passi|планы)|what(?:['’]s| is) (?:coming|next)(?: (?:for|in|after) [^.!?:]{1,40})?|planned for [^.!?:]{1,40}|(?:the |our )?(?:plans?|road ?map) for [^.!?:]{1,40}|looking (?:ahead|forward))[^\p{L}]*$/iu,
    why: 'below it is what is planned',
    examples: [
      'Roadmap',
      'What’s next?',
      'What is next for Lamp',
      'Planned features:',
      'Planned for Lamp 3',
      'Our plans for the winter',
      'Looking ahead',
      'Ausblick',
    ],
    not: ['Upcoming events', 'The road to the harbour', 'Planned lamps in Ana’s yard', 'Nextcloud'],
  },
  {
    pattern:
      /^[^\p{L}\p{N}]*(?:[\p{L}\p{N}.+-]+ ){0,4}v?\d+\.[\dx]+(?:\.[\dx]+)? (?:targets|goals|aims|plans|road ?map)[^\p{L}]*$/iu,
    why: 'below it is what another version is to bring',
    examples: ['Lamp 3.0.0 targets', 'The 3.x goals'],
    not: ['Lamp 3.0.0', 'Lamp 3.0 targets sailors'],
  },
  {
    pattern:
      /^(?:[^.!?]{0,80}(?<!\p{L}))?(?:(?:we|i)(?:['’](?:re|m)| are| am)? (?:plan|planning|hope|intend|intending)(?: (?:on|to|for))?(?!\p{L})|(?:is|are) (?:planned|scheduled) for|(?:has|have) (?:the )?following (?:main )?(?:aims|goals|targets)|(?:the )?next (?:release|version) (?:will|should|is))[^.!?]*[:：]$/iu,
    why: 'it leads up to what is planned',
    examples: [
      'For the next months, we plan to:',
      'These lids are planned for Lamp 3:',
      'Lamp 3 has the following main aims:',
    ],
    not: ['We planned a lamp:', 'Lamp 3 has the following lids:', 'We plan to sail.'],
  },
];

/** Headings of lists that are no news of a release: its steps, and what only its makers see. */
export const NOT_NEWS: readonly PhraseRule[] = [
  {
    pattern:
      /^[^\p{L}\p{N}]*(?:(?:how to )?(?:install|update|upgrade|migrate)|installation|installing|updating|upgrading|migrating|migration)(?: (?:from|to|guide|instructions|steps|notes|it|the)(?: [^!?:]{1,30})?)?[^\p{L}]*$/iu,
    why: 'its items are steps',
    examples: ['How to Update?', 'Installation', 'Upgrading from 2.x', 'Migration guide'],
    not: ['Updates', 'How to sail', 'Upgraded lids', 'Update of the week'],
  },
  {
    pattern:
      /^[^\p{L}\p{N}]*(?:housekeeping|chores?|internals?|internal changes|maintenance|(?:bumped )?dependenc(?:y|ies)(?: (?:updates?|upgrades?|bumps?|changes))?|refactor(?:s|ing|ings)?|ci|tests?)[^\p{L}]*$/iu,
    why: 'users of a release see nothing of it',
    examples: ['Housekeeping', '🧹 Chores', 'Dependency updates', 'Internal changes', 'Refactor'],
    not: ['Internal lamps', 'Tests of oil', 'Maintenance of lamps'],
  },
];
