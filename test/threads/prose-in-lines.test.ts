import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../src/drafts/parse-draft.ts';
import { xProfile } from '../../src/networks/x/profile.ts';
import { buildThread } from '../../src/threads/build-thread.ts';
import { KEPT_LINES } from '../../src/threads/layout/prose-in-lines.ts';

const posts = (text: string): string =>
  buildThread(parseDraft(text, { path: 'a.md' }), xProfile())
    .posts.map((post) => post.text)
    .join('\n\n');

const ofBlog = (text: string): string => posts(`---\ndate: 2026-03-01\n---\n${text}\n`);

describe('the lines of a paragraph in a blog', () => {
  it.each(KEPT_LINES)('stay: $why', ({ sample }) => expect(ofBlog(sample)).toBe(sample));

  it.each([
    [
      'one sentence a line',
      'The float sank twice in the first week of May, which nobody noticed.\nWe put a radar over it.',
      'The float sank twice in the first week of May, which nobody noticed. We put a radar over it.',
    ],
    [
      'one clause a line, after a code mark',
      'We log `gauge.read()`,\nwhich returns the level of the water in metres above the old zero mark,\nand the time.',
      'We log gauge.read(), which returns the level of the water in metres above the old zero mark, and the time.',
    ],
    [
      'wrapped before a dash',
      'We log the level of the water in metres above the old zero mark of the float\n– and the time of the day.',
      'We log the level of the water in metres above the old zero mark of the float – and the time of the day.',
    ],
    [
      'one sentence up to a colon',
      'Near the end of our\nlast log about the old float of\nthe gate, we wrote:',
      'Near the end of our last log about the old float of the gate, we wrote:',
    ],
    [
      'ended behind a word that leads on',
      'Our opinion of it went very soon from “That is odd” to\n“We need a radar”.',
      'Our opinion of it went very soon from “That is odd” to “We need a radar”.',
    ],
    [
      'wrapped before a name',
      'The old float is in the museum of the town, near the bridge over the\nRiver Narrow.',
      'The old float is in the museum of the town, near the bridge over the River Narrow.',
    ],
  ])('are run together: %s', (_name, written, shown) => expect(ofBlog(written)).toBe(shown));

  it.each(['slug: the-float', 'layout: note', 'created_at: 2026-03-01', 'author_name: Ana'])(
    'are run together in a text that %s says is of a blog',
    (field) => {
      const lines = [
        'The float sank twice in the first week of May, which nobody noticed.',
        'We put a radar over it.',
      ];
      expect(posts(`---\ntitle: Radar\n${field}\n---\n${lines.join('\n')}\n`)).toContain(lines.join(' '));
    },
  );

  it('stay in a draft that is no post of a blog', () => {
    const lines =
      'The float sank twice in the first week of May, which nobody noticed.\nWe put a radar over it.';
    expect(posts(lines)).toBe(lines);
  });

  it('stay where all of them are short', () => {
    expect(ofBlog('The gate is low,\nthe water high,\nand nobody comes.')).toBe(
      'The gate is low,\nthe water high,\nand nobody comes.',
    );
  });
});
