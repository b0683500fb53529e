import type { Draft } from '../drafts/draft.ts';
import type { Finding } from '../drafts/finding.ts';
import type { Profile } from './profile.ts';
import { runsOf } from './sources.ts';
import type { Post } from './thread.ts';

/** Reports what the network would refuse in a thread's posts, at the place of those words in the draft. */
export function refusedWords(draft: Draft, posts: readonly Post[], profile: Profile): Finding[] {
  return posts.flatMap((post) =>
    (profile.refusals?.(post.text) ?? []).map(({ code, words, message }) => ({
      code,
      severity: 'error',
      message,
      ...placeOf(draft, words),
    })),
  );
}

/** Returns the last place of words in the draft, because the refused post has more of the kind before them. */
function placeOf(draft: Draft, words: string): { line: number; column: number } {
  let place = { line: 1, column: 1 };
  for (const run of runsOf(draft.blocks)) {
    if (run.type !== 'text') continue;
    const at = run.text.indexOf(words);
    if (at >= 0) place = { line: run.at.line, column: run.at.column + at };
  }
  return place;
}
