import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/process/run.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { fakeIo } from './fake-io.ts';

let folder: string;
let sandbox: Sandbox;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'three-networks-'));
  mkdirSync(join(folder, 'config'));
  mkdirSync(join(folder, 'posts'));
  sandbox = await startSandbox({ mastodonCharacters: 700 });
  const account = (network: string): string =>
    `{ network: ${network}, base_url: "${sandbox.url}", find_delays_ms: [1, 2] }`;
  writeFileSync(
    join(folder, 'config/threadmill.yaml'),
    `accounts:\n  me: ${account('x')}\n  sky: ${account('bluesky')}\n  fedi: ${account('mastodon')}\ndefaults: { networks: [x, bluesky, mastodon] }\n`,
  );
});

afterEach(async () => {
  await sandbox.close();
  rmSync(folder, { recursive: true });
});

const ENV = {
  THREADMILL_ME_TOKEN: 'user-ada.a-token-of-the-sandbox',
  THREADMILL_SKY_IDENTIFIER: 'ada.test',
  THREADMILL_SKY_APP_PASSWORD: 'abcd-efgh-ijkl-mnop',
  THREADMILL_FEDI_TOKEN: 'user-ada.a-token-of-the-sandbox',
};

async function call(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  const io = fakeIo({ cwd: folder, env: ENV });
  const code = await run(argv, io);
  return { code, out: io.out(), err: io.err() };
}

type Stored = { readonly text: string; readonly id: string; readonly parentId: string | null };
type State = {
  readonly posts: readonly (Stored & { readonly replySettings?: string })[];
  readonly mastodon: {
    readonly statuses: readonly (Stored & {
      readonly spoiler: string;
      readonly visibility: string;
      readonly language: string | null;
    })[];
  };
  readonly bluesky: unknown;
};

const state = async (): Promise<State> =>
  (await (await fetch(`${sandbox.url}/sandbox/state`)).json()) as State;

const write = (text: string): void => writeFileSync(join(folder, 'posts/a.md'), text);

it('publishes one draft on three networks, and ends with the address of each', async () => {
  write('One [link](http://127.0.0.1:9/a).\n\n---\n\nTwo.\n');
  const { code, out, err } = await call('publish', 'posts/a.md', '--yes');
  expect(code).toBe(0);
  // The page of the link is on a private address, which is never fetched.
  expect(err).toContain('No card on Bluesky for http://127.0.0.1:9/a');
  expect(out).toMatch(/^posts\/a\.md {2}X {9}me {4}published \d\/\d {2}http\S+$/m);
  expect(out).toMatch(/^posts\/a\.md {2}Bluesky {3}sky {3}published 2\/2 {2}http\S+$/m);
  expect(out).toMatch(/^posts\/a\.md {2}Mastodon {2}fedi {2}published 2\/2 {2}http\S+$/m);
  const { mastodon, bluesky } = await state();
  expect(mastodon.statuses.map(({ text }) => text)).toEqual(['One link (http://127.0.0.1:9/a).', 'Two.']);
  expect(JSON.stringify(bluesky)).toContain('"text":"One link."');
});

describe('a draft on several networks', () => {
  const NETWORK_ROWS = [/ X +me +/, / Bluesky +sky +/, / Mastodon +fedi +/];
  /** The lines below a draft, up to the next line that is not indented. */
  const below = (out: string, draft: string): string[] => {
    const lines = out.split('\n');
    expect(lines.filter((line) => line.includes(draft))).toEqual([draft]);
    const rest = lines.slice(lines.indexOf(draft) + 1);
    const end = rest.findIndex((line) => !line.startsWith(' '));
    return rest.slice(0, end === -1 ? rest.length : end);
  };

  it('is one entry of the queue, with each network below', async () => {
    write('One.\n\n---\n\nTwo.\n');
    writeFileSync(join(folder, 'posts/b.md'), 'Between.\n');
    await call('schedule', 'posts/a.md', '--at', '2036-07-01 09:00', '--account', 'me');
    await call('schedule', 'posts/b.md', '--at', '2036-07-01 10:00', '--account', 'sky');
    await call('schedule', 'posts/a.md', '--at', '2036-07-01 11:00', '--account', 'sky', '--account', 'fedi');
    const { out } = await call('queue');
    const rows = below(out, 'posts/a.md');
    expect(rows).toHaveLength(3);
    for (const row of NETWORK_ROWS) expect(rows.filter((line) => row.test(line))).toHaveLength(1);
    expect(rows.map((line) => /, (\d\d:\d\d) /.exec(line)?.[1])).toEqual(['09:00', '11:00', '11:00']);
    expect(below(out, 'posts/b.md')).toHaveLength(1);
    expect(JSON.parse((await call('queue', '--json')).out)).toHaveLength(4);
  });

  it('is one entry of a day of the week, where the times are the same', async () => {
    write('One.\n');
    await call('schedule', 'posts/a.md', '--at', 'in 2d');
    const lines = (await call('queue', '--week')).out.split('\n');
    const at = lines.findIndex((line) => line.endsWith('posts/a.md'));
    expect(lines[at]).toMatch(/^ {2}\d\d:\d\d {2}posts\/a\.md$/);
    expect(lines.slice(at + 1, at + 4).every((line) => /^ {9}\w+ {2}1 post {2}\w{12}$/.test(line))).toBe(
      true,
    );
  });

  it('is one entry of the history, with each address, and why one stands still', async () => {
    write('One.\n\n---\n\nTwo.\n');
    await fetch(`${sandbox.url}/sandbox/faults`, {
      method: 'POST',
      body: JSON.stringify({ faults: ['status:422/mastodon'] }),
    });
    await call('publish', 'posts/a.md', '--yes');
    const rows = below((await call('history')).out, 'posts/a.md');
    expect(rows.find((line) => NETWORK_ROWS[0]?.test(line))).toMatch(/^ {2}published .*2 posts .*http\S+$/);
    expect(rows.find((line) => NETWORK_ROWS[1]?.test(line))).toMatch(/^ {2}published .*2 posts .*http\S+$/);
    const failed = rows.findIndex((line) => NETWORK_ROWS[2]?.test(line));
    expect(rows[failed]).toMatch(/^ {2}failed .*0 of 2 posts/);
    expect(rows[failed + 1]).toMatch(/^ {4}failed: /);
    expect(JSON.parse((await call('history', '--json')).out)).toHaveLength(3);
  });
});

it('lets no network hold up the others', async () => {
  write('One.\n\n---\n\nTwo.\n');
  await fetch(`${sandbox.url}/sandbox/faults`, {
    method: 'POST',
    body: JSON.stringify({ faults: ['status:422/mastodon'] }),
  });
  const { code, out } = await call('publish', 'posts/a.md', '--yes');
  expect(code).toBe(5);
  expect(out).toMatch(/X +me +published 2\/2/);
  expect(out).toMatch(/Bluesky +sky +published 2\/2/);
  expect(out).toMatch(/Mastodon +fedi +failed 0\/2/);
});

it('asks each network for what its block of the front matter says', async () => {
  write(
    '---\nlanguage: de-AT\nmastodon:\n  content_warning: Spinnen\n  visibility: private\nx:\n  reply_settings: following\n---\n\nAcht Beine.\n',
  );
  const { code, err } = await call('publish', 'posts/a.md', '--yes');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect((await state()).mastodon.statuses[0]).toMatchObject({
    spoiler: 'Spinnen',
    visibility: 'private',
    language: 'de',
  });
  const frozen = readFileSync(join(folder, 'posts/a.thread.json'), 'utf8');
  expect(frozen).toContain('"content_warning": "Spinnen"');
  expect(frozen).toContain('"reply_settings": "following"');
});

it('continues a post of one’s own, on the network that it is on', async () => {
  write('First.\n');
  await call('publish', 'posts/a.md', '--account', 'fedi', '--yes');
  const [first] = (await state()).mastodon.statuses;
  const url = `${sandbox.url}/@ada/${first?.id}`;
  writeFileSync(join(folder, 'posts/b.md'), `---\nmastodon:\n  reply_to: ${url}\n---\n\nSecond.\n`);
  const { code, err } = await call('publish', 'posts/b.md', '--account', 'fedi', '--yes');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect((await state()).mastodon.statuses[1]).toMatchObject({ text: 'Second.', parentId: first?.id });
  const elsewhere = url.replace(sandbox.url, 'https://elsewhere.example');
  writeFileSync(join(folder, 'posts/c.md'), `---\nmastodon:\n  reply_to: ${elsewhere}\n---\n\nThird.\n`);
  const refused = await call('publish', 'posts/c.md', '--account', 'fedi', '--yes');
  expect(refused.code).toBe(1);
  expect(refused.err).toContain('reply_to names a post on another server');
});

it('tells of one draft on several accounts, and works on the one that is named', async () => {
  write('One.\n\n---\n\nTwo.\n');
  await call('publish', 'posts/a.md', '--yes');
  const told = await call('history', 'posts/a.md');
  for (const account of ['me (x)', 'sky (bluesky)', 'fedi (mastodon)']) expect(told.out).toContain(account);
  const json = JSON.parse((await call('history', 'posts/a.md', '--json')).out) as { account: string }[];
  expect(json.map(({ account }) => account)).toEqual(['me', 'sky', 'fedi']);
  const one = JSON.parse((await call('history', 'posts/a.md', '--account', 'sky', '--json')).out) as unknown;
  expect(one).toMatchObject({ account: 'sky' });
  const unnamed = await call('undo', 'posts/a.md', '--yes');
  expect(unnamed.code).toBe(2);
  expect(unnamed.err).toContain('Name one with --account');
  expect((await call('undo', 'posts/a.md', '--account', 'fedi', '--yes')).code).toBe(0);
  const { mastodon, posts } = await state();
  expect([mastodon.statuses.length, posts.length]).toEqual([0, 2]);
  expect((await call('resume', 'posts/a.md', '--account', 'nobody')).code).toBe(2);
});

it('cuts for the limits of the instance, from the first publication on', async () => {
  write(`${'Words of one long sentence go on '.repeat(19)}and end.\n`);
  expect((await call('preview', 'posts/a.md', '--network', 'mastodon')).out).toContain('of at most 500');
  await call('publish', 'posts/a.md', '--account', 'fedi', '--yes');
  expect((await state()).mastodon.statuses).toHaveLength(1);
  expect((await call('preview', 'posts/a.md', '--network', 'mastodon')).out).toContain('of at most 700');
});
