import { type PhraseRule, words } from './phrases.ts';

/** Sentences that end with a trouble. English only. */
export const TROUBLE: PhraseRule = {
  pattern: words(
    "unfortunately|sadly|alas|regressions?|could not|couldn[’']t|can ?not|can[’']t|(?:is|was|are|were) (?:not|n[’']t) (?:possible|supported|able)|doesn[’']t work|did(?: not|n[’']t) work|do(?:es)? not work|fail(?:s|ed|ing)?|br(?:oke|oken|eaks?)|crash(?:es|ed)?|(?:a|the|this|one|big|real|main|common) (?:\\p{L}+ )?(?:problem|issue|bug|flaw|pain|challenge)|problems? (?:is|was|with)|struggl(?:e|es|ed|ing)|impossible|cumbersome|tedious|painful|frustrating",
  ),
  why: 'it says what went wrong',
  examples: [
    'Unfortunately, the new lid let steam out.',
    'The lids could not be closed after that.',
    'The problem was the lid.',
    'This is tedious.',
  ],
  not: ['The lid closes by itself.', 'Lids are issued in May.'],
};

/** How a sentence says what was done about a trouble that was just told. English only. */
export const REMEDY: PhraseRule = {
  pattern: words(
    "this (?:(?:has|had) (?:now |since |finally )?been|is (?:now|finally)|was (?:finally )?|gets) (?:fixed|solved|resolved|addressed|corrected|repaired)|^(?:to|in order to) (?:fix|solve|address|overcome|avoid|remedy|tackle|get around|work around|help with|resolve) (?:this|that|these|it|those)(?: (?:problems?|issues?|limitations?|challenges?|situation))?,|^(?:so|that[’']s why|this is why|therefore|for this reason|with this in mind|because of (?:this|that)),? (?:i|we)(?:[’']ve| have)? (?:(?:recently|finally|now|just|also) )*(?:built|created|made|wrote|developed|added|implemented|introduced|decided to (?:build|create|make|write|develop)|set out to (?:build|create|make|write))|(?:luckily|fortunately|thankfully)(?=, (?!\\p{L}+ (?:was|were|had)(?!\\p{L})))|^enter [^.!?:]{1,60}[!.]$",
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
  not: ['The lid has been fixed to the pot.', 'To close the lid, press it.', 'So lids leak.'],
};
