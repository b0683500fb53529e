import type { Draft } from '../drafts/draft.ts';
import type { Finding } from '../drafts/finding.ts';
import type { Profile } from './profile.ts';
import { runsOf } from './sources.ts';
import type { Post } from './thread.ts';

/** What the network would refuse in a thread's posts, at the places of the draft where those words stand. */
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

/** Where words stand last in the draft: the post that is refused holds more of their kind before them. */
function placeOf(draft: Draft, words: string): { line: number; column: number } {
  let place = { line: 1, column: 1 };
  for (const run of runsOf(draft.blocks)) {
    if (run.type !== 'text') continue;
    const at = run.text.indexOf(words);
    if (at >= 0) place = { line: run.at.line, column: run.at.column + at };
  }
  return place;
}
