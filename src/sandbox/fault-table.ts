import type { SandboxNetwork } from './network-id.ts';
import { SANDBOX_NETWORKS } from './network-id.ts';

/** Which requests a fault can affect. */
export type FaultScope = 'publish' | 'read' | 'remove' | 'media' | 'login' | 'any';

/** The scopes, in the order of messages. */
export const SCOPES: readonly FaultScope[] = ['publish', 'read', 'remove', 'media', 'login', 'any'];

type FaultRow = {
  readonly takes: 'nothing' | 'ms' | 'status';
  /** The networks that support it. */
  readonly networks: readonly SandboxNetwork[];
  /** Its default scope. */
  readonly on: FaultScope;
  readonly says: string;
};

const everywhere = { networks: SANDBOX_NETWORKS, on: 'publish' } as const;

/** All faults: the argument, the networks, and the effect of each. */
export const FAULTS = {
  'drop-response': {
    ...everywhere,
    takes: 'nothing',
    says: 'carries the request out, then closes the connection without an answer',
  },
  'drop-request': {
    ...everywhere,
    takes: 'nothing',
    says: 'closes the connection before anything is carried out',
  },
  delay: { ...everywhere, takes: 'ms', says: 'waits before the request is looked at' },
  status: {
    ...everywhere,
    takes: 'status',
    says: 'refuses with a status code or a named problem; nothing is carried out',
  },
  'status-after': {
    ...everywhere,
    takes: 'status',
    says: 'carries the request out, then answers with a status code',
  },
  late: { ...everywhere, takes: 'ms', says: 'accepts a post, which shows only later' },
  truncate: {
    ...everywhere,
    takes: 'nothing',
    says: 'carries the request out, sends half of the answer, and closes the connection',
  },
  'forget-key': {
    takes: 'nothing',
    networks: ['mastodon'],
    on: 'publish',
    says: 'accepts a post, but does not keep its Idempotency-Key',
  },
  'late-key': {
    takes: 'ms',
    networks: ['mastodon'],
    on: 'publish',
    says: 'accepts a post, but keeps its Idempotency-Key only later: a repeat before that is a second post',
  },
  'repeat-500': {
    takes: 'nothing',
    networks: ['mastodon'],
    on: 'publish',
    says: 'answers a repeated Idempotency-Key with 500, as Mastodon 4.6.0 to 4.7.1 does',
  },
  'stuck-media': {
    takes: 'nothing',
    networks: ['x', 'mastodon'],
    on: 'media',
    says: 'takes an upload whose processing never ends',
  },
  'forget-media': {
    ...everywhere,
    takes: 'nothing',
    says: 'forgets every upload that no post holds, right before the request',
  },
  'expire-session': {
    takes: 'nothing',
    networks: ['x', 'bluesky'],
    on: 'publish',
    says: 'lets the access token expire right before the request',
  },
} as const satisfies Record<string, FaultRow>;

export type FaultEffect = keyof typeof FAULTS;

/** Returns the row of a fault, without its literal types. */
export function faultRow(effect: FaultEffect): FaultRow {
  return FAULTS[effect];
}
