import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { restored } from '../../src/publishing/freezing/frozen-entry.ts';
import { parseFrozenFile } from '../../src/publishing/freezing/frozen-file.ts';
import { planPublication } from '../../src/publishing/freezing/plan.ts';
import { outlookFor } from '../../src/publishing/sending/publish-draft.ts';
import { makeLab, texts } from './lab.ts';

const FILE = join(import.meta.dirname, '../cli/fixtures/first-version/whole.thread.json');

describe('a copy of a draft that went out', () => {
  it('is known by the draft’s hash, though it would be read otherwise today', async () => {
    const lab = await makeLab();
    const [entry] = parseFrozenFile(FILE, readFileSync(FILE, 'utf8')).publications;
    if (entry === undefined) throw new Error('The fixture holds a publication.');
    const sent = restored(entry, 'posts/ferry.md');
    await lab.ports().journal.restore(sent);
    const read = { ...(await lab.freeze(texts(2))), account: sent.account, draft: 'posts/copy.md' };
    const flags = { again: false, refreeze: false };

    const other = await outlookFor(lab.ports(), read, flags);
    expect(other.plan.do).toBe('freeze');
    const copy = await outlookFor(lab.ports(), { ...read, draftHash: sent.draftHash }, flags);
    expect(copy.plan).toMatchObject({ do: 'refuse', why: expect.stringContaining('posts/ferry.md') });
    const again = await outlookFor(
      lab.ports(),
      { ...read, draftHash: sent.draftHash },
      { ...flags, again: true },
    );
    expect(again.plan.do).toBe('freeze');
  });
});

describe('a half-published draft whose reading changed', () => {
  it('is refrozen: what is out stays as it went, and the rest is what it is today', () => {
    const file = FILE.replace('whole', 'half');
    const [entry] = parseFrozenFile(file, readFileSync(file, 'utf8')).publications;
    if (entry === undefined) throw new Error('The fixture holds a publication.');
    const record = restored(entry, 'posts/ferry.md');
    const posts = record.posts.map(
      (post) => ({ ...post, state: post.receipt === null ? 'waiting' : post.state }) as const,
    );
    const current = { ...record, posts };
    const rest = posts.map((post, at) => (at < 2 ? post : { ...post, text: `Read as today: ${at + 1}.` }));
    const fresh = { ...current, draftHash: 'edited', textHash: 'other', posts: rest };
    const plan = planPublication({ current, twin: undefined, fresh }, { again: false, refreeze: true });
    expect(plan).toMatchObject({ do: 'go-on', id: record.id });
  });
});
