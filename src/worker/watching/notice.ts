import { countSent } from '../../publishing/freezing/plan.ts';
import type { PublicationRecord } from '../../publishing/publication.ts';
import type { WorkerEvent } from '../worker-event.ts';

/** What a person is told, as it is sent as JSON: stable, in snake case. Holds no secret. */
export type Notice = {
  /** What happened. `unknown`: nobody can tell whether a post is out. */
  readonly event: 'paused' | 'failed' | 'unknown' | 'skipped' | 'bug';
  /** Whether nothing goes on before a person acts. */
  readonly needs_you: boolean;
  /** All of it in one sentence or two. */
  readonly text: string;
  readonly publication: string;
  readonly draft: string;
  readonly account: string;
  readonly network: string;
  readonly reason: string | null;
  readonly message: string | null;
  /** When it goes on by itself, ISO 8601. */
  readonly until: string | null;
  readonly posts_sent: number;
  readonly posts: number;
  readonly at: string;
};

/** Pauses that are the worker's own doing and end by themselves: nobody wants to be woken for them. */
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
  unknown: (where) => `${where}: nobody can tell whether a post is out.`,
  skipped: (where) => `${where} was missed, and left out as its draft says.`,
  bug: (where) => `${where} was stopped by a bug in threadmill.`,
};

/** The notice that an event of the worker is worth; `undefined` where nobody needs to know. */
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
