import { countSent } from '../../publishing/freezing/plan.ts';
import type { PublicationRecord } from '../../publishing/publication.ts';
import type { WorkerEvent } from '../worker-event.ts';

/** A notification, as it is sent as JSON: stable, snake case. Contains no secret. */
export type Notice = {
  /** What happened. `unknown`: it can't be determined whether a post was published. */
  readonly event: 'paused' | 'failed' | 'unknown' | 'skipped' | 'bug';
  /** Whether the user must act before anything continues. */
  readonly needs_you: boolean;
  /** The whole notification in a sentence or two. */
  readonly text: string;
  readonly publication: string;
  readonly draft: string;
  readonly account: string;
  readonly network: string;
  readonly reason: string | null;
  readonly message: string | null;
  /** When it continues by itself, ISO 8601. */
  readonly until: string | null;
  readonly posts_sent: number;
  readonly posts: number;
  readonly at: string;
};

/** Pauses that the worker itself causes and that end by themselves: nobody wants to be woken for them. */
const QUIET: ReadonlySet<string | null> = new Set(['missed', 'stopped']);

function eventOf({ state, reason, until }: PublicationRecord): Notice['event'] | undefined {
  if (state === 'failed') return 'failed';
  if (state === 'cancelled') return 'skipped';
  if (state !== 'paused' || (until !== null && QUIET.has(reason))) return undefined;
  return reason === 'unknown-outcome' ? 'unknown' : 'paused';
}

const TELLS: Readonly<Record<Notice['event'], (where: string) => string>> = {
  paused: (where) => `${where} is paused.`,
  failed: (where) => `${where} has failed.`,
  unknown: (where) => `${where}: can't tell whether a post was published.`,
  skipped: (where) => `${where} was missed, and skipped as its draft says.`,
  bug: (where) => `${where} was stopped by a bug in threadmill.`,
};

/** Makes the notice for an event of the worker; `undefined` if the user need not know. */
export function noticeOf(event: WorkerEvent, now: number): Notice | undefined {
  if (event.type !== 'left' && event.type !== 'bug') return undefined;
  const { record } = event;
  const what = event.type === 'bug' ? 'bug' : eventOf(record);
  if (what === undefined) return undefined;
  const { id, draft, account, network, reason, message, until } = record;
  const tells = TELLS[what](`${draft} → ${account}`);
  return {
    event: what,
    needs_you: what === 'bug' || what === 'failed' || (what !== 'skipped' && until === null),
    text: message === null ? tells : `${tells} ${message}`,
    publication: id,
    draft,
    account,
    network,
    reason,
    message,
    until: until === null ? null : new Date(until).toISOString(),
    posts_sent: countSent(record),
    posts: record.posts.length,
    at: new Date(now).toISOString(),
  };
}
