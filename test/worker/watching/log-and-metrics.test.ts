import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newRecord } from '../../../src/journal/publication-rows.ts';
import { openMemoryJournal } from '../../../src/journal/sqlite/sqlite-journal.ts';
import type { Journal } from '../../../src/publishing/journal.ts';
import { makeMetrics } from '../../../src/worker/watching/metrics.ts';
import { type MetricsServer, startMetricsServer } from '../../../src/worker/watching/metrics-server.ts';
import { entryOf, jsonLog } from '../../../src/worker/watching/worker-log.ts';
import type { WorkerEvent } from '../../../src/worker/worker-event.ts';
import { NOW, threadFor } from '../../journal/contract.ts';

const record = newRecord(threadFor('p'), NOW);
const sent: WorkerEvent = {
  type: 'step',
  record,
  step: { type: 'sent', index: 1, total: 3, receipt: { id: '7', url: 'https://x.test/7', at: NOW } },
};
const EVENTS: readonly WorkerEvent[] = [
  { type: 'taken', record, lateMs: 1_500 },
  sent,
  { type: 'left', record: { ...record, state: 'paused', reason: 'budget', message: 'Too dear.' } },
  { type: 'busy', account: 'me', owner: 'process 1 on host #x' },
  { type: 'trouble', error: new Error('full'), record, retryAt: NOW },
  { type: 'bug', error: new TypeError('oops'), record },
  { type: 'kill-switch', path: 'STOP' },
  { type: 'kill-switch', path: undefined },
];

describe('the log', () => {
  const lines = (level: 'debug' | 'info' | 'warn' | 'error'): Record<string, unknown>[] => {
    const written: string[] = [];
    const log = jsonLog(
      (line) => written.push(line),
      level,
      () => NOW,
    );
    for (const event of EVENTS) log(entryOf(event));
    for (const line of written) expect(line.endsWith('\n')).toBe(true);
    return written.map((line) => JSON.parse(line) as Record<string, unknown>);
  };

  it('is one JSON object a line, with level, time, message and facts', () => {
    expect(lines('info')[1]).toEqual({
      level: 'info',
      time: new Date(NOW).toISOString(),
      publication: 'p',
      draft: 'posts/a.md',
      account: 'me',
      network: 'x',
      post: 1,
      url: 'https://x.test/7',
      receipt: '7',
      msg: 'sent 1/3',
    });
  });

  it('leaves out what matters less than is asked for', () => {
    expect(lines('debug')).toHaveLength(8);
    expect(lines('info')).toHaveLength(7);
    expect(lines('warn').map(({ msg }) => msg)).toEqual([
      'paused: Too dear.',
      'full',
      'a bug',
      'all sending is forbidden',
      'sending is allowed again',
    ]);
    expect(lines('error')).toHaveLength(2);
  });

  it('keeps the stack of a bug', () => {
    const bug = lines('error')[1];
    expect(bug?.['err']).toMatchObject({ type: 'TypeError', message: 'oops' });
    expect(JSON.stringify(bug?.['err'])).toContain('log-and-metrics.test');
  });
});

describe('the metrics', () => {
  let journal: Journal;
  let server: MetricsServer | undefined;
  beforeEach(async () => {
    journal = await openMemoryJournal();
  });
  afterEach(async () => {
    await server?.close();
    await journal.close();
  });

  const make = () =>
    makeMetrics({ journal, accounts: ['me'], now: () => NOW + 60_000, isForbidden: async () => true });

  it('tell what was done and what is known, in the text format of Prometheus', async () => {
    await journal.create(threadFor('p'), NOW);
    await journal.create(threadFor('q', { draft: 'posts/b.md' }), NOW + 600_000);
    const window = {
      call: 'publish',
      name: 'user-24h',
      lengthMs: 86_400_000,
      limit: 100,
      remaining: 6,
      resetAt: NOW + 90_000,
    } as const;
    await journal.tellWindows({ account: 'me', app: 'me' }, [window], NOW);
    const metrics = make();
    for (const event of [...EVENTS, sent]) metrics.count(event);
    const page = await metrics.page();
    expect(page.split('\n').filter((line) => line !== '' && !line.startsWith('#'))).toEqual([
      'threadmill_posts_sent_total{account="me",network="x"} 2',
      'threadmill_publications_left_total{account="me",state="paused",reason="budget"} 1',
      'threadmill_publications_taken_total{account="me"} 1',
      'threadmill_lateness_seconds_total{account="me"} 1.5',
      'threadmill_failures_total{kind="trouble"} 1',
      'threadmill_failures_total{kind="bug"} 1',
      'threadmill_publications{state="scheduled",reason=""} 2',
      'threadmill_due_lag_seconds 60',
      'threadmill_window_remaining{account="me",call="publish",window="user-24h"} 6',
      'threadmill_spent_usd{account="me"} 0',
      'threadmill_kill_switch 1',
    ]);
    // Every family has its help and type, once, above its samples.
    for (const [, name] of page.matchAll(/^# TYPE (\S+) (?:counter|gauge)$/gm))
      expect(page.split(`# HELP ${name} `)).toHaveLength(2);
    expect(page.endsWith('\n')).toBe(true);
  });

  it('are served on this machine only, beside the health of the worker', async () => {
    let illness: string | undefined;
    const pages = { metrics: make().page, illness: async () => illness };
    server = await startMetricsServer(0, pages);
    const get = async (path: string, method = 'GET'): Promise<[number, string]> => {
      const response = await fetch(`${server?.url}${path}`, { method });
      return [response.status, await response.text()];
    };
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect((await get('/metrics?x=1'))[1]).toContain('# TYPE threadmill_kill_switch gauge');
    expect(await get('/healthz')).toEqual([200, 'ok\n']);
    illness = 'not at work yet';
    expect(await get('/healthz')).toEqual([503, 'not at work yet\n']);
    expect((await get('/'))[0]).toBe(404);
    expect((await get('/metrics', 'POST'))[0]).toBe(405);
    const port = Number(new URL(server.url).port);
    await expect(startMetricsServer(port, pages)).rejects.toThrow(`Port ${port} can't be used`);
  });

  it('answer that the worker is ill where the journal can’t be read', async () => {
    const broken = { metrics: make().page, illness: () => Promise.reject(new RangeError('secret detail')) };
    server = await startMetricsServer(0, broken);
    const response = await fetch(`${server.url}/healthz`);
    expect(response.status).toBe(503);
    expect(await response.text()).toBe('RangeError\n');
  });
});
