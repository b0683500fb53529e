import { type PhraseRule, words } from './phrases.ts';

/** What has come to help: `Enter lids of tin!` What readers are to type is a step: `Enter your name.` */
export const ENTERS =
  '^enter (?!(?:your|it|them|any|this|that|both|either|(?:an?|the) (?:[\\p{L}-]+ )?(?:name|password|passphrase|address|url|code|number|key|command|text|date|value|title|pin))(?!\\p{L}))[^.!?:]{1,60}';

/** Sentences that end with a trouble. English only. */
export const TROUBLE: PhraseRule = {
  pattern: words(
    "unfortunately|sadly|alas|regressions?|could not|couldn[’']t|can ?not|can[’']t|(?:is|was|are|were)(?: not|n[’']t) (?:possible|supported|able)|doesn[’']t work|did(?: not|n[’']t) work|do(?:es)? not work|fail(?:s|ed|ing)?|br(?:oke|oken|eaks?)|crash(?:es|ed)?|(?:a|the|this|one|big|real|main|common) (?:\\p{L}+ )?(?:problem|issue|bug|flaw|pain|challenge)|problems? (?:is|was|with)|struggl(?:e|es|ed|ing)|impossible|cumbersome|tedious|painful|frustrating",
  ),
  why: 'it says what went wrong',
  examples: [
    'Unfortunately, the new lid let steam out.',
    'The lids could not be closed after that.',
    'The problem was the lid.',
    'This is tedious.',
    'It isn’t possible to close the lid.',
  ],
  not: ['The lid closes by itself.', 'Lids are issued in May.'],
};

/** How a sentence says what was done about a trouble that was just told. English only. */
export const REMEDY: PhraseRule = {
  pattern: words(
    `this (?:(?:has|had) (?:now |since |finally )?been|is (?:now|finally)|was (?:finally )?|gets) (?:fixed|solved|resolved|addressed|corrected|repaired)|^(?:to|in order to) (?:fix|solve|address|overcome|avoid|remedy|tackle|get around|work around|help with|resolve) (?:this|that|these|it|those)(?: (?:problems?|issues?|limitations?|challenges?|situation))?,|^(?:so|that[’']s why|this is why|therefore|for this reason|with this in mind|because of (?:this|that)),? (?:i|we)(?:[’']ve| have)? (?:(?:recently|finally|now|just|also) )*(?:built|created|made|wrote|developed|added|implemented|introduced|decided to (?:build|create|make|write|develop)|set out to (?:build|create|make|write))|(?:luckily|fortunately|thankfully)(?=, (?!\\p{L}+ (?:was|were|had)(?!\\p{L})))|${ENTERS}[!.]$`,
  ),
  why: 'it says what was done about it',
  examples: [
    'Thanks to a letter from Ada, this has been fixed in the new lid.',
    'To solve this problem, the lid has a spring.',
    'That’s why we built a lid of tin.',
    'So I wrote a letter about lids.',
    'Luckily, there is a lid of tin.',
    'Enter lids of tin!',
  ],
  not: [
    'The lid has been fixed to the pot.',
    'To close the lid, press it.',
    'So lids leak.',
    'Enter your name.',
    'Enter the new name of the lid!',
  ],
};
