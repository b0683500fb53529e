import type { HttpExchange } from '../../src/networks/http-exchange.ts';
import { mastodonClient } from '../../src/networks/mastodon/client.ts';
import type { NetworkClient } from '../../src/networks/port.ts';
import { idAt } from '../snowflake.ts';
import { MASTODON_FAULTS } from './http-faults.ts';
import { SimHttp, type SimWorld } from './sim-http.ts';
import type { SimAnswer, SimMachine, SimPost, SimRequest } from './sim-network.ts';

const HOUR = 3_600_000;
/** Statuses of a page: fewer than on a real instance, so that threads stand on several. */
const PAGE = 3;
const ORIGIN = 'https://instance.test';

/** What servers do with the key of a post that comes again. */
export const KEY_HABITS = ['kept', 'forgotten', 'late', 'repeat-500'] as const;

/** What an instance is like. */
export type InstanceHabits = {
  readonly keys: (typeof KEY_HABITS)[number];
  /** Posts in three hours; without, there is no such window, and no header tells one. */
  readonly limit: number | undefined;
};

type Key = { readonly post: Status; readonly from: number; readonly until: number };
type Status = SimPost & { readonly authorId: string };

const refuse = (status: number, error: string): SimAnswer => ({ status, body: { error } });

const without = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).filter(([key]) => key !== name))
    : value;

/** An instance, whose keys can't be relied on, and which shows statuses late. */
export class SimMastodon extends SimHttp {
  readonly id = 'mastodon';
  readonly posts: Status[] = [];
  protected readonly faults = MASTODON_FAULTS;
  readonly #habits: InstanceHabits;
  readonly #keys = new Map<string, Key>();
  readonly #accounts: string[] = [];
  #made = 0;

  constructor(world: SimWorld, habits: InstanceHabits) {
    super(world);
    this.#habits = habits;
  }

  protected isPublishing({ method, url }: HttpExchange): boolean {
    return method === 'POST' && url === `${ORIGIN}/api/v1/statuses`;
  }

  has(account: string, text: string): boolean {
    return (
      this.posts.some((post) => post.account === account && post.text === text) ||
      this.pending.some(({ request }) => request.account === account && this.#bodyOf(request).status === text)
    );
  }

  protected endCredentials(account: string): void {
    this.expired.add(account);
  }

  protected refusalOf({ account }: SimRequest): SimAnswer | undefined {
    return this.expired.has(account) ? refuse(401, 'The access token is invalid') : undefined;
  }

  #idOf(account: string): string {
    if (!this.#accounts.includes(account)) this.#accounts.push(account);
    return String(1_000 + this.#accounts.indexOf(account));
  }

  #bodyOf({ body }: SimRequest): { readonly status: string; readonly in_reply_to_id?: string } {
    return JSON.parse(String(body));
  }

  protected carryOut(request: SimRequest, unseenMs: number): SimAnswer {
    const { account } = request;
    const { pathname, searchParams } = new URL(request.url);
    if (this.isPublishing(request)) return this.#create(request, unseenMs);
    if (pathname === '/api/v1/accounts/verify_credentials')
      return { status: 200, body: { id: this.#idOf(account), username: account } };
    if (pathname === `/api/v1/accounts/${this.#idOf(account)}/statuses`)
      return this.#list(account, searchParams.get('max_id'));
    const [, id, part] = /^\/api\/v1\/statuses\/(\d+)(?:\/(\w+))?$/.exec(pathname) ?? [];
    const found = this.#visible().find((post) => post.id === id);
    if (found === undefined) return refuse(404, 'Record not found');
    if (part === 'source') return { status: 200, body: { id, text: found.text.trim(), spoiler_text: '' } };
    if (part === 'context') {
      const descendants = this.#visible().filter((post) => post.parentId === id);
      return { status: 200, body: { ancestors: [], descendants: descendants.map(wireOf) } };
    }
    return { status: 200, body: wireOf(found) };
  }

  #visible(): Status[] {
    return this.posts.filter((post) => post.visibleAt <= this.world.clock.now());
  }

  /** Windows are aligned to the epoch. */
  #used(account: string): { readonly used: number; readonly resetAt: number } {
    const from = Math.floor(this.world.clock.now() / (3 * HOUR)) * 3 * HOUR;
    const used = this.posts.filter((post) => post.account === account && post.at >= from).length;
    return { used, resetAt: from + 3 * HOUR };
  }

  #headers(account: string): Readonly<Record<string, string>> {
    const { limit } = this.#habits;
    if (limit === undefined) return {};
    const { used, resetAt } = this.#used(account);
    return {
      'x-ratelimit-limit': String(limit),
      'x-ratelimit-remaining': String(Math.max(0, limit - used)),
      'x-ratelimit-reset': new Date(resetAt).toISOString(),
    };
  }

  #create(request: SimRequest, unseenMs: number): SimAnswer {
    const { account, headers } = request;
    const { clock, random } = this.world;
    const now = clock.now();
    const name = `${account} ${headers?.['idempotency-key']}`;
    const known = this.#keys.get(name);
    if (known !== undefined && now >= known.from && now < known.until) {
      this.count('a repeat met its key');
      return this.#habits.keys === 'repeat-500'
        ? refuse(500, 'undefined method `as_json`')
        : { status: 200, body: wireOf(known.post), headers: this.#headers(account) };
    }
    const { limit } = this.#habits;
    if (limit !== undefined && this.#used(account).used >= limit) {
      this.refusedByWindow += 1;
      return refuse(429, 'Too many requests');
    }
    const { status: text, in_reply_to_id: parentId = null } = this.#bodyOf(request);
    if (parentId !== null && !this.posts.some(({ id }) => id === parentId))
      return refuse(404, 'Record not found');
    this.#made += 1 + Math.floor(random() * 3);
    const id = idAt(now, this.#made);
    const url = `${ORIGIN}/@${account}/${id}`;
    const authorId = this.#idOf(account);
    const post = {
      id,
      account,
      authorId,
      url,
      text,
      at: now,
      parentId,
      visibleAt: now + unseenMs,
      microUsd: 0,
    };
    this.posts.push(post);
    if (this.#habits.keys !== 'forgotten') {
      const from = now + (this.#habits.keys === 'late' ? 5_000 + random() * 55_000 : 0);
      this.#keys.set(name, { post, from, until: from + HOUR });
    }
    return { status: 200, body: wireOf(post), headers: this.#headers(account) };
  }

  #list(account: string, before: string | null): SimAnswer {
    const own = this.#visible()
      .filter((post) => post.account === account && (before === null || BigInt(post.id) < BigInt(before)))
      .sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? 1 : -1));
    const page = own.slice(0, PAGE);
    const next = `${ORIGIN}/api/v1/accounts/${this.#idOf(account)}/statuses?limit=40&max_id=${page.at(-1)?.id}`;
    const headers = own.length > PAGE ? { link: `<${next}>; rel="next"` } : {};
    return { status: 200, body: page.map(wireOf), headers };
  }

  protected override earlierAnswer(account: string): unknown {
    const last = this.posts.findLast((post) => post.account === account);
    return last === undefined ? {} : wireOf(last);
  }

  protected spoiled(_request: SimRequest, body: unknown): unknown {
    const names = ['account', 'created_at', 'in_reply_to_id', 'id', 'text', 'descendants'];
    const name = names[Math.floor(this.world.random() * names.length)] ?? 'id';
    return Array.isArray(body) ? body.map((entry) => without(entry, name)) : without(body, name);
  }

  protected closed(at: number): Readonly<Record<string, string>> {
    return this.#habits.limit === undefined
      ? {}
      : {
          'x-ratelimit-limit': '300',
          'x-ratelimit-remaining': '0',
          'x-ratelimit-reset': new Date(at).toISOString(),
        };
  }

  client(account: string, machine: SimMachine): NetworkClient {
    return mastodonClient({
      baseUrl: ORIGIN,
      token: `token-of-${account}`,
      now: () => machine.clock.now(),
      sleep: (ms) => machine.clock.sleep(ms),
      exchange: this.exchangeOf(account, machine),
    });
  }
}

const wireOf = ({ id, at, parentId, authorId, url, text }: Status) => ({
  id,
  created_at: new Date(at).toISOString(),
  in_reply_to_id: parentId,
  account: { id: authorId },
  url,
  content: `<p>${text}</p>`,
});
