import type { Draft } from '../drafts/draft.ts';
import type { Finding } from '../drafts/finding.ts';
import type { Profile } from './profile.ts';
import { runsOf } from './sources.ts';
import type { Post } from './thread.ts';

/** Reports what the network would refuse in a thread's posts, at the place of those words in the draft. */
export function refusedWords(draft: Draft, posts: readonly Post[], profile: Profile): Finding[] {
  if (profile.refusals === undefined) return [];
  const findings: Finding[] = [];
  const placeBelow = placesIn(draft);
  let passed: string[] = [];
  for (const { text } of posts) {
    let from = 0;
    for (const { code, words, at, message } of profile.refusals(text)) {
      passed.push(text.slice(from, at));
      const others = passed.reduce((sum, part) => sum + occurrences(part, words).length, 0);
      findings.push({ code, severity: 'error', message, ...placeBelow(words, others) });
      passed = [];
      from = at + words.length;
    }
    passed.push(text.slice(from));
  }
  return findings;
}

type Place = { readonly line: number; readonly column: number };

/**
 * Returns a function that finds words in the draft below what it found before, behind `others` of the same: so all refusals of a
 * thread take linear time. If fewer are left, it returns the place of the last; if none is, the last place that it found.
 */
function placesIn({ blocks, notes }: Draft): (words: string, others: number) => Place {
  const all = [blocks, ...notes.map((note) => note.blocks)].flatMap((some) => runsOf(some));
  const runs = all.filter((run) => run.type === 'text' || run.type === 'link');
  let place: Place = { line: 1, column: 1 };
  let below = 0;
  let behind = 0;
  return (words, others) => {
    let left = others;
    let start = behind;
    for (let index = below; index < runs.length && left >= 0; index += 1) {
      const run = runs[index];
      if (run === undefined) break;
      for (const at of occurrences(run.text, words, start)) {
        if (left < 0) break;
        place = { line: run.at.line, column: run.at.column + (run.type === 'text' ? at : 0) };
        below = index;
        behind = at + words.length;
        left -= 1;
      }
      start = 0;
    }
    return place;
  };
}

/** Returns where words begin in a text, from a place on. */
function occurrences(text: string, words: string, from = 0): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(words, from); at >= 0; at = text.indexOf(words, at + words.length))
    found.push(at);
  return found;
}
