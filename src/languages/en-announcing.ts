import { LISTED, SHOWN } from './en-parts.ts';
import { type AnnouncementRule, anyOf, words } from './phrases.ts';

const COUNT = anyOf(
  '\\d+, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, a dozen, a few, a couple of, some, several, a handful of',
);

/** English sentences that announce the words after them. */
export const EN_ANNOUNCING: readonly AnnouncementRule[] = [
  {
    mayTell: true,
    pattern: /^(?:the )?following (?:is|are)\b/i,
    why: 'it announces what comes after it',
    examples: ['Following are my lids, from better to worse.'],
    not: ['Following the rules is easy.'],
  },
  {
    mayTell: true,
    pattern: words(
      "^(?:so |but )?now,? (?:i(?:['’]ll| will)|we(?:['’]ll| will)|let['’]s|let (?:me|us)) (?:tell|look|see|turn|move|talk|explain|show|start|begin|get|go|take|describe)",
    ),
    why: 'it leads the reader on to the next part',
    examples: ['Now I’ll tell you what I noticed about the lid.', 'Now, let’s see how lids work.'],
    not: ['Now I see why lids leak.'],
  },
  {
    mayTell: true,
    pattern: words(`(?:the|these|this) following (?:(?:${COUNT} )?(?:\\p{L}+ )?(?:${LISTED}|${SHOWN}))`),
    why: 'it announces what comes after it',
    examples: ['The following three steps take a minute.', 'The following table shows the bills.'],
    not: ['The following year we moved.'],
  },
  {
    mayTell: true,
    pattern: words(
      "^there(?: are|[’']re) (?:(?:many|several|some|a few|lots of|plenty of) )?(?:other|more|further) (?:\\p{L}+ )?(?:changes|improvements|fixes|features|things|updates|examples|details|tips|options|ways)",
    ),
    unless: /\b(?:no|than)\b/,
    why: 'it announces what comes after it',
    examples: ['There are other changes in this lid.', 'There are many more small fixes in the new lid.'],
    not: ['There are more lids than pots.'],
  },
  {
    mayTell: true,
    pattern: words(
      '^the following (?!day|days|week|weeks|year|years|month|months|morning|evening|night|spring|summer|autumn|fall|winter|season|term|decade|century|hour|minute|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\\p{L}+',
    ),
    why: 'it announces what comes after it',
    examples: ['The following tests were run on two machines.'],
    not: ['The following Monday we moved.'],
  },
  {
    mayTell: true,
    pattern: words(
      '(?:are|is|do|does|did|says?|said|read|reads|use|used|like|includes?) the following(?=\\s*[:.,]|$)|as follows|like this(?=[.:]$)|like so(?=[.:]$)',
    ),
    why: 'it announces what comes after it',
    examples: ['The steps are the following.', 'It works as follows.', 'The call looks like this.'],
    not: ['People like this pump.'],
  },
  {
    mayTell: true,
    pattern: words(
      '^(?:so |now )?what follows (?:is|are|was|were) (?:an?|the|my|our|some|how|what|why|part|not)',
    ),
    why: 'it announces what comes after it',
    examples: ['What follows is a list of the repairs.'],
    not: ['What follows is silence.'],
  },
  {
    mayTell: true,
    pattern: words(
      `^(?:so |now |and )?here(?: is| are| were| come| comes|['’]s|['’]re) (?:${COUNT}|how|what|why|where|(?:all |just )?(?:an?|the|my|our)(?: [\\p{L}\\p{N}-]+){0,3} (?:${SHOWN}|${LISTED}|way|trick|solution|idea|thing|gist|summary|version|breakdown|overview|reason|rule|part|part two|explanation|quote|excerpt|setup|config|configuration|implementation|result))`,
    ),
    why: 'it announces what comes after it',
    examples: ['Here is a short list of what we bought.', "Here's how we did it.", 'Here are my reasons.'],
    not: ['Here we boil water.'],
  },
  {
    mayTell: true,
    pattern: words(
      `(?:^(?:so |now |and |but |ok,? |okay,? |well,? )?|^[^,]{1,60}, )let['’]s (?!be (?:honest|clear|real|fair)|face it|not|hope)\\p{L}+`,
    ),
    unless: /Let['’]s \p{Lu}/u,
    why: 'it leads the reader on to the next part',
    examples: ["Let's first import the lids.", 'With the lid in place, let’s move on.', 'Let’s make a lid.'],
    not: ["Let's Encrypt gives certificates away.", 'Let sleeping dogs lie.'],
  },
  {
    mayTell: true,
    pattern: words(
      `(?:let['’]s|let us|let me) (?:\\p{L}+ )?(?:look|see|talk|dive|go|start|begin|take|move|walk|explore|explain|try|run|add|write|create|build|say|consider|get)`,
    ),
    why: 'it leads the reader on to the next part',
    examples: ["Let's look at the pump.", 'Let me explain.'],
    not: ['Let sleeping dogs lie.'],
  },
  {
    mayTell: true,
    pattern: words(
      `(?:we|i|you)(?:['’]ll| will|['’]m going to|['’]re going to| am going to| are going to|['’]d like to| want to| would like to| should) (?:also |now |first |just |briefly |only |quickly |mostly |mainly )*(?:look at|see (?:how|some|why|what|that)|talk (?:mostly |mainly |only )?about|cover|discuss|dive|go (?:through|over|into)|walk|explore|describe|explain|show(?! up)|present|focus on|start (?:by|with|off)|begin (?:by|with)|return to|come back to|tell|mention|summari[sz]e|share|point out|say)(?!\\p{L})`,
    ),
    why: 'it says what the post is going to say',
    examples: [
      "As for ropes, we'll see some drawings.",
      'I will explain the lids.',
      'I want to share a few thoughts.',
    ],
    not: ['We will move in May.', 'I will show up on time.'],
  },
  {
    mayTell: true,
    pattern: words(
      `^there(?: is| are| was| were|['’]s|['’]re) (?:\\p{L}+ ){0,4}(?:advice|things?|points?|changes?|ways|options|notes?|caveats?|questions?|steps?|tips?|tricks?|exceptions?|details?|reasons?)(?: [\\p{L}’'-]+){0,8}[.!]?$`,
    ),
    unless: /\b(?:no|nothing|never|any|many|little|(?<!a )few)\b/i,
    why: 'it announces what comes after it',
    examples: [
      "There's one further piece of advice in the document.",
      'There are a few things to know about lids.',
      'There are three changes you can make to a lid.',
    ],
    not: ['There are no tricks.', 'There is a lid.', 'There are many questions that nobody asks.'],
  },
  {
    mayTell: true,
    pattern: words(
      `^(?:you(?:['’]ll| will| can| may) (?:also |now )?)?(?:note|notice|observe|see|remember|recall)(?: also| now)?,? (?:how|that|the way) (?:\\p{L}+)`,
    ),
    why: 'it comments on what is shown beside it',
    examples: [
      'Note how we moved the lid.',
      'Notice that the pump is gone.',
      'You’ll also notice that the lid is gone.',
    ],
    not: ['Note the lid.', 'Notice boards are full.'],
  },
  {
    mayTell: false,
    pattern: words(`^(?:now )?(?:first|next|lastly|finally),? (?:let|we will|we['’]ll|i will|i['’]ll)`),
    why: 'it leads the reader on to the next part',
    examples: ["Next, we'll need a lid."],
    not: ['Next spring we move.'],
  },
];
