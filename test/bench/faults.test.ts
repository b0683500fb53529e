import { describe, expect, it } from 'vitest';
import { type Fault, faultsOf } from '../../bench/faults.ts';
import { outlineOf } from '../../bench/outline.ts';
import { parseDraft } from '../../src/drafts/parse-draft.ts';

const LONG = 'word '.repeat(48).trim();

/** What no post shows: signs of headings and bold words, pictures, and code that is one. */
const SIGNS = /^#+ |\*\*|!\[.*?\]\(.*?\)|^ *```[\s\S]*?```/gm;

/** The faults of a draft that is cut at each `|`. */
function faults(marked: string): Fault[] {
  const draft = parseDraft(marked.replaceAll('|', ''), { path: null });
  const posts = marked.split('|').map((post) => post.replaceAll(SIGNS, ''));
  const found = faultsOf(outlineOf(draft), posts, 280);
  if (found === undefined) throw new Error(`these are not the words of the draft: ${marked}`);
  return found.map(({ fault }) => fault);
}

/** Cuts that an editor would not make. */
const COUNTED: readonly (readonly [Fault, string])[] = [
  ['sentences', 'The ferry was late and| nobody knew why it was.'],
  ['lists', 'Two things:\n\n- one\n|- two'],
  ['lists', `We kept ${LONG.slice(0, 90)}:\n\n- ${LONG.slice(0, 200)}|\n- two`],
  ['nested', `- one\n  - ${LONG.slice(0, 90)}|\n  - two\n- ${LONG}`],
  ['questions', 'Who reads them?|\n\nNobody does.'],
  ['questions', 'We asked. Who reads them?| Nobody does.'],
  ['questions', 'Who saw it? Who was there?\n\nWho knows of it?|\n\nNobody.'],
  ['questions', 'We asked. Who reads them? And why?| Nobody does.'],
  ['leadIns', `${LONG}.\n\n## Logs|\n\nNobody reads them.`],
  ['leadIns', 'We found:|\n\n- one\n- two'],
  ['leadIns', 'So here it is:|\n\n**The ferry was late.**\n\nNobody saw it.'],
  ['leadIns', 'It sails.\n\n**The ferry was late.**|\n\nNobody saw it.'],
  ['leadIns', '## Logs|\n\nWe found:\n\n- one\n- two'],
  ['tailsWithHeads', 'One is here.| Two is here.\n\nThree is here.| Four is here.'],
  ['tailsWithHeads', 'One is here.| Two is here.\n\n## Logs\n\nThree is here.| Four is here.'],
];

/** Cuts that nobody could do without, or that part nothing. */
const NOT_COUNTED: readonly (readonly [what: string, marked: string])[] = [
  ['a question whose answer does not fit beside it', `Who reads ${LONG}?| Nobody who ${LONG}.`],
  [
    'a heading above a lead-in and a list that fill a post',
    `## Logs|\n\nWe found:\n\n- ${LONG}\n- and more of the same`,
  ],
  [
    'an item with nested ones that fills a post alone and shares that of its heading',
    `${LONG}.\n\n|## Logs of the ferry in March\n\n- one\n  - ${LONG}|\n  - two of them\n- ${LONG}`,
  ],
  [
    'a list that fills a post alone and shares that of its heading',
    `${LONG}.\n\n|## Logs of the ferry in March\n\n- ${LONG}|\n- and more of the same`,
  ],
  ['a lead-in above an image', `We found:\n\n![a page](page.png)\n\n|It was old.`],
  ['an address with two colons', 'It is 2001:678::|\n\nIt was old.'],
  ['an ordinal', `Der Hof tagte am 20. September und ${LONG}, | dass er ${LONG}.`],
  ['a bold item', '- **one**\n- **two**|\n\nIt was old.'],
  ['a question with the first part of its answer', 'It is here.| Who saw it?\n\nI did.| He did not.'],
  ['three questions in a row', 'Who saw it? Who was there? Who knows?| Nobody was there.'],
  [
    'the last of many questions in paragraphs',
    'Who saw it? Who was there?\n\nWho knows of it?|\n\nThe ferry sails today.',
  ],
  ['a question that only asks for assent', 'The ferry was late, right?|\n\nNobody saw it.'],
  ['a question that looks back, and asks nothing', 'The ferry was late. Does that make sense?|\n\nIt sails.'],
  ['a bold sentence that a colon announces', 'So here it is:\n\n**The ferry was late.**|\n\nNobody saw it.'],
  ['a question above the next item of a series', 'How did it sink?|\n\n4、The next ferry\n\nIt sails.'],
  ['a smiley', 'We mended it :)|\n\nIt sails.'],
  ['an address above a list', 'See it.\n\nhttps://e.org/ferry|\n\n- one\n- two'],
  [
    'an item after one with code that is shown as a picture',
    '- one\n\n  ```js\n  a = 1;\n  b = 2;\n  ```\n|- two',
  ],
  ['a tail above whole paragraphs', 'One is here.| Two is here.\n\nThree.|\n\nFour.'],
];

describe('the counter of faults', () => {
  it.each(COUNTED)('counts %s: %s', (fault, marked) => {
    expect(faults(marked)).toEqual([fault]);
  });

  it.each(NOT_COUNTED)('lets %s pass', (_, marked) => {
    expect(faults(marked)).toEqual([]);
  });
});
