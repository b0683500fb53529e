import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../src/drafts/parse-draft.ts';
import { xProfile } from '../../src/networks/x/profile.ts';
import { buildThread } from '../../src/threads/build-thread.ts';
import { OWN_LINES } from '../../src/threads/layout/own-lines.ts';

const posts = (text: string): string =>
  buildThread(
    parseDraft(`---\nkind: article\nopen_with: text\n---\n\n${text}\n`, { path: 'a.md' }),
    xProfile(),
  )
    .posts.map((post) => post.text)
    .join('\n\n');

describe('lines that an article keeps', () => {
  it.each(OWN_LINES)('stay: $why', ({ sample }) => expect(posts(sample)).toBe(sample));

  it.each([
    ['in a quotation', '> It shuts.\n>\n> Yours,\n> Ana Silva', '> It shuts.\n\n> Yours,\n> Ana Silva'],
    [
      'with names of files',
      '`src/a.md`: What we wrote.\n**Public log**: What all read. It is kept.',
      'src/a.md: What we wrote.\nPublic log: What all read. It is kept.',
    ],
  ])('%s', (_, written, shown) => expect(posts(written)).toBe(shown));

  it.each([
    ['one line with a colon', 'It rose: we saw it at the gate,\nand nobody else did.'],
    ['a clause with a comma', 'At the old gate,\nAna saw it rise.'],
    ['an address in a sentence', 'https: is how an address begins,\nand http: too.'],
  ])('are not %s', (_, written) => expect(posts(written)).toBe(written.replace('\n', ' ')));
});
