import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../src/drafts/parse-draft.ts';
import { postsOnX } from './posts-on-x.ts';

type Row = readonly [name: string, written: string, shown: string, path?: string];

const posts = (text: string, path: string): string =>
  postsOnX(parseDraft(text, { path, siteUrl: 'https://example.org' }));

/** What stands near the cases that were reported: another engine, another nesting, another language, another place. */
const NEIGHBOURS: Readonly<Record<string, readonly Row[]>> = {
  'front matter that does not open the file': [
    ['below a line of spaces', '   \n\n---\ntitle: Radar\ndraft: true\n---\nIt works.', 'It works.'],
    ['TOML below a comment', '<!-- generated -->\n+++\ntitle = "Radar"\n+++\n\nIt works.', 'It works.'],
    ['with Windows’ line ends and dots', '\r\n---\r\ntags: [a, b]\r\n...\r\nIt works.', 'It works.'],
  ],
  'front matter without a fence': [
    [
      'in German',
      'Title: Der Pegel\nDate: 2026-03-01\nTags: pegel, radar\n\nEr steigt.',
      'Der Pegel\n\nEr steigt.',
    ],
    [
      'with a value on two lines',
      'Title: Radar\nSummary: One line\n    and another\n\nIt works.',
      'Radar\n\nIt works.',
    ],
    [
      'but a dialogue is text',
      'Ana: It works.\nBo: It does.\n\nSo they said.',
      'Ana: It works.\nBo: It does.\n\nSo they said.',
    ],
  ],
  'raised digits': [
    [
      'negative, in a link',
      'It is [10<sup>-3</sup> m](https://example.org/a).',
      'It is 10⁻³ m [1].\n\n[1] https://example.org/a',
    ],
    ['upper case with an attribute, in an item', '- 10<SUP class="x">12</SUP> of them', '- 10¹² of them'],
    ['not closed before the paragraph ends', 'About 10<sup>6\n\nNext.', 'About 10⁶\n\nNext.'],
  ],
  'words that were struck out': [
    ['over bold words', 'It cost ~~**12 euros**~~ 8 euros.', 'It cost 8 euros.'],
    ['in a quotation, as HTML in capitals', '> It cost <DEL>12</DEL> 8 euros.', '> It cost 8 euros.'],
    ['but one tilde is about', 'It took ~14 days, or ~2 weeks.', 'It took ~14 days, or ~2 weeks.'],
  ],
  'names with underscores': [
    ['at the start, with a dot behind', '_@_ana_ said so._ And @bo_b_.', '@_ana_ said so. And @bo_b_.'],
    ['a hashtag in an item', '- #high_water_mark and #_x_', '- #high_water_mark and #_x_'],
    ['a handle of Mastodon', 'By @_ana_@example.social and @bo__c.', 'By @_ana_@example.social and @bo__c.'],
  ],
  'Chinese and Japanese lines that were wrapped': [
    [
      'in an item',
      '- 我们沿着河岸量了两次水位，结果完全一样，\n  所以相信这个数字。',
      '- 我们沿着河岸量了两次水位，结果完全一样，所以相信这个数字。',
    ],
    [
      'in a quotation',
      '> 水位は二回はかりました。結果はまったく\n> 同じでした。',
      '> 水位は二回はかりました。結果はまったく同じでした。',
    ],
    [
      'not Korean',
      '---\nkind: article\n---\n우리는 강가에서 수위를 두 번\n쟀습니다.',
      '우리는 강가에서 수위를 두 번 쟀습니다.',
    ],
  ],
  'marks of a vault': [
    ['a comment inside an item', '- Words. %%private%%\n- More.', '- Words.\n- More.'],
    [
      'a link to a heading, and a mark at the end of a quotation',
      '> In [[Log#May|the log]]. ^abc1',
      '> In the log.',
    ],
    [
      'a callout that is folded, inside a list',
      '- Note:\n  > [!tip]- Dry it\n  > With a cloth.',
      '- Note:\n\n  Dry it\n\n  With a cloth.',
    ],
  ],
  'attributes of kramdown, pandoc and MDX': [
    ['behind a heading and an item', '## Radar {#radar .big}\n\n- One{:.x}\n- Two', 'Radar\n\n- One\n- Two'],
    [
      'a class on its own line below a quotation',
      '> Words of a log.\n{: .wide }\n\nMore of them.',
      '> Words of a log.\n\nMore of them.',
    ],
    ['an expression that holds words', 'It is {"ten"} o’clock{" "}now.', 'It is ten o’clock now.', 'a.mdx'],
  ],
  'shortcodes and template tags': [
    ['paired with percent signs in an item', '- One {{% mark %}}two{{% /mark %}} three', '- One two three'],
    ['with dashes, over two lines', 'One.\n\n{%- include note.html\n   text="x" -%}\n\nTwo.', 'One.\n\nTwo.'],
    ['self-closing at the end of a sentence', 'It rose {{< icon name="up" />}}.', 'It rose.'],
  ],
  'components in a sentence': [
    ['with a dotted name', 'See <Chart.Note>the note</Chart.Note> there.', 'See the note there.', 'a.mdx'],
    ['a custom element', 'In <x-time datetime="2026">May</x-time> it rose.', 'In May it rose.'],
    [
      'but a generic type stays',
      'A Map<Key, Value> and Option<T> here.',
      'A Map<Key, Value> and Option<T> here.',
    ],
  ],
  'paragraphs under tags': [
    [
      'nested, with attributes in capitals',
      '<DIV CLASS="a">\n<Section ID=b>\nWords stay.\n</Section>\n</DIV>',
      'Words stay.',
    ],
    ['a component without an end', '<Intro>\nWords stay.\n\nMore.', 'Words stay.\n\nMore.', 'a.mdx'],
    [
      'details in an item',
      '- One\n\n  <details><summary>More</summary>\n\n  Hidden words.\n\n  </details>',
      '- One\n\n  More\n\n  Hidden words.',
    ],
  ],
  'lines inside HTML that an editor wrapped': [
    [
      'around a link',
      '<p>It rose (\n<a href="https://example.org/a">the log</a>\n) in\nMay.</p>',
      'It rose ( the log [1] ) in May.\n\n[1] https://example.org/a',
    ],
    ['in an item', '<ul>\n  <li>It rose\n  in May</li>\n</ul>', '- It rose in May'],
    ['but not Markdown between tags', '<div>\n\n- One\n- Two\n\n</div>', '- One\n- Two'],
  ],
  'the author’s own numbers': [
    [
      'in a list',
      '- As [1] says.\n- See [the log](https://example.org/a).',
      '- As [1] says.\n- See the log [2].\n\n[2] https://example.org/a',
    ],
    [
      'zero first',
      'As [0] and [1] say, see [the log](https://example.org/a).',
      'As [0] and [1] say, see the log [2].\n\n[2] https://example.org/a',
    ],
    [
      'as code',
      'Look at `[1]` and `[2]` of [the log](https://example.org/a).',
      'Look at [1] and [2] of the log [3].\n\n[3] https://example.org/a',
    ],
    [
      'a single one',
      'See [one](https://example.org/a) [2], and [two](https://example.org/b).',
      'See one [1] [2], and two [3].\n\n[1] https://example.org/a\n[3] https://example.org/b',
    ],
    [
      'but an index in code is none',
      'It is `rain[1]` of [the log](https://example.org/a).',
      'It is rain[1] of the log [1].\n\n[1] https://example.org/a',
    ],
    [
      'but a year is no number of a source',
      'In [2019] we built [it](https://example.org/a).',
      'In [2019] we built it [1].\n\n[1] https://example.org/a',
    ],
  ],
  formulas: [
    ['with Greek letters', 'So $\\alpha + \\beta_1 = 2$ holds.', 'So α + β₁ = 2 holds.'],
    ['in an item, with an exponent', '- $x^2$ is enough', '- x² is enough'],
    ['but prices stay', 'It costs $5, not $10.', 'It costs $5, not $10.'],
  ],
  'boxes and empty items': [
    ['a capital X, numbered', '1. [X] weigh\n2. [ ] eat', '1. ☑ weigh\n2. ☐ eat'],
    ['an empty item in the middle', '- One\n-\n- Two', '- One\n- Two'],
    ['a nested box', '- Plan\n  - [ ] dry it', '- Plan\n  - ☐ dry it'],
  ],
  'what is shown on another site': [
    [
      'a frame in an item',
      '- So: <iframe SRC="//www.youtube-nocookie.com/embed/abcdefghijk"></iframe>',
      '- So: https://www.youtube.com/watch?v=abcdefghijk',
    ],
    [
      'a component of MDX',
      'Here it is:\n\n<YouTube id="abcdefghijk" />',
      'Here it is:\n\nhttps://www.youtube.com/watch?v=abcdefghijk',
      'a.mdx',
    ],
    [
      'a tag of Liquid',
      'Here it is:\n\n{% gist ana/0a1b2c3d %}',
      'Here it is:\n\nhttps://gist.github.com/ana/0a1b2c3d',
    ],
    [
      'a script that shows a gist',
      '以下のように\n<script src="https://gist.github.com/ana/0a1b2c3d.js"></script>',
      '以下のように\n\nhttps://gist.github.com/ana/0a1b2c3d',
    ],
    ['a post', '{{< x user="ana" id="1234567890" >}}', 'https://x.com/ana/status/1234567890'],
    [
      'a frame that the words announce',
      'The form looks as follows:\n\n<iframe src="https://example.org/form?a=1"></iframe>',
      'The form looks as follows:\n\nhttps://example.org/form?a=1',
    ],
    [
      'a frame that Japanese words announce',
      '結果は以下のような表示です。\n\n<iframe src="//example.org/form"></iframe>',
      '結果は以下のような表示です。\n\nhttps://example.org/form',
    ],
    [
      'slides of a script',
      'So:\n\n<script async class="speakerdeck-embed" data-id="0a1b" src="//speakerdeck.com/assets/embed.js"></script>',
      'So:\n\nhttps://speakerdeck.com/player/0a1b',
    ],
    [
      'a sound elsewhere',
      'There is a song.\n\n<audio controls src="https://example.org/song.mp3"></audio>',
      'There is a song.\n\nhttps://example.org/song.mp3',
    ],
    [
      'a frame of an unknown site goes',
      'Words.\n\n<iframe src="https://example.org/form"></iframe>',
      'Words.',
    ],
  ],
  'labels of controls': [
    [
      'two buttons of a demo',
      'Try it:\n\n<div><button>Start</button> <BUTTON class="b">Stop</BUTTON></div>\n\nDone.',
      'Try it:\n\nDone.',
    ],
    ['a button in a sentence', 'Press <button>Save</button> twice.', 'Press Save twice.'],
    [
      'a button in a link',
      '<a href="https://example.org/a"><button>Get it</button></a>',
      'Get it [1]\n\n[1] https://example.org/a',
    ],
  ],
  'who speaks': [
    [
      'a dialogue',
      '<Talk name="Ana">\n  Did it rise?\n</Talk>\n<Talk name="Bo">It did.</Talk>',
      'Ana: Did it rise?\n\nBo: It did.',
      'a.mdx',
    ],
    ['a name that is a key of the program', '<Icon name="up">rose</Icon> again', 'rose again', 'a.mdx'],
    ['an input’s name', '<div name="Form">Words.</div>', 'Words.'],
  ],
  'references beside words without spaces': [
    [
      'in Japanese',
      '[水位表][1]を見ました。\n\n[1]: https://example.org/a',
      '水位表 [1]を見ました。\n\n[1] https://example.org/a',
    ],
    [
      'behind Japanese, with brackets inside',
      'これは[[下書き] 水位表][1]です。\n\n[1]: https://example.org/a',
      'これは[下書き] 水位表 [1]です。\n\n[1] https://example.org/a',
    ],
    [
      'before words in brackets',
      'See [the log][1](in German).\n\n[1]: https://example.org/a',
      'See the log [1](in German).\n\n[1] https://example.org/a',
    ],
  ],
  'pictures under a name of the blog': [
    [
      'a component',
      'It rose:\n\n<Wide src="mast.png" alt="A mast" caption="In May" />',
      'It rose:\n\nIn May',
      'a.mdx',
    ],
    ['a shortcode without names', 'It rose.\n\n{{< wide "mast.png" "A mast" >}}', 'It rose.'],
    [
      'an include',
      'It rose.\n\n{% include card.html image="/mast.png" title="In May" %}',
      'It rose.\n\nIn May',
    ],
    [
      'an include whose title is the alt text',
      'It rose.\n\n{% include wide_img.html url="/mast.png" title="A mast" %}',
      'It rose.',
    ],
    [
      'an include with an alt text and a title',
      'It rose.\n\n{% include wide_img.html url="/mast.png" title="In May" alt="A mast" %}',
      'It rose.\n\nIn May',
    ],
  ],
  'titles of links': [
    [
      'an address is no title',
      'See [the app](https://example.org/a "https://example.org/a") here.',
      'See the app [1] here.\n\n[1] https://example.org/a',
    ],
    [
      'in single quotes, by name',
      "See [the app][a] here.\n\n[a]: https://example.org/a 'The app of 2026'",
      'See the app [1] here.\n\n[1] The app of 2026: https://example.org/a',
    ],
    [
      'as HTML',
      'See <a href="https://example.org/a" title="x">the app</a>.',
      'See the app [1].\n\n[1] https://example.org/a',
    ],
  ],
  'names of emoji': [
    ['in an item and a heading', '## Done :tada:\n\n- :warning: wet', 'Done 🎉\n\n- ⚠️ wet'],
    [
      'but times, roles and code stay',
      'At 10:30:00, `:tada:`, :ref:`x`, std::vector::x and :no_such:.',
      'At 10:30:00, :tada:, :ref:x, std::vector::x and :no_such:.',
    ],
    ['in the title', '---\ntitle: "Done :+1:"\ndate: 2026-03-01\n---\nIt rose.', 'Done 👍\n\nIt rose.'],
    ['two in a row', '続く:sparkles::rocket:', '続く✨🚀'],
  ],
};

describe.each(Object.entries(NEIGHBOURS))('%s', (_kind, rows) => {
  it.each(rows)('%s', (_name, written = '', shown = '', path = 'a.md') => {
    expect(posts(written, path)).toBe(shown);
  });
});
