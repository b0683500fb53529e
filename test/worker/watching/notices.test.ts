import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newRecord } from '../../../src/journal/publication-rows.ts';
import type { PublicationRecord } from '../../../src/publishing/publication.ts';
import { type Notice, noticeOf } from '../../../src/worker/watching/notice.ts';
import { makeNotifier } from '../../../src/worker/watching/notifier.ts';
import { NOW, threadFor } from '../../journal/contract.ts';

const record = (facts: Partial<PublicationRecord>): PublicationRecord => ({
  ...newRecord(threadFor('p'), NOW),
  ...facts,
});
const paused = (reason: PublicationRecord['reason'], until: number | null = null): PublicationRecord =>
  record({ state: 'paused', reason, until, message: 'Why.' });

describe('a notice', () => {
  it.each([
    ['a pause that needs a person', paused('budget'), 'paused', true],
    ['a pause that ends by itself', paused('rate-limited', NOW + 1), 'paused', false],
    ['an unknown outcome', paused('unknown-outcome'), 'unknown', true],
    ['a failure', record({ state: 'failed', message: 'Why.' }), 'failed', true],
    ['one that was left out', record({ state: 'cancelled' }), 'skipped', false],
    ['one that is published', record({ state: 'published' }), undefined, undefined],
    ['the worker’s own stop', paused('stopped', NOW), undefined, undefined],
    ['the gap between missed ones', paused('missed', NOW + 1), undefined, undefined],
  ])('of %s', (_what, one, event, needsYou) => {
    const notice = noticeOf({ type: 'left', record: one }, NOW);
    expect(notice?.event).toBe(event);
    expect(notice?.needs_you).toBe(needsYou);
  });

  it('says all of it in a sentence', () => {
    expect(noticeOf({ type: 'left', record: paused('budget') }, NOW)).toEqual({
      event: 'paused',
      needs_you: true,
      text: 'posts/a.md → me is paused. Why.',
      publication: 'p',
      draft: 'posts/a.md',
      account: 'me',
      network: 'x',
      reason: 'budget',
      message: 'Why.',
      until: null,
      posts_sent: 0,
      posts: 3,
      at: new Date(NOW).toISOString(),
    });
    expect(noticeOf({ type: 'bug', record: record({}), error: new Error('x') }, NOW)?.event).toBe('bug');
  });
});

describe('the notifier', () => {
  let folder: string;
  let server: Server;
  let url: string;
  const bodies: string[] = [];
  let status = 200;
  let hangs = false;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'notices-'));
    bodies.length = 0;
    status = 200;
    hangs = false;
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => {
        body += chunk.toString();
      });
      request.on('end', () => {
        bodies.push(body);
        if (!hangs) response.writeHead(status).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook?secret=1`;
  });
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    rmSync(folder, { recursive: true });
  });

  const notice = noticeOf({ type: 'left', record: paused('budget') }, NOW) as Notice;
  const failures: string[] = [];
  const make = (facts: { command?: string[]; webhook?: string; timeoutMs?: number }) => {
    failures.length = 0;
    return makeNotifier({ ...facts, onFailure: (why) => failures.push(why) });
  };

  it('runs a program with the notice on its standard input, and sends it to a webhook', async () => {
    const file = join(folder, 'out.json');
    const script = `process.stdin.pipe(require('node:fs').createWriteStream(process.argv[1]))`;
    const notifier = make({ command: [process.execPath, '-e', script, file], webhook: url });
    notifier.tell(notice);
    await notifier.drained();
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(notice);
    expect(bodies.map((body) => JSON.parse(body) as unknown)).toEqual([notice]);
    expect(failures).toEqual([]);
  });

  it('hands a program its arguments as they are, to no shell', async () => {
    const file = join(folder, 'args.json');
    const script = `require('node:fs').writeFileSync(process.argv[1], JSON.stringify(process.argv.slice(2)))`;
    const odd = ['$(touch x)', '; rm', '`x`', 'a b'];
    const notifier = make({ command: [process.execPath, '-e', script, file, ...odd] });
    notifier.tell(notice);
    await notifier.drained();
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(odd);
  });

  it('gives up what takes too long, and tells what failed without the address', async () => {
    hangs = true;
    const forever = [process.execPath, '-e', 'setInterval(() => {}, 1000)'];
    const slow = make({ command: forever, webhook: url, timeoutMs: 300 });
    slow.tell(notice);
    await slow.drained();
    expect(failures.sort()).toEqual([
      'Could not notify the command: it was ended after 300 ms.',
      'Could not notify the webhook: it took too long.',
    ]);
  });

  it.each([
    ['a program that is not there', { command: ['/nowhere/program'] }, 'ENOENT'],
    ['a program that fails', { command: [process.execPath, '-e', 'process.exit(3)'] }, 'it ended with 3'],
    ['a webhook that nobody answers', { webhook: 'http://127.0.0.1:9/secret' }, 'Could not notify'],
  ])('tells of %s', async (_what, facts, says) => {
    const notifier = make(facts);
    notifier.tell(notice);
    await notifier.drained();
    expect(failures).toHaveLength(1);
    expect(failures[0]).toContain(says);
    expect(failures[0]).not.toContain('secret');
  });

  it('tells of a webhook that refuses, and of more notices than it can take', async () => {
    status = 500;
    const notifier = make({ webhook: url });
    for (let n = 0; n < 20; n += 1) notifier.tell(notice);
    await notifier.drained();
    expect(failures.filter((why) => why.includes('it answered 500'))).toHaveLength(16);
    expect(failures.filter((why) => why.includes('was dropped'))).toHaveLength(4);
  });

  it('does nothing where nobody is to be told', async () => {
    const notifier = make({});
    notifier.tell(notice);
    await notifier.drained();
    expect(failures).toEqual([]);
  });
});
