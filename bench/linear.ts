/**
 * How time grows with size: parsing, cutting and measuring, from the best of several runs at each size, as the
 * power of the size that fits them. 1 is linear. Run it alone with `node bench/linear.ts`.
 *
 * Only two million units are parsed; the larger drafts repeat their blocks, which for cutting makes no difference,
 * since its window is one post.
 */
import type { Draft } from '../src/drafts/draft.ts';
import { parseDraft } from '../src/drafts/parse-draft.ts';
import type { CutStyle } from '../src/drafts/settings.ts';
import { xProfile } from '../src/networks/x/profile.ts';
import { xWeight } from '../src/text/x/weight.ts';
import { buildThread } from '../src/threads/build-thread.ts';
import { digits, type Goal, reportGoals, table } from './goals.ts';
import { prose } from './prose.ts';
import { exponentOf, timeInTurn } from './timing.ts';

const MILLION = 1_000_000;
const PARSED = 2 * MILLION;

/** What grows, over which sizes, and how often it is run. */
type Series = {
  readonly name: string;
  readonly sizes: readonly number[];
  readonly rounds: number;
  /** The work of one size, ready to be timed. */
  readonly work: (size: number) => () => unknown;
};

/** The power of the size by which the best times grow, with a table line of the times. */
async function grow({ name, sizes, rounds, work }: Series): Promise<{ row: string[]; exponent: number }> {
  const times = await timeInTurn(
    sizes.map((size) => work(size)),
    rounds,
  );
  const best = times.map((values) => Math.min(...values));
  const exponent = exponentOf(sizes.map((size, index) => ({ size, ms: best[index] ?? 0 })));
  const cells = sizes.map((size, index) => `${size / MILLION} M: ${digits(best[index] ?? 0)} ms`);
  return { row: [name, ...cells, exponent.toFixed(3)], exponent };
}

/** The first `size` units of a draft of {@link PARSED} units, or its blocks over and over. */
function draftOf(draft: Draft, size: number): Draft {
  const whole = Math.floor(size / PARSED);
  const rest = Math.round((draft.blocks.length * (size % PARSED)) / PARSED);
  const blocks = Array.from({ length: whole }, () => draft.blocks).flat();
  return { ...draft, blocks: [...blocks, ...draft.blocks.slice(0, rest)] };
}

/** Times every series; prints a table. */
export async function linearBench(): Promise<Goal[]> {
  const text = prose(PARSED).text;
  const parsed = parseDraft(text, { path: null });
  const cutting = (style: CutStyle): Series => ({
    name: `cut, ${style}`,
    sizes: [1, 2, 5, 10].map((size) => size * MILLION),
    rounds: 5,
    work: (size) => {
      const draft = draftOf({ ...parsed, settings: { ...parsed.settings, style } }, size);
      return () => buildThread(draft, xProfile());
    },
  });
  const measuring = (name: string, unit: string): Series => ({
    name: `measure, ${name}`,
    sizes: [1, 2, 5, 10].map((size) => size * MILLION),
    rounds: 15,
    work: (size) => {
      const hostile = unit.repeat(Math.ceil(size / unit.length)).slice(0, size);
      return () => xWeight(hostile);
    },
  });
  const series: Series[] = [
    {
      name: 'parse',
      sizes: [0.25, 0.5, 1, 2].map((size) => size * MILLION),
      rounds: 2,
      work: (size) => () => parseDraft(text.slice(0, size), { path: null }),
    },
    cutting('tidy'),
    cutting('tight'),
    measuring('prose', text),
    measuring('a.a.a.', 'a.'),
  ];
  const grown: { readonly name: string; readonly row: string[]; readonly exponent: number }[] = [];
  for (const one of series) grown.push({ name: one.name, ...(await grow(one)) });
  console.log(table([['best times', '', '', '', '', 'exponent'], ...grown.map(({ row }) => row)]));
  return grown.map(({ name, exponent }) => ({
    what: `time grows with the size to the power of: ${name}`,
    measured: exponent,
    promise: { most: 1.05 },
    unit: '',
  }));
}

if (import.meta.main) reportGoals(await linearBench());
