import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../src/drafts/parse-draft.ts';
import { xProfile } from '../../src/networks/x/profile.ts';
import { buildThread } from '../../src/threads/build-thread.ts';
import type { MediaFacts } from '../../src/threads/media-facts.ts';

const ALONE: MediaFacts = { alone: true };
const VIDEO: MediaFacts = { alone: true, video: { width: 640, height: 360 } };

/** The media of each post of a draft, on X. */
function mediaOf(text: string, facts: Readonly<Record<string, MediaFacts>>): string[][] {
  const draft = parseDraft(text, { path: null });
  const thread = buildThread(draft, xProfile(), { media: new Map(Object.entries(facts)) });
  return thread.posts.map(({ media }) => media.map(({ path }) => path));
}

describe('what has to be alone in a post', () => {
  it.each<[string, string, string[][]]>([
    ['parts from a picture below it', 'One.\n\n![a](a.gif)\n\nTwo.\n\n![b](b.png)', [['a.gif'], ['b.png']]],
    ['parts from a picture above it', 'One.\n\n![b](b.png)\n\nTwo.\n\n![a](a.gif)', [['b.png'], ['a.gif']]],
    [
      'parts from pictures right beside it',
      'One.\n\n![b](b.png)\n![a](a.gif)\n![c](c.png)',
      [['b.png'], ['a.gif'], ['c.png']],
    ],
    ['parts from another of its kind', 'One.\n\n![a](a.gif)\n\n![b](b.mp4)', [['a.gif'], ['b.mp4']]],
    ['stays with its words', 'One.\n\n![a](a.gif)\n\nTwo.', [['a.gif']]],
  ])('%s', (_, text, expected) => {
    expect(mediaOf(text, { 'a.gif': ALONE, 'b.mp4': VIDEO })).toEqual(expected);
  });

  it('shares a post where it may', () => {
    expect(mediaOf('One.\n\n![a](a.gif)\n\nTwo.\n\n![b](b.png)', {})).toEqual([['a.gif', 'b.png']]);
  });

  it('is never beside anything, in whatever order pictures stand, and none is lost', () => {
    const kinds = fc.constantFrom('gif', 'mp4', 'png');
    const gap = fc.constantFrom('\n', '\n\n', '\n\nSome words of a paragraph.\n\n');
    fc.assert(
      fc.property(fc.array(fc.tuple(kinds, gap), { minLength: 1, maxLength: 12 }), (entries) => {
        const paths = entries.map(([kind], at) => `p${at}.${kind}`);
        const text = `Hello.\n\n${entries.map(([, space], at) => `![alt](${paths[at]})${space}`).join('')}`;
        const facts = Object.fromEntries(
          paths.flatMap((path) =>
            path.endsWith('png') ? [] : [[path, path.endsWith('gif') ? ALONE : VIDEO]],
          ),
        );
        const posts = mediaOf(text, facts);
        expect(posts.flat()).toEqual(paths);
        for (const media of posts) {
          expect(media.length).toBeLessThanOrEqual(4);
          if (media.some((path) => path in facts)) expect(media).toHaveLength(1);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('costs no alt text on X where it is a video', () => {
    const cost = (facts: Readonly<Record<string, MediaFacts>>): number =>
      buildThread(parseDraft('One.\n\n![a](a.mp4)', { path: null }), xProfile(), {
        media: new Map(Object.entries(facts)),
      }).costUsd;
    expect(cost({})).toBe(0.02);
    expect(cost({ 'a.mp4': VIDEO })).toBe(0.015);
  });
});
