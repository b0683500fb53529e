import type { ProblemName } from '../../src/sandbox/x/problems.ts';

/** What can become of one request to publish. `late` and `unseen` take a time of 5 to 60 s. */
export type Fate =
  | { readonly kind: 'ok' | 'refused-connection' | 'lost-request' | 'lost-answer' }
  /** No answer comes; the post is accepted later. */
  | { readonly kind: 'late'; readonly ms: number }
  /** No answer comes; the post is accepted at once, and shows later. */
  | { readonly kind: 'unseen'; readonly ms: number }
  /** Accepted, and answered with an id that is not the new post's: one made up, or that of an earlier response. */
  | { readonly kind: 'made-up-id' | 'replayed-id' }
  /** Answered with an earlier response, and not accepted. */
  | { readonly kind: 'replayed-answer' }
  | { readonly kind: 'refused' | 'refused-after'; readonly problem: ProblemName }
  /** Answered so, of networks that are simulated at their HTTP requests: carried out before, later, or not at all. */
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly body: string;
      readonly carriedOut: boolean;
      readonly laterMs?: number;
    }
  /** Told to others, and not kept: the server died between its event log and its commit. */
  | { readonly kind: 'ghost' };

/** Faults of a request that publishes, each with its weight among them. */
export type Faults = readonly (readonly [name: string, weight: number, fate: (chance: number) => Fate])[];

const refused = (problem: ProblemName): Fate => ({ kind: 'refused', problem });
const after = (problem: ProblemName): Fate => ({ kind: 'refused-after', problem });
const lateMs = (chance: number): number => 5_000 + Math.round(chance * 55_000);

/** Every fault of a request that publishes on X. */
export const PUBLISH_FAULTS: Faults = [
  ['lost response', 12, () => ({ kind: 'lost-answer' })],
  ['lost request', 8, () => ({ kind: 'lost-request' })],
  ['refused connection', 4, () => ({ kind: 'refused-connection' })],
  ['accepted 5-60 s later', 8, (chance) => ({ kind: 'late', ms: lateMs(chance) })],
  ['visible 5-60 s later', 8, (chance) => ({ kind: 'unseen', ms: lateMs(chance) })],
  ['500 not carried out', 3, () => refused('server-error')],
  ['500 carried out', 3, () => after('server-error')],
  ['502 carried out', 2, () => after('bad-gateway')],
  ['503 not carried out', 3, () => refused('over-capacity')],
  ['504 carried out', 3, () => after('gateway-timeout')],
  ['429 of 15 minutes', 3, () => refused('rate-15min')],
  ['429 of 15 minutes, old form', 2, () => refused('rate-15min-v1')],
  ['429 of the account’s day', 3, () => refused('rate-24h')],
  ['429 of the app’s day', 2, () => refused('rate-app-24h')],
  ['429 of the month', 1, () => refused('usage-cap')],
  ['402', 2, () => refused('credits')],
  ['402, other form', 1, () => refused('credits-depleted')],
  ['403 spending cap', 1, () => refused('spend-cap')],
  ['403 client not enrolled', 1, () => refused('client-forbidden')],
  ['403 not permitted', 1, () => refused('forbidden')],
  ['403 old rights', 1, () => refused('oauth1-permissions')],
  ['403 duplicate', 1, () => refused('duplicate')],
  ['403 reply rule', 1, () => refused('reply-restricted')],
  ['403 parent not visible', 2, () => refused('parent-gone')],
  ['401', 2, () => refused('unauthorized')],
  ['accepted, answered with a made-up id', 2, () => ({ kind: 'made-up-id' })],
  ['accepted, answered with an earlier id', 2, () => ({ kind: 'replayed-id' })],
  ['not accepted, answered with an earlier response', 2, () => ({ kind: 'replayed-answer' })],
];

/** Every refusal of a request that reads. */
export const READ_FAULTS: readonly ProblemName[] = [
  'server-error',
  'bad-gateway',
  'unavailable',
  'rate-15min',
  'unauthorized',
  'credits',
];

/** What can happen to one write of the journal. `after` means that it was carried out, and the answer lost. */
export const WRITE_FAULTS = ['locked', 'full', 'io', 'io-after'] as const;

/** One of the faults of a write. */
export type WriteFault = (typeof WRITE_FAULTS)[number];

/** How often each thing happens in one run, as chances from 0 to 1. */
export type Rates = {
  /** Per request that publishes. */
  readonly publish: number;
  /** Per request that reads. */
  readonly read: number;
  /** Per read of a timeline: the response holds less than it should (`partial-reads.ts`). */
  readonly partial: number;
  /** Per write, of the journal or of a file. */
  readonly write: number;
  /** Per step: before and after every write and every request. */
  readonly death: number;
  /** Per write: the whole process stands still for 3 to 15 minutes after it. */
  readonly stall: number;
  /** Per write: the process's clock is set. */
  readonly clock: number;
  /** Per request: the account's token ends, until a person makes a new one. */
  readonly token: number;
};

/** No faults at all. */
export const CALM: Rates = {
  publish: 0,
  read: 0,
  partial: 0,
  write: 0,
  death: 0,
  stall: 0,
  clock: 0,
  token: 0,
};

/** Picks a fault of a request that publishes. */
export function pickFault(
  random: () => number,
  faults: Faults = PUBLISH_FAULTS,
): { readonly name: string; readonly fate: Fate } {
  const whole = faults.reduce((sum, [, weight]) => sum + weight, 0);
  let left = random() * whole;
  for (const [name, weight, fate] of faults) {
    left -= weight;
    if (left < 0) return { name, fate: fate(random()) };
  }
  throw new Error('The weights do not add up.');
}
