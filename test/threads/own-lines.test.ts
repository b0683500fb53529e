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
  it.each(OWN_LINES)('stay: $why', ({ sample }) => {
    expect(sample).toContain('\n');
    expect(posts(sample)).toBe(sample);
  });

  it.each([
    ['letters below a first line', 'Two of them:\na. Shut the gate.\nb. Open it.'],
    ['letters in brackets', '(a) Shut the gate.\n(b) Open it.'],
    ['a farewell with four lines below the name', 'Yours,\nAna Silva\nKeeper\nThe Gate\nThe Sea\nThe Town'],
    ['a farewell of two offices', 'Thank you,\nGate and Mast Committee of the Town'],
  ])('stay: %s', (_, written) => expect(posts(written)).toBe(written));

  it('stay: the turns of a dialogue, whose own lines are joined', () =>
    expect(
      posts(
        'ana: It rose, and nobody at the gate saw it for\nall of the night.\nbo: Who had the watch?\nana: You had.',
      ),
    ).toBe(
      'ana: It rose, and nobody at the gate saw it for all of the night. bo: Who had the watch?\nana: You had.',
    ));

  it('are joined where two begin with the same word and a colon by chance', () => {
    const lines = [
      'There are two kinds of gates in this town, and they are kept by the same',
      'keeper: she opens them. There is a third one, which was built in May by a',
      'keeper: he shut it.',
    ];
    expect(posts(lines.join('\n'))).toBe(lines.join(' '));
  });

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
    ['letters out of order', 'a. Shut the gate.\nc. Open it.'],
    ['letters with another line between', 'a. Shut the gate.\nThen wait.\nb. Open it.'],
    ['a single letter below a line', 'Only one of them:\na. Shut the gate.'],
    ['letters inside the lines', 'See a. Shut the gate.\nSee b. Open it.'],
    ['a farewell with more lines than a letter has', 'Yours,\nAna\nBo\nCy\nDi\nEd\nFay'],
    ['words behind the comma of a farewell', 'Yours, as ever we wrote\nAna Silva'],
    ['a farewell in the middle of a line', 'we remain Yours,\nAna Silva'],
    ['a name in the middle of a line', 'Yours,\nfrom Ana Silva'],
    ['a sentence below the name', 'Yours,\nAna Silva\nShe keeps the gate. It shuts.'],
    ['small letters below the name', 'Yours,\nAna Silva\nwho keeps the Gate'],
    ['an address in a sentence', 'https: is how an address begins,\nand http: too.'],
  ])('are not %s', (_, written) =>
    expect(OWN_LINES.filter(({ holds }) => holds(written.split('\n')))).toEqual([]),
  );

  it('are no wrapped ones, which are joined', () =>
    expect(posts('It rose: we saw it at the gate,\nand nobody else did.')).toBe(
      'It rose: we saw it at the gate, and nobody else did.',
    ));
});
