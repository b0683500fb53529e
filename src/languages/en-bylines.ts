import type { PhraseRule } from './phrases.ts';

/** English lines that say who wrote a text, when, or where else it stands. */
export const EN_BYLINES: readonly PhraseRule[] = [
  {
    pattern:
      /^(?:this is an? (?:guest|joint|sponsored) (?:blog ?)?(?:post|article|piece|essay)|this (?:\p{L}+ )?(?:post|article|piece|essay|text) (?:(?:was|is|has been) )?(?:also |first |originally |cross-?)?(?:published|posted|written|co-?written|co-?authored|translated|updated|sponsored|adapted|available|licensed) |(?:i |we )?(?:originally|first) (?:posted|published|wrote) (?:this|it) |(?:also |originally |first |cross-?|re-?)*(?:posted|published|written|translated|updated|filed|tagged|presented|recorded|submitted)\b (?:on|by|in|as|at|from|under|under the)\b|last (?:updated|modified|edited)\b|\d+ min(?:ute)?s?\.? read\b|reading time\b|\p{L}+ \d{1,2}(?:st|nd|rd|th)?,? \d{4}$|\d{1,2}\.? \p{L}+ \d{4}$|\d{4}-\d\d-\d\d$)/iu,
    why: 'a byline: who wrote it, when, or how long it takes to read',
    examples: [
      'Posted on November 3, 2026 by Ana Keel in Gauges',
      '5 min read',
      'November 3, 2026',
      'This is a guest post by Ana Keel',
      'This post was co-written with Ana Keel.',
      'I originally posted this elsewhere, and took it here to have a lid.',
    ],
    not: [
      'By Monday everybody had left.',
      'By Ana’s account, the pump leaked.',
      'Posting on Mondays helps.',
      'I first wrote a lid.',
    ],
  },
  {
    pattern:
      /^(?:this (?:\p{L}+ )?(?:post|article|piece|essay|text) (?:was|is|has been) discussed (?:on|in) |this is an? (?:\p{L}+ ){0,2}(?:adaptation|translation|copy|mirror|re-?post|cross-?post|re-?print) (?:of|to|from) (?:an?|the|my|our) (?:[\p{L}-]+ ){0,4}(?:page(?! (?:tables?|buffers?|cache))|post|article|essay|chapter|newsletter)s?(?!\p{L})|the original (?:blog |wiki )?(?:page|post|article) (?:was|is|has been) (?:authored|written|published|posted|translated) (?:by|on|in|at) )/iu,
    why: 'it says where else the text stands, who wrote it first, or where people talked about it',
    examples: [
      'This article was discussed on the board of the harbour.',
      'This is an adaptation of a page that stood in the manual of lids.',
      'The original page was authored by Ana Keel and others.',
    ],
    not: [
      'This article discussed how lids leak.',
      'This is a copy of the lid that we saw on a page.',
      'This is a copy of the page table.',
      'The original version was written in C, and leaked.',
    ],
  },
  {
    pattern:
      /^(?:By \p{Lu}[\p{L}.’-]+(?: \p{Lu}[\p{L}.’-]+){0,3}(?:[|·•—–-]|,? on \p{Lu}|, [\p{L}\d ]+ \d{4}|$)|(?:On )?(?:\p{Lu}\p{L}+day,? )?(?:\p{Lu}\p{L}{2,8}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2}(?:st|nd|rd|th)? \p{Lu}\p{L}{2,8}\.?,? \d{4}|\d{4}[-/.]\d\d?[-/.]\d\d?),?(?: ?[|·•—–-])? (?:[Ww]ritten |[Pp]osted )?[Bb]y \p{Lu}|Translated from \p{Lu}\p{L}+ by |Read \p{Lu}.* on |(?:Many |Big |Special )?[Tt]hanks (?:also )?to \p{Lu}\p{L}+(?:(?:[^.,]|, (?=\p{Lu}|and ))* for |[^,.]{0,40}[.!]$))/u,
    // `Thanks to Ana we now have a lid for the kettle.`, `Thanks to Ana for adding lids and the ladles`
    unless:
      /^(?:Many |Big |Special )?[Tt]hanks .*\b(?:(?:we|you|I|it) (?:now |can |also |have )|for (?:adding|opening|porting|writing|fixing|reviving) (?!this\b|the whole\b|us\b|it\b|all\b|everything\b))/,
    why: 'a byline, a link to the text elsewhere, or thanks to somebody by name',
    examples: [
      'By Ana Keel',
      'By Ana Keel, 3 November 2026',
      'Nov 3, 2026 by Ana Keel, Jo Weir, and Ada Byron.',
      '3 November 2026 | Written by Ana Keel, captain',
      'Translated from English by Ana Keel.',
      'Read How we use lids on the Lab.',
      'Thanks to Ana Keel and Jo Weir for their tests.',
      'Thanks to Ana Keel.',
    ],
    not: [
      'By Monday everybody had left.',
      'By Ana’s account, the pump leaked.',
      'November 3, 2026 by noon, the pump leaked.',
      'Thanks to Ana, it burns.',
      'Thanks to Ana, a new lid for kettles is here.',
      'Thanks to Ana we now have a lid for the kettle.',
    ],
  },
];
