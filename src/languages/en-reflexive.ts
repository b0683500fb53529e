import { TEXT } from './en-parts.ts';
import { type PhraseRule, words } from './phrases.ts';

/** Parts of a text, unless they belong to something else: `a section of the river`. */
const TEXT_PART =
  '(?:section|chapter|part|series|issue)(?! of (?!this|the (?:post|series|book|article)))(?: \\d+)?';
const WHICH = `(?:this|today['’]s|the present|my|our|your|that|(?:(?:my|our|the|a|an|his|her|their|your) )?(?:last|previous|prior|preceding|earlier|next|following|future|upcoming|companion|separate|follow-up|recent|first|second|third|fourth|final|other|another))`;

/** English sentences about the post itself, its series, its blog, or the writing of it. */
export const EN_REFLEXIVE: readonly PhraseRule[] = [
  {
    pattern: words(
      '(?:this|that|my) (?:blog ?)?(?:post|article|write-?up|tutorial|blog post)(?! of (?:his|hers|yours|theirs)|s)',
    ),
    why: 'it is about the post itself, or about another one',
    examples: ['Mind that my post had praised the lid.', 'Perhaps this post helps you.'],
    not: ['My postman left.'],
  },
  {
    pattern: words(
      `(?:in|for|throughout|from|with|read|see|of|about) ${WHICH} (?:${TEXT}|${TEXT_PART})|(?:another|the|a|an|my|our|this|that) (?:other |own |most )?(?:earlier|previous|next|last|older|recent|separate|follow-?up|companion|upcoming) (?:blog )?${TEXT}`,
    ),
    why: 'it is about the post itself, or about another one',
    examples: [
      'In the previous post, we talked about ropes.',
      'In this article I show five lids.',
      'A follow-up post will show the lids.',
      'We moved on from my recent post about lids.',
      'Following my last article, many asked for lids.',
    ],
    not: [
      'In this section of the river nobody swims.',
      'The last part of the roof leaks.',
      'In this house we boil water.',
    ],
  },
  {
    pattern: words(
      `(?:^|(?<=[(,;:] ))(?:this|the) (?:current |present )?(?:${TEXT}|series|page|blog) (?:is|was|will|covers?|describes?|explains?|shows?|explores?|discusses|goes|looks?|walks?|aims|assumes|contains|has|uses|started|originally|came|takes|continues|builds|picks)`,
    ),
    why: 'it is about the post itself',
    examples: ['This post describes how we cut the bill.', 'This series is about lids.'],
    not: ['This kettle is old.', 'The poster is red.'],
  },
  {
    pattern: words(
      `(?:previous|next|earlier|later|last|latest|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\\d+(?:st|nd|rd|th)) (?:\\p{L}+ )?(?:up |time )?(?:in|of) (?:this|the|our|my|a|an) (?:\\p{L}+ ){0,2}series|series of (?:\\p{L}+ ){0,2}${TEXT}|part (?:\\d+|one|two|three|four|five|[ivx]+) (?:in|of) (?:the|a|an|this|my|our) (?:\\p{L}+ ){0,2}series|part (?:\\d+|one|two|three|four|five|[ivx]+)(?: of (?:this|the|an?|our|my|\\d+)(?: \\p{L}+)?)?(?=[.,:;)]| (?:is|was|will|covers)|$)`,
    ),
    why: 'it is about a series of posts',
    examples: [
      'Next in this series: what goes in.',
      'This is part two of a series.',
      'The tenth in a series of posts about lids.',
      'Part 4 in the series of notes on lids derives the weight.',
    ],
    not: ['Part of this is luck.'],
  },
  {
    pattern: words(
      `(?:i|we)(?:['’]m| am|['’]re| are|['’]ll| will|['’]ve| have)? (?:not )?(?:going to (?:stop|leave)|write|writing|written|wrote|blog|blogging|blogged|post|posting|posted|published|publish) (?:this|about this|these|it up|more (?:about|on|posts?|of)|(?:a|an|the|another|my|in) (?:[\\p{L}-]+ ){0,2}(?:post|article|essay|piece|series|newsletter))|my (?:blog|newsletter|website|github|book|course|talk) (?:is|has)|(?:this|the|our) (?:blog|newsletter|website)(?= (?:is|was|has|will|covers|aims|started|began)(?!\\p{L}))`,
    ),
    why: 'it is about writing, and about the blog',
    examples: ["I've written an article about lids.", 'I wrote this on a train.'],
    not: ['I wrote a letter to the harbour.', 'I write my blog in two languages.'],
  },
  {
    pattern:
      /^this is (?:an?|the|my|our) (?:short |quick |brief )?(?:follow-?up|continuation|sequel|response|reply|update|(?:first|second|third|next|last) (?:part|post|article|in))(?![\p{L}-])/iu,
    why: 'it says which post this one goes on with',
    examples: ['This is a follow-up to Running lids.', 'This is the second part of my notes on lids.'],
    not: ['This is the second lid that leaked.'],
  },
];
