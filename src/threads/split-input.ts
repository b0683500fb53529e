import type { BreakList } from '../text/break-list.ts';
import type { Span } from '../text/span.ts';
import type { LaidOutText } from './laid-out-text.ts';
import type { Measure } from './legal-breaks.ts';
import { roomOf } from './media-facts.ts';
import type { Constraint, Problem } from './optimise.ts';
import type { Profile } from './profile.ts';

/** A laid-out text with what the network links in it, and where it was cut before. */
type SplitText = {
  readonly script: LaidOutText;
  readonly links: readonly Span[];
  readonly profile: Profile;
  readonly kept?: readonly number[] | undefined;
};

/** Converts a laid-out text and its legal breaks to the numbers for the optimiser. */
export function problemOf(
  { script, links, profile, kept }: SplitText,
  breaks: BreakList,
  measures: readonly Measure[],
): Problem {
  const [length, ...others] = measures.map((measure) => constraintOf(breaks, measure));
  if (length === undefined) throw new Error('a profile without a limit');
  const constraints: [Constraint, ...Constraint[]] = [length, ...others];
  const { perPost } = profile.media;
  const room = script.anchors.reduce((sum, { media }) => sum + roomOf(media, perPost), 0);
  if (room > perPost) constraints.push(mediaConstraint(script, breaks, perPost));
  const once = profile.oncePerPost?.(script.text) ?? [];
  if (once.length > 1) constraints.push(onceConstraint(breaks, once));
  return {
    count: breaks.length,
    codes: breaks.codes,
    constraints,
    linkedFrom: startsUpTo(breaks, links),
    picturedFrom: startsUpTo(
      breaks,
      script.anchors.map(({ at }) => ({ start: at, end: at + 1 })),
    ),
    linkCost: profile.linkCost,
    ...(kept === undefined ? {} : { keeps: keepsOf(breaks, kept) }),
  };
}

function constraintOf(breaks: BreakList, { totals, limit, leads }: Measure): Constraint {
  const count = breaks.length;
  const before = new Float64Array(count);
  const after = new Float64Array(count);
  const { ends, starts, leads: openings } = breaks;
  for (let at = 0; at < count; at += 1) {
    after[at] = totals[ends[at] ?? 0] ?? 0;
    before[at] = (totals[starts[at] ?? 0] ?? 0) - (leads[openings[at] ?? 0] ?? 0);
  }
  // A lead makes a start count as if it were earlier; `before` must still not decrease, so it is bounded.
  for (let at = count - 2; at >= 0; at -= 1) before[at] = Math.min(before[at] ?? 0, before[at + 1] ?? 0);
  return { before, after, limit };
}

function mediaConstraint(script: LaidOutText, breaks: BreakList, limit: number): Constraint {
  const count = breaks.length;
  const before = new Float64Array(count);
  const after = new Float64Array(count);
  let seen = 0;
  let counted = 0;
  for (let at = 0; at < count; at += 1) {
    const last = at === count - 1;
    let room = 0;
    for (; seen < script.anchors.length; seen += 1) {
      const anchor = script.anchors[seen];
      if (anchor === undefined || (!last && anchor.at >= (breaks.ends[at] ?? 0))) break;
      room += roomOf(anchor.media, limit);
    }
    // Images beyond a post's limit at one place get their own posts (render-posts.ts).
    counted += Math.min(limit, room);
    after[at] = counted;
    before[at] = at === 0 ? 0 : counted;
  }
  return { before, after, limit };
}

/** Allows a post one of `spans`: each counts where it ends for posts that end there, and where it starts for those that begin. */
function onceConstraint(breaks: BreakList, spans: readonly Span[]): Constraint {
  const count = breaks.length;
  const before = new Float64Array(count);
  const after = new Float64Array(count);
  let begun = 0;
  let ended = 0;
  for (let at = 0; at < count; at += 1) {
    while (begun < spans.length && (spans[begun]?.start ?? 0) < (breaks.starts[at] ?? 0)) begun += 1;
    while (ended < spans.length && (spans[ended]?.end ?? 0) <= (breaks.ends[at] ?? 0)) ended += 1;
    before[at] = begun;
    after[at] = ended;
  }
  return { before, after, limit: 1 };
}

/** Computes for each break how many breaks start at or before the last link, or picture, completely before it. */
function startsUpTo(breaks: BreakList, spans: readonly Span[]): Int32Array {
  const counts = new Int32Array(breaks.length);
  if (spans.length === 0) return counts;
  let next = 0;
  let started = 0;
  for (let at = 0; at < breaks.length; at += 1) {
    const end = breaks.ends[at] ?? 0;
    while (next < spans.length && (spans[next]?.end ?? 0) <= end) next += 1;
    const last = spans[next - 1];
    if (last === undefined) continue;
    while (started < breaks.length && (breaks.starts[started] ?? 0) <= last.start) started += 1;
    counts[at] = started;
  }
  return counts;
}

/** Marks the breaks at offsets where the thread was cut before. */
function keepsOf(breaks: BreakList, kept: readonly number[]): Uint8Array {
  const ends = new Set(kept);
  const keeps = new Uint8Array(breaks.length);
  for (let at = 0; at < breaks.length; at += 1) if (ends.has(breaks.ends[at] ?? -1)) keeps[at] = 1;
  return keeps;
}
