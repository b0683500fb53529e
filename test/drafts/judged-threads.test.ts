import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../src/drafts/parse-draft.ts';
import { xProfile } from '../../src/networks/x/profile.ts';
import { buildThread } from '../../src/threads/build-thread.ts';

type Row = readonly [name: string, written: string, shown: string, frontMatter?: string];

const posts = (body: string, frontMatter = 'date: 2026-02-03'): string =>
  buildThread(
    parseDraft(`---\n${frontMatter}\n---\n\n${body}\n`, { path: 'a.md', siteUrl: 'https://example.org' }),
    xProfile(),
  )
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
};

describe.each(Object.entries(CASES))('%s', (_class, rows) => {
  it.each(rows)('%s', (_name, written = '', shown = '', frontMatter) =>
    expect(posts(written, frontMatter)).toBe(shown),
  );
});
