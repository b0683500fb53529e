import PQueue from 'p-queue';

/** Accounts that publish at the same time. Each sends one post after another, so this also limits the requests in flight. */
const ACCOUNTS_AT_ONCE = 8;

/** One publication's work, for one account. */
export type Job<T> = { readonly account: string; readonly run: () => Promise<T> };

/**
 * Runs publications one at a time per account, and accounts concurrently. Returns the results in the order of the jobs; a job
 * that throws stops no other.
 */
export async function pace<T>(jobs: readonly Job<T>[]): Promise<PromiseSettledResult<T>[]> {
  const all = new PQueue({ concurrency: ACCOUNTS_AT_ONCE });
  const lanes = [
    ...Map.groupBy(
      jobs.map((job, index) => ({ job, index })),
      ({ job }) => job.account,
    ).values(),
  ];
  const results: PromiseSettledResult<T>[] = [];
  await Promise.all(
    lanes.map((lane) =>
      all.add(async () => {
        for (const { job, index } of lane) [results[index]] = await Promise.allSettled([job.run()]);
      }),
    ),
  );
  return results;
}
