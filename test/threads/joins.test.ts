import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../src/drafts/parse-draft.ts';
import { xProfile } from '../../src/networks/x/profile.ts';
import { buildThread } from '../../src/threads/build-thread.ts';

const LONG =
  'The ferry to the island was late again, so I spent the morning in the harbour office and read the old logs there, page by page.';
const SECOND = 'The clerk had kept every one of them since the war, in two steel cupboards behind the stove.';
const THIRD = 'Nobody had asked for them in years, she said, and she brought me a lamp and a second chair.';

/** What the posts of a draft open with, by their first words. */
const openings = (text: string): string[] =>
  buildThread(parseDraft(text, { path: null }), xProfile()).posts.map((post) => post.text.slice(0, 20));

/** Drafts, and the words that a post opens with, or never opens with. */
const JOINS: readonly (readonly [what: string, draft: string, opens: string, never: string])[] = [
  [
    'two sentences in one bracket stay together',
    `${SECOND} ${SECOND} She lends them out (or keeps them for a year and forgets about them. Sorry, Ada). ${LONG}`,
    'She lends them out',
    'Sorry, Ada',
  ],
  [
    'a question right below a heading keeps its answer',
    `${LONG} ${SECOND}\n\n## Old logs\n\nWho reads them? Nobody does, apart from me. ${SECOND} ${THIRD}`,
    'Old logs',
    'Nobody does',
  ],
  [
    'a heading of several sentences that asks may be cut, so that its question keeps its answer',
    `${LONG}\n\n## The harbour office has kept its old logs in two steel cupboards since the end of the war. Who reads them?\n\nNobody does, apart from me, because I come on every Friday and ${LONG.slice(0, 1).toLowerCase()}${LONG.slice(1)}`,
    'Who reads them?',
    'Nobody does',
  ],
  [
    'a heading that is longer than a post is cut between its sentences',
    `## The harbour office has kept its old logs in two steel cupboards since the end of the war, and nobody asked for them. While the newer ones are written on a machine, there is still a lot to be done for those who want to read about ropes, sails, and lamps. Better shelves are the next step.\n\nThe river rose.`,
    'While the newer ones',
    'sails, and',
  ],
  [
    'a shorter one stays whole',
    `${LONG}\n\n## The harbour office has kept its old logs since the war. Who reads them?\n\nNobody does, apart from me, because I come on every Friday from the far side of the island and read ${LONG.slice(0, 1).toLowerCase()}${LONG.slice(1)}`,
    'The harbour office',
    'Who reads them?',
  ],
  [
    'a question after a label keeps its answer',
    `${LONG} ${SECOND}\n\nLet me ask you something: who reads old logs of a ferry? Nobody does. ${SECOND} ${THIRD}`,
    'Let me ask',
    'Nobody does',
  ],
  [
    'an image below a lead-in is what it announces',
    `${LONG} It looks like this:\n\n![a page](page.png)\n\n${SECOND} ${THIRD}`,
    'The clerk had kept',
    'It looks like this:',
  ],
  [
    'a short remark does not come between a lead-in and its image',
    `${SECOND} It looks like this:\n\n![a page](page.png)\n\nThe ink is blue. ${THIRD}`,
    'The ink is blue.',
    'It looks like this:',
  ],
  [
    'a heading above one of the same depth heads nothing',
    `${LONG}\n\n## Open questions\n\n## The second log\n\n${SECOND} ${THIRD} She was right about that.`,
    'The second log',
    'The clerk had kept',
  ],
  [
    'a heading that is only a URL announces nothing',
    `${LONG}\n\nRead the first one here:\n\n## https://example.org/logs/1931/first\n\n${SECOND} ${THIRD}`,
    'The clerk had kept',
    '## https',
  ],
  [
    'a line that is only a URL announces nothing',
    `${LONG} ${SECOND}\n\nHere is what I mean:\n\nhttps://e.org/logs\n\n${SECOND} ${THIRD}`,
    'Here is what I mean:',
    'https://e.org/logs',
  ],
  [
    'an address that ends with two colons announces nothing',
    `${LONG} ${SECOND} It is 2001:678:e68:f000::\n\n${THIRD} ${SECOND}`,
    'Nobody had asked',
    'It is 2001',
  ],
  [
    'a line that announces the answer belongs to the answer, not to the question',
    `> ${SECOND} ${THIRD} But who reads them?\n\nThe clerk’s reply:\n\n> Nobody does, apart from you.\n\n${LONG}`,
    'The clerk’s reply:',
    '> Nobody does',
  ],
  [
    'a quotation that asks keeps its answer',
    `${LONG} ${SECOND}\n\n> Who reads them?\n\nNobody does, apart from me. ${THIRD} ${SECOND}`,
    '> Who reads them?',
    'Nobody does',
  ],
  [
    'the last paragraph stays whole above the sources',
    `${SECOND} ${LONG}\n\nNobody had ever asked for them in many years. ${LONG} Then she made some tea for me and for the old clerk and brought us [a cake](https://e.org/cake).`,
    '[1] https://e.org',
    'Then she made',
  ],
  [
    'a quotation of a few words stays with the paragraph above it',
    `${LONG} ${SECOND}\n\n${THIRD}\n\n> Nobody reads them.\n\n${SECOND} ${LONG}`,
    'Nobody had asked',
    '> Nobody reads',
  ],
  [
    'one of several that are answered in turn may open a post',
    `${LONG} ${SECOND}\n\n> Nobody reads them.\n\n${THIRD} ${SECOND}\n\n> They are old.\n\n${LONG}`,
    '> Nobody reads',
    'The clerk had kept',
  ],
  [
    'a bold line that is a quotation of its own heads the next one',
    `${LONG} ${SECOND}\n\n> **The keeper**\n\n> ${SECOND} ${THIRD}`,
    '> The keeper',
    '> The clerk had',
  ],
  [
    'an item and what is nested in it are one thing',
    `- ${LONG}\n- ${SECOND}\n  - ${THIRD}\n- ${LONG}\n`,
    '- The clerk had',
    '  - Nobody',
  ],
  [
    'a sentence goes on across a line of code',
    `${LONG} ${SECOND}\n\nThe easiest way to find one is to look in the file\n\n\`\`\`\nlogs.csv\n\`\`\`\n\nwhich the clerk fills in by hand every week. ${THIRD} ${SECOND}`,
    'The easiest way',
    'logs.csv',
  ],
  [
    'several questions in a row stay together',
    `${LONG} ${SECOND}\n\n${LONG} What do they say? Who wrote them down, and why so late? How many are lost?\n\n${SECOND} ${THIRD}`,
    'What do they say',
    'Who wrote',
  ],
  [
    'a sentence that goes on in the next line is not cut there',
    `${LONG} ${SECOND}\nYou can find the old logs\nin two steel cupboards behind the stove. ${THIRD} ${SECOND}`,
    'You can find',
    'in two steel',
  ],
  [
    'the last item of a list announces what stands below it',
    `${LONG} ${SECOND}\n\n1. Open the log.\n2. Write this into its first line:\n\nThe lamp was lit at dusk. ${THIRD}`,
    'The clerk had kept',
    'The lamp was lit',
  ],
  [
    'a long first sentence below a heading is no half beginning',
    `## Old logs\n\n${LONG} ${SECOND} They are kept. ${THIRD}`,
    'The clerk had kept',
    'They are kept',
  ],
  [
    'a link on a line of its own stays with the words above it',
    `${LONG}\n\n${LONG} ${SECOND}\n\nhttps://example.org/logs\n\n${THIRD} ${SECOND}`,
    'Nobody had asked',
    'https://example.org',
  ],
  [
    'of two questions, the second is the one that is answered',
    `${SECOND} ${THIRD}\n\nWhat if somebody had asked for every one of them since the war, in two steel cupboards behind the stove, on a wet morning in spring?\n\nAnd why are they kept at all, page by page?\n\n${LONG} ${SECOND}`,
    'And why are they kep',
    'The ferry to',
  ],
  [
    'an item that ends with a colon announces the next one',
    `${LONG}\n\n- ${LONG}\n- ${SECOND}\n- Of the lamps, any of:\n- Storm lamps with a wick, made before the war, of which the office has some.\n- ${THIRD}`,
    '- Of the lamps, any o',
    '- Storm lamps',
  ],
  [
    'a line below a card that opens with code is another thought',
    `Write this into the first line, above all others:\n\n\`\`\`\na: 1\nb: 2\nc: 3\n\`\`\`\n\n\`lamp\` and \`light\` are the same. ${SECOND}`,
    'lamp and light',
    'a: 1',
  ],
  [
    'the end of a list does not go on with the next part',
    `- ${LONG}\n- ${SECOND}\n- ${THIRD}\n- ${SECOND}\n- It rained.\n\n## The second year\n\n${THIRD} She was right.`,
    'The second year',
    '- It rained.',
  ],
  [
    'lines that open with an emoji are a list and stay whole',
    `${LONG} We wrote it down.\n✅ The rope is dry, and hangs in the shed behind the office\n❌ The knife is blunt, and nobody knows where the stone is\n✅ The lamp burns again\n${THIRD}`,
    '✅ The rope is dry',
    '❌ The knife',
  ],
  [
    'a list of one item below a list names the next one',
    `- ${LONG}\n- ${SECOND}\n\n* Lamps\n\n- ${LONG}\n- ${THIRD}\n- In spring, the lamp went out.`,
    '* Lamps',
    '- The ferry and',
  ],
  [
    'a part that only begins in a post begins the next',
    `${SECOND}\n\n## The second year\n\n${THIRD} ${SECOND} ${LONG}`,
    'The second year',
    'Nobody had',
  ],
  [
    'a heading whose list fills a post is not the end of another part',
    `${SECOND}\n\n## The second year\n\nWhat we read in it:\n\n- ${LONG}\n- ${SECOND}\n- In spring, the lamp went out once.`,
    'The second year',
    'What we read',
  ],
  [
    'a sentence goes on below a list',
    `${LONG} ${SECOND}\n\nThe following way:\n\n1. ${SECOND}\n2. Rain.\n\n…is always slower than the ferry in spring. ${THIRD} ${SECOND}`,
    'The following way:',
    '…is always',
  ],
  [
    'a sentence that goes on below a quotation opens in lower case',
    `${LONG}\n\nThe clerk says\n\n> Nobody had asked for them in years.\n\nand I believe her. ${THIRD} ${SECOND} ${SECOND}`,
    'The clerk says',
    'and I believe',
  ],
  [
    'a sentence goes on across a picture and its caption',
    `${LONG} To the clerk, they are a gift, but to the keeper:\n\n![a page](page.png)\n\nA page of the log\n\n…they are a burden. ${THIRD}`,
    'To the clerk',
    '…they are',
  ],
  [
    'dots at the start of a thought bind nothing',
    `${LONG} ${SECOND} The clerk said so.\n\n…and then it rained for a week. ${THIRD} ${SECOND} ${THIRD}`,
    '…and then it rained ',
    'The clerk said',
  ],
  [
    'a Japanese line that opens with a particle belongs to what is above it',
    `${'港の事務所で古い記録を一頁ずつ読んだ。'.repeat(5)}\n\n- 記録を一頁ずつ読む\n- 気になる事を書記に聞く\n\nを繰り返しています。${'冬は船が来ない。'.repeat(8)}`,
    '- 記録を一頁ずつ読む',
    'を繰り返し',
  ],
  [
    'a Japanese sentence that points below keeps its list',
    `${'港の事務所で古い記録を一頁ずつ読んだ。'.repeat(5)}変更点は以下を参照してください。\n\n- 二月の記録\n- 三月の記録\n- ${'灯台の記録と、その写し。'.repeat(5)}`,
    '変更点は以下',
    '- 二月',
  ],
  [
    'a Chinese sentence that points below keeps its list',
    `${'我们在港口的办公室里一页一页地读旧日志。'.repeat(5)}书记什么都留着，从来不扔。我们的步骤如下。\n\n- 打开日志\n- 记下灯\n- ${'把灯点亮，再把它写下来。'.repeat(5)}`,
    '我们的步骤如下',
    '- 打开',
  ],
  [
    'a link that is the only item of a list stays with the words above it',
    `${LONG} ${SECOND}\n\n${THIRD}\n\n- [The old logs](https://example.org/logs)\n\n${LONG} ${SECOND}`,
    'Nobody had asked',
    '- The old logs',
  ],
  [
    'a last sentence that announces a list opens the post of its items',
    `${LONG} ${SECOND} Two of them say this:\n- It rains.\n- ${THIRD}\n- ${SECOND}\n- ${LONG}`,
    'Two of them say',
    '- It rains',
  ],
  [
    'a longer remark does not come between a colon and the card that it announces',
    `${LONG} We write this into the first line:\n\n\`\`\`\na: 1\nb: 2\nc: 3\n\`\`\`\n\nIt works on all the lamps, and on the horn as well.\n\n## Rain\n\n${THIRD} ${SECOND}`,
    'It works on all',
    'We write this',
  ],
  [
    'a remark that ends a part below a card stays in its post',
    `${LONG} We write this into the first line:\n\n\`\`\`\na: 1\nb: 2\nc: 3\n\`\`\`\n\nIt works on all the lamps.\n\n## Rain\n\n${THIRD} ${SECOND}`,
    'Rain\n\nNobody had asked',
    'It works',
  ],
  [
    'a heading that says what its card is stands right above it',
    `## Signs\n\n${THIRD}\n\n### Example 2\n\n\`\`\`\na: 1\nb: 2\nc: 3\n\`\`\`\n\n${SECOND}`,
    'The clerk had kept e',
    'Example',
  ],
  [
    'another heading above a card also heads the text below it',
    `## Signs\n\n${LONG} ${THIRD}\n\n### Bells\n\n\`\`\`\na: 1\nb: 2\nc: 3\n\`\`\`\n\n${SECOND}`,
    'Bells\n\nThe clerk had ',
    'The clerk had kept e',
  ],
  [
    'a short paragraph stays whole below a long line that announces it',
    `## Logs\n\nI was late for the reading, so the clerk wrote down what was said in the office, and I only mended her spelling where I was sure of it, as ever in those wet years:\n\n${SECOND} Nobody else came in then.\n\n${LONG} ${SECOND} It is dry.`,
    'The clerk had kept e',
    'Nobody else came',
  ],
  [
    'a question stays with the bold line below it, whose text answers it',
    `## Logs\n\n${LONG} ${THIRD}\n\n## Lamps\n\nHow many of them are there?\n\n**First hint**\n\n${SECOND} ${THIRD}`,
    'Lamps\n\nHow many',
    'First hint',
  ],
  [
    'a question with its address stays with the quotation that answers it',
    `${SECOND}\n\nWhy did they keep all of the logs? https://e.org/logs\n\n> ${LONG} ${THIRD} ${SECOND}`,
    'Why did they keep',
    '> The ferry to the',
  ],
  [
    'code in a sentence stays whole',
    `${LONG.slice(0, -1)} and in the log of that year I found the words and wrote them down as \`lamp.replace(old, new, all of them)\` in the margin of it next to the weather and the tide of that morning and of the evening before, ${SECOND}`,
    'The ferry to',
    'new, all',
  ],
  [
    'a sentence with a colon stays with the link whose title is a heading',
    `${LONG}\n\nThe clerk, who has read all of the old logs and some of the new ones too, spoke of them in the inn:\n\n## The old logs of the ferry\n\nhttps://e.org/logs\n\n${THIRD} ${SECOND}`,
    'The clerk, who has',
    'The old logs of the ',
  ],
  [
    'an item with a comment below it is not broken for a lead-in that can stand without it',
    `We spent the whole of the winter in the office and here are some of the things that I found in there:\n\n- ${LONG} ${SECOND} It is dry in there.\n\n  ${THIRD} ${SECOND}\n\n- rain`,
    '- The ferry',
    'The clerk had kept e',
  ],
  [
    'a short last paragraph of a part stays with the end of a long one',
    `${LONG} ${SECOND} ${THIRD} ${SECOND}\n\nThank you!\n\n## Lamps\n\n${THIRD}`,
    'Lamps',
    'Thank you!',
  ],
  [
    'it does not part a paragraph that a post holds',
    `${LONG} ${SECOND} She did.\n\nThank you, and all of you who wrote to us!\n\n## Lamps\n\n${THIRD}`,
    'The ferry to',
    'The clerk had kept',
  ],
  [
    'a question at the end of a part stays with the heading that answers it',
    `${LONG} ${SECOND} ${THIRD}\n\nSo where are the lamps of today?\n\n## On the pier\n\n${THIRD} ${SECOND}`,
    'So where are the lam',
    'On the pier',
  ],
  [
    'of two lead-ins, the lower one stays with what both announce',
    `${LONG} Here is what the clerk and the keeper of the lamp said of them:\n\nThe keeper:\n\n> ${SECOND} ${THIRD} They are dry now, and we read them to the crews in the evening.`,
    'The keeper:',
    '> The clerk had',
  ],
  [
    'a letter keeps its signature',
    `${LONG} ${SECOND}\n\nBe well,\n\nMaren\n\n---\n\n${THIRD}`,
    'The ferry to',
    'Maren',
  ],
  [
    'a title parts from a heading before the heading parts from its text',
    `---\ntitle: What the old logs of the ferry say about the winter\nopen_with: title\n---\n\n## The first year\n\nThe ferry to the island was late again and I spent the morning in the harbour office where the clerk had kept every one of the logs since the war in two steel cupboards behind the stove and nobody had asked for them in years.`,
    'The first year',
    'The ferry to',
  ],
  [
    'a question above a heading is answered below it',
    `${LONG} ${SECOND}\n\nSo who reads them now?\n\n## Nobody does\n\n${THIRD} ${SECOND}`,
    'So who reads them no',
    'Nobody does',
  ],
  [
    'a short heading is not alone above a list that fills a post',
    `${LONG} ${SECOND}\n\n## The second year in the office\n\n- ${LONG}\n- ${SECOND}\n- In spring, the lamp went out.\n- Rain.\n\n${LONG} ${SECOND}`,
    'The second year in t',
    '- The ferry',
  ],
  [
    'a short lead-in that has room above does not break the list below it',
    `${SECOND}\n\nWe read in them that:\n\n- ${LONG}\n- ${SECOND}\n- In spring, the lamp went out.\n- Rain.\n\n${LONG} ${SECOND}`,
    '- The ferry',
    '- In spring',
  ],
  [
    'the end of a part stays with it',
    `## Old logs\n\n${SECOND} They are wet.\n\nThe clerk keeps them, page by page, and lends them out twice.\n\n## Lamps\n\n${LONG} ${THIRD} She was right.`,
    'Lamps',
    'The clerk keeps',
  ],
];

describe('what stands between two blocks', () => {
  it.each(JOINS)('%s', (_, draft, opens, never) => {
    const posts = openings(draft);
    expect(posts.length).toBeGreaterThan(1);
    expect(posts.filter((post) => opens.startsWith(post) || post.startsWith(opens))).toHaveLength(1);
    expect(posts.filter((post) => post.startsWith(never))).toEqual([]);
  });
});
