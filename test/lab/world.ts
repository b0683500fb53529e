import type { NetworkId } from '../../src/drafts/network-id.ts';
import { NETWORKS } from '../../src/networks/networks.ts';
import type { NetworkClient } from '../../src/networks/port.ts';
import { PublishingError } from '../../src/networks/publishing-error.ts';
import type { RenewedToken, TokenSource } from '../../src/networks/token-source.ts';
import { FileError } from '../../src/publishing/file-store.ts';
import { threadHash } from '../../src/publishing/freezing/thread-hash.ts';
import type { Journal } from '../../src/publishing/journal.ts';
import { JournalError } from '../../src/publishing/journal-error.ts';
import type { Ports, Publisher } from '../../src/publishing/ports.ts';
import type { FrozenThread, PublicationRecord } from '../../src/publishing/publication.ts';
import { AccountBusyError } from '../../src/publishing/sending/lease.ts';
import { publish } from '../../src/publishing/sending/publish.ts';
import { publishDraft } from '../../src/publishing/sending/publish-draft.ts';
import { tokenChain } from '../../src/publishing/sending/token-chain.ts';
import { UnkeptReceiptError } from '../../src/publishing/sending/unkept-receipt-error.ts';
import { ResolveError, resolve } from '../../src/publishing/settling/resolve.ts';
import { seeded } from '../publishing/fake-clock.ts';
import { MemoryFiles } from '../publishing/memory-files.ts';
import { Death } from '../publishing/mortal.ts';
import { excusing, LAB_PRICES, noting, owing, Unbooked } from './billing.ts';
import { CALM, type Rates } from './faults.ts';
import { type Breakage, type Circumstances, SimProcess, type Trace } from './process.ts';
import { SimBluesky } from './sim-bluesky.ts';
import { type ProcessClock, SimClock } from './sim-clock.ts';
import { type InstanceHabits, SimMastodon } from './sim-mastodon.ts';
import type { SimNetwork, SimPost } from './sim-network.ts';
import { type SimLimits, SimX } from './sim-x.ts';

const HOUR = 3_600_000;

/** What of a world is fixed before it begins. */
export type WorldPlan = {
  readonly seed: number;
  /** Makes the names of accounts and drafts unlike those of other worlds in the same journal. */
  readonly name: string;
  /** Posts of each publication, by account. */
  readonly threads: Readonly<Record<string, readonly number[]>>;
  /** Where each account is. @default X */
  readonly networks?: Readonly<Record<string, NetworkId>>;
  readonly instance?: InstanceHabits;
  readonly rates: Rates;
  readonly limits: SimLimits;
  readonly refusesDuplicates: boolean;
  /** Whether processes can tell that another one is dead, as on one machine. */
  readonly seesDeaths: boolean;
  readonly latencyMs: number;
  /** Whether the accounts are known to share one app. */
  readonly sharesApp?: boolean;
  /** Whether the accounts have tokens that last two hours and are renewed, each refresh token good for once. */
  readonly rotates: boolean;
};

/** One process at work, with all it needs. */
export type Worker = {
  readonly process: SimProcess;
  readonly ports: Ports;
  readonly journal: Journal;
  readonly unbooked: Unbooked;
  readonly tokens: Map<string, TokenSource>;
};

/** A thread of `n` posts, every fourth with a URL. */
function threadOf(
  name: string,
  { account, network }: { readonly account: string; readonly network: NetworkId },
  n: number,
  at: number,
): FrozenThread {
  const posts = Array.from({ length: n }, (_, position) => {
    const urls = position % 4 === 3 ? [`https://example.org/${name}`] : [];
    const text = [`${name} ${position + 1} of ${n}`, ...urls].join(' ');
    const costMicroUsd = network !== 'x' ? 0 : urls.length > 0 ? 200_000 : 15_000;
    return { index: position + 1, text, urls, costMicroUsd, media: [] };
  });
  const base = { account, network, hashVersion: 2, posts } as const;
  const textHash = threadHash(base);
  return {
    id: name.replaceAll('-', ''),
    ...base,
    draft: `posts/${name}.md`,
    frozenAt: at,
    draftHash: textHash,
    textHash,
  };
}

/** One simulated world: a network, a disk, a real journal, and processes that come and go. */
export class World {
  readonly plan: WorldPlan;
  readonly clock: SimClock;
  readonly x: SimX;
  readonly #bluesky: SimBluesky;
  readonly #mastodon: SimMastodon;
  readonly files = new MemoryFiles();
  readonly random: () => number;
  readonly threads: readonly FrozenThread[];
  readonly counts = new Map<string, number>();
  /** Posts that were called unsent while the network had them, and receipts of what is not there. */
  readonly guesses: string[] = [];
  /** Errors that are no failures of the world. */
  readonly bugs: unknown[] = [];
  rates: Rates;
  trace: Trace | undefined;
  #ids = 0;
  /** The refresh token that a person gave last, by account. */
  readonly #given = new Map<string, string>();
  /** The refresh token that the journal holds, by account. */
  readonly #kept = new Map<string, string>();
  /** Ids of receipts that a process could not keep; it forgets them with its death. */
  readonly #unkept = new WeakMap<SimProcess, Set<string>>();
  readonly #keptAt = new Map<string, number>();
  #processes: SimProcess[] = [];

  constructor(plan: WorldPlan) {
    this.plan = plan;
    this.random = seeded(plan.seed);
    this.clock = new SimClock(Date.UTC(2026, 5, 1, 9) + Math.floor(this.random() * 30 * 24) * HOUR);
    this.rates = plan.rates;
    this.x = new SimX(this.clock, this.random, plan.rates, plan);
    const around = { clock: this.clock, random: this.random, rates: plan.rates, latencyMs: plan.latencyMs };
    this.#bluesky = new SimBluesky(around);
    this.#mastodon = new SimMastodon(around, plan.instance ?? { keys: 'kept', limit: 300 });
    this.threads = Object.entries(plan.threads).flatMap(([account, sizes]) =>
      sizes.map((size, at) => {
        const place = { account: this.accountName(account), network: plan.networks?.[account] ?? 'x' };
        return threadOf(`${plan.name}-${account}-${at}`, place, size, this.clock.now() + at);
      }),
    );
  }

  get networks(): readonly SimNetwork[] {
    return [this.x, this.#bluesky, this.#mastodon];
  }

  /** The network that an account is on. */
  networkOf(account: string): SimNetwork {
    const id = this.threads.find((thread) => thread.account === account)?.network;
    return this.networks.find((network) => network.id === id) ?? this.x;
  }

  /** Every post of every network. */
  get posts(): readonly SimPost[] {
    return this.networks.flatMap(({ posts }) => posts);
  }

  /** Lets arrive what was under way. */
  settle(): void {
    for (const network of this.networks) network.settle();
  }

  accountName(account: string): string {
    return `${this.plan.name}-${account}`;
  }

  count(name: string): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
  }

  /** Ends every fault, on the network and off it. */
  calm(): void {
    this.rates = CALM;
    for (const network of this.networks) {
      network.rates = CALM;
      network.expired.clear();
    }
    for (const { clock } of this.#processes) clock.skewMs = 0;
  }

  /** The journal, watched for guesses: nothing may be called unsent that the network has, or will have. */
  #watched(journal: Journal): Journal {
    const textOf = (id: string, index: number): readonly [account: string, text: string] => {
      const thread = this.threads.find((one) => id.startsWith(one.id));
      return [thread?.account ?? '', thread?.posts[index - 1]?.text ?? ''];
    };
    return {
      ...journal,
      keepToken: async (account, token) => {
        await journal.keepToken(account, token);
        this.#kept.set(account, token.refreshToken);
        this.#keptAt.set(account, this.clock.now());
      },
      release: async (id, indexes) => {
        await journal.release(id, indexes);
        for (const index of indexes) {
          const [account, text] = textOf(id, index);
          if (this.networkOf(account).has(account, text))
            this.guesses.push(`called unsent, and it is there: ${text}`);
        }
      },
      receive: async (id, receipts, at) => {
        await journal.receive(id, receipts, at);
        for (const { index, receipt } of receipts) {
          const [account, text] = textOf(id, index);
          const post = this.posts.find((one) => one.id === receipt.id && one.account === account);
          if (post?.text !== text) this.guesses.push(`a receipt of something else: ${text}`);
        }
      },
    };
  }

  /** Starts a process, in a checkout of its own where `files` are given. */
  start(
    journal: Journal,
    breakage: Breakage,
    fate: Pick<Circumstances, 'diesAt' | 'stallsAt'> = {},
    files = this.files,
  ): Worker {
    const unbooked = new Unbooked(this.x.bill);
    const process = new SimProcess({
      unbooked,
      clock: this.clock,
      random: this.random,
      rates: () => this.rates,
      breakage,
      count: (name) => this.count(name),
      trace: this.trace,
      ...fate,
    });
    this.#processes.push(process);
    const number = this.#processes.length - 1;
    const ports: Ports = {
      journal: excusing(process.journal(noting(this.#watched(journal), unbooked)), unbooked),
      files: process.files(files),
      clock: process.clock,
      owner: {
        name: `process-${number}`,
        isDead: (other) =>
          this.plan.seesDeaths && (this.#processes[Number(other.slice('process-'.length))]?.isDead ?? false),
      },
      killSwitch: async () => undefined,
    };
    return { process, ports, journal, unbooked, tokens: new Map() };
  }

  /** The tokens of an account as one process has them; none where they do not run out. */
  #tokens({ process, ports, tokens }: Worker, account: string): TokenSource | undefined {
    if (!this.plan.rotates) return undefined;
    const given = this.#given.get(account) ?? this.x.authorise(account);
    this.#given.set(account, given);
    const key = `${account} ${given}`;
    const known = tokens.get(key);
    if (known !== undefined) return known;
    const refusal = { at: 0 };
    const renew = (token: string): Promise<RenewedToken> =>
      process.asks(async () => {
        const pair = this.x.renew(account, token, () => process.clock.now());
        pair.catch(() => {
          refusal.at = this.clock.now();
        });
        return pair;
      });
    const chain = tokenChain(ports, { account, first: given, renew });
    const made = { ...chain, current: this.#watchedTokens(account, chain.current, given, refusal) };
    tokens.set(key, made);
    return made;
  }

  /** What speaks for an account that a real client speaks for, over a simulated connection. */
  #httpClient({ process, ports, tokens }: Worker, name: string): NetworkClient | undefined {
    const network = [this.#bluesky, this.#mastodon].find(({ id }) => id === this.networkOf(name).id);
    return network?.client(name, {
      clock: process.clock,
      asks: (work) => process.asks(work),
      tokens: (first, renew) => {
        const known = tokens.get(name);
        const made = known ?? tokenChain(ports, { account: name, first, renew, isFirstReusable: true });
        tokens.set(name, made);
        return made;
      },
      knownWindows: () => ports.journal.windows(name, process.clock.now()),
    });
  }

  #publisher(worker: Worker, name: string): Publisher {
    const unkept = this.#unkept.get(worker.process) ?? new Set<string>();
    this.#unkept.set(worker.process, unkept);
    return { ...this.#sender(worker, name), unkept };
  }

  #sender(worker: Worker, name: string): Publisher {
    const { process } = worker;
    const over = this.#httpClient(worker, name);
    if (over !== undefined) {
      const { network } = over;
      const { addresses, refusesRepeatsForMs } = NETWORKS[network];
      const hosts = network === 'bluesky' ? ['bsky.app'] : ['instance.test'];
      const media = { perPost: 4, altLength: 1_000, imageBytes: 1_000_000 };
      const account = { name, network, media, refusesRepeatsForMs, addresses, hosts };
      return { account, client: process.client(over) };
    }
    const clock: ProcessClock = process.clock;
    const tokens = this.#tokens(worker, name);
    return {
      account: {
        name,
        network: 'x',
        media: { perPost: 4, altLength: 1_000, imageBytes: 5_000_000 },
        refusesRepeatsForMs: 12 * 3_600_000,
        prices: LAB_PRICES,
        credentials: `${name} ${this.#given.get(name) ?? ''}`,
        ...(this.plan.sharesApp === true ? { app: `app:${this.plan.name}` } : {}),
      },
      client: process.client(owing(this.x.client(name, clock.now, tokens), worker.unbooked, name, clock.now)),
    };
  }

  /** The publication of a thread as the journal has it. */
  async record(journal: Journal, thread: FrozenThread): Promise<PublicationRecord | undefined> {
    const { account, draft } = thread;
    const found = await this.clock.busy(() => journal.publications({ account, draft }));
    return found.find(({ state }) => state !== 'cancelled');
  }

  /** Goes on with a thread in a process, as far as it goes. Failures of the world are part of it. */
  async goOn(worker: Worker, thread: FrozenThread, waitUpToMs: number): Promise<void> {
    await this.attempt(async () => {
      const record = await this.record(worker.journal, thread);
      if (record?.state === 'published') return;
      const publisher = this.#publisher(worker, thread.account);
      if (record !== undefined) {
        await publish(worker.ports, publisher, record.id, { waitUpToMs });
        return;
      }
      this.#ids += 1;
      const fresh = { ...thread, id: `${thread.id}${String(this.#ids).padStart(4, '0')}` };
      await publishDraft(worker.ports, publisher, fresh, { again: false, refreeze: false, waitUpToMs });
    });
  }

  #hasGoodTokens(account: string): boolean {
    return this.x.newest(account) === (this.#kept.get(account) ?? this.#given.get(account));
  }

  /** Nobody may be sent for new tokens where good ones were in the journal when the old ones were refused. */
  #watchedTokens(
    account: string,
    current: TokenSource['current'],
    given: string,
    refusal: { readonly at: number },
  ): TokenSource['current'] {
    return async () => {
      try {
        return await current();
      } catch (error) {
        const isRefused = error instanceof PublishingError && error.reason === 'auth';
        // A process that was started before a person made new tokens can only be started again.
        const wereThere =
          this.#given.get(account) === given && (this.#keptAt.get(account) ?? 0) <= refusal.at;
        if (isRefused && wereThere && this.#hasGoodTokens(account))
          this.guesses.push(`${account}: good tokens were not used`);
        throw error;
      }
    };
  }

  /** A person makes new tokens, where the network's newest were lost. */
  #authorise(account: string): void {
    this.networkOf(account).expired.delete(account);
    if (!this.plan.rotates || this.networkOf(account) !== this.x || this.#hasGoodTokens(account)) return;
    this.count('authorised anew by a person');
    this.#kept.delete(account);
    this.#given.set(account, this.x.authorise(account));
  }

  /** A person does what a pause asks for: looks at the account and says what is there, or makes a new token. */
  async attend(worker: Worker, thread: FrozenThread): Promise<void> {
    await this.attempt(async () => {
      const record = await this.record(worker.journal, thread);
      if (record === undefined) return;
      if (record.reason === 'auth') this.#authorise(thread.account);
      const open = record.posts.find(({ state }) => state === 'unknown');
      if (open === undefined) return;
      this.count('settled by a person');
      // Who looks only now sees everything that was under way.
      await this.clock.sleep(2 * 60_000);
      this.settle();
      const there = this.posts.find((post) => post.account === thread.account && post.text === open.text);
      const { addresses } = NETWORKS[thread.network];
      await resolve(worker.ports, record, { posted: there === undefined ? false : there.url }, addresses);
    });
  }

  async attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      // A person finds now and then that somebody else has settled it already.
      const isWorld = [
        Death,
        JournalError,
        AccountBusyError,
        FileError,
        UnkeptReceiptError,
        ResolveError,
      ].some((kind) => error instanceof kind);
      if (isWorld) this.count(`ended by ${error instanceof Error ? error.name : 'something'}`);
      else this.bugs.push(error);
    }
  }
}
