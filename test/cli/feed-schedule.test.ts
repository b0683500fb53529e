import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/process/run.ts';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import { fakeIo } from './fake-io.ts';

const WORDS = [
  'boils at ninety-three degrees, and for a year nobody asked why that was so.',
  'had been read wrong by everybody since the building was opened in 1988.',
  'was drawn against the temperature, and the two lines lay on top of each other.',
  'is trusted less than our windows by the whole department, and with good reason.',
];
const item = (name: string, day: number): string =>
  `<item><title>${name}</title><guid isPermaLink="false">${name}</guid><pubDate>0${day} Jan 2026 09:00:00 GMT</pubDate><description><![CDATA[${WORDS.map((words) => `<p>The kettle of ${name} ${words}</p>`).join('')}]]></description></item>`;

let folder = '';
let server: Server;
let items: string[] = [];
let now = 0;
const path = (name: string): string => join(folder, name);
const configure = (slots: string): void =>
  writeFileSync(
    path('config/threadmill.yaml'),
    `accounts:\n  me: { network: x, base_url: "http://127.0.0.1:9", zone: UTC, ${slots} }\nfeeds: ["http://127.0.0.1:${(server.address() as AddressInfo).port}/"]\n`,
  );
const call = async (...argv: string[]) => {
  now += 3_600_000;
  const io = fakeIo({ cwd: folder, now: () => now, env: { THREADMILL_ME_TOKEN: 'user-me' } });
  const code = await run(argv, io);
  return { code, out: io.out(), err: io.err() };
};
const look = () => call('feed', '--allow-private', '--schedule', 'next');
const memory = () => JSON.parse(readFileSync(path('.threadmill/feeds.json'), 'utf8'));
/** The drafts that are scheduled, by the time at which they go out. */
const queued = async (): Promise<string[]> =>
  (await call('queue')).out.match(/posts\/\S+-(?=summary\.md)/g) ?? [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'threadmill-'));
  mkdirSync(path('config'));
  now = Date.UTC(2026, 1, 3, 9);
  items = [item('one', 1)];
  server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'application/rss+xml' });
    response.end(`<rss version="2.0"><channel><title>B</title>${items.join('')}</channel></rss>`);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  configure('slots: ["mon-sun 09:00"]');
  await look();
  items = [item('three', 3), item('two', 2), ...items];
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  rmSync(folder, { recursive: true });
});

const BOTH = ['posts/2026-01-02-two-', 'posts/2026-01-03-three-'];

describe('feed --schedule', () => {
  it('gives each new entry the next slot, oldest first, and each only once', async () => {
    expect((await look()).code).toBe(0);
    expect(await queued()).toEqual(BOTH);
    await look();
    expect(await queued()).toEqual(BOTH);
  });

  it('schedules what a run drafted and did not live to schedule', async () => {
    await call('feed', '--allow-private');
    expect(await queued()).toEqual([]);
    const cut = memory();
    for (const entry of cut.entries) if (entry.draft !== undefined) entry.unscheduled = true;
    writeFileSync(path('.threadmill/feeds.json'), JSON.stringify(cut));
    await look();
    expect(await queued()).toEqual(BOTH);
    expect(JSON.stringify(memory())).not.toContain('unscheduled');
  });

  it('tries again what could not be scheduled, until its draft is gone', async () => {
    configure('premium: false');
    expect((await look()).code).not.toBe(0);
    expect(memory().entries.filter((entry: { unscheduled?: true }) => entry.unscheduled)).toHaveLength(2);
    rmSync(path('posts/2026-01-03-three-summary.md'));
    configure('slots: ["mon-sun 09:00"]');
    expect((await look()).code).toBe(0);
    expect(await queued()).toEqual(BOTH.slice(0, 1));
    expect(JSON.stringify(memory())).not.toContain('unscheduled');
  });

  it('asks X once about read-only keys, not once for each entry, and schedules none', async () => {
    const sandbox = await startSandbox({});
    const settings = readFileSync(path('config/threadmill.yaml'), 'utf8');
    writeFileSync(path('config/threadmill.yaml'), settings.replace('http://127.0.0.1:9', sandbox.url));
    const io = fakeIo({ cwd: folder, now: () => now + 3_600_000, env: { THREADMILL_ME_TOKEN: 'read-only' } });
    const code = await run(['feed', '--allow-private', '--schedule', 'next'], io);
    const { bill } = (await (await fetch(`${sandbox.url}/sandbox/state`)).json()) as {
      bill: { totalUsd: number };
    };
    await sandbox.close();
    expect([code, bill.totalUsd]).toEqual([3, 0.01]);
    expect(io.err().match(/account me may not publish/g)).toHaveLength(2);
    expect(await queued()).toEqual([]);
  });
});
