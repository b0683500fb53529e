import { expect, it } from 'vitest';
import * as library from '../src/index.ts';

it('exposes exactly this to programs', () => {
  expect(Object.keys(library).sort()).toEqual([
    'ERROR_KINDS',
    'KINDS',
    'NETWORKS',
    'NETWORK_IDS',
    'ThreadmillError',
    'X_LIMITS',
    'X_PRICES',
    'blueskyProfile',
    'buildThread',
    'decodeDraft',
    'fixDraft',
    'graphemeCount',
    'isOfKind',
    'isThreadmillError',
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
