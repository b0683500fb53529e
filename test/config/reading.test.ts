import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ConfigError } from '../../src/config/config-error.ts';
import { findProject, readConfig } from '../../src/config/find-project.ts';
import { parseConfig } from '../../src/config/parse-config.ts';
import { readEnvironment } from '../../src/config/read-environment.ts';

async function problems(text: string): Promise<string[]> {
  try {
    await parseConfig(text, 'c.yaml');
  } catch (error) {
    if (error instanceof ConfigError) return error.message.split('\n');
    throw error;
  }
  return [];
}

describe('a configuration file', () => {
  it.each([
    [
      'an unknown key, with the right one',
      'acounts: {}',
      'c.yaml:1:1 acounts: unknown key. Did you mean ‘accounts’?',
    ],
    [
      'an unknown key that is like none, with all that are accepted',
      'site:\n  colour: red',
      'c.yaml:2:3 site.colour: unknown key. Accepted here: url, public_dir, permalinks.',
    ],
    [
      'an unknown key inside an account',
      'accounts:\n  me:\n    network: x\n    premum: true',
      'c.yaml:4:5 accounts.me.premum: unknown key. Did you mean ‘premium’?',
    ],
    [
      'a key of another network’s accounts',
      'accounts:\n  me:\n    network: bluesky\n    premium: true',
      'c.yaml:4:14 accounts.me.premium: only accounts on x have this key, and this one is on bluesky.',
    ],
    [
      'a key of another network’s accounts, beside one of its own',
      'accounts: { me: { network: x, replies_visibility: public, premium: false } }',
      'c.yaml:1:51 accounts.me.replies_visibility: only accounts on mastodon have this key, and this one is on x.',
    ],
    [
      'a value that a network’s own key does not accept',
      'accounts: { me: { network: mastodon, replies_visibility: privat } }',
      'c.yaml:1:58 accounts.me.replies_visibility: ‘privat’ is not one of: public, unlisted.',
    ],
    [
      'an unknown key, and no key of another network instead',
      'accounts: { me: { network: bluesky, premum: true } }',
      'c.yaml:1:37 accounts.me.premum: unknown key. Accepted here: network, handle, base_url, app, monthly_cap_usd, posts_per_hour, find_delays_ms, zone, slots, gap_minutes.',
    ],
    [
      'a network that does not exist',
      'accounts:\n  me:\n    network: blusky',
      'c.yaml:3:14 accounts.me.network: ‘blusky’ is not one of: x, bluesky, mastodon. Did you mean ‘bluesky’?',
    ],
    [
      'a missing network',
      'accounts:\n  me:\n    handle: ada',
      'c.yaml:3:5 accounts.me.network: is missing; one of: x, bluesky, mastodon.',
    ],
    [
      'a wrong type',
      'accounts: { me: { network: x, monthly_cap_usd: lots } }',
      'c.yaml:1:48 accounts.me.monthly_cap_usd: a number is needed here, not ‘lots’.',
    ],
    [
      'a number that is too small',
      'accounts: { me: { network: x, posts_per_hour: 0 } }',
      'c.yaml:1:47 accounts.me.posts_per_hour: ‘0’ is too small: 1 or more is needed.',
    ],
    [
      'slots that are none',
      'accounts: { me: { network: x, slots: [mon 9, 10:00] } }',
      'c.yaml:1:38 accounts.me.slots: ‘mon 9,10:00’ is not slots, such as mon-fri 09:00, 17:30.',
    ],
    [
      'a zone that does not exist',
      'defaults:\n  zone: Europe/Berln',
      'c.yaml:2:9 defaults.zone: ‘Europe/Berln’ is not a time zone, such as Europe/Berlin.',
    ],
    [
      'an address that is none',
      'site:\n  url: example.org',
      'c.yaml:2:8 site.url: ‘example.org’ is not a web address, such as https://example.org.',
    ],
    [
      'a base_url with a path',
      'accounts: { me: { network: x, base_url: "http://127.0.0.1:1/api" } }',
      'c.yaml:1:41 accounts.me.base_url: ‘http://127.0.0.1:1/api’ is not a scheme, a host and a port, such as http://127.0.0.1:4747.',
    ],
    [
      'a name that can’t be one',
      'accounts:\n  Bad Name: { network: x }',
      'c.yaml:2:13 accounts.Bad Name: ‘Bad Name’ can’t be a name: small letters, digits, - and _, with a letter first.',
    ],
    [
      'an empty list of networks',
      'defaults:\n  networks: []',
      'c.yaml:2:13 defaults.networks: at least one entry is needed here.',
    ],
    [
      'a default account that is not there',
      'defaults: { account: you }\naccounts: { me: { network: x } }',
      'c.yaml:1:22 defaults.account: no account is named ‘you’; the accounts are: me.',
    ],
    [
      'two names that lead to the same secrets',
      'accounts:\n  a-b: { network: x }\n  a_b: { network: x }',
      'c.yaml:3:3 accounts.a_b: its secrets would be those of ‘a-b’: both names lead to THREADMILL_A_B_API_KEY. Rename one.',
    ],
    [
      'a name that is another with the kind of a secret',
      'accounts:\n  me: { network: x }\n  me-access: { network: x }',
      'c.yaml:3:3 accounts.me-access: its secrets would be those of ‘me’: both names lead to THREADMILL_ME_ACCESS_TOKEN. Rename one.',
    ],
    ['a file that is a list', '- 1', 'c.yaml:1:1 keys with values are needed here, not a list.'],
    [
      'a tag that would make an object',
      'site: !!js/function "x"',
      'c.yaml:1:7 not valid YAML: Unresolved tag: tag:yaml.org,2002:js/function',
    ],
  ])('names %s', async (_what, text, message) => {
    expect(await problems(text)).toEqual([message]);
  });

  it('names a key that stands there twice', async () => {
    expect((await problems('site: {}\nsite: {}'))[0]).toMatch(
      /^c\.yaml:\d:\d not valid YAML: Map keys must be unique/,
    );
  });

  it('names every problem, in the order of the file', async () => {
    const found = await problems('site:\n  urll: x\nacounts: {}\ndefaults:\n  networks: [y]');
    expect(found.map((line) => line.split(' ')[0])).toEqual(['c.yaml:2:3', 'c.yaml:3:1', 'c.yaml:5:14']);
  });

  it('names the first of very many problems, and how many more there are', async () => {
    const found = await problems(Array.from({ length: 40 }, (_, at) => `key${at}: 1`).join('\n'));
    expect(found).toHaveLength(11);
    expect(found.at(-1)).toBe('… and 30 more.');
  });

  it('refuses aliases that blow a small file up', async () => {
    const levels = Array.from({ length: 9 }, (_, at) =>
      at === 0 ? 'a0: &a0 [x, x, x]' : `a${at}: &a${at} [*a${at - 1}, *a${at - 1}, *a${at - 1}]`,
    );
    expect((await problems(levels.join('\n')))[0]).toContain('not usable as YAML');
  });

  it('gives defaults where it is empty', async () => {
    const config = await parseConfig('# nothing yet\n', 'c.yaml');
    expect(config.defaults.networks).toEqual(['x']);
    expect(config.accounts.size).toBe(0);
  });

  it('keeps an account’s own keys for its network', async () => {
    const { accounts } = await parseConfig(
      'accounts: { me: { network: x, premium: true }, fedi: { network: mastodon, replies_visibility: public } }',
      'c.yaml',
    );
    expect([accounts.get('me')?.options, accounts.get('fedi')?.options]).toEqual([
      { premium: true },
      { replies_visibility: 'public' },
    ]);
  });

  it('reads an account, with handle and address made plain, and freezes it', async () => {
    const config = await parseConfig(
      'accounts: { my-blog: { network: x, handle: "@ada", base_url: "http://127.0.0.1:9/", find_delays_ms: [1] } }',
      'c.yaml',
    );
    const account = config.accounts.get('my-blog');
    expect(account).toEqual({
      name: 'my-blog',
      network: 'x',
      handle: 'ada',
      baseUrl: 'http://127.0.0.1:9',
      findDelaysMs: [1],
    });
    expect(Object.isFrozen(account) && Object.isFrozen(config)).toBe(true);
  });
});

describe('finding the project', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'threadmill-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('looks upward from a folder deep inside', async () => {
    mkdirSync(join(folder, 'config'));
    mkdirSync(join(folder, 'posts/2026'), { recursive: true });
    writeFileSync(join(folder, 'config/threadmill.yaml'), 'site: { public_dir: public }');
    const found = await findProject(join(folder, 'posts/2026'));
    expect(found).toMatchObject({ root: folder, config: { site: { publicDir: 'public' } } });
    expect(found.configPath).toBe(join(folder, 'config/threadmill.yaml'));
  });

  it('is content with no file at all', async () => {
    expect(await findProject(folder)).toMatchObject({ root: folder, configPath: null });
  });

  it('names a file that can’t be read', async () => {
    await expect(readConfig(folder)).rejects.toThrow('can’t be read: it is a folder.');
  });

  it('says so where a folder has the name of the configuration, or of .env', async () => {
    mkdirSync(join(folder, 'config/threadmill.yaml'), { recursive: true });
    mkdirSync(join(folder, '.env'));
    await expect(findProject(folder)).rejects.toThrow(
      /threadmill\.yaml:1:1 can’t be read: it is a folder\.$/,
    );
    await expect(readEnvironment(folder, {})).rejects.toThrow(/\.env:1:1 can’t be read: it is a folder\.$/);
  });

  it('reads .env below the environment, and leaves the environment as it is', async () => {
    writeFileSync(join(folder, '.env'), 'THREADMILL_ME_TOKEN=from-file\nOTHER="a b"\n');
    const env = { THREADMILL_ME_TOKEN: 'from-process' };
    expect(await readEnvironment(folder, env)).toEqual({ THREADMILL_ME_TOKEN: 'from-process', OTHER: 'a b' });
    expect(env).toEqual({ THREADMILL_ME_TOKEN: 'from-process' });
  });

  it('is content with no .env', async () => {
    expect(await readEnvironment(folder, { A: '1' })).toEqual({ A: '1' });
  });
});
