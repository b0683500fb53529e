import type { Publications, Spending, Windows } from '../../publishing/journal.ts';
import { monthStart } from '../../publishing/limits/budget.ts';
import { usd } from '../../publishing/money.ts';
import type { WorkerEvent } from '../worker-event.ts';

type Labels = Readonly<Record<string, string>>;
type Sample = { readonly labels: Labels; readonly value: number };
type Family = {
  readonly name: string;
  readonly type: 'counter' | 'gauge';
  readonly help: string;
  readonly samples: readonly Sample[];
};

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

/** Escapes a label's value by the format's rules: backslash, quote and line feed. */
const escaped = (value: string): string =>
  value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');

function render({ name, type, help, samples }: Family): string {
  const lines = samples.map(({ labels, value }) => {
    const pairs = Object.entries(labels).map(([key, label]) => `${key}="${escaped(label)}"`);
    return `${name}${pairs.length === 0 ? '' : `{${pairs.join(',')}}`} ${value}`;
  });
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...lines].join('\n');
}

/** A counter with labels. */
class Counter {
  readonly #samples = new Map<string, { readonly labels: Labels; value: number }>();

  add(labels: Labels, by = 1): void {
    const key = JSON.stringify(labels);
    const known = this.#samples.get(key);
    if (known === undefined) this.#samples.set(key, { labels, value: by });
    else known.value += by;
  }

  samples(): readonly Sample[] {
    return [...this.#samples.values()];
  }
}

/** Makes the metrics of one worker. */
export function makeMetrics({ journal, accounts, now, isForbidden }: MetricsFacts): Metrics {
  const sent = new Counter();
  const left = new Counter();
  const failures = new Counter();
  const lateness = new Counter();
  const started = new Counter();
  let tally: { readonly at: number; readonly samples: readonly Sample[] } | undefined;

  const counters: readonly (readonly [string, string, Counter])[] = [
    ['threadmill_posts_sent_total', 'Posts that went out.', sent],
    [
      'threadmill_publications_left_total',
      'Publications that the worker finished with, by their state.',
      left,
    ],
    ['threadmill_publications_taken_total', 'Publications that were due.', started],
    ['threadmill_lateness_seconds_total', 'The sum of how late they began.', lateness],
    ['threadmill_failures_total', 'Failures of the disk or the journal, and bugs.', failures],
  ];

  const states = async (): Promise<readonly Sample[]> => {
    if (tally !== undefined && now() - tally.at < TALLY_MS) return tally.samples;
    const samples = (await journal.tally()).map(({ state, reason, count }) => ({
      labels: { state, reason: reason ?? '' },
      value: count,
    }));
    tally = { at: now(), samples };
    return samples;
  };

  const gauges = async (): Promise<Family[]> => {
    const at = now();
    const [oldest] = await journal.due(at, { limit: 1 });
    const windows: Sample[] = [];
    const spent: Sample[] = [];
    for (const account of accounts) {
      for (const { call, name, remaining } of await journal.windows(account, at))
        windows.push({ labels: { account, call, window: name }, value: remaining });
      spent.push({ labels: { account }, value: usd(await journal.spentSince(account, monthStart(at))) });
    }
    const one = (value: number): readonly Sample[] => [{ labels: {}, value }];
    const gauge = (name: string, help: string, samples: readonly Sample[]): Family => ({
      name,
      type: 'gauge',
      help,
      samples,
    });
    return [
      gauge('threadmill_publications', 'Publications in the journal.', await states()),
      gauge(
        'threadmill_due_lag_seconds',
        'How long the oldest publication that is due has waited.',
        one(oldest === undefined ? 0 : Math.max(0, at - oldest.dueAt) / 1000),
      ),
      gauge('threadmill_window_remaining', 'What is left in a rate window, as last reported.', windows),
      gauge('threadmill_spent_usd', 'US dollars spent in this calendar month (UTC).', spent),
      gauge(
        'threadmill_kill_switch',
        '1 while all sending is forbidden.',
        one((await isForbidden()) ? 1 : 0),
      ),
    ];
  };

  return {
    count: (event) => {
      if (event.type === 'step' && event.step.type === 'sent')
        sent.add({ account: event.record.account, network: event.record.network });
      else if (event.type === 'left')
        left.add({
          account: event.record.account,
          state: event.record.state,
          reason: event.record.reason ?? '',
        });
      else if (event.type === 'taken') {
        started.add({ account: event.record.account });
        lateness.add({ account: event.record.account }, event.lateMs / 1000);
      } else if (event.type === 'trouble' || event.type === 'bug') failures.add({ kind: event.type });
    },
    page: async () => {
      const families = counters.map(
        ([name, help, counter]): Family => ({ name, type: 'counter', help, samples: counter.samples() }),
      );
      return `${[...families, ...(await gauges())].map(render).join('\n')}\n`;
    },
  };
}
