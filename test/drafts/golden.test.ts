import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../src/drafts/parse-draft.ts';

const folder = join(import.meta.dirname, 'fixtures');
const drafts = readdirSync(folder).filter((name) => name.endsWith('.md'));

/** Each draft beside what its author meant; `UPDATE=1` writes the latter anew, to be read in the diff. */
describe('a draft is parsed for what its author means', () => {
  it.each(drafts)('%s', (name) => {
    const draft = parseDraft(readFileSync(join(folder, name), 'utf8'), { path: name });
    const golden = join(folder, name.replace(/\.md$/, '.json'));
    const parsed = `${JSON.stringify(draft, null, 1)}\n`;
    if (process.env['UPDATE'] === '1') writeFileSync(golden, parsed);
    expect(parsed).toBe(readFileSync(golden, 'utf8'));
  });
});
