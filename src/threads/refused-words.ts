import type { Draft } from '../drafts/draft.ts';
import type { Finding } from '../drafts/finding.ts';
import type { Profile } from './profile.ts';
import { runsOf } from './sources.ts';
import type { Post } from './thread.ts';

/** Reports what the network would refuse in a thread's posts, at the place of those words in the draft. Linear, if little is refused. */
export function refusedWords(draft: Draft, posts: readonly Post[], profile: Profile): Finding[] {
  return posts.flatMap((post, index) =>
    (profile.refusals?.(post.text) ?? []).map(({ code, words, at, message }) => {
      const earlier = [...posts.slice(0, index).map(({ text }) => text), post.text.slice(0, at)];
      const count = earlier.reduce((sum, text) => sum + occurrences(text, words).length, 0);
      return { code, severity: 'error', message, ...placeOf(draft, words, count) };
    }),
  );
}

/** Returns the place of words in the draft with `before` others of the same above them; the last of all, if fewer stand there. */
function placeOf(draft: Draft, words: string, before: number): { line: number; column: number } {
  let place = { line: 1, column: 1 };
  let left = before;
  for (const run of runsOf(draft.blocks)) {
    if (run.type !== 'text' && run.type !== 'link') continue;
    for (const at of occurrences(run.text, words)) {
      place = { line: run.at.line, column: run.at.column + (run.type === 'text' ? at : 0) };
      if (left === 0) return place;
      left -= 1;
    }
  }
  return place;
}

/** Returns where words begin in a text. */
function occurrences(text: string, words: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) found.push(at);
  return found;
}
