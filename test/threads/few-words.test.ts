import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../src/drafts/parse-draft.ts';
import { xProfile } from '../../src/networks/x/profile.ts';
import { buildThread } from '../../src/threads/build-thread.ts';

/** The posts of a text of paragraphs that a blank line parts; `|` is where an editor cuts them. */
const cuts = (marked: string): void => {
  const draft = parseDraft(marked.replaceAll('|', ''), { path: null });
  expect(buildThread(draft, xProfile()).posts.map(({ text }) => text)).toEqual(
    marked.split('|').map((post) => post.trim()),
  );
};

const words = (length: number): string => `${'the boat goes on and '.repeat(20).slice(0, length).trim()}s.`;

describe('an item that fits a post stays whole', () => {
  it('although the lead-in of its list ends the post above, with the words that led up to it', () => {
    const first = `- ${words(80)} ${words(160)}`;
    cuts(`${words(120)}\n\nThere were two things that we missed:|\n\n${first}\n|- ${words(270)}`);
  });

  it('although its first sentence is short', () => {
    const first = `- A rope of hemp was all we took. ${words(225)}`;
    cuts(`${words(150)}\n\nThere were two things that we missed:|\n\n${first}\n|- ${words(270)}`);
  });
});

describe('a few words of a paragraph do not stand without the rest', () => {
  it('at the end of the post above', () => {
    cuts(`${words(230)}\n\n|We left in May. ${words(120)} |${words(190)}`);
  });

  it('at the start of the post below', () => {
    cuts(`${words(160)} |${words(110)} So it goes.\n\n|${words(200)}`);
  });

  it('as a post of their own, if one more sentence can keep them company', () => {
    const [heading, first, second, last] = ['Nets', words(125), words(135), 'See more on it there.'];
    const draft = parseDraft(`# ${heading}\n\n${first} ${second} ${last}\n\n${words(275)}`, { path: null });
    expect(buildThread(draft, xProfile()).posts.map(({ text }) => text)).toEqual([
      `${heading}\n\n${first}`,
      `${second} ${last}`,
      words(275),
    ]);
  });

  it('as a post of their own, if the rest of a paragraph has room', () => {
    cuts(`${words(180)} |${words(160)}\n\nSo here is what we think.\n\n|${words(270)}`);
  });

  it('nor does the owner of a quotation that is longer than a post', () => {
    const quotation = `> ${words(200)} ${words(120)}\n> — Maren Holt`;
    const draft = parseDraft(`${quotation}\n\n${words(125)}\n\n${words(270)}`, { path: null });
    expect(buildThread(draft, xProfile()).posts.map(({ text }) => text)).toEqual([
      `> ${words(200)}`,
      `> ${words(120)}\n> — Maren Holt`,
      words(125),
      words(270),
    ]);
  });

  it.each(['**See also**', '### See also'])('nor do the few items below %s', (line) => {
    const list = '- Nets\n- Oars';
    const source = `${words(180)}\n\n${words(170)}\n\n${line}\n\n${list}\n\n## Lamps\n\n${words(180)}`;
    expect(buildThread(parseDraft(source, { path: null }), xProfile()).posts.map(({ text }) => text)).toEqual(
      [words(180), `${words(170)}\n\nSee also\n\n${list}`, `Lamps\n\n${words(180)}`],
    );
  });

  it.each([
    ['the heading below is deeper', '## See also', '- Nets\n- Oars', '### Lamps'],
    ['the items are long', '**See also**', `- Nets\n- ${words(80)}`, '## Lamps'],
    ['an item has nested ones', '**See also**', '- Nets\n  - Oars', '## Lamps'],
  ])('but a part of its own stays one where %s', (_, line, list, heading) => {
    const source = `${words(180)} ${words(150)}\n\n${line}\n\n${list}\n\n${heading}\n\n${words(110)}`;
    const posts = buildThread(parseDraft(source, { path: null }), xProfile()).posts.map(({ text }) => text);
    expect(posts[1]).toBe(words(150));
  });

  it('but they do, rather than above the next part', () => {
    const draft = parseDraft(
      `${words(262)}\n\nThat was all that we did on the lake in May, and on its long shore.\n\n# Nets\n\n${words(180)}`,
      {
        path: null,
      },
    );
    expect(buildThread(draft, xProfile()).posts.map(({ text }) => text)).toEqual([
      words(262),
      'That was all that we did on the lake in May, and on its long shore.',
      `Nets\n\n${words(180)}`,
    ]);
  });

  it('above the next part, if they are the end of a letter and its signature', () => {
    const [first, second] = [words(176), `T${words(180).slice(1)}`];
    const draft = parseDraft(`${first} ${second}\n\nGood winds!\n\n\\- Maren\n\n# Nets\n\n${words(140)}`, {
      path: null,
    });
    expect(buildThread(draft, xProfile()).posts.map(({ text }) => text)).toEqual([
      first,
      `${second}\n\nGood winds!\n\n- Maren`,
      `Nets\n\n${words(140)}`,
    ]);
  });

  it('as a post of their own, below a paragraph that no post holds with its heading', () => {
    const [heading, first, second, last] = [
      'The old nets',
      `T${words(160).slice(1)}`,
      `T${words(110).slice(1)}`,
      'Ask us for one today, and you shall have it.',
    ];
    const draft = parseDraft(`# ${heading}\n\n${first} ${second}\n\n${last}\n\n# Lamps\n\n${words(100)}`, {
      path: null,
    });
    expect(buildThread(draft, xProfile()).posts.map(({ text }) => text)).toEqual([
      `${heading}\n\n${first}`,
      `${second}\n\n${last}`,
      `Lamps\n\n${words(100)}`,
    ]);
  });

  it('above the next item, where they end an item that no post holds', () => {
    const [first, second] = [`T${words(200).slice(1)}`, `T${words(130).slice(1)}`];
    const draft = parseDraft(
      `- Nets.\n\n  ${first} ${second}\n\n  Result: Ann asks.\n\n- T${words(220).slice(1)}`,
      {
        path: null,
      },
    );
    const posts = buildThread(draft, xProfile()).posts.map(({ text }) => text);
    expect(posts.find((text) => text.includes('Result'))).toBe(`${second}\n\nResult: Ann asks.`);
  });

  it('but a question may lead to the paragraph below', () => {
    cuts(`${words(120)} ${words(130)} |So what comes?\n\n${words(200)}`);
  });
});

describe('a run of questions', () => {
  it('of three or more stays together', () => {
    const answer = `T${words(230).slice(1)}`;
    cuts(
      `${words(230)}\n\n|When the fog comes, what do you do? Do you wait? Do you sail? Do you call? |${answer}`,
    );
  });

  it('of two ends with the one that is answered', () => {
    cuts(`${words(120)} ${words(130)} |Do you wait? Do you sail? Of course we wait. ${words(160)}`);
  });
});

describe('an item that fits a post', () => {
  const lead = `Here are some of the things that the crews of the harbour told us about it in May:`;
  const item = `- ${words(120)} ${words(110)}`;

  it('is not broken for a lead-in that can stand without it', () => {
    cuts(`${lead}\n\n|${item}\n\n|- ${words(200)}`.replaceAll('\n\n', '\n'));
  });

  it('is not broken for a short lead-in that has another sentence above it', () => {
    cuts(
      `T${words(120).slice(1)} Two of them:\n\n|- ${words(130)} ${words(138)}\n\n|- ${words(200)}`.replaceAll(
        '\n\n',
        '\n',
      ),
    );
  });

  it('is not broken for a short lead-in that has room below something else of its part', () => {
    const source = `T${words(160).slice(1)}\n\nTwo of them:\n\n- T${words(138).slice(1)} T${words(128).slice(1)}\n- ${words(200)}`;
    const posts = buildThread(parseDraft(source, { path: null }), xProfile()).posts.map(({ text }) => text);
    expect(posts[0]).toMatch(/Two of them:$/);
  });

  it('is broken where its lead-in would be alone with a few words', () => {
    const draft = parseDraft(`## May\n\n${item} ${words(20)}\n- ${words(200)}`, { path: null });
    expect(buildThread(draft, xProfile()).posts[0]?.text).toContain('May\n\n- the boat');
  });
});

it('a list that fits a post shares it with a short heading, but no item of it is broken', () => {
  const item = (length: number): string => `- T${words(length).slice(1)}`;
  const nested = `${item(60)}\n  ${item(70)}\n  ${item(60)}`;
  const source = `${words(200)}\n\n## Summary\n\n${item(22)}\n${item(37)}\n${nested}`;
  const posts = buildThread(parseDraft(source, { path: null }), xProfile()).posts.map(({ text }) => text);
  expect(posts.at(-1)).toBe(nested);
});

it('nested items that are left have no other item of the list below them', () => {
  const nested = (length: number): string => `  - T${words(length - 5).slice(1)}`;
  const first = ['- Lamps', nested(130), nested(100), nested(90)];
  const second = ['- Oars', nested(100)];
  const posts = buildThread(parseDraft([...first, ...second].join('\n'), { path: null }), xProfile()).posts;
  expect(posts.map(({ text }) => text)).toEqual([
    first.slice(0, 2).join('\n'),
    first.slice(2).join('\n'),
    second.join('\n'),
  ]);
});

it('what is left of a nested item longer than a post has no other item below it', () => {
  const sentence = (length: number): string => `T${words(length).slice(1)}`;
  const long = `  - ${sentence(120)} ${sentence(110)} ${sentence(100)}`;
  const next = `  - ${sentence(120)}`;
  const source = ['- Lamps', long, next, `  - ${sentence(200)}`].join('\n');
  const posts = buildThread(parseDraft(source, { path: null }), xProfile()).posts.map(({ text }) => text);
  expect(posts.slice(-2)).toEqual([next, `  - ${sentence(200)}`]);
});

it('an item with nested ones that fits a post shares it with a short heading', () => {
  const nested = (length: number): string => `  - T${words(length).slice(1)}`;
  const item = ['- What', nested(80), nested(80), nested(90)].join('\n');
  const source = `${words(200)}\n\n## Summary\n\n${item}\n- ${words(200)}`;
  const posts = buildThread(parseDraft(source, { path: null }), xProfile()).posts.map(({ text }) => text);
  expect(item.length + 'Summary\n\n'.length).toBeGreaterThan(280);
  expect(posts[1]).toMatch(/^Summary\n\n- What\n {2}- T/);
});

describe('a list that fits a post', () => {
  it('is not broken for a short lead-in that has another sentence above it', () => {
    const list = `- ${words(95)}\n- ${words(90)}\n- ${words(75)}`;
    cuts(`T${words(120).slice(1)} Three of them:\n|${list}`);
  });
});

describe('an emoji behind a sentence', () => {
  it('stays with it', () => {
    cuts(`T${words(150).slice(1)} 😱 |T${words(180).slice(1)}`);
  });

  it('may open the next one', () => {
    cuts(`T${words(150).slice(1)}\n\n|😱 T${words(180).slice(1)}`);
  });
});

describe('what fits a post stays whole', () => {
  it('an item above nested ones', () => {
    const own =
      '- Take the work of the lamp from the keeper, and leave it to the crew of the harbour instead. As with the bell, a list on the wall of the inn is enough for nearly every week of the year, so nobody has to climb up to the tower by himself.';
    const nested =
      '  - When a boat is alone in the fog, its own crew lights the lamp, and somebody at the inn watches it until they are back in the bay.';
    const posts = buildThread(parseDraft(`${own}\n${nested}`, { path: null }), xProfile()).posts;
    expect(posts.map(({ text }) => text)).toEqual([own, nested]);
  });

  it('a nested item, for one post more', () => {
    const item = (length: number): string => `  - T${words(length - 5).slice(1)}`;
    const items = [item(170), item(110), `${item(115)} T${words(125).slice(1)}`, item(150)];
    const source = ['- Lamps', ...items].join('\n');
    const posts = buildThread(parseDraft(source, { path: null }), xProfile()).posts.map(({ text }) => text);
    expect(posts).toEqual([`- Lamps\n${items[0]}`, ...items.slice(1)]);
  });

  it('a stanza, for one post more', () => {
    const lines = (...sizes: number[]): string => sizes.map((size) => words(size)).join('\n');
    const verse = lines(40, 40, 40, 40);
    cuts(`${lines(40, 40, 40)}\n\n|${verse}\n\n|${verse}\n\n|${verse}`);
  });

  it.each([
    ['wide lines', 100, [65, 65, 65]],
    ['two lines', 220, [30, 30]],
  ])('but not %s, which are no stanza', (_, above, sizes) => {
    const lines = sizes.map((size) => words(size).replace('.', '')).join('\\\n');
    const draft = parseDraft(`${words(above)}\n\n${lines}\n\n${words(above)}`, { path: null });
    const { posts } = buildThread(draft, xProfile());
    expect(posts.map(({ text }) => text).join('|')).not.toContain(lines.replaceAll('\\', ''));
  });

  const sentence = (length: number): string => `T${words(length).slice(1)}`;

  it('a paragraph whose sentences have lines of their own, for one post more', () => {
    const lines = [sentence(51), sentence(55), sentence(47)].join('\n');
    cuts(`${sentence(135)}\n\n|${lines}\n\n|${sentence(227)}`);
  });

  it('but not below a line that is a paragraph of its own', () => {
    cuts(`${sentence(135)}\n${sentence(44)}|\n${sentence(178)}\n${sentence(60)}`);
  });

  it('also where only some line ends are kept in wrapped text', () => {
    const wrapped = 'The boat goes on with the lamp of the old\nharbour in the bay.';
    const source = `${sentence(170)}\n\n${sentence(60)}  \n${wrapped} ${sentence(140)}`;
    const posts = buildThread(parseDraft(source, { path: null }), xProfile()).posts.map(({ text }) => text);
    expect(posts).toEqual([sentence(170), expect.stringContaining('harbour')]);
  });

  it('but not the lines of two speakers', () => {
    cuts(
      `${sentence(135)}\n\nAnn: ${sentence(51)}\nBob: ${sentence(55)}|\nAnn: ${sentence(30)}\n\n${sentence(227)}`,
    );
  });

  it('an item of several lines', () => {
    const item = `- 2013: ${words(60)}\\\n  ${words(90)}`;
    const source = [`- ${words(130)}`, item, item, `- ${words(200)}`].join('\n');
    const posts = buildThread(parseDraft(source, { path: null }), xProfile()).posts.map(({ text }) => text);
    expect(posts.filter((text) => !text.startsWith('- '))).toEqual([]);
  });

  it.each([
    ['a list', '', `> - ${words(40)}\n>\n>   ${words(60)}\n>\n>   ${words(50)}\n> - ${words(40)}`],
    ['a link', words(60), `> ${words(120)}\n>\n> <https://example.org/lamp>\n>\n> ${words(80)}`],
  ])('a quotation with %s', (_, below, quotation) => {
    const draft = parseDraft(`${words(60)}\n\n${quotation}\n\n${below}`, { path: null });
    const posts = buildThread(draft, xProfile()).posts.map(({ text }) => text);
    expect(posts.filter((text) => /^>/m.test(text))).toHaveLength(1);
  });

  it('a bracket of two sentences', () => {
    cuts(`${words(170)} |${words(90)} (T${words(60).slice(1)} T${words(70).slice(1)})`);
  });

  it('a note of two sentences', () => {
    const source = `The lamp burns.[^a] It is old.[^b]\n\n[^a]: ${'T'}${words(200).slice(1)}\n[^b]: T${words(120).slice(1)} T${words(90).slice(1)}`;
    const posts = buildThread(parseDraft(source, { path: null }), xProfile()).posts.map(({ text }) => text);
    expect(posts.at(-1)).toBe(`[2] T${words(120).slice(1)} T${words(90).slice(1)}`);
  });

  it('a heading that can share no post with its text stands alone, not below another part', () => {
    const source = `${words(200)}\n\n## The lamps\n\n${words(276)}`;
    const posts = buildThread(parseDraft(source, { path: null }), xProfile()).posts.map(({ text }) => text);
    expect(posts).toEqual([words(200), 'The lamps', words(276)]);
  });
});

describe('the numbers of sources', () => {
  const numbers = (items: readonly string[]): string[] => {
    const source = items.map((item, at) => `${at + 1}. ${item}`).join('\n');
    const { posts } = buildThread(parseDraft(source, { path: null }), xProfile());
    return [
      ...posts
        .map(({ text }) => text)
        .join('\n')
        .matchAll(/\[(\d)\]/g),
    ].map(([, number = '']) => number);
  };
  const link = (name: string): string => `[The ${name}](https://e.org/${name}) is old.`;

  it('are those of a list whose items begin with a link', () => {
    expect(numbers([link('lamp'), link('rope'), 'The sail is new.', link('oar')])).toEqual([
      '1',
      '2',
      '4',
      '1',
      '2',
      '4',
    ]);
  });

  it('have no gaps where items without a link are many', () => {
    expect(numbers([link('lamp'), 'The sail is new.', link('oar'), 'So is the net.'])).toEqual([
      '1',
      '2',
      '1',
      '2',
    ]);
  });
});
