import { describe, expect, it } from 'vitest';
import { draftWords } from '../../src/drafts/draft-words.ts';
import { parseDraft } from '../../src/drafts/parse-draft.ts';

const parse = (text: string, path = 'a.md') => parseDraft(text, { path, siteUrl: 'https://example.org' });
const words = (text: string, path?: string): string => draftWords(parse(text, path)).join(' ');
const findings = (text: string, path?: string): string[] =>
  parse(text, path).findings.map(({ code }) => code);

describe('what editors, generators and exports write becomes the author’s words', () => {
  it.each([
    [
      'Docusaurus',
      ':::danger Take care {#care .big}\nIt comes fast.\n:::',
      'Take care It comes fast.',
      'a.mdx',
    ],
    ['Docusaurus, with props', ':::tip[Before]{icon=false}\n\nDry it.\n\n:::', 'Before Dry it.', 'a.mdx'],
    ['Docusaurus’s headings', '## Radar {#radar}\n\nWords.', 'Radar Words.', 'a.mdx'],
    [
      'Docusaurus’s tabs',
      '<Tabs>\n<TabItem value="mac" label="macOS">\n\nUse the cable.\n\n</TabItem>\n</Tabs>',
      'macOS Use the cable.',
      'a.mdx',
    ],
    ['VitePress', '[[toc]]\n\n::: details More\nHidden.\n:::', 'More Hidden.'],
    ['Gatsby', 'export const query = graphql`\n  query { site }\n`\n\nWords.', 'Words.', 'a.mdx'],
    [
      'Quarto',
      '::: {.callout-warning title="Mind the tide" icon=false}\nIt is fast.\n:::',
      'Mind the tide It is fast.',
    ],
    [
      'Obsidian, in a script whose vowels are marks',
      'দেখুন [[সেটিংস]] ও [[থিম|থিমগুলি]]।',
      'দেখুন সেটিংস ও থিমগুলি।',
    ],
    [
      'Quarto, with cells that hide their code',
      'Look.\n\n```{python}\n#| echo: false\nplot()\n```\n\n```{r, include=FALSE}\nx\n```\n\nWords.',
      'Look. Words.',
    ],
    [
      'a side note of a component',
      'It sank<Footnote>In <em>May</em>.</Footnote> and <Sidenote>as told</Sidenote> rose.',
      'It sank (In May.) and (as told) rose.',
      'a.mdx',
    ],
    [
      'a side note of a shortcode',
      'It sank{{< sidenote >}}In May.{{< /sidenote >}}.\n\n{{% marginnote %}}\nIn June.\n{{% /marginnote %}}',
      'It sank (In May.). In June.',
    ],
    [
      'Zola’s calls',
      '{{ figure(src="mast.png", caption="The mast") }}\n\n{% quote(author="Ana") %}\nIt rose.\n{% end %}\n\nDone.',
      'The mast It rose. — Ana Done.',
    ],
    [
      'a component of any name',
      '<Player src="https://www.youtube.com/embed/abcdefghijk" />',
      'https://www.youtube.com/watch?v=abcdefghijk',
      'a.mdx',
    ],
    [
      'a button of the page',
      'It rose.\n\n[↗ Focus](https://example.org){.link}\n\n[→ Read on](https://example.org/b)',
      'It rose. → Read on',
    ],
    ['Typora', '[toc]\n\nH~2~O and x^2^.', 'H2O and x².'],
    ['Notion', '- [x]  done\n- [ ]  open', '☑ done ☐ open'],
    ['Logseq', 'public:: true\n\n- Words.\n  id:: 64a1b2c3\n\t- level:: 2.4', 'Words. level: 2.4'],
    ['Pelican', 'See [other]({filename}other.md) there.', 'See other there.'],
    [
      'WordPress’s captions',
      '[caption id="a" width="300"]<img src="b.png" alt="A float" /> In May.[/caption]',
      'In May.',
    ],
    [
      'WordPress’s captions of old, as the words below the picture',
      'So.\n\n[caption id="a" width="300" caption="A float"][![b](b.png)](https://example.org/b)[/caption]It rose.',
      'So. A float It rose.',
    ],
    [
      'the same around words',
      'So.\n\n[caption id="a" caption="A float"]It sank.[/caption]\n\nIt rose.',
      'So. It sank. It rose.',
    ],
    ['WordPress’s embeds', 'So:\n\n[embed]https://example.org/x[/embed]', 'So: https://example.org/x'],
    [
      'WordPress’s media',
      'So.\n\n[audio mp3="https://example.org/a.mp3"][/audio]\n\n[gallery ids="1,2"]',
      'So.',
    ],
    ['a button of a WordPress theme', '[su_button url="https://example.org"]Press[/su_button]', 'Press'],
    [
      'brackets of the author',
      'The [video] and [audio](https://e.org) and [code] of it.',
      'The [video] and audio and [code] of it.',
    ],
    ['Substack’s footnotes', '<p>Words.<a class="footnote-anchor" href="#footnote-1">1</a></p>', 'Words.¹'],
    ['Substack’s headings', '[\n\n## Radar\n\n](https://example.org/radar)', 'Radar'],
    ['Medium’s cards', '<a href="https://e.org/b"><b>Post</b></a><a href="https://e.org/b"></a>', 'Post'],
    [
      'a shop’s widget',
      '<a href="https://e.org/b"><img src="b.png" alt="B"></a>\n\n<a href="https://e.org/b">Book</a>',
      'Book',
    ],
    ['a picture that leads on', '<a href="https://e.org/b"><img src="b.png" alt="B"></a>', ''],
    [
      'a picture that leads to a video',
      '<a href="https://youtu.be/abcdefghijk"><img src="b.png" alt="B"></a>',
      'https://youtu.be/abcdefghijk',
    ],
    ['a card that a script makes', '<a class="card" href="https://e.org/b"></a>', 'https://e.org/b'],
    ['Liquid in code', 'Write `{% raw %}{{ a }}{% endraw %}` so.', 'Write {{ a }} so.'],
    [
      'a number in emphasis',
      '_Issue #222_ and _by @ana_ and _see #tide_; @_ana_ and #a_b_.',
      'Issue #222 and by @ana and see #tide; @_ana_ and #a_b_.',
    ],
    ['items of pictures only', '- ![a](a.png)\n- words', 'words'],
    ['a formula on a line of its own', 'So\n$$n|xn$$\nholds.', 'So n|xn holds.'],
    ['Hugo’s templates as names', 'What is {{ .RSSlink }}, exactly?', 'What is {{ .RSSlink }}, exactly?'],
    ['a link with loose words', 'So <a href="https://e.org">\n  try it\n</a>.', 'So try it .'],
    [
      'tags with deep attributes',
      '<div>\n  <div>\n    <a class="b"\n       href="https://e.org">\nTry it\n    </a>\n  </div>\n</div>',
      'Try it',
    ],
    ['money', 'It costs $$ and more $$ than that.', 'It costs $$ and more $$ than that.'],
  ])('%s', (_, text, expected, path = 'a.md') => expect(words(text, path)).toBe(expected));

  it.each([
    ['Hexo’s pictures', '{% asset_img mast.png The mast at dawn %}', 'mast.png', 'The mast at dawn'],
    [
      'ox-hugo’s captions',
      '{{< figure src="/a.png" caption="<b>Figure 1:</b> The mast" >}}',
      '/a.png',
      'Figure 1: The mast',
    ],
    ['spaces in a name', '![A mast](C:\\Pictures\\my mast.png)', 'C:/Pictures/my mast.png', 'A mast'],
    ['Pelican’s pictures', '![A mast]({static}/a.png)', '/a.png', 'A mast'],
    [
      'Substack’s pictures',
      '[\n\n![A mast](https://e.org/a.png)\n\n](https://e.org/large.png)',
      'https://e.org/a.png',
      'A mast',
    ],
  ])('%s are pictures', (_, text, path, alt) => {
    const images = parse(text).blocks.flatMap((block) => (block.type === 'image' ? [block.image] : []));
    expect(images).toMatchObject([{ path, alt }]);
  });

  it.each([
    ['a file that VitePress includes', 'Words.\n\n<<< @/snippets/read.js{2}', 'embedded-note'],
    ['a block that Logseq shows', '- See ((64a1b2c3-d4e5-f607-1829-3a4b5c6d7e8f)).', 'embedded-note'],
    ['a tag of Hexo with words', 'See {% mark primary@text here %} now.', 'not-text'],
  ])('%s is not lost without a finding', (_, text, code) => expect(findings(text)).toContain(code));

  it('a footnote inside the text is a footnote', () => {
    const { blocks, notes } = parse(
      'It froze.^[In the [hard winter](https://e.org), *again*.] Twice.^[Really.]',
    );
    expect(draftWords({ blocks }).join(' ')).toBe('It froze. Twice.');
    expect(notes.map((note) => draftWords(note).join(' '))).toEqual([
      'In the hard winter, again.',
      'Really.',
    ]);
  });

  it('a pattern is no footnote', () =>
    expect(words('Match ^[a-z] and ^[0-9]+$ there.')).toBe('Match ^[a-z] and ^[0-9]+$ there.'));
});
