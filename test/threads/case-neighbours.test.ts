import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../src/drafts/parse-draft.ts';
import { xProfile } from '../../src/networks/x/profile.ts';
import { buildThread } from '../../src/threads/build-thread.ts';

const FERRY = 'The ferry to the island was late again, so I spent the morning in the harbour office.';
const CLERK = 'The clerk had kept every log since the war, in two steel cupboards behind the stove.';
const LAMP = 'Nobody had asked for them in years, she said, and she brought me a lamp and a second chair.';
const FÄHRE = 'Die Fähre zur Insel kam wieder zu spät, also saß ich den ganzen Morgen im Hafenamt und las.';

/** Drafts near the cases of `test/threads/cases/`, and what their posts open with, in order. */
const NEIGHBOURS: readonly (readonly [what: string, draft: string, posts: readonly string[]])[] = [
  // a list that fits
  [
    'a numbered list that fits',
    `${FERRY} ${CLERK}\n\n1. ${LAMP}\n2. Rain.\n3. Fog.`,
    ['The ferry', 'The clerk'],
  ],
  [
    'a task list that fits',
    `${FERRY} ${CLERK} ${LAMP}\n\n- [x] logs\n- [ ] lamps\n- [ ] the second chair`,
    ['The ferry', '- ☑ logs'],
  ],
  [
    'a list that fits between two paragraphs',
    `${FERRY}\n\n- ${CLERK}\n- rain\n\n${LAMP} ${CLERK}`,
    ['The ferry', 'Nobody'],
  ],
  [
    'two lists that fit one post each',
    `- ${FERRY}\n- ${CLERK}\n\nAnd then:\n\n- ${LAMP}\n- ${CLERK}`,
    ['- The ferry', 'And then:'],
  ],
  // nested items
  [
    'numbers with nested bullets',
    `${CLERK}\n\n1. ${FERRY}\n   - rain\n   - fog\n2. ${LAMP}\n   - ${CLERK}`,
    ['The clerk', '2. Nobody'],
  ],
  [
    'a nested list of three levels',
    `- ${FERRY}\n  - rain\n    - all day\n- ${CLERK}\n  - fog\n    - all night\n- ${LAMP}`,
    ['- The ferry', '- The clerk'],
  ],
  ['a parent with one child', `${FERRY} ${CLERK}\n\n- ${LAMP}\n  - ${FERRY}`, ['The ferry', '- Nobody ']],
  // a colon above a quotation that fills a post
  [
    'a colon line above a quotation that fills a post',
    `${CLERK} She said this to me then:\n\n> ${FERRY} ${LAMP} ${CLERK}`,
    ['The clerk', '> The ferry'],
  ],
  [
    'a colon line above two paragraphs of a quotation',
    `${FERRY} ${CLERK}\n\nShe said this:\n\n> ${LAMP}\n>\n> ${FERRY}`,
    ['The ferry', 'She said'],
  ],
  [
    'a German colon line above a quotation',
    `${FÄHRE} ${FÄHRE}\n\nSie sagte dazu:\n\n> Danach hat seit Jahren niemand gefragt, und warm ist es dort auch nicht.\n\n${FÄHRE}`,
    ['Die Fähre', 'Sie sagte'],
  ],
  // labels and lead-ins without a colon
  [
    'a bold label above a list',
    `${FERRY} ${CLERK}\n\n**What I read**\n\n- ${LAMP}\n- logs`,
    ['The ferry', 'What I read'],
  ],
  [
    'a sentence that counts its items',
    `${FERRY} ${CLERK} I read three logs.\n\n- the first\n- the second\n- the third, ${LAMP.slice(7)}`,
    ['The ferry', 'I read three'],
  ],
  [
    'a French lead-in',
    `${FERRY} ${CLERK}\n\nVoici pourquoi.\n\n- ${LAMP}\n- il pleut`,
    ['The ferry', 'Voici'],
  ],
  // questions and answers
  [
    'a bold question',
    `${FERRY} ${CLERK}\n\n**Who reads them?**\n\nNobody does, apart from me and the clerk. ${LAMP}`,
    ['The ferry', 'Who reads'],
  ],
  [
    'a question answered by a list',
    `${FERRY} ${CLERK} ${LAMP}\n\nWho reads them?\n\n- the clerk\n- the keeper`,
    ['The ferry', 'Who reads'],
  ],
  [
    'a Chinese question',
    `${'我们在港口的办公室里读旧日志。'.repeat(8)}\n\n谁还读它们？\n\n${'没有人，除了我们。'.repeat(3)}`,
    ['我们在', '谁还读'],
  ],
  // attributions
  [
    'an attribution with a title first',
    `> ${FERRY} ${CLERK}\n\n- Low Water - M. Fold\n\n${LAMP} ${CLERK}`,
    ['> The ferry', 'Nobody'],
  ],
  [
    'an attribution inside the quotation',
    `${FERRY} ${CLERK} It rained.\n\n> ${LAMP} It rained.\n> — Maren Fold`,
    ['The ferry', '> Nobody'],
  ],
  ['a German source', `${FÄHRE}\n\n> ${FÄHRE} ${FÄHRE}\n\nQuelle: Hafenamt`, ['Die Fähre', '> Die Fähre']],
  // quotations of one line
  [
    'two long quotations of one line',
    `Two things she said:\n\n> ${FERRY} ${CLERK}\n\n> ${LAMP} ${CLERK}`,
    ['Two things', '> Nobody'],
  ],
  [
    'short lines that are items',
    `What I read:\n> the log of 1931\n> the log of 1932\n> ${CLERK}\n> the end\n\n${LAMP} ${FERRY}`,
    ['What I read', 'Nobody'],
  ],
  // authors who write no capitals
  [
    'lower case around a name',
    `i read the logs in the morning. maren says “The lamp was lit at dusk.” and i believe her. ${CLERK.toLowerCase()} ${LAMP.toLowerCase()} it rained all day.`,
    ['i read', 'nobody had'],
  ],
  // ordinals
  [
    'a German ordinal of a day',
    `${FÄHRE} ${FÄHRE} Am 3. Advent wird die Lampe am Hafen wieder angezündet, sagt der Wärter. ${FÄHRE}`,
    ['Die Fähre', 'Am 3. Advent'],
  ],
  [
    'a Hungarian ordinal',
    `${'A komp megint késett, ezért egész reggel az irodában ültem. '.repeat(4)}A lámpát a 3. Emelet lakói gyújtották meg az este. ${'Esett az eső. '.repeat(5)}`,
    ['A komp', 'A komp'],
  ],
  [
    'a Turkish ordinal',
    `${'Vapur yine gecikti, bütün sabah büroda eski defterleri okudum. '.repeat(4)}Dedem 1. Dünya Savaşı sırasında burada çalıştı. ${'Yağmur yağdı. '.repeat(5)}`,
    ['Vapur', 'Vapur'],
  ],
  // scripts without spaces
  ['Lao', `${'ເຮືອມາຊ້າອີກແລ້ວ '.repeat(18).trim()}`, ['ເຮືອມາຊ້າ', 'ເຮືອມາຊ້າ']],
  ['Khmer', `${'ទូកមកយឺតម្តងទៀត។ '.repeat(12).trim()}`, ['ទូកមក', 'ទូកមក']],
  // a title in front matter only
  [
    'a title above a heading',
    `---\ntitle: What the old logs say\nopen_with: title\n---\n\n## The first year\n\n${FERRY} ${CLERK}`,
    ['What the old logs say'],
  ],
];

describe('drafts near the cases', () => {
  it.each(NEIGHBOURS)('%s', (_, draft, openings) => {
    const posts = buildThread(parseDraft(draft, { path: null }), xProfile()).posts.map(({ text }) => text);
    expect(posts.map((post, at) => post.slice(0, openings[at]?.length ?? 40))).toEqual(openings);
  });
});
