import { onTestFinished } from 'vitest';
import { openMemoryJournal } from '../../src/journal/sqlite/sqlite-journal.ts';
import { freezeThread } from '../../src/publishing/freezing/freeze.ts';
import type { PlanFlags } from '../../src/publishing/freezing/plan.ts';
import { newId } from '../../src/publishing/ids.ts';
import type { Journal } from '../../src/publishing/journal.ts';
import type { Ports, Publisher, PublishingAccount } from '../../src/publishing/ports.ts';
import { present } from '../../src/publishing/present.ts';
import type { FrozenThread, PublicationRecord } from '../../src/publishing/publication.ts';
import type { PublishOptions } from '../../src/publishing/sending/publish.ts';
import { type Published, publishDraft } from '../../src/publishing/sending/publish-draft.ts';
import { sha256 } from '../../src/publishing/sha256.ts';
import type { Prices } from '../../src/threads/profile.ts';
import type { Media, Thread } from '../../src/threads/thread.ts';
import { FakeClock } from './fake-clock.ts';
import { FakeNetwork } from './fake-network.ts';
import { MemoryFiles } from './memory-files.ts';
import { FILE_WRITES, JOURNAL_WRITES, Life, REQUESTS } from './mortal.ts';

/** Prices of X, as networks.md has them. */
export const PRICES: Prices = { post: 0.015, postWithUrl: 0.2, altText: 0.005 };

/** A thread of so many posts, told apart by their texts. */
export function threadOf(
  texts: readonly string[],
  media: Readonly<Record<number, readonly Media[]>> = {},
): Thread {
  return {
    network: 'x',
    networkName: 'X',
    account: 'me',
    limit: 280,
    unit: 'weighted',
    costUsd: texts.length * PRICES.post,
    costSpreadUsd: texts.length * PRICES.post,
    findings: [],
    posts: texts.map((text, position) => ({
      index: position + 1,
      text,
      length: text.length,
      bytes: text.length,
      links: [...text.matchAll(/https:\S+/g)].map((match) => ({
        url: match[0],
        start: match.index,
        end: match.index + match[0].length,
      })),
      media: media[position + 1] ?? [],
      added: [],
    })),
  };
}

/** `n` posts: `post 1 of n`, … */
export function texts(n: number, prefix = 'post'): string[] {
  return Array.from({ length: n }, (_, position) => `${prefix} ${position + 1} of ${n}`);
}

/** A laboratory: one journal, one disk and one network, which outlive the processes that use them. */
export type Lab = {
  readonly clock: FakeClock;
  readonly network: FakeNetwork;
  readonly files: MemoryFiles;
  readonly journal: Journal;
  account: PublishingAccount;
  stopFile: string | undefined;
  /** By how much the clock of the processes is ahead of the network's, in ms. */
  skewMs: number;
  /** The ports of a process that lives as `life` says. */
  ports(life?: Life): Ports;
  publisher(life?: Life): Publisher;
  freeze(
    posts: readonly string[],
    draft?: string,
    media?: Parameters<typeof threadOf>[1],
  ): Promise<FrozenThread>;
  /** Publishes a draft in a new process. */
  publish(
    thread: FrozenThread,
    options?: PublishOptions & { readonly life?: Life; readonly flags?: Partial<PlanFlags> },
  ): Promise<Published>;
  /** The newest publication in the journal. */
  newest(): Promise<PublicationRecord>;
};

/** How a network takes threads: post by post or whole, under names of ours, at most so many posts a call. */
export type NetworkKind = {
  readonly sends?: 'post' | 'thread';
  readonly pins?: boolean;
  readonly mostPerCall?: number;
};

/** Makes a laboratory with an empty journal. */
export async function makeLab(
  options: NetworkKind & { readonly seed?: number; readonly journal?: Journal } = {},
): Promise<Lab> {
  const clock = new FakeClock(undefined, options.seed ?? 1);
  onTestFinished(() => clock.end());
  const { sends, pins, mostPerCall } = options;
  const network = new FakeNetwork(clock, present({ sends, pins, mostPerCall }));
  const files = new MemoryFiles();
  const journal = options.journal ?? (await openMemoryJournal());
  let processes = 0;
  const lab: Lab = {
    clock,
    network,
    files,
    journal,
    account: {
      name: 'me',
      network: 'x',
      media: { perPost: 4, altLength: 1_000, imageBytes: 5_000_000 },
      refusesRepeatsForMs: 12 * 3_600_000,
    },
    stopFile: undefined,
    skewMs: 0,
    ports: (life = new Life()) => {
      processes += 1;
      const name = `process-${processes}`;
      return {
        journal: life.mortal(journal, JOURNAL_WRITES),
        files: life.mortal(files, FILE_WRITES),
        clock: {
          now: () => clock.now() + lab.skewMs,
          sleep: (ms, signal) => clock.sleep(ms, signal),
          random: clock.random,
        },
        // Processes follow one another here, so that whoever else holds a lease is dead.
        owner: { name, isDead: (other) => other !== name },
        killSwitch: async () => lab.stopFile,
      };
    },
    publisher: (life = new Life()) => ({ account: lab.account, client: life.mortal(network, REQUESTS) }),
    freeze: async (posts, draft = 'posts/a.md', media = {}) => {
      const frozen = await freezeThread(
        {
          thread: threadOf(posts, media),
          account: 'me',
          draft,
          draftHash: sha256(posts.join('\n')),
          prices: PRICES,
          media: lab.account.media,
        },
        files,
        newId(clock),
        clock.now(),
      );
      if (!frozen.ok) throw new Error(frozen.problems.join(' '));
      return frozen.thread;
    },
    publish: (thread, { life = new Life(), flags = {}, ...rest } = {}) =>
      publishDraft(lab.ports(life), lab.publisher(life), thread, {
        again: false,
        refreeze: false,
        ...flags,
        ...rest,
      }),
    newest: async () => {
      const [record] = await journal.publications({ limit: 1 });
      if (record === undefined) throw new Error('The journal is empty.');
      return record;
    },
  };
  return lab;
}

/** What is wrong on the account, given the posts that should stand there once each, in order, as one thread. */
export function wrongs(network: FakeNetwork, wanted: readonly string[]): string[] {
  const found: string[] = [];
  for (const text of wanted) {
    const count = network.posts.filter((post) => post.text === text).length;
    if (count === 0) found.push(`lost: ${text}`);
    if (count > 1) found.push(`sent ${count} times: ${text}`);
  }
  const order = network.posts.filter(({ text }) => wanted.includes(text));
  order.forEach((post, position) => {
    if (post.text !== wanted[position]) found.push(`out of order: ${post.text}`);
    const parent = order[position - 1]?.id ?? null;
    if (post.parentId !== parent) found.push(`${post.text} replies to ${post.parentId}, not to ${parent}`);
  });
  return found;
}
