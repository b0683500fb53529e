import { type LeadIns, opening, type PhraseRule, words } from './phrases.ts';

/** English lines with a colon below which the answer stands that their post is about. */
const ANSWERING: readonly PhraseRule[] = [
  {
    pattern: words(
      `(?:^(?:so |and )?|(?<=, )(?:so|and|but) )here(?:['’]s| is| are) (?:how (?:i|we|you|to)|what (?:i|we|worked|happened)|(?:the|my|our|a) (?:\\p{L}+ ){0,2}(?:format|pattern|recipe|solution|trick|workaround|fix|script|function|query|code|version|approach|way|result|list|method|process|steps?))`,
    ),
    why: 'it hands over what the post promised',
    examples: [
      'Here’s how to keep a lid dry:',
      'Here is the recipe that I ended up using:',
      'Nobody should search as long as I did, so here is a little recipe for lids:',
    ],
    not: ['Here’s an example:', 'Here is the warning:'],
  },
  {
    pattern: words(
      `(?:i|we) (?:(?:have|['’]ve|finally|eventually|then|just|now|managed) )*(?:found|learn(?:ed|t)|figured out|figured|came up with|ended up|worked out|settled on|discovered|hit upon|arrived at|went with)|(?<!as it )turn(?:s|ed) out`,
    ),
    unless: /\b(?:error|warning|message|exception)s?:$/,
    why: 'it says that the answer was found',
    examples: [
      'It turns out that a ring of wax solves this very problem:',
      'I finally worked out this recipe:',
      'Today I learned how to keep a lid dry:',
    ],
    not: ['I found this error:', 'I boiled the lid:'],
  },
  {
    pattern: words(
      `(?:does|did|solves|solved|fixes|fixed) (?:exactly |just |precisely )?(?:that|this|what|the trick|it)|^(?:this|the|my|our) (?:\\p{L}+ )?(?:recipe|solution|trick|workaround|fix|answer|pattern|approach|way)(?:,? [\\p{L}'’]+){0,6},? (?:is|was|did|does|works?|worked|helped)|^this (?:works|worked)`,
    ),
    why: 'it says what works',
    examples: [
      'This recipe did what I wanted:',
      'The solution, in the end, was to wait:',
      'This worked:',
      'A ring of wax does just that:',
    ],
    not: ['The lid is made of:', 'This was the problem:'],
  },
];

/** English lines with a colon that say nothing without what is below them. */
const UNFINISHED: readonly PhraseRule[] = [
  {
    pattern: opening('once|if|when|after|to|for|from|imagine|edit'),
    why: 'its main clause is below it',
    examples: ['If you want to keep the lid dry:', 'Imagine a lid:', 'From the manual of the lid:'],
    not: ['I found a way to keep the lid dry:'],
  },
  {
    pattern:
      /\b(?:this|these|that|those|here|so|following|below|follows|is|are|was|were|says?|said|saying|asked|asking|reads?|wrote|writes|tweeted|tooted|run|command|question|quote|tweet|toot|comment|reply|error|message|warning|example|to|of|with|by|from|as|like)[:]$/i,
    why: 'it ends with a word that needs what is below it',
    examples: [
      'We keep the lid dry like this:',
      'Ada once said:',
      'I got this error:',
      'Jo asked a question:',
    ],
    not: ['There are two ways to keep a lid dry:'],
  },
  {
    pattern: /\b(?:two|three|four|five|six|seven|several|\d) (?:\p{L}+ )?\p{L}+s:$/iu,
    why: 'it counts what is below it',
    examples: ['We keep the lid dry in two phases:'],
    not: ['There are two ways to keep a lid dry:'],
  },
];

/** English lines with a colon that only show what is below them. */
const SHOWING: readonly PhraseRule[] = [
  {
    pattern: opening('first(?:ly)?|next|then|now|finally', '(?=,)'),
    why: 'it is a step',
    examples: ['First, boil the lids:', 'Then, dry them:'],
    not: ['First lids are the best:'],
  },
  {
    pattern: opening(
      `(?:so |and |but )?here(?:['’]s| is| are)(?: an?| another| some| one| two| three| the| how to| what)`,
      '(?! (?:recipe|solution|trick|workaround|fix|answer|result)(?!\\p{L}))',
    ),
    why: 'it holds up something',
    examples: ['Here is a fun lid:', 'Here’s how to get a lid from the cupboard:'],
    not: ['Here is the recipe that I ended up using:', 'Here lids leak:'],
  },
  {
    pattern: opening(
      '(?:(?:some|a few|the|several|my|our|other|\\d+|two|three|four|five|six|seven|ten) )*(?:things|lessons|tips|notes|thoughts|reasons|findings|highlights|questions|links|resources)',
      '(?=[^.!?]*:$)',
    ),
    why: 'it is the heading of a list',
    examples: ['Things I’ve learned while keeping lids:', 'Some notes on how to keep a lid dry:'],
    not: ['Things went well.', 'The way in which I keep lids:'],
  },
];

/** English sentences that promise what comes after them: a summary that ends with one breaks its word. */
const PROMISING: readonly PhraseRule[] = [
  {
    pattern: words(
      "(?:let me|let['’]s|i(?:['’]ll| will| want to)) (?:first )?(?:start|begin) (?:off |out )?(?:with|by)",
    ),
    why: 'it announces what comes first',
    examples: [
      'To get an idea of lids, let me start off with those of tin.',
      'Let’s begin by boiling water.',
    ],
    not: ['I began with a lid.', 'Lids start with steam.'],
  },
  {
    pattern:
      /^(?:(?:so|and|now|ok|okay),? )?what(?:['’]s| is| has|['’]s been| have we) (?:new|changed|included|inside|coming|in (?:it|store|this release))(?: [^?]{0,30})?\?$/iu,
    why: 'it asks what the list below it answers',
    examples: ['So what’s new?', 'What has changed in lid 2.1?'],
    not: ['So what is a lid?', 'What’s new is the lid.'],
  },
  {
    pattern: opening('first(?: of all|ly)?|for one thing|on the one hand', '(?=,)'),
    why: 'it begins a count',
    examples: ['First of all, the lid leaks.', 'On the one hand, lids are cheap.'],
    not: ['First aid helps.', 'The first lid leaked.'],
  },
  {
    pattern: words(
      `(?:two|three|four|five|six|seven|several|a few|a couple of|\\d) (?:\\p{L}+ ){0,2}(?:things|reasons|ways|options|problems|parts|steps|questions|types|kinds|points|categories|approaches|methods|stages|goals|rules|ideas)(?: \\p{L}+){0,3}[.!]?$`,
    ),
    unless: /\b(?:these|those|all|the|both|of)\b/,
    why: 'it counts what follows it',
    examples: ['I need a lid that does two things.', 'There are three reasons for that.'],
    not: ['We mended the three things of which I spoke.', 'I mended two lids.'],
  },
  {
    pattern:
      /\bthe following (?!(?:day|week|month|year|morning|evening|weekend|night|summer|winter)\b)(?:\p{L}+ ){1,4}(?:has|have|is|are|was|were|can|will|should)\b[^:]*\.$/iu,
    why: 'it announces what is below it',
    examples: ['The following lamp has been reported.', 'The following lamps of tin are old.'],
    not: [
      'The following week was dry.',
      'The following lamps are old: tin, wax.',
      'We lit the following lamp.',
    ],
  },
  {
    pattern: words(
      `here (?:are|were) (?:some|a few|several|a couple of|my|the|\\d+|two|three|four|five|six|seven|ten) (?:\\p{L}+ ){0,3}\\p{L}+s(?![^.!?]*[:：])`,
    ),
    unless: /\b(?:on|about|of) (?:how|why|what|when|where) (?:I|we|you|to|the|a|an|my|our)\b/,
    why: 'it announces a list',
    examples: ['Here are some questions in the form of comments', 'In any case, here are three lids.'],
    not: ['Here are some lids: tin, wax.', 'Here is a lid.', 'Here are some notes on how I built the lid.'],
  },
];

/** English lines that lead up to something. */
export const EN_LEAD_INS: LeadIns = {
  answering: ANSWERING,
  unfinished: [...UNFINISHED, ...SHOWING],
  showing: SHOWING,
  promising: PROMISING,
};
