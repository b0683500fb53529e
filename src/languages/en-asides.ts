import { type Asides, anyOf, words } from './phrases.ts';

/** What a text says elsewhere; what it shows there is not among it. */
const SAID = anyOf(
  'explained, described, discussed, introduced, noted, mentioned, covered, detailed, outlined, stated, reported',
);

/** What an English sentence adds beside what it says. */
export const EN_ASIDES: Asides = {
  references: [
    {
      pattern: words(
        `(?:as )?(?:${SAID}(?: in (?:more |greater |full )?detail)?(?: further)? (?:below|above|earlier|before|previously)|(?:shown|seen) (?:above|below)(?<=as (?:shown|seen) (?:above|below))|(?:previously|earlier) ${SAID}(?<=as (?:previously|earlier) \\p{L}+)|(?:mentioned|discussed|covered) here)`,
      ),
      // `The main changes are described below.` says nothing else.
      unless: new RegExp(`^[^,;:—–]{0,80}\\b(?:is|are|was|were|be) (?:\\w+ )?${SAID}`),
      why: 'where the text says more of what the sentence tells',
      examples: [
        'The new lid holds twice as long, as explained below.',
        'There are two limits on its size, noted below.',
        'As mentioned before, oak swells.',
        'As previously reported, the oak swells.',
        'The lid keeps steam in, as shown below.',
      ],
      not: [
        'The shop was closed before noon.',
        'The main parts of the lid are described below.',
        'The result can be seen below.',
        'The bill is shown above.',
      ],
    },
    {
      pattern: words(
        `(?:we|i)(?:['’]ll| will| can)? (?:explain|describe|discuss|outline|cover)(?: (?:it|them|each))?(?: in (?:more )?detail)? below`,
      ),
      why: 'where the text says more of what the sentence tells',
      examples: ['The lid has four merits, which we’ll explain below.'],
      not: ['We’ll show the four lids below.'],
    },
    {
      pattern:
        /[,—–] (?:(?:all|both|each|some|most) of )?which (?!(?:\p{L}+['’]?\p{L}* ){0,4}(?:see|seen|shown|included|listed|pasted|posted|pictured) )[^.;]{0,100}\b(?:above|below)(?=[.!,]|$)|, as (?:shown|seen) in (?:figure|table|listing) \d+/iu,
      why: 'a clause beside the main one',
      examples: [
        'Oak is slow to dry, all of which the section on woods tells below.',
        'The lid drops by itself, as shown in Figure 1.',
      ],
      not: [
        'As shown in Figure 1, the lid drops.',
        'The lid which is shown below leaks.',
        'She took a photo, which I have included below.',
      ],
    },
    {
      pattern: words(
        '(?:all|any|none|some|most) of the above|(?:the )?(?:aforementioned|above-mentioned)|the (?:previously|earlier)(?= (?!shown|seen|listed|highlighted|linked|quoted|pictured|pasted)\\p{L}+(?:ed|wn|en|id))',
      ),
      why: 'it goes back to what an opening has just said',
      examples: [
        'In five years we have met all of the above.',
        'That is why I carved the aforementioned lid.',
        'It looks for the previously saved lid.',
      ],
      not: ['The above lid leaks.', 'The previously shown lid leaks.'],
    },
    {
      pattern: words(
        '^fun fact:|^read on(?= (?:for|to) (?!more|details|the (?:details|full|rest|whole)|(?:find out|learn|see|get) (?:more|how|what|why|an)(?!\\p{L})))|^note that(?! (?:i|you|we|(?:this|the|all|most|some) (?:\\p{L}+ )?(?:code|chunks?|snippets?|links?|examples?|post|article|section))(?!\\p{L}))',
      ),
      why: 'words before a fact, or before what the post holds',
      examples: [
        'Note that lids made before May have no seal.',
        'Fun fact: oak lids float.',
        'Read on for the story of a lid and of its thieves.',
      ],
      not: [
        'Note that the code leaves the lid out.',
        'Note that I sell lids.',
        'Read on for more details.',
        'Read on to learn how it ends.',
        'Note the lid.',
      ],
    },
  ],
  clauses: [
    {
      pattern:
        /^.{30,}(?:[,;] and (?:[\p{L}’']+ ){0,3}(?:we|I)(?: hope)?|[,;]? so (?:[\p{L}’']+ ){0,3}[\p{L}’']+| [–—-] (?:[\p{L}’']+ ){0,3}[\p{L}’']+)$/u,
      unless:
        /^(?:If|For|To|Please|When|While|Since|As|Although|Though|Like|In case|Should|Whether|We will|We[’']ll|I will|I[’']ll|In this|See|Read|Check|Thanks?)\b/,
      why: 'a sentence that says something before it wishes or invites',
      examples: [
        'The lid serves our small and growing crew, and we',
        'We have joined the fair of the lid makers, so you can now sponsor',
        'This time the lid comes in oak and in ash - just have',
      ],
      not: [
        'The lid is ready, so let',
        'If you have boiled water with a lid on, and it leaks, so let',
        'The lids are in the shop of the makers by the bridge, and more',
        'The lid serves our small and growing crew, you',
      ],
    },
  ],
};
