import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../src/drafts/parse-draft.ts';
import { postsOnX } from './posts-on-x.ts';

const posts = (text: string): string =>
  postsOnX(parseDraft(text, { path: 'a.md', siteUrl: 'https://example.org' }));

describe('what the engines of blogs show, the thread says', () => {
  it.each([
    [
      'the footnotes of a table stand below it',
      'We measured it.\n\n| gate | May[^m] |\n|---|---|\n| oak | 4[^o] |\n| ash | 5[^m] |\n\nIt rose.[^r]\n\n[^m]: The fourth, at *noon*.\n[^o]: Without the lock.\n[^r]: In June.',
      'We measured it.\n\n[a] The fourth, at noon.\n\n[b] Without the lock.\n\nIt rose.[1]\n\n[1] In June.',
    ],
    [
      'code that is a part of a word has no backticks, whatever the other code of its sentence needs',
      'Chain `Gate`s with `.`, and then `un`lock `it `at `. `dawn.',
      'Chain Gates with `.`, and then unlock `it `at `. `dawn.',
    ],
    [
      'a name between two dollars',
      'The triangle $$PQR$$ has a side $$a$$.',
      'The triangle PQR has a side a.',
    ],
    ['money between two dollars', 'It cost $$ and $$ more.', 'It cost $$ and $$ more.'],
  ])('%s', (_, written, shown) => expect(posts(written)).toBe(shown));

  it('reads the lines of an indented item in a very long list as words, not as code', () => {
    const item = '  * The gate\n\n    It rose in May, and then it fell again, as it had done before.\n';
    const { blocks } = parseDraft(`${item}\n`.repeat(400), { path: 'a.md' });
    expect(blocks).toMatchObject([{ type: 'list', items: { length: 400 } }]);
    expect(JSON.stringify(blocks)).not.toContain('"code"');
  });

  it('keeps the levels of a very long item', () => {
    const words = 'It rose in May, and then it fell again, as it had done before. '.repeat(10);
    const talk = `  * A talk  \n    Ana\n\n    ${words}\n\n    ${words}\n\n`;
    const { blocks } = parseDraft(`* Talks\n\n${talk.repeat(40)}* The end\n`, { path: 'a.md' });
    expect(JSON.stringify(blocks)).not.toContain('"code"');
    expect(blocks).toMatchObject([
      { type: 'list', items: [{ blocks: [{}, { type: 'list', items: { length: 40 } }] }, {}] },
    ]);
  });

  it('marks the notes of a table in its cells, and in its alt text', () => {
    const { blocks } = parseDraft('| a[^1] |\n|---|\n| `[^1]` b[^2] |\n\n[^1]: One.\n[^2]: Two.', {
      path: 'a.md',
    });
    expect(blocks[0]).toMatchObject({
      rows: [['a[a]'], ['[^1] b[b]']],
      source: '| a[a] |\n|---|\n| `[^1]` b[b] |',
    });
  });
});
