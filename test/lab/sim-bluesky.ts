import { recordCid } from '../../src/networks/bluesky/cid.ts';
import { blueskyClient } from '../../src/networks/bluesky/client.ts';
import type { RecordValue } from '../../src/networks/bluesky/dag-cbor.ts';
import { blueskySession } from '../../src/networks/bluesky/session.ts';
import type { HttpExchange } from '../../src/networks/http-exchange.ts';
import type { NetworkClient } from '../../src/networks/port.ts';
import { BLUESKY_FAULTS } from './http-faults.ts';
import { SimHttp } from './sim-http.ts';
import type { SimAnswer, SimMachine, SimPost, SimRequest } from './sim-network.ts';

const POST = 'app.bsky.feed.post';
/** How long an access token holds. */
const SESSION_MS = 2 * 3_600_000;
/** Records of a page: fewer than on a real PDS, so that threads stand on several. */
const PAGE = 3;

type Write = { readonly collection: string; readonly rkey: string; readonly value: RecordValue };
type Record_ = SimPost & { readonly cid: string; readonly value: RecordValue };
type Session = { readonly expiresAt: number };

const refuse = (status: number, error: string): SimAnswer => ({ status, body: { error, message: error } });
const didOf = (account: string): string => `did:plc:${account}`;

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

/** PDSs with an account each: whole calls land or do not, and names that are taken are answered with 500. */
export class SimBluesky extends SimHttp {
  readonly id = 'bluesky';
  readonly posts: Record_[] = [];
  protected readonly faults = BLUESKY_FAULTS;
  readonly #seen: { readonly account: string; readonly text: string; readonly id: string }[] = [];
  readonly #sessions = new Map<string, Session>();
  #made = 0;

  protected isPublishing({ url }: HttpExchange): boolean {
    return url.includes('/xrpc/com.atproto.repo.applyWrites');
  }

  /** The same call under the same names does no harm whenever it comes: only another name would. */
  has(): boolean {
    return false;
  }

  override namesOf(account: string, text: string): readonly string[] {
    const seen = this.#seen.filter((one) => one.account === account && one.text === text);
    return [...new Set([...super.namesOf(account, text), ...seen.map(({ id }) => id)])];
  }

  protected endCredentials(account: string): void {
    const { random } = this.world;
    for (const token of this.#sessions.keys()) {
      const isRefresh = token.startsWith('refresh.');
      if (token.endsWith(`.${account}`) && (!isRefresh || random() < 0.2)) this.#sessions.delete(token);
    }
    // The app password is revoked as well.
    if (random() < 0.1) this.expired.add(account);
  }

  #tokenOf({ headers }: HttpExchange): string {
    return (headers?.['authorization'] ?? '').replace(/^Bearer /, '');
  }

  protected refusalOf(request: SimRequest): SimAnswer | undefined {
    if (/\/xrpc\/com\.atproto\.server\.(?:create|refresh)Session/.test(request.url)) return undefined;
    const session = this.#sessions.get(this.#tokenOf(request));
    return session !== undefined && this.world.clock.now() < session.expiresAt
      ? undefined
      : refuse(400, 'ExpiredToken');
  }

  #newSession(account: string): SimAnswer {
    this.#made += 1;
    const expiresAt = this.world.clock.now() + SESSION_MS;
    const claims = Buffer.from(JSON.stringify({ exp: Math.floor(expiresAt / 1000) })).toString('base64url');
    const accessJwt = `${this.#made}.${claims}.${account}`;
    const refreshJwt = `refresh.${this.#made}.${account}`;
    this.#sessions.set(accessJwt, { expiresAt });
    this.#sessions.set(refreshJwt, { expiresAt: Number.POSITIVE_INFINITY });
    return { status: 200, body: { accessJwt, refreshJwt, did: didOf(account), handle: account } };
  }

  protected carryOut(request: SimRequest): SimAnswer {
    const { account } = request;
    const url = new URL(request.url);
    switch (url.pathname.split('.').at(-1)) {
      case 'createSession':
        if (this.expired.has(account)) return refuse(401, 'AuthenticationRequired');
        this.count('logged in');
        return this.#newSession(account);
      case 'refreshSession':
        if (!this.#sessions.has(this.#tokenOf(request))) return refuse(400, 'ExpiredToken');
        this.count('session renewed');
        return this.#newSession(account);
      case 'getSession':
        return { status: 200, body: { did: didOf(account), handle: account } };
      case 'applyWrites':
        return this.#apply(request);
      case 'getRecord':
        return this.#record(account, url.searchParams);
      case 'listRecords':
        return this.#list(account, url.searchParams);
      default:
        throw new Error(`The laboratory's PDS has no ${url.pathname}.`);
    }
  }

  #writesOf({ body }: SimRequest): readonly Write[] {
    return field(JSON.parse(String(body)), 'writes') as readonly Write[];
  }

  #apply(request: SimRequest): SimAnswer {
    const { account } = request;
    const writes = this.#writesOf(request);
    const isTaken = writes.some(({ rkey }) =>
      this.posts.some((post) => post.account === account && post.id === rkey),
    );
    if (isTaken) {
      this.count('500 for names that are taken');
      return refuse(500, 'InternalServerError');
    }
    const results = writes.map(({ rkey, value }) => this.#keep(account, rkey, value));
    const headers = this.#window(2_990, this.world.clock.now() + 300_000);
    return { status: 200, body: { commit: { cid: 'c', rev: 'r' }, results }, headers };
  }

  #keep(account: string, rkey: string, value: RecordValue): { readonly uri: string; readonly cid: string } {
    const cid = recordCid(value);
    const uri = `at://${didOf(account)}/${POST}/${rkey}`;
    const parent = field(field(value, 'reply'), 'parent');
    const refersTo = this.posts.find((post) => post.account === account && post.cid === field(parent, 'cid'));
    const isRight = refersTo !== undefined && String(field(parent, 'uri')).endsWith(`/${refersTo.id}`);
    this.posts.push({
      id: rkey,
      account,
      url: `https://bsky.app/profile/${account}/post/${rkey}`,
      text: String(field(value, 'text')),
      at: this.world.clock.now(),
      parentId: parent === undefined ? null : isRight ? refersTo.id : 'a parent that is not there',
      visibleAt: 0,
      microUsd: 0,
      cid,
      value,
    });
    return { uri, cid };
  }

  protected override ghost(request: SimRequest): void {
    const { account } = request;
    for (const { rkey, value } of this.#writesOf(request))
      this.#seen.push({ account, id: rkey, text: String(field(value, 'text')) });
  }

  #entry({ account, id, cid, value }: Record_): object {
    return { uri: `at://${didOf(account)}/${POST}/${id}`, cid, value };
  }

  #record(account: string, query: URLSearchParams): SimAnswer {
    const rkey = query.get('rkey');
    const found = this.posts.find((post) => post.account === account && post.id === rkey);
    return found === undefined ? refuse(400, 'RecordNotFound') : { status: 200, body: this.#entry(found) };
  }

  #list(account: string, query: URLSearchParams): SimAnswer {
    const cursor = query.get('cursor');
    const own = this.posts
      .filter((post) => post.account === account && (cursor === null || post.id < cursor))
      .sort((a, b) => (a.id < b.id ? 1 : -1));
    const page = own.slice(0, PAGE);
    const next = own.length > PAGE ? { cursor: page.at(-1)?.id } : {};
    return { status: 200, body: { records: page.map((post) => this.#entry(post)), ...next } };
  }

  protected spoiled(_request: SimRequest, body: unknown): unknown {
    const records = field(body, 'records');
    if (!Array.isArray(records)) return field(body, 'uri') === undefined ? body : { uri: field(body, 'uri') };
    return { ...(body as object), records: [...records.slice(0, -1), { uri: 'at://one/without/value' }] };
  }

  #window(remaining: number, resetAt: number): Readonly<Record<string, string>> {
    return {
      'ratelimit-limit': '3000',
      'ratelimit-remaining': String(remaining),
      'ratelimit-reset': String(Math.ceil(resetAt / 1000)),
      'ratelimit-policy': '3000;w=300',
    };
  }

  protected closed(at: number): Readonly<Record<string, string>> {
    return this.#window(0, at);
  }

  client(account: string, machine: SimMachine): NetworkClient {
    const exchange = this.exchangeOf(account, machine);
    const { now } = machine.clock;
    const secrets = { IDENTIFIER: account, APP_PASSWORD: `password of ${account}` };
    const { login, first, renew } = blueskySession(secrets, { now, exchange });
    return blueskyClient({
      login,
      tokens: machine.tokens(first, renew),
      now,
      random: this.world.random,
      exchange,
      knownWindows: () => machine.knownWindows(),
    });
  }
}
