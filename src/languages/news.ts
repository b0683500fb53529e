import { type PhraseRule, words } from './phrases.ts';

/** What may stand between `we` and what was done. */
const ADVERBS =
  '(?:(?:recently|just|now|also|finally|since|been|thus|therefore|then|actually|already|quickly|simply|only|soon|went ahead and) )*';

/** How authors speak of what they are about to do. */
const ABOUT_TO =
  "(?:i|we)(?:(?:[’']m| am|[’']re| are) (?:(?:very|so|really|super|extremely) )?(?:excited|happy|pleased|thrilled|proud|delighted|glad) to|[’']d like to| would like to| want(?:ed)? to| hope to| plan to| aim to| am going to| are going to|[’']m going to|[’']re going to| thought (?:i|we)(?:[’']d| would)|[’']ll| will) (?:(?:also|now|just|briefly|try to|attempt to) )*";

/** Sentences in which authors say what they are about to tell. English only; `PURPOSES` hold how sentences open in more languages. */
export const TELLING: PhraseRule = {
  pattern: words(
    `${ABOUT_TO}(?:share|announce|introduce|present|show|tell|recap|talk|explain|discuss|describe|explore|dive|focus|walk|look|cover|go through|go over|examine|demonstrate|outline|summari[sz]e|highlight|argue)`,
  ),
  why: 'it says what the author is about to tell',
  examples: [
    'So I want to share what I found out about lids.',
    'To help you, we’ll explain the lid.',
    'I thought I’d show my lids.',
    'Lids are old, and today we’re thrilled to announce a new one.',
  ],
  not: ['I want a lid.', 'We share a lid.', 'They will show a lid.'],
};

/** Sentences in which authors say what they ask of readers. English only. */
export const CALLING: PhraseRule = {
  pattern: words(
    'this is (?:therefore |thus |also )?(?:an?|our|my) (?:open |public )?(?:call|request|plea|appeal|invitation) (?:for|to)',
  ),
  why: 'it says what the post asks for',
  examples: ['So this is a call for help with our lids.', 'This is an open call for lids.'],
  not: ['This is a call.', 'They call for help.'],
};

/** Sentences with what a post announces, if they have a word of its title. English only. */
export const ANNOUNCED: readonly PhraseRule[] = [
  {
    pattern: words(`${ABOUT_TO}(?:write|see|take|teach|build|implement|use|document|give)`),
    why: 'it says what the author is about to do',
    examples: ['In this series we will build a lid.', 'I thought I’d write about lids.'],
    not: ['We build a lid.', 'They will build a lid.'],
  },
  {
    pattern: words(
      '(?:is|are) (?:(?:now|finally|officially|here and|publicly) )*(?:out|available|live|here|released|open|launched|ready)|(?:was|were|has been|have been) (?:(?:just|finally|officially|recently) )?(?:released|launched|published|announced|merged|shipped)|(?:(?:pre-?)?orders|registrations?|applications|nominations|sales?|voting|tickets|submissions) (?:will )?(?:open|start|begin)s?|introducing|announcing',
    ),
    why: 'it says that something is there',
    examples: [
      'The lid is now available.',
      'Today lids have been released.',
      'Orders are open.',
      'Pre-orders open today.',
      'Announcing a lid.',
    ],
    not: ['The lid is an open question.', 'Lids were announcements.'],
  },
];

/** What an author has made or found out. English only. */
export const MADE: PhraseRule = {
  pattern: words(
    `(?:i|we)(?:[’']ve| have| had)? ${ADVERBS}(?:built|created|made|wrote|written|released|launched|developed|introduced|implemented|published|announced|designed|put together|shipped|ported|open-?sourced|came up with|found a|discovered|figured out|learned|learnt|switched|moved|migrated|replaced)
|(?:i|we)(?:[’']ve| have|[’']m| am|[’']re| are|[’']ll| will)? ${ADVERBS}(?:building|creating|making|writing|releasing|launching|developing|introducing|implementing|publishing|announcing|designing|shipping|porting|open-?sourcing)
|(?:i|we)(?:(?:[’']ll| will)|(?:[’']ve| have)? ${ADVERBS}(?:decided|started|set out|went ahead) to) (?:build|create|make|write|release|launch|develop|introduce|implement|publish|announce|design|ship|port|open-?source)`,
  ),
  why: 'it says what the author made or found out',
  examples: [
    'With this in mind we’ve created a lid.',
    'So I decided to build a lid.',
    'We recently moved to lids.',
    'I finally figured out how lids work.',
  ],
  not: [
    'They made a lid.',
    'I like lids.',
    'I build lids every day.',
    'We wanted to make a lid.',
    'We are lids that are building steam.',
  ],
};

/** What is said before the news: a greeting, or an excuse. English only. */
export const BEFORE_NEWS: PhraseRule = {
  pattern: words(
    "apologi[sz]e|sorry|(?:slightly |a bit |a little |much )?shorter than usual|it[’']s been a (?:long )?while|before we (?:start|begin)|welcome|hello|happy new year|been a while|long time",
  ),
  why: 'it greets or excuses, and the news come after it',
  examples: [
    'Welcome to a new month of lids.',
    'Sorry that this took so long.',
    'Before we start, a word about lids.',
    'This letter is shorter than usual.',
  ],
  not: ['The lid is shorter than the pot.', 'The lid was welcomed.'],
};
