import type { NetworkId } from '../../src/drafts/network-id.ts';
import type { HttpExchange, HttpOutcome } from '../../src/networks/http-exchange.ts';
import type { NetworkClient, ReadPost } from '../../src/networks/port.ts';
import type { RenewedToken, TokenSource } from '../../src/networks/token-source.ts';
import type { Fate, Rates } from './faults.ts';

/** A post as a network has it. */
export type SimPost = ReadPost & {
  readonly account: string;
  readonly url: string;
  readonly visibleAt: number;
  readonly microUsd: number;
};

/** A simulated network with several accounts. It remembers everything that arrived, seen by the client or not. */
export interface SimNetwork {
  readonly id: NetworkId;
  readonly posts: readonly SimPost[];
  /** Accounts whose credentials are refused, until a person makes new ones. */
  readonly expired: Set<string>;
  readonly counts: ReadonlyMap<string, number>;
  rates: Rates;
  /** What the next requests to publish come to; the dice decide when it is empty. */
  readonly script: Fate[];
  /** 429s that came from full windows, not from the dice. */
  readonly refusedByWindow: number;
  /** Whether it would be a mistake to send a text of an account again under another name: it is there, or will be. */
  has(account: string, text: string): boolean;
  /** The ids under which anybody ever saw a text of an account. */
  namesOf(account: string, text: string): readonly string[];
  /** Lets arrive what was under way. */
  settle(): void;
}

/** A process as a network's client sees it. */
export type SimMachine = {
  readonly clock: { now(): number; sleep(ms: number): Promise<void> };
  /** Does one request; the process may die or stand still before and after it. */
  asks(work: () => Promise<HttpOutcome>): Promise<HttpOutcome>;
  /** Keeps and renews a session in the journal, for all processes. */
  tokens(first: string, renew: (link: string) => Promise<RenewedToken>): TokenSource;
  knownWindows(): Promise<readonly { readonly name: string; readonly resetAt: number }[]>;
};

/** A network below the decisions of the real client: it is asked over HTTP. */
export interface SimHttpNetwork extends SimNetwork {
  client(account: string, machine: SimMachine): NetworkClient;
}

/** An answer of a simulated server. */
export type SimAnswer = {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

/** A request as a simulated server reads it. */
export type SimRequest = HttpExchange & { readonly account: string };
