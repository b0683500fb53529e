import { NETWORK_IDS, type NetworkId } from '../../src/drafts/network-id.ts';
import type { Journal } from '../../src/publishing/journal.ts';
import type { PublicationRecord } from '../../src/publishing/publication.ts';
import { seeded } from '../publishing/fake-clock.ts';
import { CALM, type Fate, type Rates } from './faults.ts';
import type { Breakage, Trace } from './process.ts';
import { KEY_HABITS } from './sim-mastodon.ts';
import { World, type WorldPlan } from './world.ts';

const HOUR = 3_600_000;
const NEVER = { diesAt: Number.POSITIVE_INFINITY, stallsAt: Number.POSITIVE_INFINITY };

/** How often a worker goes through all publications while things go wrong. */
const ROUNDS = 6;

/** A store that the runs share: one connection for each of the workers, and how it is broken. */
export type LabStore = { readonly journals: readonly Journal[]; readonly breakage: Breakage };

function storeJournal({ journals: [journal] }: LabStore): Journal {
  if (journal === undefined) throw new Error('A laboratory needs a journal.');
  return journal;
}

/** What a run came to: how many of its posts were wrong in each way, and what happened on the way. */
export type RunReport = {
  readonly posts: number;
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly disordered: readonly string[];
  readonly stuck: readonly string[];
  /** Called sent or unsent against what the network had. */
  readonly guessed: readonly string[];
  /** Accounts whose booked spending is not what the network charged: posts, reads, and who they are. */
  readonly misbooked: readonly string[];
  readonly bugs: readonly unknown[];
  readonly refusedByWindow: number;
  readonly counts: ReadonlyMap<string, number>;
};

/** The part of a report that must be empty. */
export function wrongsOf(report: RunReport): Record<(typeof WRONGS)[number], readonly unknown[]> {
  const { lost, doubled, disordered, stuck, guessed, misbooked, bugs } = report;
  return { lost, doubled, disordered, stuck, guessed, misbooked, bugs };
}

/** The ways in which a run can be wrong. */
export const WRONGS = ['lost', 'doubled', 'disordered', 'stuck', 'guessed', 'misbooked', 'bugs'] as const;

/** What {@link wrongsOf} gives of a run in which all went well. */
export const NO_WRONGS = {
  lost: [],
  doubled: [],
  disordered: [],
  stuck: [],
  guessed: [],
  misbooked: [],
  bugs: [],
};

/** Plans a run from its seed alone. */
export function planRun(seed: number, name: string): WorldPlan {
  const random = seeded(seed ^ 0x5eed);
  const upTo = (most: number): number => (random() < 0.2 ? 0 : random() * most);
  const whole = (from: number, to: number): number => from + Math.floor(random() * (to - from + 1));
  const accounts = whole(1, 3);
  const threads = Object.fromEntries(
    Array.from({ length: accounts }, (_, at) => [
      `a${at}`,
      Array.from({ length: whole(1, 2) }, () => whole(1, 3)),
    ]),
  );
  const rates: Rates = {
    publish: upTo(0.8),
    read: upTo(0.3),
    write: upTo(0.1),
    death: upTo(0.05),
    stall: upTo(0.02),
    clock: upTo(0.02),
    token: upTo(0.04),
    partial: upTo(0.3),
  };
  const pick = <T>(list: readonly [T, ...T[]]): T => list[Math.floor(random() * list.length)] ?? list[0];
  const networks = Object.fromEntries(Object.keys(threads).map((account) => [account, pick(NETWORK_IDS)]));
  const sharesApp = random() < 0.5;
  return {
    seed,
    name,
    threads,
    networks,
    rates,
    limits: { short: whole(6, 40), day: whole(12, 60), app: sharesApp ? whole(9, 30) : whole(30, 200) },
    instance: { keys: pick(KEY_HABITS), limit: random() < 0.5 ? whole(6, 40) : undefined },
    refusesDuplicates: random() < 0.5,
    seesDeaths: random() < 0.5,
    latencyMs: whole(0, 4_000),
    rotates: random() < 0.5,
    sharesApp,
  };
}

const needsPerson = (record: PublicationRecord): boolean =>
  record.state === 'failed' || (record.state === 'paused' && record.until === null);

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  return list
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

/** One worker: goes through the publications again and again, accounts side by side, and is started anew when it dies. */
async function work(world: World, store: LabStore, journal: Journal): Promise<void> {
  const { random, clock } = world;
  let worker = world.start(journal, store.breakage);
  for (let round = 0; round < ROUNDS; round += 1) {
    if (worker.process.isDead) {
      await clock.sleep(random() * 3 * 60_000);
      worker = world.start(journal, store.breakage);
    }
    const current = worker;
    const lanes = Map.groupBy(shuffled(world.threads, random), ({ account }) => account);
    await Promise.all(
      [...lanes.values()].map(async (lane) => {
        for (const thread of lane) {
          const record = await world.record(journal, thread);
          if (record?.state === 'published') continue;
          if (record !== undefined && needsPerson(record)) {
            if (random() < 0.3) continue;
            await world.attend(current, thread);
          }
          const isEarly = record !== undefined && record.until !== null && record.until > clock.now();
          if (isEarly && random() < 0.7) continue;
          await world.goOn(current, thread, random() < 0.4 ? 72 * HOUR : 0);
        }
      }),
    );
    await clock.sleep(random() * (random() < 0.2 ? 30 * HOUR : HOUR));
  }
}

/** After the faults: everything must come to its end, with nobody but a person who answers what is asked. */
async function recover(world: World, store: LabStore): Promise<void> {
  const journal = storeJournal(store);
  world.calm();
  const worker = world.start(journal, store.breakage);
  for (let round = 0; round < 25; round += 1) {
    await world.clock.sleep(round === 0 ? 5 * HOUR : 25 * HOUR);
    world.settle();
    world.calm();
    let isDone = true;
    for (const thread of world.threads) {
      const record = await world.record(journal, thread);
      if (record?.state === 'published') continue;
      isDone = false;
      if (record !== undefined && needsPerson(record)) await world.attend(worker, thread);
      await world.goOn(worker, thread, 0);
    }
    if (isDone) return;
  }
}

/** What stands on the accounts against what should, and what the journal says of it. */
async function judgeWorld(world: World, journal: Journal): Promise<RunReport> {
  const lost: string[] = [];
  const doubled: string[] = [];
  const disordered: string[] = [];
  const stuck: string[] = [];
  const guessed = [...world.guesses];
  const { posts } = world;
  for (const thread of world.threads) {
    const record = await world.record(journal, thread);
    if (record?.state !== 'published')
      stuck.push(`${thread.draft}: ${record?.state} ${record?.reason} ${record?.message}`);
    let parentId: string | null = null;
    for (const { text, index } of thread.posts) {
      const there = posts.filter((post) => post.account === thread.account && post.text === text);
      const [post] = there;
      if (post === undefined) lost.push(text);
      const names = world.networkOf(thread.account).namesOf(thread.account, text);
      if (names.length > 1) doubled.push(`${text} (${names.length} times)`);
      if (post !== undefined && post.parentId !== parentId) disordered.push(text);
      const receipt = record?.posts[index - 1]?.receipt?.id;
      if (record?.state === 'published' && receipt !== post?.id) guessed.push(`${text}: receipt ${receipt}`);
      parentId = post?.id ?? null;
    }
  }
  const misbooked: string[] = [];
  for (const account of new Set(world.threads.map((thread) => thread.account))) {
    const spent = await journal.spentSince(account, 0);
    const charged = posts
      .filter((post) => post.account === account)
      .reduce((sum, { microUsd }) => sum + microUsd, world.x.bill.dueOf(account));
    if (spent !== charged) misbooked.push(`${account}: booked ${spent}, charged ${charged}`);
  }
  const counts = new Map(world.counts);
  for (const network of world.networks)
    for (const [name, count] of network.counts) counts.set(name, (counts.get(name) ?? 0) + count);
  return {
    posts: world.threads.reduce((sum, thread) => sum + thread.posts.length, 0),
    lost,
    doubled,
    disordered,
    stuck,
    guessed,
    misbooked,
    bugs: world.bugs,
    refusedByWindow: world.networks.reduce((sum, network) => sum + network.refusedByWindow, 0),
    counts,
  };
}

/** Runs one world from its seed to its end. */
export async function runWorld(store: LabStore, plan: WorldPlan, trace?: Trace): Promise<RunReport> {
  const world = new World(plan);
  world.trace = trace;
  await Promise.all(store.journals.map((journal) => work(world, store, journal)));
  await recover(world, store);
  return judgeWorld(world, storeJournal(store));
}

/** The plan of a world in which nothing goes wrong by chance: one account, one thread of `n` posts. */
export function planCalm(name: string, n: number, network: NetworkId = 'x', seed = 1): WorldPlan {
  return {
    seed,
    name,
    threads: { a: [n] },
    networks: { a: network },
    rates: CALM,
    limits: { short: 100, day: 100, app: 10_000 },
    refusesDuplicates: false,
    seesDeaths: true,
    latencyMs: 500,
    rotates: true,
  };
}

/** One thing that goes wrong, in an otherwise calm world. */
export type Mishap = {
  /** The first process dies at this step, or stands still after it. */
  readonly diesAt?: number;
  readonly stallsAt?: number;
  /** What the requests come to, in their order. */
  readonly script?: readonly Fate[];
  /** How far the clock of the first process is ahead. */
  readonly skewMs?: number;
};

/** Publishes a thread of `n` posts with one mishap; another process takes over where the first one stops. */
export async function runMishap(
  store: LabStore,
  plan: WorldPlan,
  mishap: Mishap,
  trace?: Trace,
): Promise<RunReport> {
  const world = new World(plan);
  world.trace = trace;
  const { diesAt = Number.POSITIVE_INFINITY, stallsAt = Number.POSITIVE_INFINITY, script = [] } = mishap;
  const journal = storeJournal(store);
  world.networkOf(world.accountName('a')).script.push(...script);
  const [thread] = world.threads;
  if (thread === undefined) throw new Error('A mishap needs a thread.');
  const first = world.start(journal, store.breakage, { diesAt, stallsAt });
  first.process.clock.skewMs = mishap.skewMs ?? 0;
  const second = async (): Promise<void> => {
    // The lease of one that only stands still has to end before another can take over.
    await world.clock.sleep(150_000);
    const worker = world.start(journal, store.breakage, NEVER);
    await world.goOn(worker, thread, 72 * HOUR);
  };
  if (Number.isFinite(stallsAt)) await Promise.all([world.goOn(first, thread, 0), second()]);
  else await world.goOn(first, thread, 0);
  await recover(world, store);
  return judgeWorld(world, journal);
}
