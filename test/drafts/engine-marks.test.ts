import { describe, expect, it } from 'vitest';
import { draftWords } from '../../src/drafts/draft-words.ts';
import { HOLE } from '../../src/drafts/markup/hole.ts';
import { ABBREVIATION_MARKS } from '../../src/drafts/markup/marks/abbreviation-marks.ts';
import { ASIDE_MARKS } from '../../src/drafts/markup/marks/aside-marks.ts';
import { BROKEN_LINKS } from '../../src/drafts/markup/marks/broken-links.ts';
import { CONTENTS_MARKS } from '../../src/drafts/markup/marks/contents-marks.ts';
import { DEFINITION_MARKS } from '../../src/drafts/markup/marks/definition-marks.ts';
import { EXPORT_MARKS } from '../../src/drafts/markup/marks/export-marks.ts';
import { FIGURE_CAPTIONS } from '../../src/drafts/markup/marks/figure-captions.ts';
import { LAIKA_MARKS } from '../../src/drafts/markup/marks/laika-marks.ts';
import { MDC_MARKS } from '../../src/drafts/markup/marks/mdc-marks.ts';
import { MKDOCS_MARKS } from '../../src/drafts/markup/marks/mkdocs-marks.ts';
import { MODULE_MARKS } from '../../src/drafts/markup/marks/module-marks.ts';
import { OUTLINE_MARKS } from '../../src/drafts/markup/marks/outline-marks.ts';
import { PANDOC_MARKS } from '../../src/drafts/markup/marks/pandoc-marks.ts';
import { SLIP_MARKS } from '../../src/drafts/markup/marks/slip-marks.ts';
import { WORDED_TAGS } from '../../src/drafts/markup/worded-tags.ts';
import { parseDraft } from '../../src/drafts/parse-draft.ts';

const parse = (text: string, path = 'a.md') => parseDraft(text, { path, siteUrl: 'https://example.org' });
const words = (text: string, path?: string): string => draftWords(parse(text, path)).join(' ');
const findings = (text: string, path?: string): string[] =>
  parse(text, path).findings.map(({ code }) => code);

it.each(['<InlineMath math={lamp} />', '<Math tex={lamp}></Math>'])(
  'a formula that only the page knows is an error: %s',
  (tag) => expect(findings(`So ${tag} holds.`)).toEqual(['template-value']),
);

describe('marks of one engine leave only the author’s words', () => {
  it.each([
    ...BROKEN_LINKS,
    ...OUTLINE_MARKS,
    ...FIGURE_CAPTIONS,
    ...PANDOC_MARKS,
    ...EXPORT_MARKS,
    ...ABBREVIATION_MARKS,
    ...ASIDE_MARKS,
    ...LAIKA_MARKS,
    ...MKDOCS_MARKS,
    ...DEFINITION_MARKS,
    ...CONTENTS_MARKS,
    ...SLIP_MARKS,
    ...MODULE_MARKS,
    ...MDC_MARKS,
  ])('$name', ({ sample, leaves }) => expect(words(sample)).toBe(leaves));

  it.each(WORDED_TAGS)('$why', ({ sample, leaves }) => expect(words(sample)).toBe(leaves));

  it.each([
    ['bookdown’s tables', 'Table \\@ref(tab:rain-1) shows it.', `Table ${HOLE} shows it.`],
    ['Quarto’s panels', '::: {#fig-masts layout-ncol=2}\n\nTwo masts.\n:::', 'Two masts.'],
    ['the list of works', 'It rose.\n\n::: {#refs}\n:::', 'It rose.'],
    ['a note with an id', '::: {#tide .callout-tip}\n## Mind it\nIt comes.\n:::', 'Mind it It comes.'],
    ['two classes', '::: {.column-body .wide}\nIt comes.\n:::', 'It comes.'],
    ['colons on both sides', '::: aside :::\nIt comes.\n:::', 'It comes.'],
    [
      'nested divs',
      ':::: {.columns}\n::: {.column width="50%"}\nOne.\n:::\n::: {.column}\nTwo.\n:::\n::::',
      'One. Two.',
    ],
    ['Qiita’s notes', ':::note warn\n潮は速い。\n:::', '潮は速い。'],
    ['Zenn’s messages', ':::message alert\n潮は速い。\n:::', '潮は速い。'],
    [
      'tabs of MkDocs',
      '=== "On a Mac"\n\n    Use the cable.\n\n=== "Linux"\n\n    Use the port.',
      'On a Mac Use the cable. Linux Use the port.',
    ],
    [
      'two badges',
      '![a](https://img.shields.io/a.svg) ![b](https://img.shields.io/b.svg)\n\nIt rose.',
      'It rose.',
    ],
    [
      'files that MkDocs includes',
      'It rose.\n\n--8<--\n"parts/news.md"\nparts/tide.md\n--8<--\n\nIt fell.',
      'It rose. It fell.',
    ],
    ['no files: a sentence', 'It rose.\n\n--8<--\nIt fell.\n--8<--', 'It rose. --8<-- It fell. --8<--'],
    ['notes of Word', 'It froze[\\[1\\]](#_ftn1).\n\n[\\[1\\]](#_ftnref1) In May.', 'It froze.'],
    ['a comment button', 'It rose.\n\n[Leave a comment](https://a.substack.com/p/b/comments)', 'It rose.'],
    [
      'exports in a `.md` file',
      'export const Mark = ({children}) => (\n  <b>\n    {children}\n  </b>\n);\n\nIt <Mark>rose</Mark>.',
      'It rose.',
    ],
    [
      'the head of a page in Svelte',
      '<script>\n  import A from "./A.svelte";\n</script>\n\n<svelte:head><title>t</title></svelte:head>\n\n{@html rain}\n\nIt rose.',
      'It rose.',
    ],
    [
      'Nuxt’s notes with a title',
      '::callout\n#title\nMind it\n\n#default\nIt comes.\n::',
      'Mind it It comes.',
    ],
    ['Pelican’s summary', 'It rose.\n\nPELICAN_END_SUMMARY\n\nIn May.', 'It rose. In May.'],
    [
      'a block of an outline without words',
      '- It rose.\n- {{query (and a b)}}\n- In May.',
      'It rose. In May.',
    ],
    [
      'a note of a vault in a sentence',
      'See ![[The log]], then ask.\n\n![[Other]]',
      'See The log, then ask.',
    ],
    [
      'Hexo’s authors',
      '{% blockquote David Levithan, Wide Awake %}\nSeek.\n{% endblockquote %}',
      'Seek. — David Levithan, Wide Awake',
    ],
    [
      'Octopress’s sources',
      '{% blockquote Ana https://example.org The log %}\nSeek.\n{% endblockquote %}',
      'Seek. — Ana, The log',
    ],
    [
      'Hexo’s posts of somebody',
      '{% blockquote @ana https://example.org %}\nSeek.\n{% endblockquote %}',
      'Seek. — @ana',
    ],
    [
      'Hugo’s authors',
      '{{< quote author="Ana" source="The log" >}}\nSeek.\n{{< /quote >}}',
      'Seek. — Ana, The log',
    ],
    ['a style of a quotation', '{{< quote left >}}\nSeek.\n{{< /quote >}}', 'Seek.'],
    ['a formula of Hugo', 'So {{< math >}}x^2{{< /math >}} holds.', 'So x² holds.'],
    ['a formula in an attribute', "It is <InlineMath math='O(m \\log m)' />.", 'It is O(m log m).'],
    ['one in an attribute of a pair', 'So <Math tex="x^2"></Math> holds.', 'So x² holds.'],
    ['one between tags', 'So <Math>y_1</Math> holds.', 'So y₁ holds.'],
    [
      'one in a string of JavaScript',
      'So <TeX math={"\\\\beta"} /> and <Math tex={String.raw`\\pi`} />.',
      'So β and π.',
    ],
    ['one in a string with single backslashes', 'So <Math tex={`\\pi`} /> holds.', 'So π holds.'],
    ['a formula of Forem', '{% katex %}\nx^2\n{% endkatex %}', 'x²'],
    ['a form of WordPress', 'It rose.\n\n[contact-form-7 id="1" title="Ask"]\n\nIn May.', 'It rose. In May.'],
    ['a box of a plugin', '[alert style="note"]It rose.[/alert]', 'It rose.'],
    ['a quotation in a forum', '[quote="ana, post:1, topic:2"]\nIt rose.\n[/quote]', 'It rose. — ana'],
    ['a fold in a forum', '[details="More"]\nIt rose.\n[/details]', 'More It rose.'],
    [
      'Ghost’s notes',
      '<div class="kg-callout-card"><div class="kg-callout-emoji">💡</div><div class="kg-callout-text">It rose.</div></div>',
      'It rose.',
    ],
    [
      'two slides',
      '# One\n\nIt rose.\n\n---\nlayout: center\n---\n\n# Two\n\nIn May.',
      'One It rose. Two In May.',
    ],
    ['a number in words of MyST', 'See {numref}`Figure %s <fig-mast>` there.', `See ${HOLE} there.`],
  ])('%s', (_, text, expected) => expect(words(text)).toBe(expected));

  it.each([
    ['code that begins with r', 'The call `r x` is code.'],
    ['a note with a title', ':::note Before you go\nDry it.\n:::'],
    ['an address', 'See \\@ref and @ref(x).'],
    ['a choice of CSS', 'Match [type="text"] and a[href="x"] there, or [a b] and [c d=1].'],
    ['an import of Python', 'import Tabs from nowhere\n\nIt rose.'],
    ['braces without Svelte', 'A set {x} and {y} of <b>two</b>.'],
    ['a scope', 'Call std::vector and ::before here.'],
    ['a link to a place', 'See [1](#one) and [2](#fn2).'],
    ['an underlined heading', 'Radar\n===\n\nIt rose.'],
  ])('%s is left as it is', (_, text) => expect(findings(text)).not.toContain('template-value'));

  it.each([
    ['import mast from \'./mast.png\';\n\n<Image src={mast} alt="A mast" />', './mast.png'],
    ['import mast from \'./mast.png\';\n\n<Figure src={mast.src} alt="A mast" />', './mast.png'],
    ['<Image src={require(\'./mast.png\').default} alt="A mast" />', './mast.png'],
  ])('a picture that the page imports is a picture: %j', (text, path) =>
    expect(parse(text, 'a.mdx').blocks).toMatchObject([{ type: 'image', image: { path, alt: 'A mast' } }]),
  );

  it.each([
    ['It rose ![Wink](/emotions/smiley-wink.gif)', 'It rose 😉'],
    ['It rose ![Wink](/emotions/smiley-wink.gif) at noon.', 'It rose 😉 at noon.'],
    ['It rose ![Wink](/a/wlEmoticon-wink_2.png) at noon.', 'It rose 😉 at noon.'],
    ['It rose <img src="/wp-includes/images/smilies/icon_x.gif" alt=":-)"> at noon.', 'It rose :-) at noon.'],
    ['It rose ![+1](https://example.org/images/icons/emoji/unicode/1f44d.png?v8)', 'It rose 👍'],
    ['It rose. ![](/smilies/icon_q.gif)', 'It rose.'],
  ])('a face in a sentence is a sign, not a picture: %s', (text, expected) => {
    const { blocks } = parse(text);
    expect(draftWords({ blocks }).join(' ')).toBe(expected);
    expect(blocks.map(({ type }) => type)).toEqual(['paragraph']);
  });

  it.each([
    ['![Emoji](/images/emoji-picker.png)'],
    ['![Wink](/images/wink.gif)'],
    ['![The six emotions](/emotions/chart.png)'],
    ['<image src="/a.png" alt="A"/>'],
  ])('any other is a picture: %s', (text) => expect(parse(text).blocks).toMatchObject([{ type: 'image' }]));

  it('badges that a post is about stay', () =>
    expect(parse('It rose.\n\n![a](https://img.shields.io/a.svg)').blocks).toMatchObject([
      { type: 'paragraph' },
      { type: 'image' },
    ]));

  it.each([
    ['.. title: Radar\n.. date: 2026-03-02 14:00:00 UTC\n.. link: \n\nIt rose.'],
    ['<!--\n.. title: Radar\n.. date: 2026-03-02\n-->\n\nIt rose.'],
    ['title:: Radar\ntags:: [[a]]\n\nIt rose.'],
  ])('a header of Nikola or Logseq gives the title: %j', (text) => {
    expect(parse(text).title).toBe('Radar');
    expect(words(text)).toBe('It rose.');
  });

  it('the settings of Laika are front matter, and no template is', () => {
    const settings =
      '{%\n  author: "Ana"\n  date: "2026-03-02"\n  tags: [technical]\n%}\n\n# Radar\n\nIt rose.';
    expect(parse(settings)).toMatchObject({
      title: 'Radar',
      isOfBlog: true,
      settings: { date: '2026-03-02' },
    });
    expect(findings(settings)).toEqual([]);
    // Names of other settings.
    expect(findings(settings.replace('"Ana"', `[\${ana}, \${bo}]`))).toEqual([]);
    expect(parse('{%\n  include: a.md\n%}\n\nIt rose.').isOfBlog).toBeUndefined();
  });

  it('a number that only the engine knows is reported', () =>
    expect(findings('See Figure \\@ref(fig:mast).')).toEqual(['template-value']));
});

it('a cell that holds nothing but a box to tick shows it', () => {
  const text =
    '<table><tr><th>Gate</th><th>Open</th></tr><tr><td>North</td><td><input type=radio></td></tr><tr><td>South</td><td><label><input checked type="radio"></label></td></tr></table>';
  expect(parseDraft(`---\ndate: 2026-05-01\n---\n${text}\n`, { path: 'a.md' }).blocks).toMatchObject([
    {
      type: 'table',
      rows: [
        ['Gate', 'Open'],
        ['North', '○'],
        ['South', '◉'],
      ],
    },
  ]);
});
