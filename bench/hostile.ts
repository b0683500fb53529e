/**
 * Texts made to be slow: each, a million units long, measured and cut. Beside them `twitter-text` on a part so
 * small that it ends, and how its time grows. Run it alone with `node bench/hostile.ts`.
 */
import { parseDraft } from '../src/drafts/parse-draft.ts';
import { xProfile } from '../src/networks/x/profile.ts';
import { xWeight } from '../src/text/x/weight.ts';
import { buildThread } from '../src/threads/build-thread.ts';
import { digits, type Goal, reportGoals, table } from './goals.ts';
import { weigh } from './peers.ts';
import { exponentOf, timeInTurn } from './timing.ts';

const MILLION = 1_000_000;

/** What is repeated, and what it does to a careless scanner. */
const HOSTILE: Readonly<Record<string, string>> = {
  'a.a.a.': 'a.',
  'one long word': 'a',
  '@ and #': '@#',
  'https://': 'https://',
  'open brackets': 'x.com/(',
  'joined emoji': '👩\u200d',
  'combining marks': 'e\u0301',
  'stops and spaces': '. ',
};

/** The best of a few runs, in milliseconds. */
const bestMs = async (work: () => unknown, rounds = 3): Promise<number> =>
  Math.min(...((await timeInTurn([work], rounds))[0] ?? []));

/** Times every hostile text; prints two tables. */
export async function hostileBench(): Promise<Goal[]> {
  const rows: string[][] = [];
  const goals: Goal[] = [];
  for (const [name, unit] of Object.entries(HOSTILE)) {
    const text = unit.repeat(Math.ceil(MILLION / unit.length));
    const measured = await bestMs(() => xWeight(text));
    const cut = await bestMs(() => buildThread(parseDraft(text, { path: null }), xProfile()), 1);
    rows.push([name, digits(measured), digits(cut)]);
    goals.push({ what: `1 M of ${name}: measure`, measured, promise: { most: 1000 }, unit: ' ms' });
  }
  console.log(table([['a million units', 'measure, ms', 'parse and cut, ms'], ...rows]));

  const sizes = [3_500, 7_000, 14_000, 28_000];
  const theirs: number[] = [];
  for (const size of sizes) theirs.push(await bestMs(() => weigh('a.'.repeat(size / 2)), 1));
  const exponent = exponentOf(sizes.map((size, index) => ({ size, ms: theirs[index] ?? 0 })));
  const own = await bestMs(() => xWeight('a.'.repeat(14_000)));
  console.log(
    `\n${table([
      ['a.a.a. by twitter-text', ...sizes.map((size) => `${size / 1000} k`), 'exponent'],
      ['ms', ...theirs.map(digits), exponent.toFixed(2)],
    ])}`,
  );
  goals.push({
    what: '28 k of a.a.a. over twitter-text',
    measured: (theirs.at(-1) ?? 0) / own,
    promise: { least: 10 },
    unit: ' ×',
  });
  return goals;
}

if (import.meta.main) reportGoals(await hostileBench());
