import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../src/drafts/parse-draft.ts';
import { readPost } from '../../src/summaries/reading/read-post.ts';
import { postsOnX } from './posts-on-x.ts';

type Row = readonly [name: string, written: string, shown: string];

const posts = (text: string): string =>
  postsOnX(parseDraft(text, { path: 'a.md', siteUrl: 'https://example.org' }));

/** Inputs in the shape of engines’ own documentation. */
const ENGINES: Readonly<Record<string, readonly Row[]>> = {
  'MyST and Jupyter Book': [
    [
      'a note with options',
      '```{note} Hint\n:class: dropdown\n\nShut **every** gate.\n```',
      'Hint\n\nShut every gate.',
    ],
    ['a warning of colons', ':::{warning}\n:name: w\nShut it.\n:::', 'Warning\n\nShut it.'],
    ['a card with its title', ':::{card} The gate\nIt rose.\n:::', 'The gate\n\nIt rose.'],
    ['notes inside a note', '````{note} One\nA.\n\n```{tip} Two\nB.\n```\n````', 'One\n\nA.\n\nTwo\n\nB.'],
    [
      'a figure',
      'So:\n\n```{figure} mast.png\n:alt: A mast\n:width: 200px\n\nIn May.\n```',
      'So:\n\nIn May.',
    ],
    [
      'directives with an address or a number',
      'He asked:\n```{socialpost} https://example.org/1\n```\n\n- One:\n\n  ```{iframe} https://www.youtube.com/embed/abcdefghijk\n  :width: 9\n\n  A talk.\n  ```\n\n```{youtube} 0abcdefghij\n```',
      'He asked:\n\nhttps://example.org/1\n\n- One:\n\n  https://www.youtube.com/watch?v=abcdefghijk\n\n  A talk.\n\nhttps://www.youtube.com/watch?v=0abcdefghij',
    ],
    [
      'a directive that code shows',
      'See {doc}`the log`:\n\n````md\n```{note}\nShut it.\n```\n````\n\nShut.',
      'See the log:\n\nShut.',
    ],
    ['a quotation', '```{epigraph}\nThe water rose.\n\n— Ana\n```', '> The water rose.\n> — Ana'],
    ['a cell', 'So:\n\n```{code-cell} ipython3\n:tags: [x]\na = 1\n```', 'So:\n\na = 1'],
    [
      'roles',
      'H{sub}`2`O, {kbd}`Esc`, {doc}`the log <log>`, {abbr}`GSM (Global)`, {math}`x^2`.',
      'H2O, Esc, the log, GSM, x².',
    ],
    ['a citation', 'It rose {cite:p}`smith2020`.', 'It rose.'],
    [
      'targets, breaks and comments',
      '(gate)=\n# Gates\n\n+++\n\n% to do\n\nIt rose {kbd}`x`.',
      'Gates\n\nIt rose x.',
    ],
    ['but a formula in braces is another engine’s', 'Use {x}`y` and 50 % of it.', 'Use {x}y and 50 % of it.'],
  ],
  'Franklin.jl': [
    [
      'definitions above the text',
      '@def title = "The gate"\n@def published = "3 May 2026"\n@def hascode = true\n\nIt rose.',
      'The gate\n\nIt rose.',
    ],
    [
      'with a block of tags below',
      '@def title = "The gate"\n@def authors = """Ana"""\n\n+++\nmeta = [ ("a", "b"), ("c", "d") ]\n+++\n\nIt rose.',
      'The gate\n\nIt rose.',
    ],
    [
      'values of Julia',
      '+++\nauthor = "Ana"\ntitle = "The gate"\nmeta = [\n    ("a", "b"),\n    ]\nrss_pubdate = Date(2021, 4, 04)\n+++\n\nIt rose.',
      'The gate\n\nIt rose.',
    ],
    [
      'blocks, commands and HTML',
      '\\toc\n\n@@note\nShut **it**.\n@@\n\nSee \\eqref{a} and ~~~<b>now</b>~~~.\n\n\\output{ex}',
      'Shut it.\n\nSee and now.',
    ],
    [
      'HTML between tildes, with the front matter of Julia',
      '+++\ntitle = "The gate"\npublished = "3 May 2026"\n+++\n\nIt rose.\n\n~~~\n<p class="attrib">Thanks to <i>Ana</i>.</p>\n~~~\n\nIt fell.',
      'The gate\n\nIt rose.\n\nThanks to Ana.\n\nIt fell.',
    ],
    [
      'but other code between tildes stays',
      '+++\npublished = "3 May 2026"\n+++\n\nSo:\n\n~~~\nx < 1\n~~~',
      'So:\n\nx < 1',
    ],
    [
      'and HTML in code of other engines',
      '+++\ntitle = "The gate"\ndate = 2026-05-03\n+++\n\nSo:\n\n~~~\n<b>now</b>\n~~~',
      'The gate\n\nSo:\n\n<b>now</b>',
    ],
    ['but mail addresses stay', 'Ask a@@b, or write \\today.', 'Ask a@@b, or write \\today.'],
  ],
  'Middleman and Bridgetown': [
    [
      'links and pictures',
      'See <%= link_to "the log", "/log" %>.\n\n<%= image_tag "mast.png", alt: "A mast" %>',
      'See the log [1].\n\n[1] https://example.org/log',
    ],
    ['code', 'So:\n\n<% code("ruby") do %>\nputs 1\n<% end %>', 'So:\n\nputs 1'],
    ['the end of the summary', 'It *rose*.\n\nREADMORE\n\nIt fell.', 'It rose.\n\nIt fell.'],
    ['but code shows them', 'Write `<%= x %>`.', 'Write <%= x %>.'],
  ],
  'a section of a template that nobody filled in': [
    [
      'goes with its heading',
      '---\ndate: 2026-05-03\n---\n\n## Shut\n\n-\n\n## Open\n\n- The gate.\n\n### Soon\n\n*\n',
      'Open\n\n- The gate.',
    ],
    [
      'but not a heading that its author left alone',
      '## Shut\n\n## Open\n\nThe gate.',
      'Shut\n\nOpen\n\nThe gate.',
    ],
  ],
  Hexo: [
    [
      'links',
      'See {% post_link old-log "the old log" %} or {% link Log https://example.org/log true %}.',
      'See the old log or Log [1].\n\n[1] https://example.org/log',
    ],
  ],
  'Eleventy and Jekyll': [
    [
      'videos whose path a filter writes',
      'So:\n\n<video muted>\n<source src="{{ \'/gate.mp4\' | url }}"></video>\n\nIt rose.',
      'So:\n\nIt rose.',
    ],
  ],
  'somebody’s post in a component': [
    [
      'with its words, its author and its address',
      'So:\n\n<Tweet name="Ana" id="1462821229841338381">\n  <p>The flow:</p>\n  <p>Shut it</p>\n</Tweet>',
      'So:\n\n> The flow:\n> Shut it\n> — Ana https://x.com/i/status/1462821229841338381',
    ],
  ],
  'somebody’s post as JSX': [
    [
      'has the lines of its page, and no signs of JSX',
      'So:\n\n<Tweet name="Ana" id="1462821229841338381">\n  <p>\n    <div>The gate is open!</div>\n    <div>\n      ✅ <Blue>mast</Blue> 🚧{\' \'}\n      <Blue>float</Blue>, {/* soon */}{"rain"}.\n    </div>\n  </p>\n</Tweet>',
      'So:\n\n> The gate is open!\n> ✅ mast 🚧 float, rain.\n> — Ana https://x.com/i/status/1462821229841338381',
    ],
  ],
  'mail addresses in HTML': [
    [
      'are words, as those of Markdown',
      'Ask <a href="mailto:ana@example.org">Ana</a>, <a href="lee@example.org">lee@example.org</a> or <a href="mailto:us@example.org">all of us </a>now.',
      'Ask Ana (ana@example.org), lee@example.org or all of us (us@example.org) now.',
    ],
  ],
  'definitions of links': [
    [
      'which brackets inside a link’s words need none of',
      'So:\n\n- [[Gate][Ana] of the log](https://example.org/a)\n- See [it][l].\n\n[l]: https://example.org/b',
      'So:\n- [Gate][Ana] of the log [1]\n- See it [2].\n\n[1] https://example.org/a\n[2] https://example.org/b',
    ],
    ['to a page without a folder', 'Spend the [budget][b].\n\n[b]: the-budget', 'Spend the budget.'],
    [
      'whose targets only the engine knows, above others',
      'See the [log][l].\n\n[x 1]: {{bse}}1\n[l]: https://example.org/log',
      'See the log [1].\n\n[1] https://example.org/log',
    ],
    ['but a label and a word are words', '[Update]: shipped', '[Update]: shipped'],
  ],
  'pages of a site without a date': [
    [
      'of Zola',
      '+++\ntitle = "The gate"\nweight = 3\ntemplate = "page.html"\n+++\n\nIt rose.',
      'The gate\n\nIt rose.',
    ],
    [
      'with a picture for lists',
      '---\ntitle: The gate\ntags: code\nimage: gate.jpg\n---\nIt rose.',
      'The gate\n\nIt rose.',
    ],
    ['but a draft’s title stays its own', '---\ntitle: The gate\ntags: [gate]\n---\nIt rose.', 'It rose.'],
  ],
};

describe.each(Object.entries(ENGINES))('%s', (_kind, rows) => {
  it.each(rows)('%s', (_name, written, shown) => expect(posts(written)).toBe(shown));
});

describe('a summary', () => {
  it.each([
    ['@def title = "The gate"\n@def published = "3 May 2026"\n\nIt rose by a foot.'],
    ['+++\ntitle = "The gate"\nmeta = [\n  ("a", "b"),\n]\nrss_pubdate = Date(2021, 4, 04)\n+++\nIt rose.'],
  ])('reads the title in %j', (source) => {
    expect(readPost(source, { path: 'a.md' }).title).toBe('The gate');
  });
});

it('finds a video whose path a filter writes', () => {
  const { blocks } = parseDraft(`<video><source src="{{ '/gate.mp4' | url }}"></video>`, { path: 'a.md' });
  expect(blocks).toMatchObject([{ type: 'image', image: { path: '/gate.mp4' } }]);
});

it('numbers links as they come where items only hold some', () => {
  const text =
    '1. Shut it, as the [log](https://example.org/a) of the old mill says.\n2. When the water rises, call [Ana](https://example.org/b).\n3. Wait for [Bo](https://example.org/c).\n';
  expect(posts(text)).toContain(
    '[1] https://example.org/a\n[2] https://example.org/b\n[3] https://example.org/c',
  );
});

it('hides the lines of Rust that rustdoc hides', () => {
  const { blocks } = parseDraft('```rust\n# fn main() {\nlet x = 1;\n# }\n```', { path: 'a.md' });
  expect(blocks).toMatchObject([{ type: 'code', source: 'let x = 1;' }]);
});

it('says that a picture inside somebody’s post is lost', () =>
  expect(
    parseDraft(
      '<Tweet name="Ana" id="1462821229841338381">\n<p>The gate.</p>\n<TweetImage><Gate /></TweetImage>\n</Tweet>',
      { path: 'a.mdx' },
    ).findings,
  ).toContainEqual(expect.objectContaining({ code: 'not-text-dropped', severity: 'warning', line: 3 })));
