import type { Draft } from '../drafts/draft.ts';
import type { Finding } from '../drafts/finding.ts';
import { settingsFor, type ThreadSettings } from '../drafts/settings.ts';
import { BREAK, BreakList } from '../text/break-list.ts';
import { utf8Length, utf8Totals } from '../text/graphemes.ts';
import { type ProseHabits, proseHabits } from '../text/prose-habits.ts';
import { accidentalHashtags } from './accidental-hashtags.ts';
import { accidentalLinks } from './accidental-links.ts';
import { accidentalMentions } from './accidental-mentions.ts';
import { type CardsOf, oneCardEach } from './cards-of.ts';
import { costOf } from './cost.ts';
import { shortenedLinks } from './followable.ts';
import { codeGroups } from './groups.ts';
import { heavyEllipsis } from './heavy-ellipsis.ts';
import { findBreaks, type LaidOutText } from './laid-out-text.ts';
import { layoutDraft } from './layout/layout-draft.ts';
import { legalBreaks, type Measure } from './legal-breaks.ts';
import { type FactsByPath, withFacts } from './media-facts.ts';
import { numberOf, widestNumber } from './numbering.ts';
import { optimise } from './optimise.ts';
import { type PreviousCuts, type PreviousThread, previousCuts } from './previous-cuts.ts';
import type { Profile } from './profile.ts';
import { refusedWords } from './refused-words.ts';
import { renderPosts } from './render-posts.ts';
import { type NumberedSource, planSources, type SourcePlan, withoutTitles } from './sources.ts';
import { problemOf } from './split-input.ts';
import type { Post, Thread } from './thread.ts';

/** Options for building a thread. */
export type ThreadOptions = {
  /** The account's name in the configuration. */
  readonly account?: string;
  /** An earlier frozen thread of this draft: keeps its cuts if possible, and always those of published posts. */
  readonly previous?: PreviousThread;
  /** Plans the cards of blocks that are shown as pictures; if missing, each such block has one. */
  readonly cardsOf?: CardsOf;
  /** Facts about the draft's media files; a file without an entry is an ordinary picture. */
  readonly media?: FactsByPath;
};

/**
 * Splits a draft into the posts that one network will receive. Every post is within the profile's limits. The posts joined,
 * without what is listed in `added`, contain the draft's words in order.
 *
 * Pure; linear in the draft's length. Throws only if the limit is too small for any text (below 40).
 */
export function buildThread(draft: Draft, profile: Profile, options: ThreadOptions = {}): Thread {
  if (profile.limit < 40) throw new RangeError(`a limit of ${profile.limit} leaves no room for text`);
  const settings = networkSettings(draft, profile);
  const links = profile.linkStyle === 'sources';
  const plan = planSources(draft, settings.footnotes, links);
  const cardsOf = options.cardsOf ?? oneCardEach;
  const { previous, media } = options;
  const job: Job = { draft, profile, settings, previous, cardsOf, media };
  const titled = cutDraft(job, plan);
  const bare = withoutTitles(plan);
  const cut = bare === undefined ? titled : roomier(titled, cutDraft(job, bare));
  const { fixed } = cut;
  const posts = asFrozen(cut.posts, job);
  const cost = costOf(posts, profile);
  return {
    network: profile.network,
    networkName: profile.name,
    account: options.account ?? null,
    limit: profile.limit,
    unit: profile.unit,
    costUsd: cost.planned,
    costSpreadUsd: cost.spread,
    posts,
    findings: [
      ...accidentalLinks(draft, profile),
      ...accidentalMentions(draft, profile),
      ...accidentalHashtags(draft, profile),
      ...shortenedLinks(draft, profile),
      ...heavyEllipsis(draft, profile),
      ...refusedWords(draft, posts, profile),
      ...(fixed === -1 && previous?.unedited === undefined ? [EDITED] : []),
      ...longThread(posts.length, draft),
    ],
  };
}

type Job = {
  readonly draft: Draft;
  readonly profile: Profile;
  readonly settings: ThreadSettings;
  readonly previous: PreviousThread | undefined;
  readonly cardsOf: CardsOf;
  readonly media: FactsByPath | undefined;
};

/** A split draft; `fixed` as in {@link PreviousCuts}, 0 without earlier cuts. */
type CutDraft = { readonly posts: readonly Post[]; readonly fixed: number };

function cutDraft(job: Job, plan: SourcePlan): CutDraft {
  const { draft, profile, settings, previous } = job;
  const laidOut = layoutDraft(draft, { settings, profile, sources: plan, cardsOf: job.cardsOf });
  const anchors = laidOut.anchors.map(({ at, media }) => ({ at, media: withFacts(media, job.media) }));
  const script = { ...laidOut, anchors };
  const own = settings.footnotes === 'post' ? plan.sources : [];
  const kept = previous === undefined ? undefined : previousCuts(script.text, previous, settings.numbering);
  const byNumber = new Map(own.map((source) => [source.number, source]));
  const habits = proseHabits(script.text, draft.settings.language);
  const posts = cutText(script, { profile, settings, ownSources: byNumber, habits, kept });
  if (kept === undefined || kept.fixed <= 0) return { posts, fixed: kept?.fixed ?? 0 };
  return { posts: asSent(posts, previous, profile), fixed: kept.fixed };
}

/** Keeps the sources' titles if there is room: if they need no further post, and no further post with a URL. */
function roomier(titled: CutDraft, bare: CutDraft): CutDraft {
  const linked = ({ posts }: CutDraft): number => posts.filter(({ links }) => links.length > 0).length;
  const fits = titled.posts.length <= bare.posts.length && linked(titled) <= linked(bare);
  return fits ? titled : bare;
}

/** The most posts of a thread that readers usually finish. */
const LONG_THREAD = 25;

function longThread(count: number, { settings }: Draft): Finding[] {
  if (count <= LONG_THREAD || settings.silence.includes('long-thread')) return [];
  const message = `this thread has ${count} posts, and few readers follow more than ${LONG_THREAD}; \`threadmill summarize\` makes a short thread of it that links to the page`;
  return [{ code: 'long-thread', severity: 'info', message, line: 1, column: 1 }];
}

/** Words of a published post are no longer in the draft. */
const EDITED: Finding = {
  code: 'edited-after-sending',
  severity: 'error',
  message:
    'The words of a published post were changed. Published posts stay as they were sent: restore those words, or delete the thread with `threadmill undo`.',
  line: 1,
  column: 1,
};

/** Returns an unedited draft's thread as it was frozen, if it would differ today. */
function asFrozen(posts: readonly Post[], { previous, profile, media }: Job): readonly Post[] {
  const { texts = [], unedited } = previous ?? {};
  const same = posts.length === texts.length && posts.every(({ text }, at) => text === texts[at]);
  if (unedited === undefined || same || texts.length === 0) return posts;
  return texts.map((text, at) => {
    const post = posts[at];
    if (post?.text === text) return post;
    const frozen = (unedited.media[at] ?? []).map((one) => withFacts(one, media));
    return { index: at + 1, ...written(text, profile), media: frozen };
  });
}

/** Returns a post's text with its measurements. */
const written = (text: string, profile: Profile): Omit<Post, 'index' | 'media'> => ({
  text,
  length: profile.measure(text),
  bytes: utf8Length(text),
  links: profile.links(text),
  added: [],
});

/** Keeps published posts as they were sent, even if their number would differ today. */
function asSent(posts: readonly Post[], previous: PreviousThread | undefined, profile: Profile): Post[] {
  return posts.map((post, at) => {
    const text = at < (previous?.sent ?? 0) ? previous?.texts[at] : undefined;
    if (text === undefined || text === post.text) return post;
    return { ...post, ...written(text, profile) };
  });
}

/** From this limit on, a draft is one long post, in which `---` is shown as a line; in the profile's unit. */
const LONG_POST = 5_000;

/** The smallest limit at which a word, its mark, its source and a number fit one post; below it, sources go to the end. */
const SOURCE_ROOM = 120;

function networkSettings(draft: Draft, profile: Profile): ThreadSettings {
  const settings = settingsFor(draft.settings, profile.network);
  const asked = draft.settings.perNetwork[profile.network]?.separator;
  const separator = profile.limit >= LONG_POST && asked === undefined ? 'text' : settings.separator;
  const cramped = settings.footnotes === 'post' && profile.limit < SOURCE_ROOM;
  return { ...settings, separator, footnotes: cramped ? 'end' : settings.footnotes };
}

/** How often a split is retried with less room, if a post measured more than its totals predicted. */
const TRIES = 8;

/** How a laid-out text is cut. */
type CutTerms = {
  readonly profile: Profile;
  readonly settings: ThreadSettings;
  /** The sources that go into the posts of their marks, by number. */
  readonly ownSources: ReadonlyMap<number, NumberedSource>;
  readonly habits: ProseHabits;
  readonly kept: PreviousCuts | undefined;
};

function cutText(script: LaidOutText, { profile, settings, ownSources, habits, kept }: CutTerms): Post[] {
  if (script.text === '' && script.anchors.length === 0) return [];
  const links = profile.links(script.text);
  const all = fixBreaks(findBreaks(script, links, habits), kept);
  const measures = measuresOf(script, profile, ownSources);
  let slack = 0;
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    for (let digits = 0; digits <= 7; digits += 1) {
      const number = digits === 0 ? '' : widestNumber(settings.numbering, digits);
      const room = (measure: Measure, at: number): Measure => ({
        ...measure,
        limit: measure.limit - slack - (at === 0 ? profile.measure(number) : number.length),
      });
      const rooms = measures.map(room);
      const manner = { style: settings.style, language: habits.language };
      const breaks = legalBreaks(script.text, codeGroups(all, script.groups, rooms), rooms, manner);
      const cuts = optimise(
        problemOf({ script, links, profile, kept: kept?.ends }, breaks, rooms),
        settings.style,
      );
      if (!numberFits(settings, cuts.length, number)) continue;
      const posts = renderPosts({ script, breaks, cuts, profile, numbering: settings.numbering, ownSources });
      const over = posts.reduce((most, post) => Math.max(most, overflow(post, profile)), 0);
      if (over === 0) return posts;
      slack += over;
      break;
    }
  }
  throw new Error('no cut of this draft stays within the limit');
}

/** Removes all breaks before the end of the published posts, except those where they were cut. */
function fixBreaks(all: BreakList, kept: PreviousCuts | undefined): BreakList {
  if (kept === undefined || kept.fixed <= 0) return all;
  const ends = new Set(kept.ends);
  const fixed = new BreakList();
  for (let at = 0; at < all.length; at += 1) {
    const end = all.ends[at] ?? 0;
    if (end > kept.fixed) fixed.push(end, all.starts[at] ?? 0, all.codes[at] ?? 0, all.leads[at] ?? 0);
    else if (ends.has(end)) fixed.push(end, all.starts[at] ?? 0, BREAK.forced, all.leads[at] ?? 0);
  }
  return fixed;
}

/** Whether the reserved room is enough for the numbers of that many posts. */
function numberFits({ numbering }: ThreadSettings, count: number, reserved: string): boolean {
  const { before, after } = numberOf(numbering, count, count);
  return (before + after).length <= reserved.length;
}

function overflow(post: Post, { limit, limitBytes }: Profile): number {
  return Math.max(post.length - limit, limitBytes === undefined ? 0 : post.bytes - limitBytes, 0);
}

/** Returns the length, and the bytes if the network limits them; sources within a post count at their marks. */
function measuresOf(
  script: LaidOutText,
  profile: Profile,
  own: ReadonlyMap<number, NumberedSource>,
): Measure[] {
  const length = profile.totals(script.text);
  chargeMarks(length, script, own, (line) => profile.measure(line));
  const measures: Measure[] = [
    { totals: length, limit: profile.limit, leads: script.leads.map((lead) => profile.measure(lead)) },
  ];
  if (profile.limitBytes !== undefined) {
    const totals = utf8Totals(script.text);
    chargeMarks(totals, script, own, (line) => new TextEncoder().encode(line).length);
    measures.push({ totals, limit: profile.limitBytes, leads: script.leads.map((lead) => lead.length) });
  }
  return measures;
}

function chargeMarks(
  totals: Uint32Array,
  script: LaidOutText,
  own: ReadonlyMap<number, NumberedSource>,
  measure: (line: string) => number,
): void {
  if (own.size === 0) return;
  let mark = 0;
  let charge = 0;
  for (let at = 0; at < totals.length; at += 1) {
    totals[at] = (totals[at] ?? 0) + charge;
    for (; (script.marks[mark]?.at ?? -1) === at; mark += 1) {
      const source = own.get(script.marks[mark]?.source ?? -1);
      if (source?.type === 'url') charge += measure(`\n\n[${source.number}] ${source.url}`);
    }
  }
}
