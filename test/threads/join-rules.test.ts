import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/drafts/draft.ts';
import { parseDraft } from '../../src/drafts/parse-draft.ts';
import { BREAK, type BreakName } from '../../src/text/break-list.ts';
import { joinOf } from '../../src/threads/layout/joins.ts';

/** What stands around two blocks, in Markdown. */
type Between = {
  readonly inItem?: boolean;
  readonly title?: 'left' | 'right';
  readonly between?: 'card' | 'image';
  readonly above?: string;
  readonly closes?: boolean;
  readonly ends?: boolean;
  readonly linked?: boolean;
  readonly announced?: boolean;
  readonly trails?: boolean;
  readonly answered?: boolean;
  readonly replies?: boolean;
  readonly caption?: 'left' | 'right' | 'both';
  readonly rhetorical?: boolean;
  readonly said?: 'left' | 'right';
};

const SOURCES: Block = { type: 'sources', from: 0, to: 1, at: { line: 1, column: 1 } };

function blockOf(markdown: string): Block {
  if (markdown === 'SOURCES') return SOURCES;
  const [block, ...rest] = parseDraft(markdown, { path: null }).blocks;
  if (block === undefined || rest.length > 0) throw new Error(`not one block: ${markdown}`);
  return block;
}

const TEXT = 'The lamp burns.';
const TWO_LINES = 'The lamp burns all night, and the keeper of it sleeps. It is a good lamp.';
const LIST = '- rope\n- lamps';
const CODE = '```\na: 1\n```';
const TABLE = '| a | b |\n| - | - |\n| 1 | 2 |';
const QUOTE = '> The lamp was lit at dusk.';
const LINK = '[The old logs](https://e.org/logs)';
const LEADS_UP = 'The harbour’s own book, which nobody reads but the keeper, defines it';
const LONG_CLOSING = 'We wish you all the best in the new year,';

/** Two blocks, and the break between them: each rule, and neighbours that it must leave alone. */
const JOINS: readonly (readonly [code: BreakName, left: string, right: string, around?: Between])[] = [
  // a card between them
  ['cardPart', TEXT, '## Lamps', { between: 'card' }],
  ['cardPart', '## Logs', '## Lamps', { between: 'card' }],
  ['cardPart', '### Logs', '## Lamps', { between: 'card' }],
  ['leadIn', '## Logs', '### Lamps', { between: 'card' }],
  ['card', 'we write:', '## https://e.org/lamps', { between: 'card' }],
  ['card', 'We write:', `The lamp burns ${'again and '.repeat(6)}again.`, { between: 'card', closes: true }],
  ['paragraph', 'We write:', 'The lamp burns.', { between: 'card', closes: true }],
  ['card', 'We write:', 'The lamp burns.', { between: 'card' }],
  ['card', 'We write:', 'And then this:', { between: 'card', closes: true }],
  ['cardPart', 'We write:', 'This is what comes out:', { between: 'card', announced: true }],
  ['card', 'We write:', 'This is what comes out:', { between: 'card' }],
  ['card', 'Before:', 'After:', { between: 'card', announced: true }],
  ['card', 'We write.', 'This is what comes out:', { between: 'card', announced: true }],
  ['paragraph', 'We write:', 'Also see: lamps', { between: 'card', closes: true }],
  ['card', 'We write:', 'Nice.\\\nThe lamp burns.', { between: 'card', closes: true }],
  ['card', 'We write:', 'which burns for as long as there is oil in it.', { between: 'card' }],
  ['card', 'We write:', TEXT, { between: 'card', inItem: true }],
  ['paragraph', 'We write.', TEXT, { between: 'card', inItem: true }],
  ['paragraph', 'Before:', 'After:', { between: 'card', inItem: true }],
  ['paragraph', 'We write:', LIST, { between: 'card', inItem: true }],
  ['leadIn', 'We write', 'which burns for as long as there is oil in it.', { between: 'card' }],
  ['leadIn', 'We write it.', 'and it burns for as long as there is oil in it.', { between: 'card' }],
  ['card', 'We write it.', 'will burn for as long as there is oil in it.', { between: 'card' }],
  ['leadIn', 'We write it.', 'is read as:', { between: 'card' }],
  ['leadIn', 'We write:', 'or', { between: 'card' }],
  ['leadIn', 'or', 'or even', { between: 'card' }],
  ['card', 'or', 'All of them burn.', { between: 'card' }],
  ['card', 'we light all of them.', 'or even', { between: 'card' }],
  ['card', 'or', 'which burns for as long as there is oil', { between: 'card' }],
  ['leadIn', TEXT, 'and so does the clock.', { between: 'card' }],
  ['card', TEXT, 'clock burns as well.', { between: 'card' }],
  ['leadIn', 'The lamp burns', 'clock burns as well.', { between: 'card' }],
  // a bold line with links
  ['paragraph', LINK, TWO_LINES],
  ['leadIn', LINK, TWO_LINES, { inItem: true }],
  ['leadIn', LINK, CODE],
  ['leadIn', '[The old logs:](https://e.org/logs)', TWO_LINES],
  ['leadIn', '[Logs](https://e.org/logs)', TWO_LINES],
  ['card', '- rope\n- lamps, such as this one:', TEXT, { between: 'image' }],
  ['leadIn', '- rope\n- lamps, such as this one:', TEXT],
  ['section', TEXT, `${LINK}\\\n${TWO_LINES}`],
  ['paragraph', TEXT, `${LINK} and\\\n${TWO_LINES}`],
  ['section', TEXT, '**[Lamp](https://e.org/lamp) — [Ann](https://e.org/ann) (2 h)**'],
  ['leadIn', '**[Lamp](https://e.org/lamp) — [Ann](https://e.org/ann) (2 h)**', TEXT],
  ['paragraph', TEXT, '**Lamp** [Ann](https://e.org/ann)'],
  // between two headings
  ['leadIn', 'Author: Ann', '### The lamps', { above: '## Logs' }],
  ['section', 'Author: Ann', '## The lamps', { above: '## Logs' }],
  ['section', 'There are no lamps.', '### The lamps', { above: '## Logs' }],
  // a label before a link
  ['linked', TEXT, `Source: ${LINK}`],
  ['linked', 'We write:', `Source: ${LINK}`, { between: 'card' }],
  ['paragraph', TEXT, `Source: ${LINK} and more`],
  // numbered lines
  ['leadIn', '1、[灯](https://e.org/lamp)', '灯亮了。'],
  ['leadIn', '2、', '灯亮了。'],
  ['leadIn', '（3）灯', '灯亮了。', { between: 'image' }],
  ['leadIn', '四、灯', '灯亮了。', { between: 'card' }],
  ['section', '灯亮了。', '1、[灯](https://e.org/lamp)（英文）'],
  ['cardPart', '灯亮了。', '2、灯', { between: 'card' }],
  ['paragraph', '1、灯', '2、绳'],
  ['paragraph', '灯亮了。', '1、灯亮了。'],
  ['paragraph', '2、灯亮了。', '绳断了。'],
  ['card', LIST, TEXT, { between: 'card' }],
  ['card', 'we write:', 'which burns.', { between: 'card' }],
  ['card', 'We write:', '`lamp` burns.', { between: 'card' }],
  ['leadIn', 'We write:', 'which burns.', { between: 'card' }],
  ['leadIn', 'We write:', CODE, { between: 'card' }],
  ['leadIn', 'We write:', TABLE, { between: 'card' }],
  ['leadIn', 'We write:', '$$\nx\n$$', { between: 'card' }],
  ['leadIn', '## Logs', TEXT, { between: 'card' }],
  ['card', 'We write:', 'lamp-oil burns.', { between: 'card' }],
  ['leadIn', 'We write:', 'to:', { between: 'card' }],
  ['linked', 'We write:', '(Replace the name of the lamp.)', { between: 'card' }],
  ['linked', 'We write:', '(replace the name of the lamp).', { between: 'card' }],
  ['card', 'We write:', '(Replace the name) and (the lamp).', { between: 'card' }],
  ['card', 'We write:', `(Replace the name ${'of the lamp '.repeat(12)}.)`, { between: 'card' }],
  ['linked', 'We write.', '(Replace the name of the lamp.)'],
  ['linked', LIST, '(Replace the name of the lamp.)'],
  ['paragraph', 'We write.', '(Chorus)'],
  ['paragraph', 'We write.', '(All of them)  \nThe lamp burns.'],
  ['leadIn', 'We write:', '(Replace the name of the lamp.)'],
  ['linked', 'We write:', LINK, { between: 'card' }],
  ['card', 'We write:', `${LINK} and more`, { between: 'card' }],
  // headings
  ['section', '## Logs', '## Lamps'],
  ['section', '### Logs', '## Lamps'],
  ['leadIn', '## Logs', '### Lamps'],
  ['leadIn', '## Logs', TEXT],
  ['leadIn', '## Logs', LIST],
  ['paragraph', '## https://e.org/logs', TEXT],
  ['section', TEXT, '## Lamps'],
  ['section', LIST, '## Lamps'],
  ['paragraph', TEXT, '## https://e.org/logs'],
  ['paragraph', TEXT, '## http://e.org/logs'],
  ['section', TEXT, '## https://e.org and lamps'],
  // captions and images
  ['leadIn', 'The lamp', TEXT, { caption: 'left', above: '## Lamps' }],
  ['paragraph', 'The lamp', TEXT, { caption: 'left', above: 'Lamps' }],
  ['paragraph', 'The lamp burns.', TEXT, { caption: 'left', above: '## Lamps' }],
  ['paragraph', `The lamp ${'on the pier '.repeat(5)}`, TEXT, { caption: 'left', above: '## Lamps' }],
  ['leadIn', TEXT, 'The lamp', { between: 'image', caption: 'right' }],
  ['paragraph', TEXT, 'The lamp', { between: 'image', caption: 'both' }],
  [
    'linked',
    TEXT,
    `The lamp. It burns ${'again and '.repeat(4)}again.`,
    { between: 'image', caption: 'right' },
  ],
  [
    'linked',
    TEXT,
    `The lamp\nof old. It burns\n${'again and '.repeat(4)}again.`,
    { between: 'image', caption: 'right' },
  ],
  [
    'linked',
    TEXT,
    '港口的灯。它整夜都亮着，直到天亮才熄灭，无论天气如何。',
    { between: 'image', caption: 'right' },
  ],
  ['leadIn', TEXT, 'The lamp. Source: Ann', { between: 'image', caption: 'right' }],
  ['paragraph', 'The lamp', QUOTE, { caption: 'left' }],
  ['leadIn', 'The lamp', QUOTE],
  ['leadIn', 'The lamp:', QUOTE, { caption: 'left' }],
  ['card', 'It looks like this:', TEXT, { between: 'image' }],
  ['leadIn', 'It looks like this:', TEXT],
  ['leadIn', 'It looks like this:', LIST, { between: 'image' }],
  ['paragraph', TEXT, TEXT, { between: 'image' }],
  ['asked', 'Who reads them?', TEXT, { between: 'image' }],
  // sources
  ['sources', TEXT, 'SOURCES'],
  ['leadIn', '## Sources', 'SOURCES'],
  // questions above headings
  ['posed', 'Who reads them?', '## Nobody does'],
  ['posed', 'Who reads them? And why?', '## Nobody does'],
  ['section', 'We ask. Who reads them?', '## Nobody does'],
  ['section', 'We ask\nwho reads them?', '## Nobody does'],
  ['section', '> Who reads them?', '## Nobody does'],
  // quoted questions
  ['asked', '> As the lamp etc. goes, who reads them?', TEXT, { above: TEXT }],
  ['paragraph', '> The lamp goes. Who reads them?', TEXT, { above: TEXT }],
  ['posed', '> Who reads them?', TEXT, { above: 'He asked:' }],
  ['asked', '> Who reads them?', TEXT, { above: TEXT }],
  ['asked', 'Who reads them?', TEXT, { above: 'He asked:' }],
  ['paragraph', '> Nobody reads them.', TEXT, { above: 'He said:' }],
  // letters
  ['leadIn', 'Be well,', 'Maren'],
  ['leadIn', LONG_CLOSING.slice(1), 'Maren'],
  ['linked', LONG_CLOSING, 'Maren'],
  ['posed', '<https://e.org/lamp>', '<https://e.org/oil>', { above: 'Logs:' }],
  ['linked', '<https://e.org/lamp>', '<https://e.org/oil>', { above: TEXT }],
  ['leadIn', 'Good winds!', '\\- Maren'],
  ['paragraph', 'Good winds!', '\\- Maren (2 lamps)'],
  ['linked', 'Be well,', 'The lamp burns again since last Thursday.'],
  ['leadIn', 'Be well,', 'The lamp burns again since last Monday.'],
  ['leadIn', 'Be well', 'Maren'],
  // rows of a table that was written as lines
  ['listed', 'The time from the pier to the lamp', '100 ns'],
  ['listed', 'The time (from the pier to the lamp)', '100 ns'],
  ['paragraph', 'The time from the very old pier to the lamp”', '100 ns'],
  ['paragraph', 'The time from the pier to the lamp\nof the harbour', '100 ns'],
  [
    'paragraph',
    'The time from the pier to the lamp',
    'The lamp burns again since last Monday, and nobody knows why.',
  ],
  ['paragraph', `The time ${'from the pier '.repeat(7)}`, '100 ns'],
  ['paragraph', LIST, '100 ns'],
  // labels
  ['forced', TEXT, '[Gauge Log]'],
  ['forced', TEXT, '[Gauge Log] Rain again.'],
  ['section', TEXT, `[Gauge Log] ${'The lamp burns. '.repeat(6).trim()}`],
  ['leadIn', '[Gauge Log]', '[Lamp Log]'],
  ['leadIn', '[Gauge Log]', `[Lamp Log] ${'The lamp burns. '.repeat(6).trim()}`],
  // attributions
  ['attribution', QUOTE, '— M. Fold'],
  ['attribution', QUOTE, 'M. Fold'],
  ['attribution', QUOTE, '- M. Fold'],
  ['attribution', TEXT, '— M. Fold'],
  ['attribution', QUOTE, '> — M. Fold'],
  ['leadIn', '> He said:', '> The lamp was lit at dusk, and nobody knew why, as ever.'],
  ['section', `${QUOTE} ${'The lamp burns. '.repeat(3)}`, `${QUOTE} ${'It rains. '.repeat(5)}`],
  ['paragraph', QUOTE, `${QUOTE} ${'It rains. '.repeat(5)}`],
  ['paragraph', `${QUOTE} ${'It rains. '.repeat(5)}`, QUOTE],
  ['paragraph', TEXT, 'M. Fold'],
  ['paragraph', QUOTE, '— M. Fold\nkeeper'],
  ['listed', QUOTE, '- M. Fold\n- A. Keeper'],
  ['leadIn', '## Logs', '— M. Fold'],
  ['paragraph', '— M. Fold', TEXT, { above: TEXT }],
  ['section', '— M. Fold', '3、', { above: TEXT }],
  ['section', 'M. Fold', '**Lamps**', { above: QUOTE }],
  ['leadIn', '— M. Fold', TEXT, { above: LIST }],
  ['paragraph', 'M. Fold', LIST, { above: QUOTE }],
  ['leadIn', 'M. Fold', LIST, { above: TEXT }],
  ['leadIn', 'It was dark', LIST, { above: '> The lamp was lit\n>\n> at dusk' }],
  // sentences that go on
  ['linked', 'When the harbour is closed and the fog comes in from the sea,', TEXT],
  ['linked', '港が閉まって、霧が海から来て、みんなが家に帰って、ランプが消えたので、', TEXT],
  ['section', 'When the harbour is closed and the fog comes in from the sea,', '## Lamps'],
  ['leadIn', 'To the keeper', '…they are a burden.'],
  ['leadIn', 'To the keeper', '... they are a burden.'],
  ['leadIn', 'To the keeper', 'を繰り返す。'],
  ['paragraph', TEXT, '…they are a burden.'],
  ['paragraph', 'The lamp burns.”)', '…they are a burden.'],
  ['paragraph', TEXT, '…They are a burden.'],
  ['linked', LIST, '…is slower than the ferry.'],
  ['linked', QUOTE, '... is slower than the ferry.'],
  ['linked', CODE, '…is slower than the ferry.'],
  ['linked', LIST, 'を繰り返す。'],
  ['linked', LIST, 'and I believe them.', { above: 'We find' }],
  ['linked', QUOTE, 'and I believe them.', { above: 'We find' }],
  ['paragraph', LIST, 'and I believe them.', { above: 'we find' }],
  ['paragraph', LIST, 'and I believe them.'],
  ['paragraph', LIST, 'And I believe them.', { above: 'We find' }],
  ['paragraph', LIST, '`and` I believe them.', { above: 'We find' }],
  ['paragraph', LIST, 'lamp.txt is empty.', { above: 'We find' }],
  ['paragraph', LIST, 'and I believe them.', { above: LIST }],
  // sentences that lead up to what is below them
  ['leadIn', `${LEADS_UP} as`, QUOTE],
  ['leadIn', `${LEADS_UP} as`, LIST],
  ['leadIn', `${LEADS_UP}, for example,`, LIST],
  [
    'leadIn',
    '港口的钟很旧，可是大家在雾天、雨天、雪天和没有月亮的夜里都还是离不开它，船员们常常抱怨它，修钟的人每年来两次，这次他带来的零件里比较重要的包括',
    LIST,
  ],
  ['listed', `${LEADS_UP} so.`, LIST],
  ['listed', `${LEADS_UP} so 😀`, LIST],
  ['listed', `${LEADS_UP} so :P`, QUOTE],
  ['listed', `${LEADS_UP} as “so.”`, LIST],
  ['listed', `${LEADS_UP} so (as ever)`, LIST],
  ['listed', `${LEADS_UP} so. [3]`, LIST],
  ['listed', `${LEADS_UP} so at https://e.org/lamps`, LIST],
  ['listed', `${LEADS_UP} as`, LIST, { inItem: true }],
  ['paragraph', `${LEADS_UP} as`, LIST, { caption: 'left' }],
  ['paragraph', `${LEADS_UP} as`, TWO_LINES],
  // code, tables
  ['leadIn', 'The file is', CODE],
  ['leadIn', 'The file is this', TABLE],
  ['leadIn', CODE, 'which the clerk fills in.', { above: 'The file is' }],
  ['leadIn', TABLE, 'which the clerk fills in.', { above: 'The file is' }],
  ['paragraph', CODE, 'which the clerk fills in.', { above: TEXT }],
  ['paragraph', CODE, 'The clerk fills it in.', { above: 'The file is' }],
  ['paragraph', CODE, 'which the clerk fills in.', { above: LIST }],
  ['linked', `${'The lamp burns and '.repeat(4)}it rains.`, CODE],
  ['linked', CODE, CODE],
  ['linked', '- rope\n- lamps, which we light at dusk.', CODE],
  ['leadIn', `${'The lamp burns and '.repeat(4)}it rains. Write a line such as the one below.`, CODE],
  ['leadIn', 'The file, which nobody reads and which the clerk fills in by hand every week, is', CODE],
  // lists
  ['listed', 'https://e.org/lamps', LIST],
  ['leadIn', 'See https://e.org/lamps', LIST],
  ['leadIn', 'We found:', LIST],
  ['leadIn', '我们找到：', LIST],
  ['listed', 'It is 2001:678:: and that is all, since last March. Really::.', LIST],
  ['listed', TEXT, LIST],
  ['paragraph', LIST, LIST],
  ['leadIn', '- rope\n- write this:', TEXT],
  ['leadIn', '- rope\n  - write this:', TEXT],
  ['paragraph', '- write this:\n- rope', TEXT],
  ['paragraph', '- rope\n- write this::', TEXT],
  ['leadIn', '1. Choose the hand well', LIST],
  ['leadIn', '1. Choose the hand well', TEXT],
  ['leadIn', '- `lamp on`', TEXT],
  ['section', TEXT, '- `lamp on`'],
  ['listed', TEXT, '- `lamp on`', { closes: true }],
  ['paragraph', '- `lamp on` or off', TEXT],
  ['paragraph', '- lamp on', TEXT],
  ['paragraph', '- `lamp on`\n- `lamp off`', TEXT],
  ['leadIn', '5. Choose the hand well.', TEXT],
  ['paragraph', '- Choose the hand well.', TEXT],
  ['paragraph', `1. ${'Choose the hand well, '.repeat(3)}now.`, TEXT],
  ['paragraph', '1. Choose the hand\n2. Wait', TEXT],
  ['section', TEXT, '5. Choose the hand well.'],
  // a question of an interview
  ['section', TEXT, '* Who reads them, and why?'],
  ['section', LIST, '* Who reads them, and why?'],
  ['asked', '* Who reads them, and why?', TEXT],
  ['leadIn', 'I ask:', '* Who reads them, and why?'],
  ['listed', TEXT, '* Who reads them, and why?', { closes: true }],
  ['listed', TEXT, '* Who reads them? Nobody does.'],
  ['listed', TEXT, '* Who reads them?\n* And why?'],
  ['listed', TEXT, `* Who reads them ${'and why '.repeat(20)}?`],
  // one item is not announced by a number
  ['leadIn', 'We have two lamps.', LIST],
  ['listed', 'We have two lamps.', '- rope'],
  ['listed', 'We have two lamps.', '- rope\n  - lamps'],
  ['listed', TEXT, '5. Choose the hand well.', { closes: true }],
  ['listed', TEXT, '- Choose the hand well.'],
  ['section', LIST, '**Lamps**'],
  ['section', TEXT, '**Lamps**'],
  ['paragraph', TEXT, `**${'The lamp burns. '.repeat(8).trim()}**`],
  ['subsection', LIST, 'Not done:'],
  ['subsection', LIST, '1. Choose the hand well'],
  ['paragraph', LIST, 'Not done.'],
  ['paragraph', LIST, 'Not done\nby then:'],
  ['paragraph', LIST, 'What the clerk of the harbour office has not done by today:'.padEnd(62, ':')],
  ['subsection', LIST, 'What the clerk of the harbour office has not done by today.:'],
  ['paragraph', LIST, 'What the clerk of the harbour office has not done by today..:'],
  ['paragraph', TEXT, 'Not done:'],
  ['paragraph', LIST, '1. Choose the hand well\n2. Wait'],
  // lines between a heading and its text
  ['begun', 'First, a little trivia.', TEXT, { above: '## Lamps' }],
  ['begun', '先说几句闲话。', TEXT, { above: '## Lamps' }],
  ['titled', 'First, a very little trivia about it', TEXT, { above: '## Lamps' }],
  ['leadIn', 'First, a very little trivia about it', 'Lit on: 5 May', { above: '## Lamps' }],
  ['titled', 'First, a very little trivia about it', TWO_LINES, { above: '## Lamps' }],
  ['titled', 'Maren says...', TEXT, { above: '## Lamps' }],
  ['titled', 'https://e.org/lamps', TEXT, { above: '## Lamps' }],
  ['titled', CODE, TEXT, { above: '## Lamps' }],
  ['paragraph', CODE, TEXT, { above: TEXT }],
  ['titled', '> by M. Fold and the crew.', TEXT, { above: '## Lamps' }],
  // what is announced, though it is written as a heading
  ['leadIn', 'I say it loud, so that nobody misses it:', '## The lamp must burn.', { said: 'right' }],
  ['paragraph', '## The lamp must burn.', TEXT, { said: 'left' }],
  ['leadIn', '## The lamp must burn.', LIST, { said: 'left' }],
  // headings written as quotations
  ['section', TEXT, '> The first winter', { title: 'right' }],
  ['leadIn', '> The first winter', TEXT, { title: 'left' }],
  // lines that look back
  ['linked', LIST, 'Does that help?'],
  ['closing', TEXT, 'Why?'],
  ['closing', LIST, 'Can you spot the leak?'],
  ['linked', TEXT, 'Thanks!'],
  ['linked', TEXT, '¡Gracias!'],
  ['asked', 'Is the lamp lit?', 'Nope.'],
  ['posed', 'Is the lamp lit?', 'Why?'],
  ['paragraph', LIST, 'Does that help?\\\nIt burns.'],
  ['linked', TEXT, 'Isn’t that nice?', { between: 'card' }],
  ['linked', TEXT, 'It works!', { between: 'card' }],
  ['card', 'We write:', 'It works!', { between: 'card' }],
  ['closing', TEXT, 'It works!', { closes: true, ends: true }],
  ['linked', TEXT, 'It works!', { closes: true }],
  ['card', TEXT, 'See the leak?', { between: 'card' }],
  ['card', TEXT, 'What of the lamp?', { between: 'card' }],
  ['paragraph', 'Does that help?', TEXT],
  ['asked', 'Can you spot the leak?', TEXT],
  ['asked', 'Why?', TEXT],
  // lines that are compared
  ['listed', 'It costs you £-1902.', 'It costs you £−1902.'],
  ['listed', 'The old lamp burns.', 'The lamp burns.'],
  ['paragraph', 'It costs £-1902.', 'It costs £−1902.'],
  ['paragraph', TEXT, 'The lamp of the inn burns.'],
  // many questions in a row
  ['paragraph', 'Is it lit?', TEXT, { rhetorical: true }],
  ['posed', 'Is it lit?', 'Who reads it?', { rhetorical: true }],
  ['paragraph', 'First, a little trivia.', TEXT, { above: TEXT }],
  ['paragraph', `First, ${'a little trivia, '.repeat(4)}and more.`, TEXT, { above: '## Lamps' }],
  ['paragraph', '> It rains.\n>\n> It snows.', TEXT, { above: '## Lamps' }],
  ['listed', 'First, a little trivia.', LIST, { above: '## Lamps' }],
  ['posed', 'Changes since May:', '## Lamps'],
  ['section', 'Changes since May:', '## Lamps', { between: 'image' }],
  ['section', 'Changes since May.', '## Lamps'],
  ['leadIn', `A talk ${'about lamps '.repeat(6)}in May:`, '## Lamps', { linked: true }],
  ['section', 'A talk in May.', '## Lamps', { linked: true }],
  ['section', LIST, '## Lamps', { linked: true }],
  ['section', `The changes ${'that we made '.repeat(5)}since May:`, '## Lamps'],
  // lead-ins
  ['leadIn', 'Here are the reasons.', LIST],
  ['leadIn', 'We do it as follows.', QUOTE],
  ['leadIn', 'We wrote it down:', TEXT],
  ['posed', 'We wrote it down:', 'The keeper:'],
  ['posed', 'We wrote it down:', '**The keeper**'],
  ['leadIn', 'We wrote it down:', 'The keeper'],
  ['leadIn', 'We wrote it down:', `The keeper ${'and the crew '.repeat(5)}said:`],
  ['card', 'We wrote it down:', 'The keeper:', { between: 'image' }],
  ['leadIn', 'We wrote it down:[^1]\n\n[^1]: In May.', TEXT],
  ['leadIn', 'We wrote it down: [^1] [^2]\n\n[^1]: In May.\n\n[^2]: In June.', TEXT],
  ['paragraph', 'We wrote it down: [^1] twice.\n\n[^1]: In May.', TEXT],
  ['paragraph', 'Two lamps burn', TWO_LINES, { above: 'This prints:' }],
  ['leadIn', 'Two lamps burn', TWO_LINES, { above: 'This prints.' }],
  ['leadIn', 'Two lamps burn', TEXT, { above: 'This prints:' }],
  ['card', 'Two lamps burn', TWO_LINES, { above: 'This prints:', between: 'image' }],
  ['leadIn', '**Two lamps burn**', TWO_LINES, { above: 'This prints:' }],
  ['leadIn', '1- Two lamps', TWO_LINES, { above: 'There are two:' }],
  ['leadIn', '**Lamps**', TEXT],
  ['leadIn', '> **Lamps**', QUOTE],
  ['leadIn', '> ## Lamps', QUOTE],
  ['paragraph', '> **Lamps**\n>\n> They burn.', QUOTE],
  // links
  ['linked', TEXT, LINK],
  ['linked', TEXT, `- ${LINK}`],
  ['listed', TEXT, `- ${LINK}\n- ${LINK}`],
  ['listed', TEXT, `- ${LINK} and more`],
  ['listed', TEXT, `- ${LINK}\n\n  It rains.`],
  ['paragraph', LIST, LINK],
  ['linked', LIST, 'https://e.org/lamps'],
  ['paragraph', LIST, 'https://e.org/lamps', { closes: true }],
  ['paragraph', TEXT, `${LINK} and more`],
  // questions
  ['asked', 'Who reads them?', TEXT],
  ['asked', 'Who reads them?', LIST],
  ['posed', 'Who reads them? And why?', TEXT],
  ['posed', 'It rains. Who reads them?', TEXT],
  ['posed', 'It rains! “Who reads them?”', TEXT],
  ['posed', 'Who reads them?', 'And who writes them?'],
  ['asked', 'Who reads them?', 'It rains. Who writes them?'],
  ['posed', 'Who reads them?', 'The reply:'],
  ['asked', 'Who reads them?', 'The reply. It is this:'],
  ['asked', 'Who reads them?', 'It is 2001::'],
  ['asked', 'Who reads them?', `${'The reply of the clerk '.repeat(5).trim()}:`],
  ['section', '灯亮了。谁点的灯？', '## 灯'],
  ['section', '他说：“灯亮了。”谁点的灯？', '## 灯'],
  ['posed', '谁点的灯？', '## 灯'],
  ['posed', '“谁点的灯？”', '## 灯'],
  ['asked', '> Who reads them?', TEXT],
  ['paragraph', '> It rains. Who reads them?', TEXT],
  ['asked', '1. Who reads them?', LIST],
  ['paragraph', TEXT, 'Who reads them?'],
  // quotations below plain prose
  ['listed', TEXT, '> It was lit at dusk, and it burned for as long as there was oil in it.'],
  ['listed', TEXT, '> - It was lit at dusk.\n> - It burned all night.'],
  ['paragraph', TWO_LINES, `> ${'It was lit at dusk, and it burned all night. '.repeat(6)}`],
  ['paragraph', TWO_LINES, `> ${'灯在黄昏亮了，整夜不灭。'.repeat(12)}`],
  // notes below a card
  ['linked', 'We write:', '> Note: what comes out is longer.', { between: 'card' }],
  ['linked', 'We write:', 'Note: what comes out is longer.', { between: 'card' }],
  ['card', 'We write:', `Note: ${'what comes out is longer, '.repeat(6)}as ever.`, { between: 'card' }],
  ['card', 'We write:', '> Note: what comes out is longer.\n>\n> It rains.', { between: 'card' }],
  ['card', 'We write:', '> Nobody noted that what comes out is longer.', { between: 'card' }],
  ['listed', TEXT, '> Note: what comes out is longer.'],
  // rows of lines with a label
  ['listed', '**Where:** at the old pier', '**Apply:** write to the keeper. She is there all day.'],
  ['paragraph', 'We go to the old pier.', 'When: at nine in the morning, as ever'],
  [
    'paragraph',
    'Where: at the old pier, which is behind the new one and the mill.',
    'When: at nine in the morning.',
  ],
  ['paragraph', 'Where: at the old pier of the harbour.', TEXT],
  // the title of an item
  ['leadIn', '[The old logs](https://e.org/logs) of the harbour, by Ann', TEXT, { inItem: true }],
  ['asked', '[Who reads the old logs?](https://e.org/logs)', '> The lamp burns.', { inItem: true }],
  ['leadIn', 'The logs of the keepers before us', TEXT, { inItem: true }],
  ['listed', 'The logs of the keepers before us', TEXT, { inItem: true, above: TEXT }],
  ['listed', 'The logs of the keepers before us', TEXT],
  ['paragraph', '[The old logs](https://e.org/logs) are dry.', TEXT, { inItem: true }],
  ['paragraph', `[The old logs](https://e.org/logs) ${'and ropes '.repeat(11)}`, TEXT, { inItem: true }],
  ['asked', 'Who reads them?', TEXT, { inItem: true }],
  ['leadIn', `- ${LINK}`, TEXT, { title: 'left' }],
  ['paragraph', `- ${LINK}`, TEXT],
  ['asked', '- Who reads them?', TEXT, { title: 'left' }],
  ['section', TEXT, `- ${LINK}`, { title: 'right' }],
  ['section', QUOTE, '- Who reads them?', { title: 'right' }],
  ['leadIn', 'We read:', `- ${LINK}`, { title: 'right' }],
  ['leadIn', LEADS_UP, `- ${LINK}`, { title: 'right' }],
  ['leadIn', '## Logs', `- ${LINK}`, { title: 'right' }],
  ['cardPart', TEXT, `- ${LINK}`, { title: 'right', between: 'card' }],
  // nothing of all that
  ['paragraph', TEXT, TEXT],
  ['closing', TEXT, TEXT, { trails: true }],
  ['closing', TEXT, '**The lamp burns.**', { closes: true, trails: true }],
  ['paragraph', TEXT, '**The lamp burns.”**', { closes: true }],
  ['section', TEXT, '**The lamp burns.**'],
  ['section', TEXT, '**The lamp**', { closes: true }],
  ['linked', TEXT, 'Ann on [Lamps](https://e.org/a), [Ropes](https://e.org/b)'],
  ['paragraph', TEXT, 'Ann on [Lamps](https://e.org/a), [Ropes](https://e.org/b).'],
  ['paragraph', TEXT, 'Ann on the old harbour and its [lamps](https://e.org/a) and [ropes](https://e.org/b)'],
  ['paragraph', TEXT, 'Ann on [Lamps](https://e.org/a) and ropes'],
  ['paragraph', TEXT, `Ann on [Lamps ${'and ropes '.repeat(10)}](https://e.org/a), [Ropes](https://e.org/b)`],
  ['paragraph', TEXT, 'Ann on [Lamps](https://e.org/a),  \n[Ropes](https://e.org/b)'],
  [
    'listed',
    '[Old lamps](https://e.org/a), [ropes and oil](https://e.org/b)',
    '[Oil](https://e.org/c), [Fog](https://e.org/d)',
  ],
  ['listed', TEXT, QUOTE],
  ['listed', TEXT, `${QUOTE} ${'It rains on the pier. '.repeat(15)}`],
  ['paragraph', TWO_LINES, `${QUOTE} ${'It rains on the pier. '.repeat(15)}`],
  ['paragraph', 'The lamp burns.\\\nAll night.', `${QUOTE} ${'It rains on the pier. '.repeat(15)}`],
  ['paragraph', TEXT, QUOTE, { answered: true }],
  ['listed', TEXT, '> The keepers of the lamp', { answered: true }],
  ['linked', QUOTE, TEXT, { replies: true }],
  ['paragraph', '> The keepers of the lamp', TEXT, { replies: true }],
  ['paragraph', `${QUOTE} ${'It rains. '.repeat(5)}`, TEXT, { replies: true }],
  ['paragraph', 'Is it lit? Who reads it? And why?', 'A whim? Maybe. It is a good lamp.'],
  ['posed', 'Is it lit? Who reads it? And why?', 'It is a good lamp. Or is it?'],
  ['posed', 'Is it lit? Who reads it? And why?', 'A whim?'],
  ['posed', 'It is lit. Who reads it? And why?', 'A whim? Maybe. It is a good lamp.'],
  ['listed', TEXT, `${QUOTE} ${'It rains. '.repeat(5)}`, { answered: true }],
  ['paragraph', QUOTE, TEXT],
  ['paragraph', TEXT, '---'],
];

const nameOf = (code: number): string | undefined =>
  Object.entries(BREAK).find(([, value]) => value === code)?.[0];

describe('the break between two blocks, rule by rule', () => {
  const rows = JOINS.map(([code, left, right, around = {}]) => ({ code, left, right, around }));

  it.each(rows)('$code: $left | $right $around', ({ code, left, right, around: { above, ...rest } }) => {
    const join = joinOf(blockOf(left), blockOf(right), {
      ...rest,
      ...(above === undefined ? {} : { above: blockOf(above) }),
    });
    expect(nameOf(join.code)).toBe(code);
  });

  it('puts a label directly above its items, and an attribution below its quotation', () => {
    const gap = (left: string, right: string): string => joinOf(blockOf(left), blockOf(right)).gap;
    expect(gap('We found:', LIST)).toBe('\n');
    expect(gap(QUOTE, '— M. Fold')).toBe('\n');
    expect(gap(TEXT, LIST)).toBe('\n\n');
    expect(gap('We found:', QUOTE)).toBe('\n\n');
    expect(gap('- rope\n- write this:', LIST)).toBe('\n\n');
    for (const [, left, right] of JOINS)
      if (!/[:：]$/.test(left) && !/Fold/.test(right)) expect(gap(left, right)).toBe('\n\n');
  });
});
