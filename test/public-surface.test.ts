import { expect, it } from 'vitest';
import * as library from '../src/index.ts';

it('exposes exactly this to programs', () => {
  expect(Object.keys(library).sort()).toEqual([
    'KINDS',
    'NETWORKS',
    'NETWORK_IDS',
    'X_LIMITS',
    'X_PRICES',
    'blueskyProfile',
    'buildThread',
    'decodeDraft',
    'fixDraft',
    'graphemeCount',
    'mastodonProfile',
    'parseDraft',
    'previewJson',
    'readPost',
    'renderPreview',
    'summarise',
    'utf8Length',
    'xProfile',
    'xWeight',
  ]);
});
