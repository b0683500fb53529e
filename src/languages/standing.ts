import { opening, type PhraseRule } from './phrases.ts';

/** What comes out again and again. */
const ISSUE = `(?:edition|issue|newsletter|digest|round-?up|summary|dispatch|instal?lment|bulletin)`;
const NTH = `(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\\p{L}*(?:eenth|ieth|-\\p{L}+th|elfth|venth)|\\d+(?:st|nd|rd|th)|(?:bi-?|fort)?(?:week|month|quarter|year)ly|annual|latest|very)`;

/** How sentences begin that stand in each issue of a newsletter, with another number or date. */
export const STANDING: readonly PhraseRule[] = [
  {
    pattern: opening(
      `(?:(?:hello|hi|hey)(?: (?:all|everyone|everybody|folks|friends))?(?:,|!)? (?:and )?)?welcome(?: back)? to (?:(?:the|our|a|an|another|this|my) )?(?:[^\\s,.]+ ){0,6}?${ISSUE}|willkommen (?:zur|zum|bei der) (?:\\S+ )?(?:ausgabe|newsletter)|bienvenue (?:dans|à) (?:\\S+ ){0,3}(?:numéro|édition|newsletter|bulletin)|bienvenid[oa]s? a (?:\\S+ ){0,3}(?:número|edición|boletín)|bem-vind[oa]s? (?:a|à|ao) (?:\\S+ ){0,3}(?:número|edição|newsletter)|benvenut[oaie] (?:a|al|alla) (?:\\S+ ){0,3}(?:numero|edizione|newsletter)|добро пожаловать (?:в|на) (?:\\S+ ){0,3}(?:выпуск|номер|дайджест)`,
    ),
    why: 'it welcomes to an issue',
    examples: [
      'Welcome to the 30th edition of Lamp News, a digest of all things Lamp.',
      'Welcome to the fourth (and delayed) newsletter for lamps.',
      'Welcome to another issue of lamps!',
      'Hello and welcome to the first issue of Lamp News!',
      'Willkommen zur zwölften Ausgabe.',
      'Bienvenue dans ce numéro.',
      'Bienvenidos a esta edición.',
      'Bem-vindos à segunda edição.',
      'Benvenuti al terzo numero.',
      'Добро пожаловать в первый выпуск.',
    ],
    not: ['Welcome to the harbour.', 'Hello and welcome to the harbour.', 'Welcome news: the lamp is lit.'],
  },
  {
    pattern: opening(
      `this is (?:the|our|my|another|an?) (?:${NTH})(?: and (?:final|last))? (?:[\\p{L}-]+ ){0,3}?${ISSUE}(?: (?:of|for|on|in))?`,
    ),
    why: 'it says which issue it is',
    examples: [
      'This is the third bi-weekly newsletter of the harbour.',
      'This is the 19th newsletter of the harbour.',
      'This is a weekly summary of its progress.',
    ],
    not: ['This is the third lamp.', 'This is a summary of the report.'],
  },
  {
    pattern: opening(
      `(?:(?:this|the) (?:(?:week|month|quarter)(?:['’]s)? )?${ISSUE} covers what (?:has |had )?happened|(?:(?:back )?for )?(?:an? |the )?(?:week \\p{L}+|${NTH} (?:week|month))(?: of (?:the|this|our|my) (?:\\p{L}+ )?${ISSUE})?, built from)`,
    ),
    why: 'it says of which time an issue is, or of what it is made',
    examples: [
      'This edition covers what happened during the month of July.',
      'Week eleven of the roundup, built from my lamps.',
      'Third week of the roundup, built from my lamps.',
    ],
    not: ['This edition covers lamps.', 'The third week of the storm was calm.'],
  },
  {
    pattern: opening(
      `(?:an?|our|the|another) (?:(?:biased|incomplete|editorialized|short|quick|brief|regular|curated),? )*(?:(?:week|month|quarter)ly (?:\\p{L}+ ){0,2}${ISSUE}|(?:list|summary|round-?up) of what (?:\\p{L}+ ){1,5}?(?:interesting|noteworthy|notable|new) (?:this|last) (?:week|month))`,
    ),
    why: 'it says what the newsletter is',
    examples: [
      'A monthly newsletter, mostly on lamps.',
      'A biased, incomplete list of what I found interesting this month, with lamps.',
    ],
    not: ['A monthly lamp.', 'A list of lamps.'],
  },
  {
    pattern:
      /^(?:so,? )?(?:[^.!?,;]{1,40}, )?(?:i|we) (?:(?:have |had )?(?:started|begun|began|like|love|try) (?:to )?)?(?:shar(?:e|ing)|collect(?:ing)?|publish(?:ing)?) [^.!?]{1,60} (?:occasionally|from time to time|now and then|regularly|(?:every|each) (?:other )?(?:week|month|quarter|friday|saturday|sunday|monday))[.!]?$/iu,
    why: 'it says how often issues appear',
    examples: [
      'So, for fun, I started sharing some lamps occasionally.',
      'We publish what we saw every month.',
    ],
    not: ['I share a lamp with Ada.', 'We trim the lamps every week.'],
  },
  {
    pattern:
      /^(?:the )?(?:(?:bi-?|fort)?(?:week|month|quarter)ly|daily) (?:news|updates?|links|digest) (?:in|from|of|on|for|about) [^.!?,;:]{3,60}[.!]?$/iu,
    why: 'it says what the newsletter is',
    examples: ['Weekly News in the Lamp Community', 'Monthly updates from the harbour.'],
    not: ['Weekly news in lamps: the wick is out', 'News in the harbour'],
  },
  {
    pattern:
      /^(?:[\p{L}\p{N}’'.&-]+ ){1,6}is (?:an?|our|the|my) (?:[\p{L}-]+ ){0,2}?(?:(?:bi-?|fort)?(?:week|month|quarter)ly|daily|regular) (?:[\p{L}-]+ ){0,2}?(?:blog ?posts?|blog|posts?|newsletter|column|series|digest|bulletin|round-?up|summary)(?!\p{L})/iu,
    why: 'it says what the series is',
    examples: [
      'Last Week in Lamps is a weekly blog post with the news of lamps.',
      'Lamp News is our monthly newsletter.',
    ],
    not: [
      'The lamp is a weekly chore.',
      'A lamp post is a monthly purchase.',
      'Oil is the daily bread of lamps.',
    ],
  },
  {
    pattern: opening(
      `every (?:week|month|quarter|year),? (?:i|we) (?:publish|write|share|send|post|release) [^.!?]{0,60}(?<!\\p{L})like this one(?!\\p{L})`,
    ),
    why: 'it says that there is one each month',
    examples: ['Every month, I publish a report like this one to share how my lamps burn.'],
    not: ['Every month, I publish a lamp.', 'Every lamp is like this one.'],
  },
  {
    pattern: opening(
      `(?:january|february|march|april|may|june|july|august|september|october|november|december|this (?:month|week)) (?:was|has been) (?:an? )?(?:\\p{L}+ )?(?:exciting|busy|productive|great|good|amazing|huge)(?: (?:month|week))?|here(?:['’]s| is| are) (?:all )?the latest (?:news|updates)`,
    ),
    why: 'every month is an exciting one',
    examples: [
      'March was a very exciting month for lamps!',
      'Here’s all the latest news.',
      'August was pretty exciting for lamps, here’s all the latest news.',
    ],
    not: ['March was cold.', 'Here are the lamps.'],
  },
  {
    pattern: opening(
      `(?:we are|we['’]re|i am|i['’]m) (?:pleased|happy|glad|proud|excited) to (?:announce|present|publish) (?:the |our )?(?:new )?issue \\d+`,
    ),
    why: 'it announces a number, and nothing in the issue',
    examples: ['We are pleased to announce our issue 172 of the letter.'],
    not: ['We are pleased to announce lamp 172.'],
  },
];

/** How a sentence says behind a welcome what is in every issue: it tells strangers what the series is. */
export const OF_SERIES: readonly PhraseRule[] = [
  {
    pattern: opening(
      `(?:in (?:these|this|our) (?:post|serie|issue|edition|newsletter|digest|article|update)s?(?: series)?,? (?:we|i|you)(?:['’](?:ll|re|ve|m))?(?! (?:are (?:happy|glad|pleased)|hope))|(?:this|our|the) (?:series|newsletter|digest) (?:is|covers|collects|gathers|brings|summari[sz]es|gives|lists|keeps|highlights|tracks)(?! (?:openly|open|developed|hosted|written|available|maintained|made|brought))|every (?:week|month|quarter),? (?:we|i))`,
    ),
    why: 'it says what the series is',
    examples: [
      'In these posts, we give a regular overview of new lamps.',
      'This newsletter covers lamps, oil and wicks.',
      'Every month we collect news of lamps.',
    ],
    not: ['This series is openly developed on a lamp.', 'In this harbour, we burn oil.', 'The lamp is new.'],
  },
];

/** How the lines begin that describe a project in each issue of its series. */
export const DESCRIPTIONS: readonly PhraseRule[] = [
  {
    pattern:
      /^the [\p{L}\p{N}_./-]+ (?:crates?|librar(?:y|ies)|repositor(?:y|ies)|tools?|packages?|projects?|modules?|kernel) (?:provides?|implements?|contains?|offers?|allows?|enables?|makes?|is|are)(?!\p{L})/iu,
    why: 'it says what a thing of the series is, as in each issue',
    examples: ['The lamp-oil crate provides oil for lamps.', 'The wick repository contains wicks.'],
    not: ['The lamp-oil crate gained a lid.', 'The harbour provides oil.'],
  },
  {
    pattern:
      /^[\p{L}\p{N}_./-]+ (?:makes it (?:easy|easier|possible) to|is an? (?:[\p{L}-]+,? ){0,4}(?:crate|library|tool|kernel|nanokernel|microkernel|operating system|framework|package))(?!\p{L})/iu,
    why: 'it says what a thing of the series is, as in each issue',
    examples: [
      'Lamp makes it easy to burn oil.',
      'Lamp is a small, fast library.',
      'Lamp is a brass operating system.',
    ],
    not: ['Lamp is a year old.', 'The lamp makes it easy to burn oil.'],
  },
];

/** How sentences begin below a heading that tell no news. */
export const NO_NEWS: readonly PhraseRule[] = [
  {
    pattern: /^(?:if you|to (?:test|try|install|download|join)|use (?:the )?code)(?!\p{L})/iu,
    why: 'it asks readers for something',
    examples: ['If you want to light a lamp, join us.', 'To test the lamp, light it.', 'Use code LAMP.'],
    not: ['Iffy lamps burn.', 'To Ada, lamps are toys.'],
  },
  {
    pattern: /^(?:[^.!?,;:]{1,40}, )?here(?: are| is|['’]s)(?!\p{L})/iu,
    why: 'it announces what is below it',
    examples: ['In no particular order, here are the lamps of May.', 'Here’s a lamp.'],
    not: ['Hereabouts, lamps are old.', 'The lamp is here.'],
  },
];

/** Comments below an item that say nothing of it: they answer somebody, or speak of other issues. */
export const RETELLS: readonly PhraseRule[] = [
  {
    pattern:
      /^(?:\p{Lu}[\p{L}.’'-]+ ){1,4}(?:(?:also|then|later|eventually|finally|further) |(?:replied|answered|responded|agreed|thanked|acknowledged|commented|objected|reported back)(?!\p{L}))/u,
    why: 'it is from the middle of a discussion',
    examples: [
      'Jo replied with a patch to that lamp.',
      'Ada Byron then posted a lamp.',
      'Ada agreed with Jo about lamps.',
    ],
    not: ['Ada sent a lamp to the list.', 'The lamp replied to the buoy.'],
  },
  {
    pattern:
      /^in (?:the|our|last (?:week|month)['’]s) (?:\p{L}+ )?(?:issue|edition|newsletter)(?=,| we)|(?<!\p{L})(?:mentioned|featured|covered|seen|appear(?:ed|s)?|described|linked|announced|interviewed|find|from|discussed|made available)(?!\p{L})[^.!?]{0,80}(?<!\p{L})(?:(?:edition|issue|newsletter|episode|news) (?:no\.? ?)?#?\d|(?:previous|last|earlier|january|february|march|april|may|june|july|august|september|october|november|december) (?:edition|issue|newsletter|episode))/iu,
    why: 'it speaks of another issue',
    examples: [
      'In last month’s issue, we talked about lamps.',
      'This lamp was mentioned in the June newsletter.',
      'The lamp was first mentioned in Lamp News Edition #49, then in Edition #70.',
      'An article about the lamp did appear in Lamp News Edition #11.',
    ],
    not: ['The lamp is mentioned in the news.', 'Edition 3 of the lamp is out.'],
  },
];
