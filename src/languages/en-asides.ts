import { type Asides, anyOf, words } from './phrases.ts';

/** What a text says elsewhere; what it shows there is not among it. */
const SAID = anyOf(
  'explained, described, discussed, introduced, noted, mentioned, covered, detailed, outlined, stated, included, reported',
);

/** What an English sentence adds beside what it says. */
export const EN_ASIDES: Asides = {
  references: [
    {
      pattern: words(
        `(?:as )?(?:${SAID}(?: in (?:more |greater |full )?detail)?(?: further)? (?:below|above|earlier|before|previously)|(?:shown|seen) (?:above|below)(?<=as (?:shown|seen) (?:above|below))|(?:previously|earlier) ${SAID}(?<=as (?:previously|earlier) \\p{L}+)|(?:mentioned|discussed|covered) here)`,
      ),
      why: 'where the text says more of what the sentence tells',
      examples: [
        'The new lid holds twice as long, as explained below.',
        'There are two limits on its size, noted below.',
        'As mentioned before, oak swells.',
        'As previously reported, the oak swells.',
        'The lid keeps steam in, as shown below.',
      ],
      not: ['The shop was closed before noon.', 'The result can be seen below.', 'The bill is shown above.'],
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
        /[,—–] (?:(?:all|both|each|some|most) of )?which [^.;]{0,100}\b(?:above|below)(?=[.!,]|$)|, as (?:shown|seen) in (?:figure|table|listing) \d+/iu,
      why: 'a clause beside the main one',
      examples: [
        'Oak is slow to dry, all of which the section on woods tells below.',
        'The lid drops by itself, as shown in Figure 1.',
      ],
      not: ['As shown in Figure 1, the lid drops.', 'The lid which is shown below leaks.'],
    },
    {
      pattern: words('(?:all|any|none|some|most) of the above|(?:the )?(?:aforementioned|above-mentioned)'),
      why: 'it goes back to what an opening has just said',
      examples: [
        'In five years we have met all of the above.',
        'That is why I carved the aforementioned lid.',
      ],
      not: ['The above lid leaks.'],
    },
    {
      pattern: words(
        '^note that(?! (?:i|you|we|this|(?:the|all|most|some) (?:\\p{L}+ )?(?:code|chunks?|snippets?|links?|examples?|post|article))(?!\\p{L}))',
      ),
      why: 'words before a fact',
      examples: ['Note that lids made before May have no seal.'],
      not: ['Note that the code leaves the lid out.', 'Note that I sell lids.', 'Note the lid.'],
    },
  ],
  clauses: [
    {
      pattern:
        /^.{30,}(?:[,;] (?:and|but|so|though)| so| [–—-]) (?:(?:also|just|then|finally) )?(?:[\p{L}'’]+ )?$/u,
      unless:
        /^(?:If|For|To|Please|When|While|Since|As|Although|Though|Like|In case|Should|Whether|We will|We[’']ll|I will|I[’']ll|In this|See|Read|Check|Thanks?)\b/,
      why: 'a sentence that says something before it wishes or invites',
      examples: [
        'The lid serves our small and growing crew, and we ',
        'This time the lid comes in oak and in ash - just ',
      ],
      not: [
        'The lid is ready, so ',
        'If you have boiled water with a lid on, and it leaks, but ',
        'The lid serves our small and growing crew, you ',
      ],
    },
  ],
};
