import { describe, expect, it } from 'vitest';
import { ALT_FORMS } from '../../src/drafts/markdown/alt-advice.ts';
import { MENDS } from '../../src/drafts/markdown/around-struck.ts';
import { parseDraft } from '../../src/drafts/parse-draft.ts';
import { xProfile } from '../../src/networks/x/profile.ts';
import { buildThread } from '../../src/threads/build-thread.ts';
import type { Thread } from '../../src/threads/thread.ts';

type Row = readonly [name: string, written: string, shown: string, frontMatter?: string];

const threadOf = (body: string, frontMatter = 'date: 2026-02-03'): Thread =>
  buildThread(
    parseDraft(`---\n${frontMatter}\n---\n\n${body}\n`, { path: 'a.md', siteUrl: 'https://example.org' }),
    xProfile(),
  );

const posts = (body: string, frontMatter?: string): string =>
  threadOf(body, frontMatter)
    .posts.map((post) => post.text)
    .join('\n\n');

/** What readers of whole threads found wrong, with what stands near it. */
const CASES: Readonly<Record<string, readonly Row[]>> = {
  'lines at the margin below a short item': [
    [
      'that open with a link around code',
      '* If the gate uses the\n[`RiverFormat`](https://example.org/f), it shuts\nby itself.\n\n* Otherwise the\n[`Float`](https://example.org/g) does.',
      '* If the gate uses the RiverFormat [1], it shuts by itself.\n\n* Otherwise the Float [2] does.\n\n[1] https://example.org/f\n[2] https://example.org/g',
    ],
    [
      'that open with a capital, in a numbered list',
      '1. The float is kept by the\nNarrow Gate crew.\n2. The rest is not.',
      '1. The float is kept by the Narrow Gate crew.\n2. The rest is not.',
    ],
    [
      'in a nested item',
      '- The crews:\n  - one from the\n[Narrow Gate](https://example.org/n) and its locks',
      '- The crews:\n  - one from the Narrow Gate [1] and its locks\n\n[1] https://example.org/n',
    ],
    [
      'in a draft, they are a new thought',
      '- the float\n- the gauge\n[The log](https://example.org/l) is next.',
      '- the float\n- the gauge\n\nThe log [1] is next.\n\n[1] https://example.org/l',
      'tags: [a]',
    ],
    [
      'also in a draft, a link in lower case goes on',
      '- the float and its\n[`gauge`](https://example.org/g), both new',
      '- the float and its gauge [1], both new\n\n[1] https://example.org/g',
      'tags: [a]',
    ],
  ],
  'words that struck-out ones leave': [
    [
      'before a correction',
      'I saw her, and ~~asked~~, no, begged for help.',
      'I saw her, and no, begged for help.',
    ],
    ['in German', 'Kaufe ~~Milch~~, Eier und Brot.', 'Kaufe Eier und Brot.'],
    ['as HTML in an item', '- It rose <s>fast</s>, by a foot', '- It rose, by a foot'],
    ['in a heading', '## The (~~old~~ new) gate\n\nIt rose.', 'The (new) gate\n\nIt rose.'],
    ['beside others', 'It is old, ~~red~~ ~~blue~~ green.', 'It is old, green.'],
    [
      'beside a link and code',
      'See [it](https://example.org/a) ~~here~~, or `f()` ~~there~~.',
      'See it [1], or f().\n\n[1] https://example.org/a',
    ],
    ['in 「brackets」', '他说「~~旧~~」新。', '他说新。'],
    ['before a mark that French sets apart', 'Elle monte ~~vite~~ ; on dort.', 'Elle monte ; on dort.'],
  ],
  'paragraphs that only jump within their page': [
    ['in italics', 'It rose.\n\n[*(Skip to the end)*](#end)\n\nIt fell.', 'It rose.\n\nIt fell.'],
    ['around brackets, in German', 'Er stieg.\n\n([Zum Anfang](#oben))', 'Er stieg.'],
    ['several, with a reference', 'It rose.\n\n[Top](#) | [Contents][toc]\n\n[toc]: #toc', 'It rose.'],
    [
      'of HTML',
      'It rose.\n\n<p><a class="x" href="#top">↑ Back to top</a></p>\n\nIt fell.',
      'It rose.\n\nIt fell.',
    ],
    ['but a table of contents stays', 'See:\n\n- [One](#one)\n- [Two](#two)', 'See:\n- One\n- Two'],
    ['but bold words stay, as a heading would', '**[The gate](#gate)**\n\nIt rose.', 'The gate\n\nIt rose.'],
    ['but words beside one stay', 'See [the end](#end).', 'See the end.'],
    [
      'but a link to another page stays',
      '[The log](https://example.org/#end)',
      'The log [1]\n\n[1] https://example.org/#end',
    ],
  ],
};

describe('each row for the words around struck-out ones', () => {
  it.each(MENDS.map(({ why, example }) => [why, ...example] as const))('%s', (_why, written, left) =>
    expect(posts(written)).toBe(left),
  );
});

describe.each(Object.entries(CASES))('%s', (_class, rows) => {
  it.each(rows)('%s', (_name, written = '', shown = '', frontMatter) =>
    expect(posts(written, frontMatter)).toBe(shown),
  );
});

/** Code and what stands around it in a thread: the alt texts of its pictures. */
const CODE = 'if high:\n    shut()\n    log()';

describe('code between tags is drawn without the indentation of its place', () => {
  it.each([
    [
      'in an item, on the line of its tag',
      'So:\n\n1.  One:\n\n    <pre><code class="x">if high:\n        shut()\n        log()</code></pre>\n\n2.  Two.',
    ],
    [
      'in an item, inside another tag',
      'So:\n\n- One:\n\n  <div class="x">\n\n  <pre>if high:\n      shut()\n      log()</pre>\n\n  </div>\n\n- Two.',
    ],
    [
      'in a nested item, below its tag',
      'So:\n\n- One:\n  - In:\n    <pre>\n    if high:\n        shut()\n        log()\n    </pre>\n- Two.',
    ],
    [
      'in an item, as a shortcode',
      'So:\n\n1. One:\n\n   {{< highlight python >}}\n   if high:\n       shut()\n       log()\n   {{< /highlight >}}\n\n2. Two.',
    ],
    [
      'in an item, as a tag of Jekyll',
      'So:\n\n* One:\n    {% highlight python %}\n    if high:\n        shut()\n        log()\n    {% endhighlight %}\n* Two.',
    ],
    ['on the line of the item’s mark', 'So:\n\n- <pre>if high:\n      shut()\n      log()</pre>\n- Two.'],
    [
      'in an item of HTML',
      '<p>So:</p>\n<ul>\n  <li>One:\n    <pre>\n    if high:\n        shut()\n        log()\n    </pre>\n  </li>\n  <li>Two.</li>\n</ul>',
    ],
    [
      'between tags at the margin, it keeps its own',
      'So:\n\n<div>\n  <pre>if high:\n    shut()\n    log()</pre>\n</div>\n\nTwo.',
    ],
  ])('%s', (_name, written) => {
    const { posts: all } = threadOf(written);
    expect(all.flatMap(({ media }) => media.map(({ alt }) => alt))).toEqual([CODE]);
    expect(all.map(({ text }) => text).join('\n')).toMatch(/Two\.$/);
  });

  it('also where two blank lines part it from its item, far down in a long text', () => {
    const filler = 'The water rose by a foot in the night, and nobody saw it.\n\n'.repeat(80);
    const code = '    ```python\n    if high:\n        shut()\n        log()\n    ```';
    const items = Array.from({ length: 4 }, (_, at) => `-   Gate ${at}:\n\n\n${code}\n`).join('\n');
    const { posts: all } = threadOf(`${filler}So:\n\n${items}`);
    expect(new Set(all.flatMap(({ media }) => media.map(({ alt }) => alt)))).toEqual(new Set([CODE]));
  });
});

describe('a picture without alt text', () => {
  const advised = (body: string): string[] =>
    parseDraft(`---\ndate: 2026-02-03\n---\n\n${body}\n`, { path: 'a.md' })
      .findings.filter(({ code }) => code === 'image-without-alt')
      .map(({ message }) => message.split('say what it shows: ')[1] ?? message);

  it('words behind the file of a video without names are its alt text', () =>
    expect(
      parseDraft('It rose.\n\n{{<video-left "/a.mp4" "A gate that opens">}}\n', { path: 'a.md' }).blocks,
    ).toMatchObject([{ type: 'paragraph' }, { image: { path: '/a.mp4', alt: 'A gate that opens' } }]));

  it.each(ALT_FORMS.map(({ why, example }) => [why, ...example] as const))('%s', (_why, line, advice) =>
    expect(advised(`It rose.\n\n${line}\n`)).toEqual([advice]),
  );

  it.each([
    ['of Markdown', '![](a.png)', '![…](a.png)'],
    ['of Markdown, by a name', '![][a]\n\n[a]: a.png', '![…](a.png)'],
    [
      'of HTML, over several lines',
      '<div class="x">\n  <img class="y"\n    src="/a.png"/>\n</div>',
      'alt="…"',
    ],
    ['of HTML, in a sentence', 'It <img src=a.png> rose.', 'alt="…"'],
    ['of Jekyll', '{% include figure.html src="/a.png" %}', 'alt="…"'],
    ['of Zola', '{{ figure(src="a.png") }}', 'alt="…"'],
  ])('%s', (_name, line, advice) => expect(advised(`It rose.\n\n${line}\n`)).toEqual([advice]));
});
