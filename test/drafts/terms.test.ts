import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../src/drafts/parse-draft.ts';
import { type Settings, settingsFor } from '../../src/drafts/settings.ts';
import { TERM_ROWS, type TermTarget, unhonouredTerms } from '../../src/drafts/unhonoured-terms.ts';
import { NETWORKS } from '../../src/networks/networks.ts';

const draft = (yaml: string) => parseDraft(`---\n${yaml}\n---\nwords\n`, { path: null });
const target = (network: 'x' | 'bluesky' | 'mastodon'): TermTarget => {
  const { name, honours, addresses } = NETWORKS[network];
  return { network, name, honours, idIn: addresses.idIn };
};

describe('what a draft asks of a network is a setting', () => {
  it.each<[string, Partial<Settings>]>([
    ['open_with: title', { openWith: 'title' }],
    ['reply_settings: mentionedUsers', { replySettings: 'mentioned' }],
    ['reply_settings: Following', { replySettings: 'following' }],
    ['made_with_ai: true', { madeWithAi: true }],
    ['paid_partnership: yes', { paidPartnership: true }],
    ['content_warning: Storm damage', { contentWarning: 'Storm damage' }],
    ['sensitive: false', { sensitive: false }],
    ['visibility: Unlisted', { visibility: 'unlisted' }],
    ['reply_to: https://x.com/me/status/1234567890123', { replyTo: 'https://x.com/me/status/1234567890123' }],
    ['mastodon:\n  visibility: private', { perNetwork: { mastodon: { visibility: 'private' } } }],
  ])('%s', (yaml, settings) => {
    const parsed = draft(yaml);
    expect(parsed.findings).toEqual([]);
    expect(parsed.settings).toMatchObject(settings);
  });

  it('a network’s block overrides it', () => {
    const { settings } = draft(
      'content_warning: Storm\nsensitive: true\nx:\n  sensitive: false\n  open_with: text',
    );
    expect(settingsFor(settings, 'x')).toMatchObject({
      contentWarning: 'Storm',
      sensitive: false,
      openWith: 'text',
    });
    expect(settingsFor(settings, 'mastodon')).toMatchObject({ contentWarning: 'Storm', sensitive: true });
  });

  it.each([
    ['visibility: friends', 'setting-value'],
    ['made_with_ai: maybe', 'setting-value'],
    ['reply_to: yesterday', 'setting-value'],
    ['poll: [a, b]', 'setting-unsupported'],
    ['quote: https://x.com/me/status/1234567890123', 'setting-unsupported'],
    ['x:\n  poll: [a, b]', 'setting-unsupported'],
  ])('%s is an error', (yaml, code) => {
    expect(draft(yaml).findings).toMatchObject([{ code, severity: 'error' }]);
  });

  it.each([
    'bluesky: https://bsky.app/profile/a.example/post/3kabc',
    'mastodon: https://social.example/@ferry/1',
    'mastodon: "@ferry@social.example"',
    'bluesky: ferry.example.org',
    'x: "1234567890123456789"',
    'x:',
    'quote: A pier is a road that changed its mind.',
    'visible: true',
  ])('%s is the blog’s own', (yaml) => {
    const parsed = draft(yaml);
    expect(parsed.findings).toEqual([]);
    expect(parsed.settings.perNetwork).toEqual({});
  });
});

describe('what a target can’t honour is told of it', () => {
  const asked: Record<keyof typeof TERM_ROWS, string> = {
    visibility: 'private',
    content_warning: 'Storm',
    sensitive: 'true',
    reply_to: 'https://x.com/me/status/1234567890123',
    reply_settings: 'following',
    made_with_ai: 'true',
    paid_partnership: 'true',
  };

  it.each(Object.entries(TERM_ROWS))('%s', (key, { code, severity }) => {
    for (const network of ['x', 'bluesky', 'mastodon'] as const) {
      const { settings } = draft(`${key}: ${asked[key]}`);
      const isTheirs = key !== 'reply_to' || network === 'x';
      const honoured = (NETWORKS[network].honours as readonly string[]).includes(key) && isTheirs;
      const found = unhonouredTerms(settings, target(network));
      expect(found).toMatchObject(honoured ? [] : [{ code, severity, line: 2, column: key.length + 3 }]);
    }
  });

  it.each([
    ['x', 'followers', false],
    ['x', 'verified', true],
    ['bluesky', 'followers', true],
    ['bluesky', 'nobody', true],
    ['bluesky', 'verified', false],
    ['mastodon', 'following', false],
  ] as const)('%s limits replies to %s: %s', (network, replySettings, isKnown) => {
    const found = unhonouredTerms(draft(`reply_settings: ${replySettings}`).settings, {
      ...target(network),
      replySettings: NETWORKS[network].replySettings,
    });
    expect(found.map(({ code, severity }) => [code, severity])).toEqual(
      isKnown ? [] : [['setting-ignored', 'info']],
    );
  });

  it('names the block of the network, and is silent where only that block asks', () => {
    const { settings } = draft('mastodon:\n  visibility: private');
    expect(unhonouredTerms(settings, target('mastodon'))).toEqual([]);
    expect(unhonouredTerms(settings, target('x'))).toEqual([]);
    const [found] = unhonouredTerms(draft('visibility: private').settings, target('x'));
    expect(found?.message).toContain('block of the network');
  });

  it.each(['visibility: public', 'sensitive: false', 'reply_settings: everyone', 'made_with_ai: false'])(
    '%s asks for nothing special',
    (yaml) => {
      expect(unhonouredTerms(draft(yaml).settings, target('x'))).toEqual([]);
      expect(unhonouredTerms(draft(yaml).settings, target('bluesky'))).toEqual([]);
    },
  );
});
