import type { NetworkId } from '../../src/drafts/network-id.ts';
import type { HttpExchange, HttpOutcome } from '../../src/networks/http-exchange.ts';
import type { NetworkClient } from '../../src/networks/port.ts';
import { type Fate, type Faults, pickFault, type Rates } from './faults.ts';
import { READ_ANSWERS } from './http-faults.ts';
import type { SimClock } from './sim-clock.ts';
import type { SimAnswer, SimHttpNetwork, SimMachine, SimPost, SimRequest } from './sim-network.ts';

/** What a simulated network lives with. */
export type SimWorld = {
  readonly clock: SimClock;
  readonly random: () => number;
  readonly rates: Rates;
  readonly latencyMs: number;
};

type Pending = { readonly at: number; readonly request: SimRequest };

const MINUTE = 60_000;

/**
 * A server that the real client talks to: what it sends, what it makes of the answers, and how it looks for what was
 * lost are the client's own code. Here are the faults on the way; the networks say what a request does.
 */
export abstract class SimHttp implements SimHttpNetwork {
  abstract readonly id: NetworkId;
  abstract readonly posts: SimPost[];
  readonly expired = new Set<string>();
  readonly counts = new Map<string, number>();
  readonly script: Fate[] = [];
  refusedByWindow = 0;
  rates: Rates;
  protected readonly world: SimWorld;
  protected readonly pending: Pending[] = [];

  constructor(world: SimWorld) {
    this.world = world;
    this.rates = world.rates;
  }

  protected abstract readonly faults: Faults;
  protected abstract isPublishing(request: HttpExchange): boolean;
  /** Why a request is refused before anything is carried out. */
  protected abstract refusalOf(request: SimRequest): SimAnswer | undefined;
  /** Carries a request out. What it creates is seen `unseenMs` later. */
  protected abstract carryOut(request: SimRequest, unseenMs: number): SimAnswer;
  /** Others see what a request would have created, and it is not kept. */
  protected ghost(_request: SimRequest): void {}
  /** A response to a read as it comes from a server that can't say everything just now. */
  protected abstract spoiled(request: SimRequest, body: unknown): unknown;
  /** The credentials of an account end before their time. */
  protected abstract endCredentials(account: string): void;
  /** The answer to an earlier request of the account that published. */
  protected earlierAnswer(_account: string): unknown {
    return {};
  }
  abstract client(account: string, machine: SimMachine): NetworkClient;
  abstract has(account: string, text: string): boolean;

  namesOf(account: string, text: string): readonly string[] {
    return this.posts.filter((post) => post.account === account && post.text === text).map(({ id }) => id);
  }

  protected count(name: string): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
  }

  settle(): void {
    for (const one of [...this.pending].sort((a, b) => a.at - b.at)) {
      if (one.at > this.world.clock.now()) continue;
      this.pending.splice(this.pending.indexOf(one), 1);
      this.carryOut(one.request, 0);
    }
  }

  /** The connection of one account's client on one machine. */
  protected exchangeOf(account: string, machine: SimMachine) {
    return (request: HttpExchange): Promise<HttpOutcome> =>
      machine.asks(() => this.#exchange({ ...request, account }));
  }

  async #exchange(request: SimRequest): Promise<HttpOutcome> {
    const { clock, random, latencyMs } = this.world;
    await clock.sleep(random() * latencyMs);
    this.settle();
    const publishing = this.isPublishing(request);
    if (publishing && random() < this.rates.token) {
      this.count('token expired');
      this.endCredentials(request.account);
    }
    const refusal = this.refusalOf(request);
    if (refusal !== undefined) return this.#answered(refusal);
    return publishing ? this.#publish(request) : this.#read(request);
  }

  async #read(request: SimRequest): Promise<HttpOutcome> {
    const { random } = this.world;
    if (random() < this.rates.read) {
      const picked = READ_ANSWERS[Math.floor(random() * READ_ANSWERS.length)] ?? 'lost';
      this.count('a read refused');
      return picked === 'lost' ? this.#lost(request) : this.#answered(picked);
    }
    const answer = this.carryOut(request, 0);
    if (answer.status !== 200 || random() >= this.rates.partial) return this.#answered(answer);
    this.count('a read in part');
    return this.#answered({ ...answer, body: this.spoiled(request, structuredClone(answer.body)) });
  }

  async #publish(request: SimRequest): Promise<HttpOutcome> {
    const { clock, random, latencyMs } = this.world;
    let fate: Fate = this.script.shift() ?? { kind: 'ok' };
    if (random() < this.rates.publish) {
      const picked = pickFault(random, this.faults);
      this.count(picked.name);
      fate = picked.fate;
    }
    if (fate.kind === 'refused-connection') return { ended: 'unsent', reason: 'connection refused' };
    if (fate.kind === 'lost-request') return this.#lost(request);
    if (fate.kind === 'ghost') {
      this.ghost(request);
      return { ended: 'lost', reason: 'the connection was closed' };
    }
    if (fate.kind === 'late') {
      this.pending.push({ at: clock.now() + fate.ms, request });
      return this.#lost(request);
    }
    if (fate.kind === 'answered' && !fate.carriedOut) {
      if (fate.laterMs !== undefined) this.pending.push({ at: clock.now() + fate.laterMs, request });
      return this.#answered(fate);
    }
    if (fate.kind === 'replayed-answer')
      return this.#answered({ status: 200, body: this.earlierAnswer(request.account) });
    const earlier = this.earlierAnswer(request.account);
    const answer = this.carryOut(request, fate.kind === 'unseen' ? fate.ms : 0);
    await clock.sleep(random() * latencyMs);
    if (answer.status !== 200 || fate.kind === 'ok') return this.#answered(answer);
    if (fate.kind === 'answered') return this.#answered(fate);
    if (fate.kind === 'replayed-id') return this.#answered({ status: 200, body: earlier });
    return this.#lost(request);
  }

  async #lost({ timeoutMs }: SimRequest): Promise<HttpOutcome> {
    await this.world.clock.sleep(timeoutMs);
    return { ended: 'lost', reason: `no answer within ${timeoutMs} ms` };
  }

  #answered({ status, body, headers = {} }: SimAnswer): HttpOutcome {
    const at = this.world.clock.now() + 5 * MINUTE;
    const told = status === 429 ? { ...headers, ...this.closed(at) } : headers;
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return { ended: 'answered', status, headers: told, body: text };
  }

  /** The headers of a refusal by a window that opens at a time. */
  protected abstract closed(at: number): Readonly<Record<string, string>>;
}
