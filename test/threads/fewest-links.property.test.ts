import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../src/drafts/parse-draft.ts';
import { xProfile } from '../../src/networks/x/profile.ts';
import { buildThread } from '../../src/threads/build-thread.ts';

const profile = xProfile();

/** The fewest posts that can hold such sources, one a line: filled one after the other, which is optimal in order. */
function fewest(lines: readonly string[]): number {
  let posts = 0;
  let room = 0;
  for (const line of lines) {
    const needed = profile.measure(line);
    if (posts > 0 && room >= needed + 1) room -= needed + 1;
    else {
      posts += 1;
      room = profile.limit - needed;
    }
  }
  return posts;
}

const word = fc.stringMatching(/^[a-z]{2,10}$/);
const sentence = fc.array(word, { minLength: 4, maxLength: 22 }).map((words) => `${words.join(' ')}.`);

describe('sources at the end', () => {
  it.each(['tidy', 'tight'])(
    'stand in the fewest posts possible, each mark with its source (%s)',
    (style) => {
      fc.assert(
        fc.property(fc.array(fc.tuple(sentence, word), { minLength: 1, maxLength: 40 }), (claims) => {
          const body = claims
            .map(([text, name], at) => `${text} See [${name}](https://example.org/${at}).`)
            .join('\n\n');
          const { posts } = buildThread(
            parseDraft(`---\nstyle: ${style}\nkind: post\n---\n${body}`, { path: null }),
            profile,
          );
          const lines = claims.map((_, at) => `[${at + 1}] https://example.org/${at}`);
          expect(posts.filter(({ links }) => links.length > 0)).toHaveLength(fewest(lines));

          const text = posts.map((post) => post.text).join('\n');
          const marks = [...text.matchAll(/ \[(\d+)\]/g)].map(([, number]) => Number(number));
          const sources = [...text.matchAll(/^\[(\d+)\] https:/gm)].map(([, number]) => Number(number));
          expect(marks).toEqual(claims.map((_, at) => at + 1));
          expect(sources).toEqual(marks);
        }),
        { numRuns: 150 },
      );
    },
  );
});
