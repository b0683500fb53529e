import { EN_ANNOUNCING } from './en-announcing.ts';
import { EN_ASIDES } from './en-asides.ts';
import { EN_DEICTIC } from './en-deictic.ts';
import { EN_HOUSEKEEPING } from './en-housekeeping.ts';
import { EN_INSTRUCTING } from './en-instructing.ts';
import { EN_LEAD_INS } from './en-lead-ins.ts';
import { EN_OPENINGS } from './en-openings.ts';
import { EN_REFLEXIVE } from './en-reflexive.ts';
import { EN_STANCE } from './en-stance.ts';
import { VERB, VERB_OR_LIKE } from './en-verbs.ts';
import { opening, type Phrases, words } from './phrases.ts';

/** The English phrase rules for choosing sentences. */
export const EN_PHRASES: Phrases = {
  refersBack: EN_OPENINGS,
  leansBack: [
    {
      pattern:
        /\b(?:these|those(?! who| of us| that)|this(?! (?:year|week|month|morning|weekend|afternoon|evening|summer|winter|spring|autumn|fall)\b))\s+\p{L}/iu,
      why: 'a demonstrative refers to something outside the sentence',
      examples: ['We never forgot these years.'],
      not: ['Help those who ask.', 'We have mended a lot of lids this year.'],
    },
    {
      pattern: /\b(?:in|on|of|from|with|for|at|by|about|like|to)\s+(?:this|that|these|those)\s*[,.;:!?]/i,
      why: 'a demonstrative refers to something outside the sentence',
      examples: ['Nobody had thought of that.', 'We laugh about this, and go on.'],
      not: ['Nobody thought of that house.'],
    },
    {
      pattern:
        /\b(?:for|of|in|on|at|to|with|from|by|about|after|before|during|since|until|without|using) that (?!(?:is|was|it|he|she|we|they|i|you|the|a|an|of|would|will|can|could|may|are|were|have|has|had|do|does)\b)\p{L}/iu,
      unless: /\b(?:in that|so that|except that|given that|to that (?:of|end)|now that)\b/i,
      why: 'a demonstrative refers to something outside the sentence',
      examples: ['We never came back to that house.', 'I learned a lot in preparation for that talk.'],
      not: ['The house that we left is cold.', 'He is right in that nobody came.'],
    },
    {
      pattern:
        /\b(?:(?:do|does|did|say|said|want|think|goes|is|was|be|with|at) the same|(?:has|have|had|want|wants|wanted|need|needs|buy|bought|got|get|make|made|used?|like|without|with|for) (?:one|ones))\s*(?=[.,;!?)]|$)/i,
      unless: /\b(?:many|few|good|bad|new|old|big|small|little|other|different|better|large) ones?\b/i,
      why: 'it compares itself with something named before',
      examples: ['I encourage you to do the same.', 'Our neighbour has one, and so have we.'],
      not: ['At the same time it rained.', 'One of the lids is cold.'],
    },
    {
      pattern: /\b(?:these|those)\s*[.!?]["”’)]*$/i,
      why: 'a demonstrative refers to something outside the sentence',
      examples: ['The kettle boiled over while I read these.'],
      not: ['Those were the days.'],
    },
    {
      pattern:
        /\b(?:a lot|lots|some|much|most|all|part|parts|none) of (?:that|this)(?! (?:which|\p{L}+ that))(?![\p{L}’'-])/iu,
      why: 'it takes a part of what was named before',
      examples: ['A lot of that is luck.', 'Most of this was gone.'],
      not: ['A lot of those who ask are right.'],
    },
    {
      pattern:
        /\b(?:that|the same) (?:day|night|year|week|month|morning|evening|time|moment|way|man|woman|place|one|thing|spot|case|point|kind|sort|approach|problem|idea|piece|sense|story|decision|talk|conversation|experience|feeling|number|list|process|feature|file|code|page|project|person|guy|position|change|step|stage|part|line|method|setting|command|option|value|field|variable|class|element|attribute|property|package|library|tool|server|query|light|vein|spirit|manner|fashion|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/i,
      why: 'the time or the thing was named before',
      examples: ['We left that morning.', 'Everybody sat in the same spot.'],
      not: ['We left in the morning.'],
    },
    {
      pattern:
        /\bsuch (?:a |an )?(?:thing|one|case|person|place|way|step|decision|change|approach|system|tool|project|function|feature|move|policy|list|file|method|situation|setup|plan|scenario|program|service|project|claim|rule)s?\b/i,
      why: '`such a` thing was named before',
      examples: ['Nobody had seen such a thing.', 'In such cases, wait.'],
      not: ['Nobody had seen such rain.'],
    },
    {
      pattern: /\b(?:did|does|do|doing|done) (?:so|that|this|it)\b/i,
      why: 'the action was named before',
      examples: ['Nobody else did so.', 'We stopped doing that in May.'],
      not: ['Nobody did the dishes.'],
    },
  ],
  deictic: EN_DEICTIC,
  asides: EN_ASIDES,
  announcing: EN_ANNOUNCING,
  housekeeping: EN_HOUSEKEEPING,
  reflexive: EN_REFLEXIVE,
  verbless: [
    {
      pattern:
        /^(?:about |some )?(?:\d[\d.,/–-]*|[½¼¾⅓⅔]|an?|one|two|three|four|half an?)\s?(?:g|kg|ml|cl|dl|l|oz|lb|cups?|tsp|tbsp|(?:tea|table)spoons?|pinch(?:es)?|handfuls?|cloves?|slices?|pounds?|ounces?|grams?|litres?)(?!\p{L})/iu,
      unless: VERB,
      why: 'an ingredient is not a point',
      examples: [
        '200 g of rye flour from the mill by the bridge, sieved twice.',
        'Two cloves of garlic, crushed',
      ],
      not: ['200 g of rye flour is enough for a loaf.', 'Two cups a day cost me 900 euros a year.'],
    },
    {
      pattern: /^(?:an?|the|no|some|all|for|with|without|more|fewer|less|several|\d+)\s.*[^.!?…"”)]$/iu,
      unless: VERB_OR_LIKE,
      why: 'a thing about which nothing is said is not a point',
      examples: [
        'A jar with a lid from the drawer under the old oven',
        'No room for another bicycle in the hall',
      ],
      not: ['The lamp burns oil for eleven hours on one filling', 'A jar with a lid is all you need for it'],
    },
    {
      pattern:
        /^(?!(?:this|is|was|as|its|always|perhaps|sometimes|unless|across|besides|plus|does|has|minus|versus|yes|thus|afterwards|towards|nowadays|news|politics|physics|mathematics|less)\b)(?:\p{L}+ly )?\p{Ll}*\p{L}{2,}(?<!s)s (?:the|an?|each|every|your|our|all|any|its|their|you|it|up|to the)(?![\p{L}-])/iu,
      why: 'its subject is above the list',
      examples: ['Briefly tracks each visitor with a cookie.', 'Burns the oil of a whole year.'],
      not: ['Always the same lid.', 'The lamp burns the oil of a year.', 'This is a lid.'],
    },
    {
      pattern:
        /^(?:the )?(?:most|least|best|worst|only|first|last|\p{L}{2,}est) (?:[\p{L}-]+ )?of (?:all|them|these|those|the (?:lot|bunch|three|four|five))(?![\p{L}-])/iu,
      why: 'its subject is above the list',
      examples: ['The heaviest of all of these, at 930 KB of code.'],
      not: ['The heaviest of the lids is made of iron.'],
    },
    {
      pattern: /^\d[\d.,/–-]*\s(?:[\p{L}’-]+,? ?){1,5}$/u,
      unless: VERB,
      why: 'so many of a thing are an ingredient or a part',
      examples: ['24 assorted hot peppers', '2 lids, washed'],
      not: ['2 lids are enough', '24 hours without a break, and then 24 more of them'],
    },
  ],
  defining: [
    {
      pattern:
        /^(?!(?:it|this|that|there|here|he|she|they|we|i|you|what|who|if|when|one|another|some|all|my|the (?:first|second|next|last|other|only|problem|point|question|thing|reason|answer))\b)(?:(?:an?|the) )?[\p{L}\p{N}][^,.;:?!]{1,60}? (?:is|are) (?:(?:basically|essentially|simply|just|really) ){0,2}(?:an?|the|one of|any|lists?|tools?|ways?|how|what|where|short for|called|known as|made of)\b/iu,
      why: 'it says what something is',
      examples: ['The stack is a collection of plates.', 'CRLs are basically just lists of certificates.'],
      not: ['It is a pity.', 'There is a lid.', 'We are the last.'],
    },
    {
      pattern: words('stands for|refers to|is defined as|is short for|means that|consists of'),
      why: 'it says what something is',
      examples: ['URL stands for a long name.'],
      not: ['He stands on a chair.'],
    },
  ],
  occasion: [
    {
      pattern: words(
        `(?:happy|pleased|proud|excited|thrilled|delighted|glad) to (?:announce|share|release|introduce|say|tell|report|present)|announc(?:e|es|ed|ing) (?:that|the|our|a|an|\\p{Lu})|(?:is|are) (?:now|finally|officially|here|out)(?: \\p{L}+)?(?: \\p{L}+)?[.!,]|(?:is|are) (?:now|finally|officially) (?:available|out|open|live|stable|ready|in)
|(?:has|have|['’]ve|['’]s) (?:just |now |finally |recently )?(?:released|launched|shipped|published|moved|switched|finished|built|started|reached|developed|evolved|joined|ended|added|replaced|rewritten|turned)|we (?:just |recently |finally )?(?:released|launched|shipped|replaced|rewrote|switched|moved|built|lost|ended|started)
|(?:we|i)(?:['’]re| are| will|['’]ll) (?:no longer|ending|moving|closing|starting|opening|launching|releasing|retiring|dropping)`,
      ),
      why: 'it says what happened, and why the post was written',
      examples: [
        'The team is happy to announce the new lid.',
        'We have replaced the float with a radar.',
        'The lid is now available.',
      ],
      not: ['He was happy to sit.', 'They foresaw rain.'],
    },
    {
      pattern:
        /^(?:today|yesterday|(?:on|last|this|since) (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|week|month|year|spring|summer|autumn|fall|winter|january|february|march|april|may|june|july|august|september|october|november|december)|in (?:early |late |mid-?)?(?:january|february|march|april|may|june|july|august|september|october|november|december|\d{4})|(?:a|two|three|four|five|six|seven|eight|nine|ten|\d+|a few|several) (?:days|weeks|months|years) ago)\b/i,
      why: 'it says when it happened',
      examples: ['Last spring we moved.', 'Two years ago the pump broke.', 'Today we open.'],
      not: ['Todays are long.', 'On maps it is blue.'],
    },
  ],
  turning: [
    {
      pattern: words(
        `turned out|turns out|(?:the|our|my|one|biggest|real|hard(?:est)?|only) (?:lesson|mistake|surprise|trouble|problem|catch|secret|trick|truth|point|goal|question|reason|key|answer|downside|drawback|upside|difference)(?: \\p{L}+){0,3} (?:is|was|were|are)|(?:we|i) (?:have |['’]ve )?(?:learn(?:ed|t)|reali[sz]ed|discovered|found(?: out)? that|noticed|stopped|decided|regret|understood|was wrong|were wrong)
|what (?:matters|counts|surprised|helped|changed|worked|mattered|i learned|we learned)|(?:taught|showed|told) (?:me|us) (?:that|to|how)|until (?:i|we|one|the)|no longer|the more|the less|rather than|instead of|not because|only (?:when|because|after|if)|in the end|ever since`,
      ),
      why: 'the story turns, or a lesson is drawn',
      examples: ['Our mistake was the lid.', 'I learned that water waits.', 'It taught us to leave on time.'],
      not: ['He turned left.'],
    },
  ],
  contrasting:
    /^(?:but|however|yet|still(?=,)|though(?=,)|except|unfortunately|sadly|alas|nevertheless|nonetheless|that said|then again|on the other hand)(?![\p{L}’'-])|\b(?:though|however)[.!]$/iu,
  leadIns: EN_LEAD_INS,
  advising: [
    {
      pattern: words(
        `should|must|never|always|avoid|prefer|make sure|better to|worth (?:it|the|\\p{L}+ing)|(?:i|we)(?:['’]d| would)? recommend|do not|don['’]t|remember to|the best way|the easiest way|need to|have to|try to|consider|beware`,
      ),
      why: 'it gives advice',
      examples: ['Never leave the lid on.', 'You should boil it twice.'],
      not: ['The lid was left on.'],
    },
  ],
  instructing: EN_INSTRUCTING,
  supposing: [
    {
      pattern: opening(
        `by now,? (?:perhaps |maybe )?you|suppose|imagine|say you|say we|let['’]s say|picture|think of|assume|maybe|perhaps|pretend|if i were|what if|you might (?:think|wonder|ask|say|be)|you may (?:think|wonder|ask|be)|some (?:people )?(?:might|may|will) (?:say|argue|think)`,
      ),
      why: 'an example or a guess is not the point',
      examples: ['Suppose I wanted a lid.', 'Maybe the pump is slow.', 'You might think so.'],
      not: ['Imagination helps.', 'You might need a lid.'],
    },
  ],
  recalling: [
    {
      pattern:
        /\b(?:i (?:can )?(?:still )?remember|told me|used to (?:say|be|get|ring|lay)|as if|once said|i must say|when i was|had (?:told|said|read|given|been told))\b/i,
      why: 'a memory is the story around the point',
      examples: ['I still remember the smell.', 'She told me to wait.'],
      not: ['We told nobody.'],
    },
  ],
  articles: {
    indefinite:
      /(?<![\p{L}’'-])(?:an?|another|one|two|three|my|our|some|(?:this|these) \p{L}+ called)(?= \p{L})/giu,
    definite: /(?<![\p{L}’'-])(?:the|this|that|these|those)(?= \p{L})/giu,
    specified:
      /^,? (?:of|that|which|who|whose|where|when|why|for|to|in|on|at|from|with|between|behind|i|we|you|he|she|they)(?!\p{L})/iu,
  },
  stance: EN_STANCE,
  general:
    /\b(?:every\w*|never|no one|nobody|nothing|none|all|most|only|always|any\w*|best|worst|hardest|strongest|whoever|whatever)\b/i,
  numerals:
    /\b(?:half|third|twice|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|thousand|million|billion)\b/i,
  subclause:
    /\b(?:that|which|who|whom|whose|where|when|while|because|since|although|though|until|if|as|before|after)\b/gi,
  logLabels:
    'breakfast,lunch,dinner,supper,snack,slept,sleep,wake,woke,woke up,up at,bed,weather,mood,steps,weight,exercise,workout,run,reading,read,listening,listened,watching,watched,music,coffee,grateful for,todo,to do,done,spent,wordcount,words,location,distance,temperature'.split(
      ',',
    ),
};
