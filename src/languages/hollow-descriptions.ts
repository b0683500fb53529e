import type { PhraseRule } from './phrases.ts';

/** Descriptions that say nothing of their post: what a site's template holds, or what fits each release. */
export const HOLLOW: readonly PhraseRule[] = [
  {
    pattern:
      /^(?:(?:here(?:['’]s| is) |this is )?(?:an?|the|our|some) )?(?:(?:brief|quick|short|first|closer|latest|general) )*(?:overview|look|summary|list|round-?up|recap|highlights?|news|updates?|announcement|run-?down) (?:of|at|on|about|for|from|to) (?:[^,;:.!?]|\.(?=\d)){0,40}(?:changes|updates|releases?|versions?|improvements)(?:[^,;:!?.]|\.(?=\d)){0,40}[.!]?$/iu,
    why: 'it names no change',
    examples: [
      'An overview of changes and updates in the v3 release',
      'A look at the 8.7.0 release of Lamp.',
      'The highlights of this release.',
      'Summary of changes in version 2.1',
    ],
    not: [
      'A look at how lamps burn.',
      'A look at the new release, which brings a lid.',
      'An overview of the lamps of the harbour',
    ],
  },
  {
    pattern:
      /^(?:this is|these are|here are) the (?:latest|newest|most recent) (?:updates?|news|changes) (?:on|of|from|about|in|for) [^,;:.!?]{0,40}[.!]?$/iu,
    why: 'it says that there are news, and none of them',
    examples: ['This is the latest updates on lamps', 'Here are the latest news from the harbour.'],
    not: ['These are the latest lamps.', 'Here are the latest news from the harbour: a lid.'],
  },
  {
    pattern:
      /^what['’]s (?:up|new|happening|been happening|going on)(?: (?:with|in|at) [^,;:.!?]{1,30})?,? (?:for the (?:weeks?|months?) of|this (?:week|month))[^!?]{0,40}$/iu,
    why: 'it says of which week the news are, and none of them',
    examples: ['What’s up with Lamp for the week of 11 - 18 Nov 2014', 'What’s new in Lamp this week'],
    not: ['What’s new: a lid', 'What’s wrong with lamps'],
  },
  {
    pattern:
      /^(?=.)(?:[^.!?]{1,30} (?:is released|releases|has a new release) (?:every|each) (?:week|month|day)[.!]?\s*)?(?:here(?:['’]s| is| are) (?:the )?(?:release )?(?:highlights|news|changes|notes) (?:from|of|in|for) [^,;:!?]{0,50})?$/iu,
    why: 'it fits each release, and may be left from the one before',
    examples: [
      'Lamp releases every week. Here’s highlights from 0.102',
      'Here are the highlights of this week.',
    ],
    not: ['Lamp releases every week. This one has a lid.', 'Here are the highlights: a lid'],
  },
  {
    pattern:
      /(?<!\p{L})(?:web)?(?:site|page|blog|post)(?:['’]s)? (?:(?:brief|short|meta) )?description\.?$/iu,
    why: 'a site’s template holds it',
    examples: ['Lamp v2 Website Brief Description', 'Your blog description'],
    not: ['How lamps are described'],
  },
];
