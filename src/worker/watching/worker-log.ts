import pino from 'pino';
import { countSent } from '../../publishing/freezing/plan.ts';
import { costOf, usd } from '../../publishing/money.ts';
import { shownOwner } from '../../publishing/owner.ts';
import type { PublicationRecord } from '../../publishing/publication.ts';
import type { PublishEvent } from '../../publishing/sending/run-context.ts';
import type { WorkerEvent } from '../worker-event.ts';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

/** One log entry: a sentence, and facts for programs. */
export type LogEntry = {
  readonly level: LogLevel;
  readonly message: string;
  readonly facts?: Readonly<Record<string, unknown>>;
};

/** A structured log. */
export type Log = (entry: LogEntry) => void;

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

const factsOf = (record: PublicationRecord): Record<string, unknown> => ({
  publication: record.id,
  draft: record.draft,
  account: record.account,
  network: record.network,
});

function stepEntry(record: PublicationRecord, step: PublishEvent): LogEntry {
  const facts = factsOf(record);
  switch (step.type) {
    case 'sent':
    case 'found':
    case 'removed': {
      const place = `${step.index}/${step.total}`;
      const message = {
        sent: `sent ${place}`,
        found: `found ${place}: it was already published`,
        removed: `removed ${place}`,
      };
      return {
        level: 'info',
        message: message[step.type],
        facts: { ...facts, post: step.index, url: step.receipt.url, receipt: step.receipt.id },
      };
    }
    case 'looking':
      return {
        level: step.isElsewhere ? 'info' : 'warn',
        message: step.isElsewhere
          ? `another checkout may have sent ${step.index}/${step.total}: looking for it on the account`
          : `no answer for ${step.index}/${step.total}: looking for it on the account`,
        facts: { ...facts, post: step.index, wait_ms: step.waitMs },
      };
    case 'uploading':
      return { level: 'info', message: 'uploading images', facts: { ...facts, images: step.images } };
    case 'waiting':
      return { level: 'info', message: step.message, facts: { ...facts, until: iso(step.until) } };
    default: {
      const forgotten: never = step;
      throw new Error(`No entry for ${JSON.stringify(forgotten)}.`);
    }
  }
}

function leftEntry(record: PublicationRecord): LogEntry {
  const { state, reason, message, until } = record;
  const out = record.posts.filter((post) => post.state === 'published');
  const facts = {
    ...factsOf(record),
    state,
    posts: record.posts.length,
    posts_sent: countSent(record),
    cost_usd: usd(costOf(out)),
  };
  if (state === 'published') return { level: 'info', message: 'published', facts };
  if (state === 'cancelled')
    return { level: 'warn', message: 'missed, and skipped as its policy says', facts };
  const needsPerson = until === null;
  return {
    level: state === 'failed' ? 'error' : needsPerson ? 'warn' : 'info',
    message: `${state}: ${message ?? ''}`,
    facts: { ...facts, reason, until: iso(until) },
  };
}

/** Makes the log entry for an event of the worker. */
export function entryOf(event: WorkerEvent): LogEntry {
  switch (event.type) {
    case 'taken':
      return {
        level: 'info',
        message: 'its time has come',
        facts: { ...factsOf(event.record), late_ms: event.lateMs, posts: event.record.posts.length },
      };
    case 'step':
      return stepEntry(event.record, event.step);
    case 'left':
      return leftEntry(event.record);
    case 'busy':
      return {
        level: 'debug',
        message: 'another process publishes for the account',
        facts: { account: event.account, owner: shownOwner(event.owner) },
      };
    case 'trouble': {
      const facts = event.record === undefined ? {} : factsOf(event.record);
      return {
        level: 'error',
        message: event.error.message,
        facts: { ...facts, retry_at: iso(event.retryAt) },
      };
    }
    case 'bug':
      return { level: 'error', message: 'a bug', facts: { ...factsOf(event.record), err: event.error } };
    case 'kill-switch':
      return event.path === undefined
        ? { level: 'warn', message: 'sending is allowed again' }
        : { level: 'warn', message: 'all sending is forbidden', facts: { file: event.path } };
    default: {
      const forgotten: never = event;
      throw new Error(`No entry for ${JSON.stringify(forgotten)}.`);
    }
  }
}

/**
 * Makes a log with one JSON object per line: `level`, `time` (ISO 8601), `msg`, and the facts. `write` receives whole lines.
 */
export function jsonLog(write: (line: string) => void, level: LogLevel, now: () => number): Log {
  const logger = pino(
    {
      level,
      base: null,
      timestamp: () => `,"time":"${new Date(now()).toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
    },
    { write },
  );
  return ({ level: own, message, facts = {} }) => logger[own](facts, message);
}
