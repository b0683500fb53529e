/**
 * Judges cuts: ours in both styles and those of peers, on the corpus of texts whose cuts an editor has marked.
 * Run with `npm run scorecard`; `--half tune` or `--half judge` for one half of the corpus.
 */
import { parseArgs } from 'node:util';
import type { Draft } from '../src/drafts/draft.ts';
import { parseDraft } from '../src/drafts/parse-draft.ts';
import type { CutStyle } from '../src/drafts/settings.ts';
import { xProfile } from '../src/networks/x/profile.ts';
import { BREAK, type BreakList, type BreakName } from '../src/text/break-list.ts';
import { proseHabits } from '../src/text/prose-habits.ts';
import { xWeight } from '../src/text/x/weight.ts';
import { buildThread } from '../src/threads/build-thread.ts';
import { findBreaks, type LaidOutText } from '../src/threads/laid-out-text.ts';
import { layoutDraft } from '../src/threads/layout/layout-draft.ts';
import { planSources } from '../src/threads/sources.ts';
import { type CorpusText, readCorpus } from './corpus.ts';
import { FAULTS, type Fault, faultsOf } from './faults.ts';
import { InkMap } from './ink-map.ts';
import { outlineOf } from './outline.ts';
import { PEERS } from './peers.ts';

const LIMIT = 280;
/** Below this share of the limit, a last post is a widow, unless it is a whole paragraph: a closing line may stand alone. */
const WIDOW = 0.2;

/** What one contender did on some texts. */
export type Score = {
  readonly name: string;
  readonly posts: number;
  /** Posts by the fewest that could hold the text, forced cuts aside. */
  readonly overBound: number;
  /** Cuts by what stands there. */
  readonly kinds: Readonly<Record<string, number>>;
  /** Share of cuts at a sentence end or something better. */
  readonly atSentence: number;
  readonly forbidden: number;
  /** Share of cuts at a place that the editor marked as good. */
  readonly agreement: number;
  readonly never: number;
  readonly shortest: number;
  readonly widows: number;
  /** Mean over the texts of the spread of post lengths (standard deviation by mean); smaller is more even. */
  readonly spread: number;
  /** How often each fault of the design was found, by code that shares nothing with the splitter. */
  readonly faults: Readonly<Record<Fault, number>>;
  /** Posts over the limit, by `twitter-text`'s count. */
  readonly tooLong: number;
};

/** A text of the corpus, laid out, with its marks and break codes by how much ink lies before them. */
export type Prepared = {
  readonly text: CorpusText;
  readonly draft: Draft;
  readonly plain: string;
  /** The same, between the cuts that its author forces: peers, which know no `---`, are given one after the other. */
  readonly parts: readonly string[];
  readonly codes: ReadonlyMap<number, number>;
  readonly ink: InkMap;
  readonly good: ReadonlySet<number>;
  readonly never: ReadonlySet<number>;
};

function prepare(text: CorpusText): Prepared {
  const parsed = parseDraft(text.source, { path: text.name });
  const draft: Draft = {
    ...parsed,
    settings: { ...parsed.settings, footnotes: 'none', numbering: 'none', perNetwork: {} },
  };
  const profile = xProfile();
  const script = layoutDraft(draft, {
    settings: draft.settings,
    profile,
    sources: planSources(draft, 'none', true),
  });
  const breaks = findBreaks(script, profile.links(script.text), proseHabits(script.text));
  const ink = new InkMap(script.text, text.source, script.added);
  const codes = new Map<number, number>();
  for (let at = 0; at < breaks.length; at += 1)
    codes.set(ink.before(breaks.ends[at] ?? 0), breaks.codes[at] ?? 0);
  const marks = (offsets: readonly number[]): Set<number> =>
    new Set(offsets.map((offset) => ink.beforeSource(offset)));
  return {
    text,
    draft,
    plain: authored(script.text, script.added),
    parts: partsOf(script, breaks),
    codes,
    ink,
    good: marks(text.good),
    never: marks(text.never),
  };
}

function judge(name: string, results: readonly { prepared: Prepared; posts: readonly string[] }[]): Score {
  const kinds: Record<string, number> = {};
  const names = new Map<number, BreakName>(
    Object.entries(BREAK).map(([key, code]) => [code, key as BreakName]),
  );
  let posts = 0;
  let bound = 0;
  let cuts = 0;
  let good = 0;
  let never = 0;
  let forbidden = 0;
  let shortest = Number.POSITIVE_INFINITY;
  let widows = 0;
  let tooLong = 0;
  const spreads: number[] = [];
  const faults = Object.fromEntries(FAULTS.map((fault) => [fault, 0])) as Record<Fault, number>;
  for (const { prepared, posts: cut } of results) {
    const lengths = cut.map(xWeight);
    for (const { fault } of faultsOf(outlineOf(prepared.draft), cut, LIMIT) ?? []) faults[fault] += 1;
    posts += cut.length;
    for (const part of prepared.parts) bound += Math.max(1, Math.ceil(xWeight(part) / LIMIT));
    tooLong += lengths.filter((length) => length > LIMIT).length;
    if (cut.length > 1) {
      shortest = Math.min(shortest, ...lengths);
      const before = cut.slice(0, -1).join('').replace(/\s/g, '').length;
      const whole = (prepared.codes.get(before) ?? BREAK.grapheme) <= BREAK.paragraph;
      if ((lengths.at(-1) ?? 0) < WIDOW * LIMIT && !whole) widows += 1;
      const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
      spreads.push(
        Math.sqrt(lengths.reduce((sum, length) => sum + (length - mean) ** 2, 0) / lengths.length) / mean,
      );
    }
    let inked = 0;
    for (const post of cut.slice(0, -1)) {
      inked += post.replace(/\s/g, '').length;
      cuts += 1;
      const code = prepared.codes.get(inked);
      const kind = code === undefined ? 'grapheme' : (names.get(code) ?? 'grapheme');
      kinds[kind] = (kinds[kind] ?? 0) + 1;
      if (code === undefined || code >= BREAK.kept) {
        forbidden += 1;
        if (process.env['SHOW'] === name)
          console.log('FORBIDDEN', prepared.text.name, kind, JSON.stringify(post.slice(-50)));
      }
      if (prepared.good.has(inked) || kind === 'forced') good += 1;
      if (prepared.never.has(inked)) {
        never += 1;
        if (process.env['SHOW'] === name)
          console.log('NEVER', prepared.text.name, kind, JSON.stringify(post.slice(-60)));
      }
      if (
        process.env['SHOW'] === name &&
        process.env['ALL'] &&
        !prepared.good.has(inked) &&
        kind !== 'forced'
      )
        console.log('MISS', prepared.text.name, kind, JSON.stringify(post.slice(-60)));
    }
  }
  const spread = spreads.reduce((sum, value) => sum + value, 0) / Math.max(1, spreads.length);
  const whole = Object.entries(kinds).filter(([kind]) => BREAK[kind as BreakName] < BREAK.turn);
  return {
    name,
    posts,
    overBound: posts / bound,
    kinds,
    atSentence: whole.reduce((sum, [, count]) => sum + count, 0) / Math.max(1, cuts),
    forbidden,
    agreement: good / Math.max(1, cuts),
    never,
    shortest,
    widows,
    spread,
    faults,
    tooLong,
  };
}

/** One half of the corpus, laid out. */
export function prepareAll(half: CorpusText['half']): Prepared[] {
  return readCorpus()
    .filter((text) => text.half === half)
    .map(prepare);
}

/** Scores our own cuts in one style. */
export function judgeOurs(texts: readonly Prepared[], style: CutStyle): Score {
  const results = texts.map((prepared) => {
    const draft = { ...prepared.draft, settings: { ...prepared.draft.settings, style } };
    return { prepared, posts: authoredPosts(draft) };
  });
  return judge(`threadmill ${style}`, results);
}

/** Scores ours and the peers on one half of the corpus. */
export async function scorecard(half: CorpusText['half']): Promise<Score[]> {
  const texts = prepareAll(half);
  const scores: Score[] = [];
  for (const style of ['tidy', 'tight'] as const satisfies readonly CutStyle[])
    scores.push(judgeOurs(texts, style));
  scores.push(
    judge(
      'greedy, legal cuts only',
      texts.map((prepared) => ({ prepared, posts: greedyLegal(prepared) })),
    ),
  );
  for (const peer of PEERS) {
    const results = [];
    for (const prepared of texts) {
      const posts: string[] = [];
      for (const part of prepared.parts) posts.push(...(await peer.split(part, LIMIT)));
      results.push({ prepared, posts });
    }
    scores.push(judge(peer.name, results));
  }
  return scores;
}

/** Greedy words that step back to the last place at which a cut is not forbidden: the fewest posts such a loop can make. */
function greedyLegal({ parts, codes }: Prepared): string[] {
  const posts: string[] = [];
  let inked = 0;
  for (const part of parts) {
    let rest = part.trim();
    while (xWeight(rest) > LIMIT) {
      let ink = inked;
      let legal = 0;
      let any = 0;
      for (const { index, 0: word } of rest.matchAll(/\S+/g)) {
        if (xWeight(rest.slice(0, index + word.length)) > LIMIT) break;
        ink += word.length;
        any = index + word.length;
        const code = codes.get(ink);
        if (code !== undefined && code < BREAK.kept) legal = any;
      }
      const end = legal || any || longestFit(rest);
      const post = rest.slice(0, end);
      posts.push(post);
      inked += post.replace(/\s/g, '').length;
      rest = rest.slice(end).trimStart();
    }
    posts.push(rest);
    inked += rest.replace(/\s/g, '').length;
  }
  return posts;
}

/** How many characters of a text without white space fit a post. */
function longestFit(text: string): number {
  let end = 1;
  while (xWeight(text.slice(0, end + 1)) <= LIMIT) end += 1;
  return end;
}

function authoredPosts(draft: Draft): string[] {
  return buildThread(draft, xProfile()).posts.map(({ text, added }) => authored(text, added));
}

function partsOf(script: LaidOutText, breaks: BreakList): string[] {
  const parts: string[] = [];
  let start = 0;
  for (let at = 0; at <= breaks.length; at += 1) {
    const last = at === breaks.length;
    if (!last && breaks.codes[at] !== BREAK.forced) continue;
    const end = last ? script.text.length : (breaks.ends[at] ?? 0);
    const inside = script.added.filter((span) => span.start >= start && span.end <= end);
    parts.push(
      authored(
        script.text.slice(start, end),
        inside.map((span) => ({ start: span.start - start, end: span.end - start })),
      ),
    );
    start = last ? end : (breaks.starts[at] ?? 0);
  }
  return parts.filter((part) => part.trim() !== '');
}

/** A text without the stretches that its author did not write. */
function authored(text: string, added: readonly { start: number; end: number }[]): string {
  let kept = '';
  let at = 0;
  for (const { start, end } of added) {
    kept += text.slice(at, start);
    at = end;
  }
  return kept + text.slice(at);
}

const ORDER = Object.keys(BREAK) as BreakName[];
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

/** The scores as a table in Markdown. */
export function scoreTable(scores: readonly Score[]): string {
  const used = ORDER.filter((kind) => scores.some(({ kinds }) => (kinds[kind] ?? 0) > 0));
  const head = [
    '',
    'posts',
    'by bound',
    'at a sentence end or better',
    ...used,
    'forbidden',
    'never',
    'agreement',
    'shortest',
    'widows',
    'spread',
    'too long',
    ...FAULTS,
  ];
  const rows = scores.map((score) => {
    const cuts = Object.values(score.kinds).reduce((sum, count) => sum + count, 0);
    return [
      score.name,
      String(score.posts),
      score.overBound.toFixed(3),
      percent(score.atSentence),
      ...used.map((kind) => percent((score.kinds[kind] ?? 0) / Math.max(1, cuts))),
      String(score.forbidden),
      String(score.never),
      percent(score.agreement),
      String(score.shortest),
      String(score.widows),
      score.spread.toFixed(3),
      String(score.tooLong),
      ...FAULTS.map((fault) => String(score.faults[fault])),
    ];
  });
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Each column's figure, made so that less is better. */
const COLUMNS: Readonly<Record<string, (score: Score) => number>> = {
  posts: ({ posts }) => posts,
  'cuts below a sentence end': ({ atSentence }) => 1 - atSentence,
  forbidden: ({ forbidden }) => forbidden,
  never: ({ never }) => never,
  'cuts apart from the editor’s': ({ agreement }) => 1 - agreement,
  'shortest post': ({ shortest }) => -shortest,
  widows: ({ widows }) => widows,
  spread: ({ spread }) => spread,
  'posts that are too long': ({ tooLong }) => tooLong,
  ...Object.fromEntries(FAULTS.map((fault) => [fault, ({ faults }: Score) => faults[fault]])),
};

/** Where one of ours is not ahead of every peer, and of which it is behind. */
export function behind(ours: Score, peers: readonly Score[]): string[] {
  return Object.entries(COLUMNS).flatMap(([column, of]) => {
    const ahead = peers.filter((peer) => of(peer) < of(ours)).map(({ name }) => name);
    return ahead.length === 0 ? [] : [`${column}: ${ahead.join(', ')}`];
  });
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { half: { type: 'string', default: '' } } });
  const halves = (['tune', 'judge'] as const).filter((half) => values.half === '' || values.half === half);
  for (const half of halves) {
    console.log(`\n${half === 'tune' ? 'The half that tunes the weights' : 'The half that only judges'}\n`);
    const [tidy, tight, ...peers] = await scorecard(half);
    if (tidy === undefined || tight === undefined) throw new Error('The scorecard has no scores of ours.');
    console.log(scoreTable([tidy, tight, ...peers]));
    for (const ours of [tidy, tight])
      console.log(`\n${ours.name} is behind in ${behind(ours, peers).join('; ') || 'nothing'}.`);
  }
}
