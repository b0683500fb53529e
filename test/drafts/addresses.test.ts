import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../src/drafts/parse-draft.ts';
import { mastodonProfile } from '../../src/networks/mastodon/profile.ts';
import { buildThread } from '../../src/threads/build-thread.ts';
import { postsOnX } from './posts-on-x.ts';

const parse = (text: string) => parseDraft(text, { path: 'log/a.qmd', siteUrl: 'https://example.org' });
const found = (text: string): string[] =>
  parse(text).findings.flatMap(({ code, severity }) => (severity === 'info' ? [] : [code]));

describe('addresses of links', () => {
  it.each([
    [
      'words that are the name of the server are written once',
      'Use [Example.com](HTTP://www.example.com/), [example.com](http://www.example.com/), [example.com](http://www.example.com) and [example.com/log](https://example.com/log/).',
      'Use Example.com, example.com, example.com and example.com/log.',
    ],
    [
      'Quarto makes a folder of index.qmd, and a page of any other file',
      '---\ncanonical: https://example.org/log/a.html\n---\nSee [it](/log/tide/index.qmd#ice), [this](winter.qmd) and [that](../tide/index.qmd).',
      'See it [1], this [2] and that [3].\n\n[1] https://example.org/log/tide/#ice\n[2] https://example.org/log/winter.html\n[3] https://example.org/tide/',
    ],
    [
      'a whole address in a template keeps it',
      'See [the log]({{ "https://example.com/log" | shortened }}).',
      'See the log [1].\n\n[1] https://example.com/log',
    ],
  ])('%s', (_, text, post) => {
    expect(postsOnX(parse(text))).toBe(post);
    expect(found(text)).toEqual([]);
  });

  it('a server’s name gets its scheme on Mastodon, which links nothing without one', () =>
    expect(
      buildThread(parse('Use [example.com](https://www.example.com).'), mastodonProfile()).posts[0]?.text,
    ).toContain('https://example.com'));

  it('the text of a mail that a link writes is lost, and said', () => {
    const text =
      'Write [here](mailto:ana@example.org?subject=Log&body=I%20join.) or [there](mailto:bo@example.org?subject=Log).';
    expect(postsOnX(parse(text))).toBe('Write here (ana@example.org) or there (bo@example.org).');
    expect(found(text)).toEqual(['not-text-dropped']);
  });
});

it.each([
  ['in HTML', '[<a href="https://e.org/12">LAMP-12</a>] It rose.', '[LAMP-12]'],
  ['in Markdown', 'It rose \\[[LAMP-12](https://e.org/12)\\] at noon.', '[LAMP-12]'],
  ['around words of another script', 'It rose \\[[Мачта](https://e.org/12)\\] at noon.', '[Мачта]'],
  ['of an index', 'Take lamps[[i](https://e.org/12)] first.', 'i'],
  ['of a number', 'It rose \\[[1](https://e.org/12)\\] at noon.', '1'],
])(
  'square brackets around a link are part of its words, except those of an index or a number: %s',
  (_, text, expected) => {
    const [block] = parseDraft(text, { path: 'a.md' }).blocks;
    const runs = block?.type === 'paragraph' ? block.runs : [];
    expect(runs.flatMap((run) => (run.type === 'link' ? [run.text] : []))).toEqual([expected]);
  },
);
