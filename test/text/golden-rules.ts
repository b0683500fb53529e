/** One rule of sentence ends: what it is about, a text that tests it, and the sentences a reader would find. */
export type GoldenRule = {
  /** The rule's number in the published list. */
  readonly number: number;
  readonly name: string;
  readonly text: string;
  readonly sentences: readonly string[];
};

/**
 * The 48 English Golden Rules of pragmatic segmenter (https://github.com/diasks2/pragmatic_segmenter, README),
 * written down from their description: the same traps in the same places, mostly in other words. The published
 * list has 52; as in pySBD's score, four are left out because they ask a segmenter to change the text or to undo a
 * missing space: 40 to 42 (stray line breaks of a PDF) and 52 (sentences with no space between them).
 */
export const GOLDEN_RULES: readonly GoldenRule[] = [
  {
    number: 1,
    name: 'a full stop ends a sentence',
    text: 'Good morning Lisbon. My boat is the blue one.',
    sentences: ['Good morning Lisbon.', 'My boat is the blue one.'],
  },
  {
    number: 2,
    name: 'a question mark ends a sentence',
    text: 'Where is the key? My brother has it.',
    sentences: ['Where is the key?', 'My brother has it.'],
  },
  {
    number: 3,
    name: 'an exclamation mark ends a sentence',
    text: 'Here it comes! I see it.',
    sentences: ['Here it comes!', 'I see it.'],
  },
  {
    number: 4,
    name: 'a capital initial inside a name',
    text: 'The author is Clara M. Jensen.',
    sentences: ['The author is Clara M. Jensen.'],
  },
  {
    number: 5,
    name: 'an abbreviation of one small letter',
    text: 'The proof is on p. 81.',
    sentences: ['The proof is on p. 81.'],
  },
  {
    number: 6,
    name: 'a small abbreviation of two letters in mid-sentence',
    text: 'Did Hanna and co. come to the harbour?',
    sentences: ['Did Hanna and co. come to the harbour?'],
  },
  {
    number: 7,
    name: 'a capitalised abbreviation of two letters in mid-sentence',
    text: 'The house was sold by Marsh, Lowe & Co. at auction.',
    sentences: ['The house was sold by Marsh, Lowe & Co. at auction.'],
  },
  {
    number: 8,
    name: 'a small abbreviation of two letters at the end',
    text: "We'll wait for Hanna and co. They have the map.",
    sentences: ["We'll wait for Hanna and co.", 'They have the map.'],
  },
  {
    number: 9,
    name: 'a capitalised abbreviation of two letters at the end',
    text: 'The house was sold by Marsh, Lowe & Co. It stood empty for a year.',
    sentences: ['The house was sold by Marsh, Lowe & Co.', 'It stood empty for a year.'],
  },
  {
    number: 10,
    name: 'an abbreviation that stands before its name',
    text: 'You can climb Mt. Etna in a day.',
    sentences: ['You can climb Mt. Etna in a day.'],
  },
  {
    number: 11,
    name: 'the same abbreviation before and after a name',
    text: "St. Anne's School is on 9th st. behind the market.",
    sentences: ["St. Anne's School is on 9th st. behind the market."],
  },
  {
    number: 12,
    name: 'an abbreviation in the possessive',
    text: "This was Ed Lang Jr.'s desk.",
    sentences: ["This was Ed Lang Jr.'s desk."],
  },
  {
    number: 13,
    name: 'an abbreviation of several stops in mid-sentence',
    text: 'We drove through the U.S.A. two summers ago.',
    sentences: ['We drove through the U.S.A. two summers ago.'],
  },
  {
    number: 14,
    name: 'an abbreviation of several stops at the end',
    text: 'Her firm left the E.U. What did yours do?',
    sentences: ['Her firm left the E.U.', 'What did yours do?'],
  },
  {
    number: 15,
    name: 'U.S. at the end',
    text: 'My uncle moved to the U.S. What about yours?',
    sentences: ['My uncle moved to the U.S.', 'What about yours?'],
  },
  {
    number: 16,
    name: 'U.S. before a capitalised word of the same sentence',
    text: 'She flew for the U.S. Government in Alaska.',
    sentences: ['She flew for the U.S. Government in Alaska.'],
  },
  {
    number: 17,
    name: 'U.S. in mid-sentence',
    text: 'They had been in the U.S. for three winters.',
    sentences: ['They had been in the U.S. for three winters.'],
  },
  {
    number: 18,
    name: 'a.m. and p.m., once inside and once at the end',
    text: 'At 7 a.m. Mrs. Okoye opened the shop. She closed the shop at 4 P.M. Mrs. Okoye then cycled to the lake.',
    sentences: [
      'At 7 a.m. Mrs. Okoye opened the shop.',
      'She closed the shop at 4 P.M.',
      'Mrs. Okoye then cycled to the lake.',
    ],
  },
  {
    number: 19,
    name: 'a decimal in mid-sentence',
    text: 'He keeps $250.00 in a tin.',
    sentences: ['He keeps $250.00 in a tin.'],
  },
  {
    number: 20,
    name: 'a decimal at the end',
    text: 'He saved $250.00. It is in a tin.',
    sentences: ['He saved $250.00.', 'It is in a tin.'],
  },
  {
    number: 21,
    name: 'a whole sentence in parentheses inside another',
    text: 'She runs a bakery (She had been a pilot for nine years before.) in the old station.',
    sentences: ['She runs a bakery (She had been a pilot for nine years before.) in the old station.'],
  },
  {
    number: 22,
    name: 'an email address',
    text: 'Write to Nora.Lind@example.com. I told her to expect you.',
    sentences: ['Write to Nora.Lind@example.com.', 'I told her to expect you.'],
  },
  {
    number: 23,
    name: 'a web address',
    text: 'The form is at: https://www.example.24.com/old-forms/tax_form_b.html. Please fill it in.',
    sentences: [
      'The form is at: https://www.example.24.com/old-forms/tax_form_b.html.',
      'Please fill it in.',
    ],
  },
  {
    number: 24,
    name: 'a single-quoted sentence inside another',
    text: "He leaned over to her, 'That is ours.' he whispered.",
    sentences: ["He leaned over to her, 'That is ours.' he whispered."],
  },
  {
    number: 25,
    name: 'a double-quoted sentence inside another',
    text: 'He leaned over to her, "That is ours." he whispered.',
    sentences: ['He leaned over to her, "That is ours." he whispered.'],
  },
  {
    number: 26,
    name: 'a double-quoted sentence at the end',
    text: 'He leaned over to her, "That is ours." He lifted the lamp to look.',
    sentences: ['He leaned over to her, "That is ours."', 'He lifted the lamp to look.'],
  },
  {
    number: 27,
    name: 'two exclamation marks',
    text: 'Finally!! We had almost left.',
    sentences: ['Finally!!', 'We had almost left.'],
  },
  {
    number: 28,
    name: 'two question marks',
    text: 'Really?? Who told you?',
    sentences: ['Really??', 'Who told you?'],
  },
  {
    number: 29,
    name: 'an exclamation mark and a question mark',
    text: 'Already!? Are they early?',
    sentences: ['Already!?', 'Are they early?'],
  },
  {
    number: 30,
    name: 'a question mark and an exclamation mark',
    text: 'Already?! Are they early?',
    sentences: ['Already?!', 'Are they early?'],
  },
  {
    number: 31,
    name: 'a list marked 1.) whose items end in nothing',
    text: '1.) The first rope 2.) The second rope',
    sentences: ['1.) The first rope', '2.) The second rope'],
  },
  {
    number: 32,
    name: 'a list marked 1.) whose items end in a stop',
    text: '1.) The first rope. 2.) The second rope.',
    sentences: ['1.) The first rope.', '2.) The second rope.'],
  },
  {
    number: 33,
    name: 'a list marked 1) whose items end in nothing',
    text: '1) The first rope 2) The second rope',
    sentences: ['1) The first rope', '2) The second rope'],
  },
  {
    number: 34,
    name: 'a list marked 1) whose items end in a stop',
    text: '1) The first rope. 2) The second rope.',
    sentences: ['1) The first rope.', '2) The second rope.'],
  },
  {
    number: 35,
    name: 'a list marked 1. whose items end in nothing',
    text: '1. The first rope 2. The second rope',
    sentences: ['1. The first rope', '2. The second rope'],
  },
  {
    number: 36,
    name: 'a list marked 1. whose items end in a stop',
    text: '1. The first rope. 2. The second rope.',
    sentences: ['1. The first rope.', '2. The second rope.'],
  },
  {
    number: 37,
    name: 'a list with bullets and numbers',
    text: '• 9. The first rope • 10. The second rope',
    sentences: ['• 9. The first rope', '• 10. The second rope'],
  },
  {
    number: 38,
    name: 'a list with hyphen bullets and numbers',
    text: '⁃9. The first rope ⁃10. The second rope',
    sentences: ['⁃9. The first rope', '⁃10. The second rope'],
  },
  {
    number: 39,
    name: 'a list marked by letters',
    text: 'a. The first rope b. The second rope c. The third spare rope',
    sentences: ['a. The first rope', 'b. The second rope', 'c. The third spare rope'],
  },
  {
    number: 43,
    name: 'coordinates full of stops',
    text: 'The wreck lies at N°. 2051.118.704. That is what the chart says.',
    sentences: ['The wreck lies at N°. 2051.118.704.', 'That is what the chart says.'],
  },
  {
    number: 44,
    name: 'a name that ends in an exclamation mark',
    text: 'He has a desk at Yahoo! in the legal department.',
    sentences: ['He has a desk at Yahoo! in the legal department.'],
  },
  {
    number: 45,
    name: 'I as the last word, and I as an initial',
    text: 'They never argued, he and I. Have you met Robert I. Stone before?',
    sentences: ['They never argued, he and I.', 'Have you met Robert I. Stone before?'],
  },
  {
    number: 46,
    name: 'a spaced ellipsis at the end of a quotation',
    text: 'Her teacher wrote that in winter’s quiet, “the small sounds of a house grow larger. . . .”',
    sentences: ['Her teacher wrote that in winter’s quiet, “the small sounds of a house grow larger. . . .”'],
  },
  {
    number: 47,
    name: 'ellipses in square brackets',
    text: '"Curie [...] kept the notes of those winters [...]" (Lind 12).',
    sentences: ['"Curie [...] kept the notes of those winters [...]" (Lind 12).'],
  },
  {
    number: 48,
    name: 'a spaced ellipsis that ends a sentence, then its stop',
    text: 'When the rest of a sentence is dropped, and nothing else is, mark the gap by an ellipsis (a space on both of its sides) and after it close the sentence by a full stop . . . . Another sentence.',
    sentences: [
      'When the rest of a sentence is dropped, and nothing else is, mark the gap by an ellipsis (a space on both of its sides) and after it close the sentence by a full stop . . . .',
      'Another sentence.',
    ],
  },
  {
    number: 49,
    name: 'an unspaced ellipsis that ends a sentence',
    text: 'We could have waited.... He closed the gate.',
    sentences: ['We could have waited....', 'He closed the gate.'],
  },
  {
    number: 50,
    name: 'ellipses that end nothing',
    text: 'It wasn’t exactly ... I mean, how shall I...look . . . what we had, that is . . . it wasn’t ours.',
    sentences: [
      'It wasn’t exactly ... I mean, how shall I...look . . . what we had, that is . . . it wasn’t ours.',
    ],
  },
  {
    number: 51,
    name: 'a stop and a spaced ellipsis after it',
    text: 'One custom that had grown rarer . . . was that of naming every field after its first owner. . . . The names were not forgotten. . . .',
    sentences: [
      'One custom that had grown rarer . . . was that of naming every field after its first owner.',
      '. . . The names were not forgotten. . . .',
    ],
  },
];
