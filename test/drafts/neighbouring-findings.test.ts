import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../src/drafts/parse-draft.ts';

/** The worst that is said of a draft, by code; what only informs is left out. */
const worries = (text: string, path: string): string[] =>
  parseDraft(text, { path }).findings.flatMap(({ code, severity }) => (severity === 'info' ? [] : [code]));

describe('near cases of a false finding, nothing is wrong', () => {
  it.each([
    [
      'wrappers in each other, in capitals',
      '<CENTER>\n<Section class="a">\n\nWords.\n\n</Section>\n</CENTER>',
      'a.md',
    ],
    ['a wrapper of MDX in an item', '- <Fade in={true}>Words.</Fade>', 'a.mdx'],
    ['a pair of shortcodes around a list', '{{% columns %}}\n- One\n- Two\n{{% /columns %}}', 'a.md'],
    [
      'a handle of Mastodon as a key of the blog',
      '---\nmastodon: "@ana@example.social"\n---\nWords.',
      'a.md',
    ],
    ['an id of a post on Bluesky', '---\nbluesky: 3lxws4wvgns27\n---\nWords.', 'a.md'],
    [
      'both, in TOML',
      '+++\nbluesky = "https://bsky.app/profile/a/post/b"\nmastodon = "https://a.example/@b/1"\n+++\nWords.',
      'a.md',
    ],
    ['an address of this machine in an item', '- Open http://127.0.0.1:8080/a', 'a.md'],
    ['one of the local network as a link', 'Open [the router](http://192.168.0.1).', 'a.md'],
    ['a port of localhost in a sentence', 'It listens on localhost:3000, as always.', 'a.md'],
    ['numbers with a sign', 'Issue #2, (#17) and C#7 are closed.', 'a.md'],
    ['a number with a sign in a heading and an item', '## Round #3\n\n- #4 is next', 'a.md'],
    ['a colour', 'We painted it #3366 and #112233.', 'a.md'],
    ['prices and a formula', 'It is $5; $x_1 > 2$ holds, and US$10 too.', 'a.md'],
    ['a single symbol', 'The angle 𝜃 and the value 𝑥.', 'a.md'],
    ['good alt text that is short', '![Radar](mast-2026.png)', 'a.md'],
    ['a script of the page', 'Words.\n\n<script src="/js/window.js"></script>', 'a.md'],
    [
      'the same definition twice',
      'See [a] and [a].\n\n[a]: https://example.org/a\n\n[a]: https://example.org/a',
      'a.md',
    ],
    [
      'settings that the engine fills in',
      "---\npermalink: '{{ page.url }}/index.html'\ndate: Last Modified\n---\nWords.",
      'a.md',
    ],
    ['a key that is far from ours', '---\nabout: A bug\n---\nWords.', 'a.md'],
    ['a second dagger', 'It rose.<sup>††</sup>', 'a.md'],
    ['a remark in brackets', '# Radar\n\nIt rose.\n\n[shudders]\n\nIt fell.', 'a.md'],
    ['marks for programs in other engines', 'Words.\n\n<!-- truncate -->\n<!-- excerpt -->\n\nMore.', 'a.md'],
  ])('%s', (_name, written, path) => {
    expect(worries(written, path)).toEqual([]);
  });
});

it('a script that the words announce stops the draft', () => {
  expect(worries('Here it runs:\n\n<script src="/js/demo.js"></script>', 'a.md')).toEqual(['announced-gap']);
});

it('one remark in brackets makes no second update', () => {
  const codes = (text: string): string[] =>
    parseDraft(text, { path: 'a.md' }).findings.map(({ code }) => code);
  expect(codes('# Radar\n\nIt rose.\n\n[shudders]\n\nIt fell.')).not.toContain('several-updates');
  expect(codes('[Log] It rose.\n\n[Log] It fell.')).toContain('several-updates');
});
