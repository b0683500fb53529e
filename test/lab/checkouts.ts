import { frozenPath } from '../../src/publishing/freezing/frozen-file.ts';
import { syncFrozenFile } from '../../src/publishing/freezing/sync-frozen-file.ts';
import type { Journal } from '../../src/publishing/journal.ts';
import type { PublicationRecord } from '../../src/publishing/publication.ts';
import { restoreLost } from '../../src/publishing/sending/publish-draft.ts';
import { MemoryFiles } from '../publishing/memory-files.ts';
import type { Breakage, Trace } from './process.ts';
import type { LabStore, RunReport } from './run.ts';
import { type Worker, World, type WorldPlan } from './world.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** How often each checkout has its turn while things go wrong. */
const TURNS = 5;

/** How the frozen files of two checkouts travel, as chances a turn. */
export type GitHabits = {
  readonly push: number;
  readonly pull: number;
  /** The least time between the turns of two checkouts. */
  readonly gapMs: number;
};

/** How the files travel in a world: receipts are never pushed, seldom, or most of the time. */
export function habitsOf(seed: number): GitHabits {
  return { push: [0, 0.3, 0.8][seed % 3] ?? 0, pull: 0.4, gapMs: 10 * MINUTE };
}

/** A checkout of the project: its own journal, its own files, and what it last had in common with the remote. */
type Checkout = {
  readonly journal: Journal;
  readonly breakage: Breakage;
  readonly files: MemoryFiles;
  readonly base: Map<string, string | undefined>;
};

type Remote = Map<string, string | undefined>;

/** `git push`: refused where the other checkout has pushed since the last pull. */
function push({ files, base }: Checkout, remote: Remote, world: World): void {
  for (const [path, text] of files.texts) {
    if (text === remote.get(path)) continue;
    const isRefused = remote.get(path) !== base.get(path);
    world.count(isRefused ? 'push refused' : 'pushed');
    if (isRefused) continue;
    remote.set(path, text);
    base.set(path, text);
  }
}

/** `git pull`: where both have changed a file, a person takes one side or the other. */
function pull({ files, base }: Checkout, remote: Remote, world: World): void {
  for (const [path, text] of remote) {
    const own = files.texts.get(path);
    if (text === undefined || text === base.get(path)) continue;
    const isConflict = own !== base.get(path) && own !== text;
    world.count(isConflict ? 'pull with a conflict' : 'pulled');
    if (!isConflict || world.random() < 0.5) files.texts.set(path, text);
    base.set(path, text);
  }
}

const needsPerson = (record: PublicationRecord): boolean =>
  record.state === 'failed' || (record.state === 'paused' && record.until === null);

/** One checkout does what `run --once` does: takes in its files, and sends what is due. */
async function turn(world: World, checkout: Checkout): Promise<void> {
  const worker: Worker = world.start(checkout.journal, checkout.breakage, {}, checkout.files);
  for (const thread of world.threads) {
    await world.attempt(() => restoreLost(worker.ports, thread.draft));
    const record = await world.record(checkout.journal, thread);
    if (record === undefined || record.state === 'published') continue;
    if (needsPerson(record)) await world.attend(worker, thread);
    await world.goOn(worker, thread, world.random() < 0.4 ? 72 * HOUR : 0);
  }
}

/** A checkout for each store, with no files yet. */
function checkoutsOf(stores: readonly LabStore[]): readonly Checkout[] {
  return stores.flatMap(({ journals: [journal], breakage }) =>
    journal === undefined ? [] : [{ journal, breakage, files: new MemoryFiles(), base: new Map() }],
  );
}

/** Freezes every thread in the first checkout, which commits and pushes the files. */
async function freezeAll(world: World, { journal, files, base }: Checkout, remote: Remote): Promise<void> {
  for (const thread of world.threads) {
    await world.clock.busy(async () => {
      await journal.create({ ...thread, id: `${thread.id}0000` }, world.clock.now());
      await syncFrozenFile({ journal, files }, thread.draft);
    });
    const path = frozenPath(thread.draft);
    remote.set(path, files.texts.get(path));
    base.set(path, files.texts.get(path));
  }
}

/** What a run of two checkouts came to. */
export type CheckoutsReport = Pick<
  RunReport,
  'posts' | 'lost' | 'doubled' | 'disordered' | 'stuck' | 'guessed' | 'bugs' | 'counts'
>;

/** What stands on the accounts against what should, and what each of the journals says of it. */
async function judge(world: World, checkouts: readonly Checkout[]): Promise<CheckoutsReport> {
  const lost: string[] = [];
  const doubled: string[] = [];
  const disordered: string[] = [];
  const stuck: string[] = [];
  // What is called unsent for a moment is looked for by its words before it is sent: only receipts are judged.
  const guessed: string[] = [];
  for (const thread of world.threads) {
    const records: (PublicationRecord | undefined)[] = [];
    for (const { journal } of checkouts) records.push(await world.record(journal, thread));
    for (const [at, record] of records.entries())
      if (record?.state !== 'published')
        stuck.push(`${thread.draft} in ${at}: ${record?.state} ${record?.reason} ${record?.message}`);
    let parentId: string | null = null;
    for (const { text, index } of thread.posts) {
      // What a server takes back after it was seen is no duplicate here: the other checkout can't know of it.
      const there = world.posts.filter((one) => one.account === thread.account && one.text === text);
      const [post] = there;
      if (post === undefined) lost.push(text);
      if (there.length > 1) doubled.push(`${text} (${there.length} times)`);
      if (post !== undefined && post.parentId !== parentId) disordered.push(text);
      for (const record of records)
        if (record?.state === 'published' && record.posts[index - 1]?.receipt?.id !== post?.id)
          guessed.push(`${text}: receipt ${record.posts[index - 1]?.receipt?.id}`);
      parentId = post?.id ?? null;
    }
  }
  const counts = new Map(world.counts);
  for (const network of world.networks)
    for (const [name, count] of network.counts) counts.set(name, (counts.get(name) ?? 0) + count);
  const posts = world.threads.reduce((sum, thread) => sum + thread.posts.length, 0);
  return { posts, lost, doubled, disordered, stuck, guessed, bugs: world.bugs, counts };
}

/**
 * A checkout whose process dies at a step of the account's first thread, and finishes it hours later. The other checkout sends
 * the second thread meanwhile, and then has its turn with both; it also froze them, so it has no reason to look for them.
 */
export async function runHandover(
  stores: readonly LabStore[],
  plan: WorldPlan,
  diesAt: number,
): Promise<CheckoutsReport> {
  const world = new World({ ...plan, rotates: false });
  const remote: Remote = new Map();
  const [slow, other] = checkoutsOf(stores);
  const [first, second] = world.threads;
  if (slow === undefined || other === undefined || first === undefined || second === undefined)
    throw new Error('A handover needs two checkouts and two threads.');
  await freezeAll(world, other, remote);
  pull(slow, remote, world);
  await world.clock.sleep(HOUR);
  const dying = world.start(slow.journal, slow.breakage, { diesAt }, slow.files);
  await world.attempt(() => restoreLost(dying.ports, first.draft));
  if ((await world.record(slow.journal, first)) !== undefined) await world.goOn(dying, first, 0);
  await world.clock.sleep(HOUR);
  const worker = world.start(other.journal, other.breakage, {}, other.files);
  await world.goOn(worker, second, 0);
  for (const checkout of [slow, other, slow, other]) {
    await world.clock.sleep(HOUR);
    await turn(world, checkout);
  }
  return judge(world, [slow, other]);
}

/** Two checkouts of one project that take turns, each with a journal of its own, and the receipts pushed late or never. */
export async function runCheckouts(
  stores: readonly LabStore[],
  plan: WorldPlan,
  habits: GitHabits,
  trace?: Trace,
): Promise<CheckoutsReport> {
  // Tokens that are renewed can't be shared without a journal: each checkout has keys that hold, or a login of its own.
  const world = new World({ ...plan, rotates: false });
  world.trace = trace;
  const remote: Remote = new Map();
  const checkouts = checkoutsOf(stores);
  const [first] = checkouts;
  if (first === undefined) throw new Error('Checkouts need journals.');
  await freezeAll(world, first, remote);
  for (let round = 0; round < TURNS * checkouts.length; round += 1) {
    const checkout = checkouts[Math.floor(world.random() * checkouts.length)] ?? first;
    if (checkout.files.texts.size === 0 || world.random() < habits.pull) pull(checkout, remote, world);
    await turn(world, checkout);
    if (world.random() < habits.push) push(checkout, remote, world);
    await world.clock.sleep(habits.gapMs + world.random() * (world.random() < 0.2 ? 30 * HOUR : HOUR));
  }
  world.calm();
  for (let round = 0; round < 25; round += 1) {
    await world.clock.sleep(25 * HOUR);
    world.settle();
    world.calm();
    for (const checkout of checkouts) {
      if (checkout.files.texts.size === 0) pull(checkout, remote, world);
      await turn(world, checkout);
      await world.clock.sleep(habits.gapMs);
    }
  }
  return judge(world, checkouts);
}
