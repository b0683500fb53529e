import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../src/drafts/parse-draft.ts';
import { postsOnX } from './posts-on-x.ts';

const shown = (text: string): string => postsOnX(parseDraft(text, { path: null }));

describe('a reader sees what the page would show', () => {
  it.each([
    [
      'bold that ends in punctuation, before Chinese without a space',
      '**首先是速度。**我们量过两次。',
      '首先是速度。我们量过两次。',
    ],
    ['and before Japanese, with quotation marks', '彼は*「本当だ」*と言った。', '彼は「本当だ」と言った。'],
    ['and where it opens behind a letter', '还有**「浮子」**的问题。', '还有「浮子」的问题。'],
    [
      'and inside a sentence without spaces',
      '各个函数会被**序列**地执行，在*不同*的线程上。',
      '各个函数会被序列地执行，在不同的线程上。',
    ],
    ['and in Korean, before a particle', '이것은**중요**합니다.', '이것은중요합니다.'],
    [
      'one space inside a link',
      'See [the  gate](https://example.org).',
      'See the gate [1].\n\n[1] https://example.org',
    ],
    ['no full stop of a picture alone', 'See it:\n\n![A gate](a.png).\n\nIt fell.', 'See it:\n\nIt fell.'],
    [
      'a list with a gap, in a blog',
      '---\ntitle: Log\ndate: 2026-05-04\n---\n1. Gate\n3. Mast\n4. Sea',
      'Log\n\n1. Gate\n2. Mast\n3. Sea',
    ],
    [
      'and as written where a mark names its number',
      '---\ntitle: Log\ndate: 2026-05-04\n---\nAs in [3].\n\n1. Gate\n3. Mast\n4. Sea',
      'Log\n\nAs in [3].\n\n1. Gate\n3. Mast\n4. Sea',
    ],
    ['and in a draft', 'So:\n\n1. Gate\n3. Mast\n4. Sea', 'So:\n1. Gate\n3. Mast\n4. Sea'],
    ['arithmetic', 'It is 2*3*4, or a*b*c.', 'It is 2*3*4, or a*b*c.'],
    ['powers', 'It is 2**3**4 here.', 'It is 2**3**4 here.'],
    ['letters of an acronym', 'A (**TR**ansf**O**rmer) it is.', 'A (TRansfOrmer) it is.'],
    [
      'three hyphens where a line ends',
      'It rose ---\nby a foot --- at night.',
      'It rose —\nby a foot — at night.',
    ],
    ['stars that are no emphasis', '面积是 3 * 4 * 5，不是**。', '面积是 3 * 4 * 5，不是**。'],
    [
      'three hyphens between words',
      'The float---ninety years old --- sank twice.',
      'The float—ninety years old — sank twice.',
    ],
    [
      'hyphens of options, and in code',
      'Use --verbose, a-b--c and `x---y`.',
      'Use --verbose, a-b--c and x---y.',
    ],
    [
      'a name on another site without its @',
      'Thanks to [@lee](https://github.com/lee) and <a href="https://github.com/ana">@ana</a>!',
      'Thanks to lee [1] and ana [2]!\n\n[1] https://github.com/lee\n[2] https://github.com/ana',
    ],
    [
      'a person of two names on another site without the @',
      'Thanks to [@Élie Stone](https://github.com/estone).',
      'Thanks to Élie Stone [1].\n\n[1] https://github.com/estone',
    ],
    [
      'a name on another site with an ending',
      'Thanks to [@lee]’s gauge and [@ana](https://github.com/ana)-like care.\n\n[@lee]: https://github.com/lee',
      'Thanks to lee’s [1] gauge and ana-like [2] care.\n\n[1] https://github.com/lee\n[2] https://github.com/ana',
    ],
    [
      'a name on the network, and other words with an @',
      'Thanks to [@lee](https://x.com/lee) for [@lee/gauge](https://github.com/lee/gauge).',
      'Thanks to @lee [1] for @lee/gauge [2].\n\n[1] https://x.com/lee\n[2] https://github.com/lee/gauge',
    ],
    [
      'the address of a linked picture only where it plays something, and no words lead there',
      'See [the log](https://vimeo.com/1).\n\n[![A](a.png)](https://vimeo.com/1) [![B](b.png)](https://vimeo.com/2)\n\n[![C](c.png)](https://example.org/map)',
      'See the log [1].\n\nhttps://vimeo.com/2\n\n[1] https://vimeo.com/1',
    ],
    ['a fraction between dollars', 'It is $11/144$, not $5 or $6/day.', 'It is 11/144, not $5 or $6/day.'],
    [
      'no space beside a full-width mark',
      '---\nkind: article\n---\n以下のようなので、\nNW.jsを使います。\n(Aは)入門です。',
      '以下のようなので、NW.jsを使います。(Aは)入門です。',
    ],
    ['one space of two', 'It rose.  It *fell*  [again](#a).', 'It rose. It fell again.'],
    ['spaces of verse', '---\nline_breaks: keep\n---\nIt rose.   It fell.', 'It rose.   It fell.'],
    [
      'a mail address behind its words',
      'Write [to us](mailto:ana@example.org?subject=Gauge).',
      'Write to us (ana@example.org).',
    ],
    [
      'a mail address once',
      'Write to [ana@example.org](mailto:ana@example.org).',
      'Write to ana@example.org.',
    ],
    [
      'a number to call, once',
      '[Call](tel:+49-391-123) or [+49 391 124](tel:+49391124).',
      'Call (+49-391-123) or +49 391 124.',
    ],
    [
      'the alt text of a picture inside a sentence',
      'Press the ![gear](gear.png) on the left.',
      'Press the gear on the left.',
    ],
    ['a picture behind its sentence', 'Here it is: ![The gear](gear.png)', 'Here it is:'],
    [
      'a list that one blank line parts',
      '- warm\n- cold\n- wet\n- dry\n\n- old',
      '- warm\n- cold\n- wet\n- dry\n- old',
    ],
    [
      'attributes right behind words',
      'I thank you for the time.{.yellow}\n\nMore. {#more .wide}',
      'I thank you for the time.\n\nMore.',
    ],
    [
      'braces that are words',
      'The set {a, b} and the class {.x} in a sentence.',
      'The set {a, b} and the class {.x} in a sentence.',
    ],
    ['an icon before a full stop', 'Open the settings ![[gear.svg#icon]].', 'Open the settings.'],
    ['a picture that leads to its larger self', 'Look:\n\n[![A mast](small.jpg)](large.jpg)', 'Look:'],
    [
      'a picture that leads to a source',
      'Look at [it][1].\n\n[![A mast](small.jpg)][1]\n\n[1]: https://example.org/mast',
      'Look at it [1].\n\n[1] https://example.org/mast',
    ],
    [
      'tags on lines of their own inside a sentence',
      'It was 63% (\n<span>\n  Golle\n</span>\n)',
      'It was 63% (\nGolle\n)',
    ],
    ['a list with a blank line below each item', '- warm\n\n- cold\n\n- wet', '- warm\n\n- cold\n\n- wet'],
    [
      'definitions of numbers between paragraphs, at the end',
      'It [moved][1].\n\n [1]: https://example.org/a\n\nIt [sank][2].\n\n [2]: https://example.org/b\n\nSo it goes.',
      'It moved [1].\n\nIt sank [2].\n\nSo it goes.\n\n[1] https://example.org/a\n[2] https://example.org/b',
    ],
    [
      'sources that their author wrote as lines, where they stand',
      'It moved [1].\n\n[1] The log: https://example.org/a\n\nSo it goes.',
      'It moved [1].\n\n[1] The log: https://example.org/a\n\nSo it goes.',
    ],
  ])('%s', (_, text, expected) => {
    expect(shown(text)).toBe(expected);
  });
});

it('code that is nothing but a sign of prose keeps its backticks, and all code beside it', () => {
  expect(shown('Split it at `.` or at `,`, never at `=>`.')).toBe(
    'Split it at `.` or at `,`, never at `=>`.',
  );
  expect(shown('Split it at `!!`, `()` or `=>`.')).toBe('Split it at !!, () or =>.');
});

it.each([
  ['with a gap, in a blog', 'date: 2026-05-04\n', (place: number) => place + (place > 4 ? 1 : 0), '200.'],
  ['with a number twice', '', (place: number) => place - (place > 4 ? 1 : 0), '200.'],
  ['with a gap, in a draft', '', (place: number) => place + (place > 4 ? 1 : 0), '201.'],
])('a list that is too long to be read at once %s is counted as a short one', (_, date, numberAt, last) => {
  const words = 'The gate of the old wall rises at noon, and falls when the wind is low.';
  const lines = Array.from({ length: 200 }, (_line, place) => `${numberAt(place + 1)}. ${words}`);
  const [list] = parseDraft(`---\ntitle: Log\n${date}---\n${lines.join('\n')}\n`, { path: 'a.md' }).blocks;
  const markers = list?.type === 'list' ? list.items.map(({ marker }) => marker) : [];
  expect([markers.length, markers.at(-1)]).toEqual([200, last]);
});
