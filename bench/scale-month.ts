import { openMemoryJournal } from '../src/journal/sqlite/sqlite-journal.ts';
import type { Ports } from '../src/publishing/ports.ts';
import { sha256 } from '../src/publishing/sha256.ts';
import { GAP_MS } from '../src/time/late.ts';
import { work } from '../src/worker/worker.ts';
import { CALM } from '../test/lab/faults.ts';
import { SimClock } from '../test/lab/sim-clock.ts';
import { SimX } from '../test/lab/sim-x.ts';
import { seeded } from '../test/publishing/fake-clock.ts';
import { MemoryFiles } from '../test/publishing/memory-files.ts';

/** What a month came to. */
export type Month = {
  readonly accounts: number;
  readonly threads: number;
  readonly posts: number;
  readonly sent: number;
  /** Threads of which some posts are out and some not, at the end. */
  readonly halfWay: number;
  readonly refused: number;
  /** Accounts that wanted more than a day's window holds: how many posts of it they used on each full day, of 100. */
  readonly busyShare: number;
  readonly plannedUsd: number;
  readonly spentUsd: number;
  readonly chargedUsd: number;
};

const DAY_MS = 24 * 3_600_000;

/** All accounts send with one app, and share its window. */
const APP = 'app:x:agency';

/** X's windows for one account and for one app (networks.md 1.4). */
const LIMITS = { short: 100, day: 100, app: 10_000 };

/** How many of the accounts want more than their day's window lets through, and how many posts they want each day. */
const BUSY = 2;
const BUSY_THREADS_A_DAY = 16;

/**
 * A month of an agency in simulated time, by the real worker, whose accounts share one app: each account sends a thread of 1 to 9 posts every third
 * day, two of them want 144 posts a day where 100 are let through.
 */
export async function simulateMonth(
  accounts: number,
  days = 30,
  { appLimit = LIMITS.app, app = APP }: { readonly appLimit?: number; readonly app?: string | null } = {},
): Promise<Month> {
  const random = seeded(31);
  const start = Date.UTC(2026, 8, 1);
  const clock = new SimClock(start);
  const x = new SimX(clock, random, CALM, {
    limits: { ...LIMITS, app: appLimit },
    refusesDuplicates: true,
    latencyMs: 800,
  });
  const journal = await openMemoryJournal();
  let threads = 0;
  let posts = 0;
  let planned = 0;
  const create = async (account: string, count: number, at: number): Promise<void> => {
    threads += 1;
    const id = `month${threads}`;
    const made = Array.from({ length: count }, (_, position) => {
      const urls = position === count - 1 && threads % 2 === 0 ? [`https://example.org/${id}`] : [];
      return {
        index: position + 1,
        text: [`${id}, ${position + 1} of ${count}`, ...urls].join(' '),
        urls,
        costMicroUsd: urls.length > 0 ? 200_000 : 15_000,
        media: [],
      };
    });
    posts += count;
    planned += made.reduce((sum, { costMicroUsd }) => sum + costMicroUsd, 0);
    const hash = sha256(id);
    await journal.create(
      {
        id,
        account,
        network: 'x',
        draft: `posts/${id}.md`,
        frozenAt: start,
        draftHash: hash,
        textHash: hash,
        hashVersion: 2,
        posts: made,
      },
      at,
    );
  };
  for (let n = 0; n < accounts; n += 1) {
    const isBusy = n < BUSY;
    for (let day = isBusy ? 0 : n % 3; day < (isBusy ? days - 12 : days - 1); day += isBusy ? 1 : 3) {
      const times = isBusy ? BUSY_THREADS_A_DAY : 1;
      for (let thread = 0; thread < times; thread += 1) {
        const minute = isBusy ? 360 + thread * 30 : Math.floor(random() * 1_440);
        await create(
          `a${n}`,
          isBusy ? 9 : 1 + Math.floor(random() * 9),
          start + day * DAY_MS + minute * 60_000,
        );
      }
    }
  }
  const stop = new AbortController();
  const ports: Ports = {
    journal,
    files: new MemoryFiles(),
    clock: { now: () => clock.now(), sleep: (ms, signal) => clock.sleep(ms, signal), random },
    owner: { name: 'month', isDead: () => false },
    killSwitch: async () => undefined,
  };
  const media = { perPost: 4, altLength: 1_000, imageBytes: 5_000_000 };
  const ended = clock.sleep(days * DAY_MS).then(() => stop.abort());
  await work(ports, {
    stop: stop.signal,
    late: 'post',
    gapMs: () => GAP_MS / 30,
    lookEveryMs: 60_000,
    tell: (event) => {
      if (event.type === 'bug') throw event.error;
    },
    publisherFor: async ({ account }) => ({
      ok: true,
      publisher: {
        account: {
          name: account,
          network: 'x',
          media,
          ...(app === null ? {} : { app }),
          refusesRepeatsForMs: 12 * 3_600_000,
        },
        client: x.client(account, () => clock.now()),
      },
    }),
  });
  await ended;
  const records = await journal.publications({});
  const halfWay = records.filter(
    (record) => record.state !== 'published' && record.posts.some(({ receipt }) => receipt !== null),
  ).length;
  let spent = 0;
  for (const account of new Set(records.map((record) => record.account)))
    spent += await journal.spentSince(account, 0);
  await journal.close();
  // Full days of the busy accounts: those in which more was wanted than let through.
  const perDay = new Map<string, number>();
  for (const post of x.posts) {
    if (Number(post.account.slice(1)) >= BUSY) continue;
    const key = `${post.account} ${Math.floor((post.at - start - 6 * 3_600_000) / DAY_MS)}`;
    perDay.set(key, (perDay.get(key) ?? 0) + 1);
  }
  const full = [...perDay].filter(([key]) => Number(key.split(' ')[1]) < days - 14).map(([, count]) => count);
  return {
    accounts,
    threads,
    posts,
    sent: x.posts.length,
    halfWay,
    refused: x.refusedByWindow,
    busyShare: full.reduce((sum, count) => sum + count, 0) / Math.max(1, full.length),
    plannedUsd: planned / 1_000_000,
    spentUsd: spent / 1_000_000,
    chargedUsd: x.posts.reduce((sum, { microUsd }) => sum + microUsd, 0) / 1_000_000,
  };
}
