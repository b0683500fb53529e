import type {
  Answer,
  Attempt,
  Found,
  Identity,
  NetworkClient,
  NewerPosts,
  PostsById,
  RateWindow,
  Receipt,
} from '../../src/networks/port.ts';
import { PublishingError } from '../../src/networks/publishing-error.ts';
import { receiptDoubt } from '../../src/networks/receipt-doubt.ts';
import { type RenewedToken, type TokenSource, withToken } from '../../src/networks/token-source.ts';
import { xAddresses } from '../../src/networks/x/addresses.ts';
import { metered } from '../../src/networks/x/billing.ts';
import { refusalError, type XCall } from '../../src/networks/x/errors.ts';
import { isOtherText, judge } from '../../src/networks/x/find.ts';
import type { XTransport } from '../../src/networks/x/request.ts';
import { readTimeline, type TimelinePart, type TimelineQuery } from '../../src/networks/x/timeline.ts';
import { windowsFrom } from '../../src/networks/x/windows.ts';
import { type ProblemName, refuse } from '../../src/sandbox/x/problems.ts';
import { idAt } from '../snowflake.ts';
import { Bill } from './billing.ts';
import { type Fate, pickFault, type Rates, READ_FAULTS } from './faults.ts';
import { PARTIAL_READS, type TimelinePage } from './partial-reads.ts';
import type { SimClock } from './sim-clock.ts';
import type { SimNetwork, SimPost } from './sim-network.ts';

type Pending = { readonly at: number; readonly account: string; readonly attempt: Attempt };
type TimelineOf = {
  readonly account: string;
  readonly sinceId: string | null | undefined;
  readonly now: () => number;
};
type Meter = { readonly limit: number; readonly ms: number; startedAt: number; used: number };

/** The windows that meter new posts, by the prefix of their headers. */
const METERS = [
  ['x-rate-limit', 15 * 60_000],
  ['x-user-limit-24hour', 24 * 3_600_000],
  ['x-app-limit-24hour', 24 * 3_600_000],
] as const;

/** How long an access token holds. */
const TOKEN_MS = 2 * 3_600_000;

/** How long a client waits for an answer, in ms. */
const TIMEOUT_MS = 20_000;

/** How much room the windows of a run have. */
export type SimLimits = { readonly short: number; readonly day: number; readonly app: number };

/**
 * A network with several accounts that answers in X's words: its refusals are the sandbox's, and what they mean is
 * decided by the real client's own tables. Everything that arrived is remembered, seen by the client or not.
 */
export class SimX implements SimNetwork {
  readonly id = 'x';
  readonly posts: SimPost[] = [];
  readonly expired = new Set<string>();
  readonly counts = new Map<string, number>();
  /** What was billed besides posts. */
  readonly bill = new Bill();
  /** 429s that came from full windows, not from the dice. */
  refusedByWindow = 0;
  rates: Rates;
  /** What the next requests to publish come to; the dice decide when it is empty. */
  readonly script: Fate[] = [];
  readonly #chains = new Map<string, { link: number; first: number; expiresAt: number }>();
  readonly #pending: Pending[] = [];
  readonly #meters = new Map<string, Meter>();
  readonly #clock: SimClock;
  readonly #random: () => number;
  readonly #limits: SimLimits;
  readonly #refusesDuplicates: boolean;
  readonly #latencyMs: number;
  #nextId = 1_000_000;

  constructor(
    clock: SimClock,
    random: () => number,
    rates: Rates,
    options: { readonly limits: SimLimits; readonly refusesDuplicates: boolean; readonly latencyMs: number },
  ) {
    this.#clock = clock;
    this.#random = random;
    this.rates = rates;
    this.#limits = options.limits;
    this.#refusesDuplicates = options.refusesDuplicates;
    this.#latencyMs = options.latencyMs;
  }

  /** A person authorises the app: what refresh token begins the account's next chain. */
  authorise(account: string): string {
    const first = (this.#chains.get(account)?.first ?? 0) + 1;
    this.#chains.set(account, { link: 0, first, expiresAt: 0 });
    this.expired.delete(account);
    return `${first}.0`;
  }

  /** The one refresh token of an account that is worth something. */
  newest(account: string): string {
    const chain = this.#chains.get(account);
    return chain === undefined ? '' : `${chain.first}.${chain.link}`;
  }

  /** Exchanges a refresh token, each of which is worth something once. */
  async renew(account: string, refreshToken: string, now: () => number): Promise<RenewedToken> {
    await this.#clock.sleep(this.#random() * this.#latencyMs);
    const chain = this.#chains.get(account);
    if (this.#random() < this.rates.read)
      throw new PublishingError('transient', 'The token could not be renewed: status 503.');
    if (chain === undefined || refreshToken !== this.newest(account)) {
      this.#count('refresh token refused');
      throw new PublishingError('auth', 'The refresh token was used before.', { status: 400 });
    }
    chain.link += 1;
    chain.expiresAt = this.#clock.now() + TOKEN_MS;
    // What was revoked is the token before.
    this.expired.delete(account);
    this.#count('token renewed');
    const token = this.newest(account);
    await this.#clock.sleep(this.#random() * this.#latencyMs);
    if (this.#random() < this.rates.token) {
      this.#count('new tokens lost on the way');
      await this.#clock.sleep(TIMEOUT_MS);
      throw new PublishingError('transient', 'The token could not be renewed: no answer.');
    }
    return { accessToken: token, refreshToken: token, expiresAt: now() + TOKEN_MS };
  }

  /** Whether a request's token holds; those of accounts without a chain hold until they expire. */
  #holds(account: string, token: string | undefined): boolean {
    if (this.expired.has(account)) return false;
    if (token === undefined) return true;
    const chain = this.#chains.get(account);
    return chain !== undefined && token === this.newest(account) && this.#clock.now() < chain.expiresAt;
  }

  /** Whether the network has a text of an account, or will have it though nobody knows yet. */
  has(account: string, text: string): boolean {
    return (
      this.posts.some((post) => post.account === account && post.text === text) ||
      this.#pending.some((one) => one.account === account && one.attempt.text === text)
    );
  }

  namesOf(account: string, text: string): readonly string[] {
    return this.posts.filter((post) => post.account === account && post.text === text).map(({ id }) => id);
  }

  /** Lets arrive what was under way. */
  settle(): void {
    for (const one of [...this.#pending].sort((a, b) => a.at - b.at)) {
      if (one.at > this.#clock.now()) continue;
      this.#pending.splice(this.#pending.indexOf(one), 1);
      if (this.#refusal(one.account, one.attempt) === undefined) this.#accept(one.account, one.attempt, 0);
    }
  }

  #count(name: string): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
  }

  #meter(account: string, prefix: string): Meter {
    const key = prefix.startsWith('x-app') ? prefix : `${account} ${prefix}`;
    const known = this.#meters.get(key);
    const ms = METERS.find(([name]) => name === prefix)?.[1] ?? 0;
    if (known !== undefined && this.#clock.now() < known.startedAt + ms) return known;
    const { short, day, app } = this.#limits;
    const limit = prefix === 'x-rate-limit' ? short : prefix.startsWith('x-app') ? app : day;
    const made: Meter = { limit, ms, startedAt: this.#clock.now(), used: 0 };
    this.#meters.set(key, made);
    return made;
  }

  #headers(account: string, empties?: string): Record<string, string> {
    return Object.fromEntries(
      METERS.flatMap(([prefix]) => {
        const { limit, used, startedAt, ms } = this.#meter(account, prefix);
        const remaining = prefix === empties ? 0 : Math.max(0, limit - used);
        return [
          [`${prefix}-limit`, String(limit)],
          [`${prefix}-remaining`, String(remaining)],
          [`${prefix}-reset`, String(Math.ceil((startedAt + ms) / 1_000))],
        ];
      }),
    );
  }

  #error(account: string, problem: ProblemName, call: XCall, now: number): PublishingError {
    const { status, body, empties } = refuse(problem);
    // As on X: a refusal of the credentials tells no windows.
    const headers = status === 401 || call.call !== 'publish' ? {} : this.#headers(account, empties);
    return refusalError({ status, headers, body }, call, now, { clean: (text) => text, cause: undefined });
  }

  #refusal(account: string, attempt: Attempt): ProblemName | undefined {
    const own = this.posts.filter((post) => post.account === account);
    if (attempt.parent !== null && !own.some(({ id }) => id === attempt.parent?.id)) return 'parent-gone';
    const now = this.#clock.now();
    const isTwin = own.some((post) => post.text === attempt.text && now - post.at < 12 * 3_600_000);
    return isTwin && this.#refusesDuplicates ? 'duplicate' : undefined;
  }

  #accept(account: string, attempt: Attempt, unseenMs: number): SimPost {
    this.#nextId += 1 + Math.floor(this.#random() * 5);
    const at = this.#clock.now();
    const id = idAt(at, this.#nextId);
    const post: SimPost = {
      id,
      account,
      url: urlOf(id),
      text: attempt.text,
      at,
      parentId: attempt.parent?.id ?? null,
      visibleAt: at + unseenMs,
      microUsd: attempt.urls.length > 0 ? 200_000 : 15_000,
    };
    this.posts.push(post);
    for (const [prefix] of METERS) this.#meter(account, prefix).used += 1;
    return post;
  }

  async #publish(
    account: string,
    attempt: Attempt,
    now: () => number,
    token?: string,
  ): Promise<Answer<readonly Receipt[]>> {
    const call: XCall = {
      call: 'publish',
      doing: `publish post ${attempt.index}`,
      once: true,
      freshParent: attempt.parent !== null && now() - attempt.parent.at < 120_000,
    };
    const lost = (): PublishingError => new PublishingError('outcome-unknown', 'No answer.');
    await this.#clock.sleep(this.#random() * this.#latencyMs);
    this.settle();
    if (this.#random() < this.rates.token) {
      this.expired.add(account);
      this.#count('token expired');
    }
    if (!this.#holds(account, token)) throw this.#error(account, 'unauthorized', call, now());
    let fate: Fate = this.script.shift() ?? { kind: 'ok' };
    if (this.#random() < this.rates.publish) {
      const picked = pickFault(this.#random);
      this.#count(picked.name);
      fate = picked.fate;
    }
    if (fate.kind === 'refused') throw this.#error(account, fate.problem, call, now());
    if (fate.kind === 'refused-connection')
      throw new PublishingError('transient', 'No connection. Nothing was sent.');
    if (fate.kind === 'lost-request') {
      await this.#clock.sleep(TIMEOUT_MS);
      throw lost();
    }
    const empty = METERS.find(([prefix]) => {
      const { used, limit } = this.#meter(account, prefix);
      return used >= limit;
    });
    if (empty !== undefined) {
      this.refusedByWindow += 1;
      throw this.#error(account, 'rate-15min', call, now());
    }
    if (fate.kind === 'late') {
      this.#pending.push({ at: this.#clock.now() + fate.ms, account, attempt });
      await this.#clock.sleep(TIMEOUT_MS);
      throw lost();
    }
    const earlier = this.posts.findLast((post) => post.account === account) ?? {
      id: '1',
      text: attempt.text,
    };
    if (fate.kind === 'replayed-answer') return this.#answered(account, attempt, earlier, now);
    const refusal = this.#refusal(account, attempt);
    if (refusal !== undefined) throw this.#error(account, refusal, call, now());
    const post = this.#accept(account, attempt, fate.kind === 'unseen' ? fate.ms : 0);
    await this.#clock.sleep(this.#random() * this.#latencyMs);
    if (fate.kind === 'refused-after') throw this.#error(account, fate.problem, call, now());
    if (fate.kind === 'made-up-id')
      return this.#answered(account, attempt, { id: '1', text: attempt.text }, now);
    if (fate.kind === 'replayed-id') return this.#answered(account, attempt, earlier, now);
    if (fate.kind !== 'ok') {
      await this.#clock.sleep(TIMEOUT_MS);
      throw lost();
    }
    return this.#answered(account, attempt, post, now);
  }

  /** What the client makes of a response that names an id. */
  #answered(
    account: string,
    attempt: Attempt,
    { id, text }: { readonly id: string; readonly text: string },
    now: () => number,
  ): Answer<readonly Receipt[]> {
    const windows = windowsFrom(this.#headers(account), 'publish');
    // The clocks of the processes are set at random here, by hours: what an id tells of its time is left out.
    const { madeAt: _left, ...addresses } = xAddresses;
    const doubt = isOtherText(attempt, text)
      ? 'the response is about a post with another text'
      : receiptDoubt(id === '1' ? xAddresses : addresses, attempt, id, now());
    if (doubt !== undefined) throw new PublishingError('outcome-unknown', doubt, { windows });
    return { value: [{ id, url: urlOf(id), at: now() }], windows };
  }

  /** Reads a timeline as the real client does, from pages that may hold less than they should, each post billed. */
  #timeline<T>(
    { account, sinceId, now }: TimelineOf,
    { perPage, pages }: Pick<TimelineQuery, 'perPage' | 'pages'>,
    judged: (part: TimelinePart) => T,
  ): Promise<Answer<T>> {
    const page = (query: Readonly<Record<string, string>>): TimelinePage => {
      const until = query['pagination_token'];
      const matching = this.#visible(account)
        .filter(({ id }) => sinceId == null || BigInt(id) > BigInt(sinceId))
        .filter(({ id }) => until === undefined || BigInt(id) < BigInt(until))
        .toReversed();
      const data = matching.slice(0, perPage).map(wireOf);
      const next = matching.length > perPage ? { next_token: data.at(-1)?.id } : {};
      const meta = { result_count: data.length, ...next };
      return data.length === 0 ? { meta } : { data, meta };
    };
    const spoilt = (whole: TimelinePage): TimelinePage => {
      if (this.#random() >= this.rates.partial) return whole;
      const [name, spoil] = PARTIAL_READS[Math.floor(this.#random() * PARTIAL_READS.length)] ?? [];
      this.#count(`a read in part: ${name}`);
      return spoil?.(whole) ?? whole;
    };
    const wire: XTransport = async ({ query = {} }) => {
      const body = spoilt(page(query));
      const ids = (body.data ?? []).flatMap(({ id }) => (typeof id === 'string' ? [id] : []));
      if (ids.length > 0) this.bill.charge(account, { what: 'read-post', ids }, now());
      return { body, windows: [] };
    };
    const query = { userId: '1', perPage, pages, ...(sinceId == null ? {} : { sinceId }) };
    return metered(wire, async (send) => ({ value: judged(await readTimeline(send, query)), windows: [] }));
  }

  /** Says whose account it is, which is billed; now and then the answer gets lost. */
  async #identify(account: string, now: () => number): Promise<Answer<Identity>> {
    const billed = [{ what: 'read-account' }] as const;
    this.bill.charge(account, billed[0], now());
    if (this.#random() >= this.rates.read / 4)
      return { value: { id: '1', handle: account }, windows: [], billed };
    this.#count('who it is, and the answer lost');
    await this.#clock.sleep(TIMEOUT_MS);
    throw new PublishingError('transient', 'Could not log in: no answer.', { billed });
  }

  async #read(account: string, doing: string, now: () => number, token?: string): Promise<void> {
    await this.#clock.sleep(this.#random() * this.#latencyMs);
    this.settle();
    const call: XCall = { call: 'read', doing, once: false };
    if (!this.#holds(account, token)) throw this.#error(account, 'unauthorized', call, now());
    if (this.#random() >= this.rates.read) return;
    const problem = READ_FAULTS[Math.floor(this.#random() * READ_FAULTS.length)] ?? 'server-error';
    this.#count('a read refused');
    throw this.#error(account, problem, call, now());
  }

  #visible(account: string): SimPost[] {
    return this.posts.filter((post) => post.account === account && post.visibleAt <= this.#clock.now());
  }

  /** What speaks for one account, on a machine whose clock is `now`; with tokens that are renewed, where it has some. */
  client(account: string, now: () => number, tokens?: TokenSource): NetworkClient {
    const asking = <T>(send: (token?: string) => Promise<T>): Promise<T> =>
      tokens === undefined ? send() : withToken(tokens, send);
    const read = (doing: string): Promise<void> => asking((token) => this.#read(account, doing, now, token));

    const answer = <T>(value: T, windows: readonly RateWindow[] = []): Answer<T> => ({ value, windows });
    return {
      network: 'x',
      sends: 'post',
      findDelaysMs: [5_000, 20_000, 60_000],
      identify: async (): Promise<Answer<Identity>> => {
        await read('log in');
        return this.#identify(account, now);
      },
      upload: () => Promise.reject(new Error('The laboratory sends no images.')),
      publish: ([attempt], allowed) => {
        if (attempt === undefined) throw new Error('Nothing to publish.');
        return asking(async (token) => {
          await allowed();
          return this.#publish(account, attempt, now, token);
        });
      },
      find: async (attempt): Promise<Answer<Found>> => {
        await read('read the timeline');
        const since = attempt.parent === null ? attempt.after : attempt.parent.id;
        return this.#timeline({ account, sinceId: since, now }, { perPage: 100, pages: 5 }, (part) =>
          judge(attempt, part.posts, part.complete, urlOf),
        );
      },
      read: async (ids): Promise<Answer<PostsById>> => {
        await read('read posts');
        const posts = this.#visible(account)
          .filter(({ id }) => ids.includes(id))
          .map((post) => ({ ...post, authorId: '1' }));
        return answer({ posts, gone: ids.filter((id) => !this.posts.some((post) => post.id === id)) });
      },
      newerThan: async (id, most): Promise<Answer<NewerPosts>> => {
        await read('read the timeline');
        const of = { account, sinceId: id, now };
        return this.#timeline(of, { perPage: most, pages: 1 }, ({ posts, complete }) => ({
          posts,
          complete,
        }));
      },
      remove: async (id): Promise<Answer<null>> => {
        await read('remove a post');
        const found = this.posts.findIndex((post) => post.account === account && post.id === id);
        if (found >= 0) this.posts.splice(found, 1);
        return answer(null);
      },
    };
  }
}

const wireOf = ({ id, text, at, parentId }: SimPost) => ({
  id,
  text,
  author_id: '1',
  created_at: new Date(at).toISOString(),
  ...(parentId === null ? {} : { referenced_tweets: [{ type: 'replied_to', id: parentId }] }),
});

const urlOf = (id: string): string => `https://x.test/me/status/${id}`;
