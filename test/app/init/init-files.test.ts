import { describe, expect, it } from 'vitest';
import { firstDraft } from '../../../src/app/init/first-draft.ts';
import { withIgnored } from '../../../src/app/init/ignore-lines.ts';
import { settingsText } from '../../../src/app/init/settings-text.ts';
import { withAccount } from '../../../src/config/edit-settings.ts';
import { parseConfig } from '../../../src/config/parse-config.ts';
import { parseDraft } from '../../../src/drafts/parse-draft.ts';

const PATH = 'config/threadmill.yaml';
const hugo = { generator: 'hugo', name: 'Hugo', mark: 'hugo.toml', publicDir: 'static' } as const;

describe('the first settings', () => {
  it('are settings, with what was found of the site', async () => {
    const site = { ...hugo, url: 'https://gauge.example.io', permalinks: '/:year/:slug/' };
    const config = await parseConfig(settingsText({ site, zone: 'Europe/Berlin' }), PATH);
    expect(config.site).toEqual({
      url: 'https://gauge.example.io',
      publicDir: 'static',
      permalinks: '/:year/:slug/',
    });
    expect(config.defaults.zone).toBe('Europe/Berlin');
    expect(config.accounts.size).toBe(0);
  });

  it('hold what is not known in comments that can be taken off', async () => {
    for (const site of [null, hugo]) {
      const text = settingsText({ site, zone: 'UTC' });
      expect((await parseConfig(text, PATH)).site).toEqual(site === null ? {} : { publicDir: 'static' });
      // Taking off one `#` before a key is all that a person has to do.
      const uncommented = text.replace(
        /^(\s*)# ?(\s*(?:site|url|public_dir|late|permalinks|feeds):)/gm,
        '$1$2',
      );
      const config = await parseConfig(uncommented, PATH);
      expect(config.site.url).toBe('https://your-site.example');
      expect(config.defaults.late).toBe('ask');
      expect(config.feeds).toEqual(['https://your-site.example/feed.xml']);
    }
  });

  it('take a folder with odd letters in its name', async () => {
    const site = { ...hugo, publicDir: 'my: files #1' };
    expect((await parseConfig(settingsText({ site, zone: 'UTC' }), PATH)).site.publicDir).toBe(
      'my: files #1',
    );
  });

  it('take an account below the comments on accounts', async () => {
    const text = settingsText({ site: null, zone: 'UTC' });
    const edited = withAccount(text, PATH, 'me', { network: 'x', handle: 'ada' });
    expect(edited).toBe(
      text.replace('accounts: {}\n', 'accounts:\n  me:\n    network: x\n    handle: ada\n'),
    );
    expect((await parseConfig(edited, PATH)).accounts.get('me')?.handle).toBe('ada');
  });
});

it('starts with a draft that previews, and can’t be published as it is', () => {
  const { findings, kind, title } = parseDraft(firstDraft('2026-02-03'), { path: 'posts/a.md' });
  expect([kind, title]).toEqual(['post', 'My first thread']);
  expect(new Set(findings.map(({ code, severity }) => `${severity} ${code}`))).toEqual(
    new Set(['error template-text']),
  );
});

describe('what git must not take', () => {
  it.each([
    ['no file yet', '', '# Threadmill: credentials, and the journal of this machine\n.env\n.threadmill/\n'],
    [
      'other lines',
      'dist',
      'dist\n\n# Threadmill: credentials, and the journal of this machine\n.env\n.threadmill/\n',
    ],
    [
      'one of the two',
      '/.env\n',
      '/.env\n\n# Threadmill: credentials, and the journal of this machine\n.threadmill/\n',
    ],
    ['both', '.env\r\n.threadmill\r\n', '.env\r\n.threadmill\r\n'],
  ])('is added to .gitignore: %s', (_what, before, after) => {
    expect(withIgnored(before, ['.env', '.threadmill/'])).toBe(after);
  });
});
