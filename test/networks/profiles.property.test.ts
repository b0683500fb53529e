import { RichText } from '@atproto/api';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blueskyProfile } from '../../src/networks/bluesky/profile.ts';
import { mastodonProfile } from '../../src/networks/mastodon/profile.ts';
import { xProfile } from '../../src/networks/x/profile.ts';
import type { Profile } from '../../src/threads/profile.ts';
import { runs } from '../threads/draft-arbitrary.ts';

const text = runs.map((pieces) =>
  pieces
    .map((run) => ('text' in run ? run.text : ' '))
    .join('')
    .normalize('NFC'),
);
const profiles: [string, Profile][] = [
  ['x', xProfile()],
  ['bluesky', blueskyProfile()],
  ['mastodon', mastodonProfile()],
];

describe.each(profiles)('the profile of %s', (_, profile) => {
  it('adds up to the same length in one go and as running totals', () => {
    fc.assert(
      fc.property(text, (given) => {
        expect(profile.totals(given).at(-1)).toBe(profile.measure(given));
      }),
      { numRuns: 500 },
    );
  });
});

describe('Bluesky', () => {
  it('counts graphemes and bytes as the network’s own library', () => {
    fc.assert(
      fc.property(text, (given) => {
        const rich = new RichText({ text: given });
        expect(blueskyProfile().measure(given)).toBe(rich.graphemeLength);
      }),
      { numRuns: 500 },
    );
  });
});

describe('Mastodon', () => {
  it.each([
    ['https://example.org/a/very/long/path/indeed', 23],
    ['see https://example.org/ and http://a.org', 4 + 23 + 5 + 23],
    ['example.com is no link', 22],
    ['@ana@social.example hello', 10],
    ['👩‍👩‍👧‍👦 é 日本', 6],
    ['(https://example.org/a_(b))', 25],
  ])('counts %j as %d', (given, length) => {
    expect(mastodonProfile().measure(given)).toBe(length);
  });
});
