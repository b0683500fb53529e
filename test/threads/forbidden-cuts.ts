import type { Draft } from '../../src/drafts/draft.ts';
import { settingsFor } from '../../src/drafts/settings.ts';
import { BREAK } from '../../src/text/break-list.ts';
import { proseHabits } from '../../src/text/prose-habits.ts';
import { findBreaks } from '../../src/threads/laid-out-text.ts';
import { layoutDraft } from '../../src/threads/layout/layout-draft.ts';
import type { Profile } from '../../src/threads/profile.ts';
import { planSources } from '../../src/threads/sources.ts';
import type { Thread } from '../../src/threads/thread.ts';
import { type Atom, atomsOf } from './atoms.ts';
import { authored, inked } from './lossless.ts';

/** Room that a post's own number, lead and marks may take beside an atom, in any unit; with a link's URL, more. */
const ROOM = { end: 24, none: 24, post: 64, inline: 64 } as const;

/** The atoms that a thread cuts although they would have fitted a post: must be none. */
export function forbiddenCuts(draft: Draft, thread: Thread, profile: Profile): Atom[] {
  const room = ROOM[draft.settings.footnotes] + (profile.linkStyle === 'written' ? 40 : 0);
  const cuts = new Set<number>();
  let ink = 0;
  for (const post of thread.posts) {
    // A separator kept as a line is no word of the draft's.
    ink += inked(authored(post).replace(/^---$/gm, '')).length;
    cuts.add(ink);
  }
  const broken = atomsOf(draft, profile.linkStyle === 'facets' ? profile.shownUrl : undefined).filter(
    (atom) => {
      if (profile.measure(atom.text) + room > profile.limit) return false;
      for (let at = atom.start + 1; at < atom.end; at += 1) if (cuts.has(at)) return true;
      return false;
    },
  );
  return broken.filter((atom) => !isKept(atom) || chainFits(draft, profile, atom, room));
}

const isKept = ({ why }: Atom): boolean => why.startsWith('a heading') || why.startsWith('a marker');

/**
 * A heading may stand above a lead-in above a link, and so on: where the whole chain up to the next ordinary break is
 * too long for a post, it must be parted somewhere.
 */
function chainFits(draft: Draft, profile: Profile, atom: Atom, room: number): boolean {
  const settings = settingsFor(draft.settings, profile.network);
  const sources = planSources(draft, settings.footnotes, profile.linkStyle === 'sources');
  const script = layoutDraft(draft, { settings, profile, sources });
  const breaks = findBreaks(script, profile.links(script.text), proseHabits(script.text));
  const inkBefore = inkCounts(script.text, script.added);
  const fits = (from: number, to: number): boolean =>
    profile.measure(script.text.slice(from, to)) + room <= profile.limit;
  /** From the ordinary break before the atom to the first one of `codes` after it; and where what is kept with it begins. */
  const stretch = (
    isOrdinary: (code: number) => boolean,
  ): readonly [from: number, next: number, to: number] => {
    let start = 0;
    let next = 0;
    for (let at = 0; at < breaks.length; at += 1) {
      const code = breaks.codes[at] ?? 0;
      const ink = inkBefore[breaks.ends[at] ?? 0] ?? 0;
      if (ink > atom.start && ink < atom.end) next = breaks.starts[at] ?? 0;
      if (code >= BREAK.kept || code === BREAK.leadIn || code === BREAK.label || !isOrdinary(code)) continue;
      if (ink <= atom.start) start = breaks.starts[at] ?? 0;
      if (ink >= atom.end) return [start, next, breaks.ends[at] ?? 0];
    }
    return [start, next, script.text.length];
  };
  // No sentence is broken for the sake of a heading: only one that fits no post by itself is parted inside.
  const [from, next, to] = stretch((code) => code !== BREAK.clause && code !== BREAK.word);
  if (next > 0 && profile.measure(script.text.slice(next, to)) <= profile.limit) return fits(from, to);
  const [start, , end] = stretch(() => true);
  return fits(start, end);
}

/** For each offset of a script, how much of its author's ink lies before it; separators don't count. */
function inkCounts(text: string, added: readonly { start: number; end: number }[]): number[] {
  const counts: number[] = [];
  const separators = [...text.matchAll(/^---$/gm)].map(({ index }) => ({ start: index, end: index + 3 }));
  const skipped = [...added, ...separators].sort((a, b) => a.start - b.start);
  let ink = 0;
  let next = 0;
  for (let at = 0; at <= text.length; at += 1) {
    counts.push(ink);
    while ((skipped[next]?.end ?? text.length + 1) <= at) next += 1;
    if (!/\s/.test(text.charAt(at)) && (skipped[next]?.start ?? text.length) > at) ink += 1;
  }
  return counts;
}
