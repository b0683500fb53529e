import type { Draft } from '../drafts/draft.ts';
import type { Finding } from '../drafts/finding.ts';
import type { Profile } from './profile.ts';
import { runsOf } from './sources.ts';

/** The fewest ellipses, and the share of a draft's text that their weight must take, before a finding is useful. */
const MANY = 3;
const SHARE = 0.05;

/**
 * Reports once, at the first `…`, that it counts more than one character on this network, if ellipses take up much of the text.
 * A few of them cost no post.
 */
export function heavyEllipsis(draft: Draft, profile: Profile): Finding[] {
  const weight = profile.measure('…');
  if (weight < 2 || draft.settings.silence.includes('heavy-ellipsis')) return [];
  let count = 0;
  let length = 0;
  let first: { line: number; column: number } | undefined;
  for (const run of runsOf(draft.blocks)) {
    if (run.type !== 'text') continue;
    length += run.text.length;
    for (let at = run.text.indexOf('…'); at >= 0; at = run.text.indexOf('…', at + 1)) {
      count += 1;
      first ??= { line: run.at.line, column: run.at.column + at };
    }
  }
  if (first === undefined || count < MANY || count * weight < length * SHARE) return [];
  const message = `\`…\` counts ${weight} here, not 1, and occurs ${count} times in this draft; with fewer of them, more words fit`;
  return [{ code: 'heavy-ellipsis', severity: 'info', message, ...first }];
}
