import { describe, expect, it } from 'vitest';
import { bestEnding, OPENING_ENDS } from '../../src/summaries/choosing/opening-ends.ts';
import { contextOf, lastOf, valuesOf, weighed } from './ends-of.ts';
import { long } from './opening-of.ts';

/** What no opening goes on with. */
const BELOW = '\n\n- Oil\n- Wicks';
const MORE = '\n\n<!-- more -->\n\n';
const ADA = 'Ada keeps a lamp by the sea.';
const JO = 'Jo rows a boat at night.';
const TIN = 'Tin rusts in the rain.';
const WAX = 'Wax melts in summer.';
const BOATS = 'Boats need a lamp at night.';
const BELL = 'A bell hangs beside a horn.';
const BEGIN = 'Let’s begin.';
const WENT = 'So it went.';
const BUT = 'But nobody came.';
const ABOUT = 'In this post, I describe a lamp.';
const REMARK = 'This is the third post about bells.';
const MADE = 'Last week I built a lamp.';
const SORRY = 'This letter is shorter than usual.';
const FIRST = 'First of all, bells ring.';
const NOBODY = 'Nobody in the harbour sleeps.';
const ASIDE = '(Jo rows well.)';
const FOUND = 'I found the following line.';
const CODE = '\n\n```\noil\n```\n\n';
const COUNT = 'We merged nine lamp patches.';

/** A post whose long second paragraph tells one more of the title’s five words. */
const lengthy = (length: number): string =>
  `A lamp shines. ${JO}\n\nA bell rings. ${long(length, 'Ropes')}\n\n- Nets, sails, a lamp\n- The nets, sails, lamp\n- My lamp`;
const FIVE = 'Lamps, bells, horns, drums and flutes';

/** How a reason begins, a post and its title, how the opening ends, and how without the reason. */
const DECIDING: readonly (readonly [string, string, string, string, string])[] = [
  ['a paragraph', `${TIN} ${WENT} ${WAX}${BELOW}`, '', WAX, WENT],
  ['inside a paragraph', `${JO} ${BOATS} ${BUT}${BELOW}`, '', BUT, BOATS],
  ['below a heading', `${WAX}${MORE}${JO}`, 'The boat', JO, WAX],
  ['readers know', `${WAX}${MORE}${JO}`, 'The boat', JO, WAX],
  ['what the title promises', `${WAX}${MORE}${JO}`, 'The boat', JO, WAX],
  ['the last sentence says', `${JO}\n\n${BOATS} ${BELL}${BELOW}`, '', JO, BELL],
  ['what leans', `${ADA} ${TIN}\n\n${WAX}\n\n${WENT}${BELOW}`, '', WENT, TIN],
  ['next, the author speaks', `${JO} ${TIN}\n\n${REMARK} ${WENT}${BELOW}`, '', TIN, WENT],
  ['next, the author leads', `${ADA} ${JO}\n\n${TIN}\n\n${BEGIN}${BELOW}`, '', TIN, JO],
  ['the author ended', `${WAX}${MORE}${BEGIN}`, '', WAX, BEGIN],
  ['what the author announces', `${JO} ${BOATS}\n\n${MADE}${BELOW}`, 'A lamp', MADE, BOATS],
  ['what the author made', `${JO} ${TIN}\n\n${WAX} ${MADE}${BELOW}`, '', MADE, TIN],
  ['a greeting', `${SORRY}\n\n${JO}${BELOW}`, '', JO, SORRY],
  ['one sentence', `${WAX}\n\n${JO}${BELOW}`, '', JO, WAX],
  [
    'the number of changes',
    `${COUNT}\n\n${TIN} ${WAX}\n\n## Oil\n\n${BOATS} ${NOBODY}`,
    'The lamp patches',
    WAX,
    COUNT,
  ],
  ['each post after', lengthy(740), FIVE, JO, long(740, 'Ropes')],
  ['what it promises', `${ADA} ${FIRST}${BELOW}`, '', ADA, FIRST],
  ['the next sentence', `${ADA} ${WAX} ${JO} But ${long(800, 'ropes')}`, '', WAX, JO],
  ['a few sentences above', `${ADA} ${JO}\n\n---\n\n${TIN}${BELOW}`, '', TIN, JO],
  ['a remark', `${TIN}\n\n${ASIDE}${BELOW}`, '', TIN, ASIDE],
];

/** The same with how many times as large the weight is, and how the opening ends then. */
const MOVED: readonly (readonly [string, number, string, string, string, string])[] = [
  ['a paragraph', 0.7, `${JO} ${BOATS} ${BUT}${BELOW}`, '', BUT, BOATS],
  ['inside a paragraph', 0.2, `${JO} ${BOATS} ${BUT}${BELOW}`, '', BUT, BOATS],
  ['below a heading', 0.7, `${JO}${MORE}${TIN}`, 'Tin, wax, a lamp and a bell', TIN, JO],
  ['below a heading', 1.3, `${BELL}${MORE}${BUT}`, 'A bell and a horn', BELL, BUT],
  ['readers know', 0.7, `${JO}${MORE}${TIN}`, 'Tin, wax, a lamp and a bell', TIN, JO],
  [
    'what the title promises',
    1.3,
    `${NOBODY}\n\n## Oil\n\n${BUT}\n\n${ADA}${BELOW}`,
    'The lamp',
    NOBODY,
    ADA,
  ],
  ['the last sentence says', 1.3, `${JO} ${BOATS} ${BUT}${BELOW}`, '', BUT, BOATS],
  ['what leans', 1.3, `${BELL}${MORE}${BUT}`, 'A bell and a horn', BELL, BUT],
  ['next, the author speaks', 1.3, `${JO}\n\n${REMARK}${BELOW}`, '', REMARK, JO],
  ['what the author announces', 0.1, `${JO} ${BOATS}\n\n${MADE}${BELOW}`, 'A lamp', MADE, BOATS],
  ['what the author made', 2, `${JO} ${WENT}\n\n${WAX} ${MADE}${BELOW}`, '', WENT, MADE],
  ['a greeting', 1.3, `${SORRY}${MORE}${JO} ${TIN}${BELOW}`, 'The letter', SORRY, TIN],
  ['next, the author leads', 0.7, `${TIN}\n\n${BEGIN}${BELOW}`, '', TIN, BEGIN],
  ['the author ended', 0.7, `${ABOUT}${MORE}${BUT}`, '', ABOUT, BUT],
  ['the author ended', 1.3, `${WAX}${MORE}${JO}`, 'The boat', JO, WAX],
  ['one sentence', 0.7, `${JO}${MORE}${TIN}`, 'Tin, wax, a lamp and a bell', TIN, JO],
  ['one sentence', 1.3, `${TIN}\n\n${BEGIN}${BELOW}`, '', TIN, BEGIN],
  ['each post after', 0.7, lengthy(740), 'Lamps and bells', JO, long(740, 'Ropes')],
  ['each post after', 2, lengthy(740), 'Bells', long(740, 'Ropes'), 'A bell rings.'],
  ['what it promises', 0.7, `${TIN} ${FIRST}${BELOW}`, 'Tin, wax, a lamp and a bell', TIN, FIRST],
  ['what it promises', 1.3, `${JO} ${FIRST}${BELOW}`, 'Tin, wax, a lamp and a bell', FIRST, JO],
  ['the next sentence', 1.3, `${BELL}${MORE}${BUT}`, 'A bell and a horn', BELL, BUT],
  ['a remark', 0.7, `${BOATS}\n\n${ASIDE}`, 'A bell and a horn', BOATS, ASIDE],
  ['a remark', 1.3, `${JO} ${ASIDE}${BELOW}`, 'A bell and a horn', ASIDE, JO],
  ['a few sentences above', 0.7, `${ADA}${MORE}---\n\n${JO} ${BUT}${BELOW}`, 'Tin', BUT, ADA],
  ['a few sentences above', 1.3, `${ADA}${MORE}---\n\n${JO} ${TIN}${BELOW}`, '', ADA, TIN],
  ['the number of changes', 0.7, `${COUNT}\n\n## Oil\n\n${ADA} ${JO}${BELOW}`, '', ADA, COUNT],
];

describe('the end of an opening', () => {
  it.each(DECIDING)('depends on this: %s', (reason, body, title, chosen, without) => {
    const context = contextOf(body, title);
    expect([lastOf(context), lastOf(context, weighed(reason, 0))]).toEqual([chosen, without]);
  });

  it.each(MOVED)('depends on the weight of this: %s × %d', (reason, times, body, title, chosen, other) => {
    const context = contextOf(body, title);
    expect([lastOf(context), lastOf(context, weighed(reason, times))]).toEqual([chosen, other]);
  });

  it('depends on each row', () => {
    const rows = (reasons: readonly (readonly [string, ...unknown[]])[]): number =>
      OPENING_ENDS.filter((row) => reasons.some(([reason]) => row.reason.startsWith(reason))).length;
    expect([rows(DECIDING), rows(MOVED)]).toEqual([OPENING_ENDS.length, OPENING_ENDS.length]);
  });

  it('is the first of several that are as good, and none where nothing can be told', () => {
    const context = contextOf(`${JO} ${TIN}\n\n${WAX}${BELOW}`);
    expect(lastOf(context)).toBe(TIN);
    expect(bestEnding([], context)).toEqual([]);
    expect(bestEnding([[]], context)).toEqual([]);
  });
});

describe('what each reason says of the ends of an opening', () => {
  it.each([
    ['a paragraph', `${ADA} ${JO}\n\n${TIN}`, '', [0, 1, 1]],
    ['inside a paragraph', `${ADA} ${JO} ${TIN} ${WAX} ${BELL}\n\n${WENT}`, '', [3, 3, 2, 1, 0, 0]],
    ['below a heading', `${ADA}\n\n${JO}\n\n## Oil\n\n${TIN}`, '', [0, 1, 1]],
    // The post uses a word of the title twice and another once.
    ['readers know', `${JO}\n\n${ADA} ${TIN} A lamp burns.`, 'The tin lamp', [0, 0.67, 1, 1]],
    ['readers know', `${JO} ${ADA}`, 'The bell', [1, 1]],
    ['readers know', `${JO} ${ADA}`, '', [1, 1]],
    ['what the title promises', `${JO}\n\n${ADA} ${TIN}`, 'The tin lamp', [0, 0.5, 1]],
    ['what the title promises', `${JO} ${ADA}`, 'The bell', [0, 0]],
    ['what the title promises', `${JO} ${ADA}`, '', [1, 1]],
    ['the last sentence says', `${JO} ${ADA} ${BOATS} Bells ring.`, '', [0.67, 0.33, 1, 0]],
    ['the last sentence says', `${JO} ${TIN}`, '', [0, 0]],
    ['what leans', `${ADA} ${WENT} ${JO}`, '', [0, 1, 0]],
    ['next, the author speaks', `${ADA} ${ABOUT} ${JO}`, '', [1, 0, 0]],
    ['next, the author leads', `${ADA} ${BEGIN} ${JO}`, '', [1, 0, 0]],
    ['the author ended', `${ADA}\n\n${JO}${MORE}${TIN}`, '', [0, 1, 0]],
    ['the author ended', `${ADA}\n\n${JO}\n\n${TIN}`, '', [0, 0, 0]],
    ['what the author announces', `${ADA} ${JO}\n\n${MADE} ${TIN}`, 'A lamp', [1, 1, 0, 0]],
    ['what the author announces', `${ADA} ${MADE}`, 'A bell', [0, 0]],
    ['what the author announces', `${ADA} ${ABOUT}`, 'A bell', [1, 0]],
    ['what the author announces', `${ADA}\n\n## Oil\n\n${MADE}`, 'A lamp', [0, 0]],
    ['what the author made', `${ADA} ${MADE} ${JO}`, '', [0, 1, 0]],
    ['a greeting', `${SORRY} ${JO}`, '', [1, 0]],
    ['the author ended', `${ADA}${MORE}${MADE}`, 'A lamp', [0, 0]],
    ['one sentence', `${ADA} ${JO} ${TIN}`, '', [1, 0, 0]],
    ['the number of changes', `${COUNT} ${JO} ${COUNT}`, '', [1, 0, 0]],
    // Of 280 characters; the link has no room in the third post, nor the third sentence beside the second.
    [
      'each post after',
      `${long(200)} ${long(190, 'Ropes')} ${long(180, 'Nets')} ${long(150, 'Tin')}`,
      '',
      [0, 0, 0, 1],
    ],
    [
      'each post after',
      `${long(230)} ${long(190, 'Ropes')} ${long(180, 'Nets')}`,
      'The lamp of the old harbour burned for nine whole hours in the storm of May',
      [0, 0, 1],
    ],
    ['what it promises', `${ADA} ${FIRST} ${JO}`, '', [0, 1, 0]],
    ['what it promises', `${ADA} ${FOUND}${CODE}${JO}`, '', [0, 1, 0]],
    ['what it promises', `${ADA} ${FOUND} ${JO}`, '', [0, 0, 0]],
    ['what it promises', `${ADA} We lit …${CODE}${JO}`, '', [0, 1, 0]],
    ['the next sentence', `${ADA} ${BUT} ${JO}`, '', [1, 0, 0]],
    ['the next sentence', `${ADA}\n\nThe result? ${JO}`, '', [0, 1, 0]],
    ['a remark', `${ADA} ${ASIDE} ${JO}`, '', [0, 1, 0]],
    ['a remark', `She said:\n\n> ${ASIDE}\n\n${JO}`, '', [0, 0]],
  ])('%s: %s', (reason, body, title, values) => {
    expect(valuesOf(reason, contextOf(body, title))).toEqual(values);
  });

  it('counts what the description tells', () => {
    const context = contextOf(`${JO} ${TIN}`, 'The tin lamp', 'How lamps burn');
    expect(valuesOf('what the title promises', context)).toEqual([0.5, 1]);
    expect(valuesOf('readers know', context)).toEqual([0, 1]);
  });

  it('has a weight of its own', () => {
    for (const { reason, weight } of OPENING_ENDS) {
      expect(reason).not.toBe('');
      expect(weight).not.toBe(0);
    }
  });
});
