import { Counter, Gauge, Registry } from 'prom-client';
import type { Publications, Spending, Windows } from '../../publishing/journal.ts';
import { monthStart } from '../../publishing/limits/budget.ts';
import { usd } from '../../publishing/money.ts';
import type { WorkerEvent } from '../worker-event.ts';

/** Counts what the worker does, and exports it with the journal's counts in Prometheus's text format. */
export interface Metrics {
  count(event: WorkerEvent): void;
  /** Renders the page for a scraper. @throws JournalError */
  page(): Promise<string>;
}

/** The sources of the metrics. */
export type MetricsFacts = {
  readonly journal: Publications & Windows & Spending;
  readonly accounts: readonly string[];
  readonly now: () => number;
  readonly isForbidden: () => Promise<boolean>;
};

/** Counting a million publications takes a moment, so counts by state may be this old. */
const TALLY_MS = 10_000;

/** Makes the metrics of one worker. */
export function makeMetrics(facts: MetricsFacts): Metrics {
  const registry = new Registry();
  const count = eventCounters(registry);
  addGauges(registry, facts);
  return { count, page: () => registry.metrics() };
}

/** Adds the counters of what the worker does, and returns what counts an event. */
function eventCounters(registry: Registry): Metrics['count'] {
  const counter = <L extends string>(name: string, help: string, labelNames: readonly L[]): Counter<L> =>
    new Counter({ name, help, labelNames, registers: [registry] });
  const sent = counter('threadmill_posts_sent_total', 'Posts that went out.', ['account', 'network']);
  const left = counter(
    'threadmill_publications_left_total',
    'Publications that the worker finished with, by their state.',
    ['account', 'state', 'reason'],
  );
  const taken = counter('threadmill_publications_taken_total', 'Publications that were due.', ['account']);
  const lateness = counter('threadmill_lateness_seconds_total', 'The sum of how late they began.', [
    'account',
  ]);
  const failures = counter('threadmill_failures_total', 'Failures of the disk or the journal, and bugs.', [
    'kind',
  ]);
  return (event) => {
    if (event.type === 'step' && event.step.type === 'sent')
      sent.inc({ account: event.record.account, network: event.record.network });
    else if (event.type === 'left') {
      const { account, state, reason } = event.record;
      left.inc({ account, state, reason: reason ?? '' });
    } else if (event.type === 'taken') {
      taken.inc({ account: event.record.account });
      lateness.inc({ account: event.record.account }, event.lateMs / 1000);
    } else if (event.type === 'trouble' || event.type === 'bug') failures.inc({ kind: event.type });
  };
}

/** Adds the gauges of what is known now; each reads its values when the page is rendered. */
function addGauges(registry: Registry, { journal, accounts, now, isForbidden }: MetricsFacts): void {
  const registers = [registry];
  let talliedAt = Number.NEGATIVE_INFINITY;
  new Gauge({
    name: 'threadmill_publications',
    help: 'Publications in the journal.',
    labelNames: ['state', 'reason'],
    registers,
    async collect() {
      if (now() - talliedAt < TALLY_MS) return;
      const tally = await journal.tally();
      this.reset();
      for (const { state, reason, count } of tally) this.set({ state, reason: reason ?? '' }, count);
      talliedAt = now();
    },
  });
  new Gauge({
    name: 'threadmill_due_lag_seconds',
    help: 'How long the oldest publication that is due has waited.',
    registers,
    async collect() {
      const at = now();
      const [oldest] = await journal.due(at, { limit: 1 });
      this.set(oldest === undefined ? 0 : Math.max(0, at - oldest.dueAt) / 1000);
    },
  });
  new Gauge({
    name: 'threadmill_window_remaining',
    help: 'What is left in a rate window, as last reported.',
    labelNames: ['account', 'call', 'window'],
    registers,
    async collect() {
      const at = now();
      const known = await Promise.all(
        accounts.map(async (account) => ({ account, windows: await journal.windows(account, at) })),
      );
      this.reset();
      for (const { account, windows } of known)
        for (const { call, name, remaining } of windows) this.set({ account, call, window: name }, remaining);
    },
  });
  new Gauge({
    name: 'threadmill_spent_usd',
    help: 'US dollars spent in this calendar month (UTC).',
    labelNames: ['account'],
    registers,
    async collect() {
      const since = monthStart(now());
      for (const account of accounts) this.set({ account }, usd(await journal.spentSince(account, since)));
    },
  });
  new Gauge({
    name: 'threadmill_kill_switch',
    help: '1 while all sending is forbidden.',
    registers,
    async collect() {
      this.set((await isForbidden()) ? 1 : 0);
    },
  });
}
