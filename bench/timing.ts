/** The value in the middle; of an even number, the upper one. */
export function median(values: readonly number[]): number {
  const middle = [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
  if (middle === undefined) throw new RangeError('no values, so none in the middle');
  return middle;
}

/** Milliseconds that a piece of work takes once by the clock on the wall, its promise included. */
export async function wallMs(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/**
 * Milliseconds of a processor that this thread uses for a piece of work: what the wall clock would tell on a machine
 * that does nothing else, whatever the machine does besides.
 */
export async function cpuMs(work: () => unknown): Promise<number> {
  const start = process.threadCpuUsage();
  await work();
  const { user, system } = process.threadCpuUsage(start);
  return (user + system) / 1000;
}

/** How long a piece of work is repeated for one value, in ms on the wall: the clock of a thread may tick in steps of 4. */
const SPELL_MS = 60;

/**
 * Times several pieces of work in turn, round after round, so that a busy machine slows all of them alike. Each is
 * run once before, to warm up and to see how often it must be repeated for one value.
 *
 * @returns milliseconds for one run, by piece of work, one value a round.
 */
export async function timeInTurn(
  works: readonly (() => unknown)[],
  rounds: number,
  clock: typeof cpuMs = cpuMs,
): Promise<number[][]> {
  const repeats: number[] = [];
  for (const work of works) {
    await work();
    repeats.push(Math.max(1, Math.ceil(SPELL_MS / (await wallMs(work)))));
  }
  const times: number[][] = works.map(() => []);
  for (let round = 0; round < rounds; round += 1)
    for (const [index, work] of works.entries()) {
      const runs = repeats[index] ?? 1;
      const spent = await clock(async () => {
        for (let run = 0; run < runs; run += 1) await work();
      });
      times[index]?.push(spent / runs);
    }
  return times;
}

/** The median, over the rounds, of how many times longer the first took than the second. */
export function ratioInTurn(first: readonly number[], second: readonly number[]): number {
  return median(first.map((spent, round) => spent / (second[round] ?? Number.NaN)));
}

/** The power of the size by which a time grows (1 is linear): the slope of a straight line through the logarithms. */
export function exponentOf(points: readonly { readonly size: number; readonly ms: number }[]): number {
  const logs = points.map(({ size, ms }) => ({ x: Math.log(size), y: Math.log(ms) }));
  const mean = (pick: (log: { x: number; y: number }) => number): number =>
    logs.reduce((sum, log) => sum + pick(log), 0) / logs.length;
  const meanX = mean(({ x }) => x);
  const meanY = mean(({ y }) => y);
  return mean(({ x, y }) => (x - meanX) * (y - meanY)) / mean(({ x }) => (x - meanX) ** 2);
}
