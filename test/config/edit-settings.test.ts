import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ConfigError } from '../../src/config/config-error.ts';
import { withAccount, withoutAccount } from '../../src/config/edit-settings.ts';
import { parseConfig } from '../../src/config/parse-config.ts';

const EXAMPLE = readFileSync(join(resolve(import.meta.dirname, '../..'), 'config/threadmill.yaml'), 'utf8');
const PATH = 'config/threadmill.yaml';
const me = { network: 'x', handle: 'ada' } as const;

const comments = (text: string): string[] => [...text.matchAll(/#.*$/gm)].map(([line]) => line.trim());

describe('an account more in the settings', () => {
  it('leaves every line of the example as it was', async () => {
    const edited = withAccount(EXAMPLE, PATH, 'ada', { network: 'bluesky', handle: 'ada.example.org' });
    const lines = edited.split('\n');
    expect(comments(edited)).toEqual(comments(EXAMPLE));
    expect(EXAMPLE.split('\n').filter((line) => !lines.includes(line))).toEqual(['  networks: [x]']);
    expect(lines).toContain('  networks: [x, bluesky]');
    const added = lines.filter((line) => !EXAMPLE.split('\n').includes(line));
    expect(added).toEqual([
      '  networks: [x, bluesky]',
      '  ada:',
      '    network: bluesky',
      '    handle: ada.example.org',
    ]);
    const { accounts } = await parseConfig(edited, PATH);
    expect([...accounts.keys()]).toContain('ada');
    expect(accounts.get('ada')).toMatchObject({ network: 'bluesky', handle: 'ada.example.org' });
  });

  it.each([
    ['nothing', ''],
    ['only a comment', '# mine\n'],
    ['no accounts yet', 'site:\n  url: https://gauge.example.io # ours\n'],
    ['an empty key', 'accounts:\n# below\n'],
    ['an empty key with examples in comments', 'accounts:\n  # ada:\n  #   network: x\n\nfeeds: []\n'],
    ['empty braces', 'accounts: {}\n'],
    ['accounts in braces', 'accounts: { other: { network: x } }\n'],
    ['a tab and a note after the value', 'accounts:\n    other:\n        network: x\t# note\n'],
    ['Windows line ends', '# mine\r\naccounts:\r\n  other:\r\n    network: x # note\r\n'],
    ['no line break at the end', 'accounts:\n  other:\n    network: x'],
  ])('fits into a file with %s', async (_what, text) => {
    const edited = withAccount(text, PATH, 'me', me);
    expect(comments(edited)).toEqual(comments(text));
    for (const line of text.split(/\r?\n/)) if (!line.startsWith('accounts:')) expect(edited).toContain(line);
    const { accounts } = await parseConfig(edited, PATH);
    expect(accounts.get('me')).toMatchObject({ network: 'x', handle: 'ada' });
    expect(accounts.has('other')).toBe(text.includes('other'));
    expect(edited.includes('\r\n')).toBe(text.includes('\r\n'));
    expect(/[^\r]\n/.test(edited) && edited.includes('\r\n')).toBe(false);
  });

  it('keeps the keys that an account of that name has, and their comments', async () => {
    const text = 'accounts:\n  me:\n    network: x\n    slots: [mon 09:00] # coffee\n    handle: old\n';
    const edited = withAccount(text, PATH, 'me', me);
    expect(edited).toBe(text.replace('old', 'ada'));
  });

  it.each([
    ['only X, which needs no list', '', { network: 'x' }, undefined],
    ['another network alone', '', { network: 'mastodon' }, ['mastodon']],
    ['a second network', 'accounts:\n  one:\n    network: x\n', { network: 'bluesky' }, ['x', 'bluesky']],
    ['defaults of other kinds', 'defaults:\n  zone: UTC # ours\n', { network: 'bluesky' }, ['bluesky']],
    ['defaults in braces', 'defaults: { zone: UTC }\n', { network: 'bluesky' }, ['bluesky']],
  ])('says which networks drafts that name none go to: %s', async (_what, text, entry, networks) => {
    const edited = withAccount(text, PATH, 'new', entry);
    expect(comments(edited)).toEqual(comments(text));
    expect((parse(edited) as { defaults?: { networks?: string[] } }).defaults?.networks).toEqual(networks);
    await parseConfig(edited, PATH);
  });

  it('gives the same settings when it is done twice', () => {
    const once = withAccount(EXAMPLE, PATH, 'me', me);
    expect(withAccount(once, PATH, 'me', me)).toBe(once);
  });

  it.each([
    ['a list below', 'defaults:\n  networks:\n  - x # first\naccounts: {}\n', '  - x # first\n  - bluesky\n'],
    ['an empty list', 'defaults:\n  networks: []\n', '  networks: [bluesky]\n'],
    ['a trailing comma', 'defaults: { networks: [x,] }\n', '[x,bluesky'],
  ])('joins the networks of drafts that name none: %s', (_what, text, expected) => {
    expect(withAccount(text, PATH, 'b', { network: 'bluesky' })).toContain(expected);
  });

  it.each([
    ['an anchor', 'base: &base\n  network: x\naccounts:\n  other: *base\n'],
    ['keys that are marked', '? accounts\n: other:\n    network: x\n'],
    ['an entry without a value', 'accounts:\n  other: {}\n  third:\n'],
    ['a text over several lines', 'accounts:\n  other:\n    network: >-\n      x\n\n# end\n'],
  ])('means the same in an odd layout: %s', (_what, text) => {
    const edited = withAccount(text, PATH, 'me', me);
    const before = parse(text) as { accounts: object };
    expect(parse(edited)).toEqual({ ...before, accounts: { ...before.accounts, me } });
  });

  it('quotes what YAML would read as something else', () => {
    const edited = withAccount('', PATH, 'me', {
      network: 'x',
      handle: '123',
      premium: true,
      note: 'a: b # c',
    });
    expect(parse(edited)).toEqual({
      accounts: { me: { network: 'x', handle: '123', premium: true, note: 'a: b # c' } },
    });
  });

  it.each(['- a\n- b\n', 'accounts: [a]\n', 'accounts: text\n', 'a: [\n'])('is refused in %j', (text) => {
    expect(() => withAccount(text, PATH, 'me', me)).toThrow(ConfigError);
  });
});

describe('an account less', () => {
  it('takes its entry and its part as the default away, and nothing else', async () => {
    const text =
      '# top\naccounts:\n  # first\n  one:\n    network: x\n  # second\n  two:\n    network: x # note\n# below\ndefaults:\n  account: two\n  networks: [x]\n';
    const edited = withoutAccount(text, PATH, 'two');
    const { accounts, defaults } = await parseConfig(edited, PATH);
    expect([...accounts.keys()]).toEqual(['one']);
    expect(defaults.account).toBeUndefined();
    for (const kept of ['# top', '# first']) expect(edited).toContain(kept);
  });

  it('gives back what was there before it was added', () => {
    const edited = withoutAccount(withAccount(EXAMPLE, PATH, 'ada', me), PATH, 'ada');
    expect(comments(edited)).toEqual(comments(EXAMPLE));
    expect(edited).toBe(EXAMPLE);
  });

  it('takes its network from the list where it was the last there', () => {
    const both =
      'defaults:\n  networks: [x, bluesky] # ours\naccounts:\n  a:\n    network: x\n  b:\n    network: bluesky\n';
    expect(withoutAccount(both, PATH, 'b')).toBe(
      'defaults:\n  networks: [x] # ours\naccounts:\n  a:\n    network: x\n',
    );
    const two = `${both}  c:\n    network: bluesky\n`;
    expect(withoutAccount(two, PATH, 'b')).toContain('[x, bluesky]');
    expect(withoutAccount(withoutAccount(both, PATH, 'b'), PATH, 'a')).toContain('networks: [x] # ours');
  });

  it('leaves accounts that can be read where it was the only one', async () => {
    const edited = withoutAccount('accounts:\n  me:\n    network: x\n', PATH, 'me');
    expect((await parseConfig(edited, PATH)).accounts.size).toBe(0);
  });
});
