import { describe, expect, it } from 'vitest';
import { moveTo, scheduleDraft } from '../../src/publishing/freezing/schedule-draft.ts';
import { retrySoon } from '../../src/publishing/sending/retry.ts';
import { cancel } from '../../src/publishing/settling/cancel.ts';
import { HOUR, MINUTE, workFor } from '../worker/worker-lab.ts';
import { type Lab, makeLab, texts, wrongs } from './lab.ts';

const PLAIN = { again: false, refreeze: false };

async function scheduled(lab: Lab, posts = 3): Promise<string> {
  const result = await scheduleDraft(lab.ports(), await lab.freeze(texts(posts)), PLAIN, {
    at: lab.clock.now() + HOUR,
  });
  if (!result.ok) throw new Error(result.why);
  return result.record.id;
}

describe('scheduling', () => {
  it('freezes a draft once, however many schedule it at the same moment', async () => {
    const lab = await makeLab();
    const ports = lab.ports();
    const one = await lab.freeze(texts(3));
    const two = await lab.freeze(texts(3));
    const at = lab.clock.now() + HOUR;
    const living = { ...ports, owner: { name: 'other', isDead: () => false } };
    const results = await Promise.all([
      scheduleDraft({ ...ports, owner: { name: 'this', isDead: () => false } }, one, PLAIN, { at }),
      scheduleDraft(living, two, PLAIN, { at }),
    ]);
    expect(results.map(({ ok }) => ok)).toEqual([true, true]);
    expect(await lab.journal.publications({})).toHaveLength(1);
  });

  it('gives a slot away once', async () => {
    const lab = await makeLab();
    const slots = [1, 2, 3].map((n) => lab.clock.now() + n * HOUR);
    const choose = (taken: ReadonlySet<number>): number => slots.find((at) => !taken.has(at)) ?? 0;
    await Promise.all(
      slots.map(async (_, n) => {
        const ports = { ...lab.ports(), owner: { name: `p${n}`, isDead: () => false } };
        return scheduleDraft(ports, await lab.freeze(texts(1, `d${n}`), `posts/${n}.md`), PLAIN, {
          at: choose,
        });
      }),
    );
    const times = (await lab.journal.publications({ order: 'due' })).map(({ publishAt }) => publishAt);
    expect(times).toEqual(slots);
  });

  it('goes on while another process publishes for the account', async () => {
    const lab = await makeLab();
    const lease = { account: 'me', token: 't', owner: 'other', expiresAt: lab.clock.now() + HOUR };
    await lab.journal.takeLease(lease, lab.clock.now());
    expect((await lab.journal.publication(await scheduled(lab)))?.state).toBe('scheduled');
  });

  it('keeps its time when the journal is lost, and only the frozen file is left', async () => {
    const lab = await makeLab();
    const at = lab.clock.now() + HOUR;
    await scheduleDraft(lab.ports(), await lab.freeze(texts(2)), PLAIN, { at, late: 'skip' });
    const { openMemoryJournal } = await import('../../src/journal/sqlite/sqlite-journal.ts');
    const fresh = await openMemoryJournal();
    const { restoreLost } = await import('../../src/publishing/sending/publish-draft.ts');
    await restoreLost({ journal: fresh, files: lab.files }, 'posts/a.md');
    expect(await fresh.publications({})).toMatchObject([
      { state: 'scheduled', publishAt: at, late: 'skip', posts: [{}, {}] },
    ]);
  });

  it('refuses to move, and to schedule anew, what has begun', async () => {
    const lab = await makeLab();
    const id = await scheduled(lab);
    lab.network.fates.push('ok', { refuse: 'auth' });
    await workFor(lab, 2 * HOUR);
    const record = await lab.newest();
    expect(record).toMatchObject({ id, state: 'paused', reason: 'auth' });
    const again = await scheduleDraft(lab.ports(), await lab.freeze(texts(3)), PLAIN, {
      at: lab.clock.now() + HOUR,
    });
    expect(again).toMatchObject({ ok: false, why: expect.stringContaining('1 of 3 posts are published') });
    await expect(moveTo(lab.ports(), record, { at: lab.clock.now() + HOUR })).rejects.toMatchObject({
      reason: 'stale',
    });
    expect(await cancel(lab.ports(), record)).toMatchObject({
      ok: false,
      why: expect.stringContaining('threadmill undo'),
    });
    // What it can do is go on.
    expect(await retrySoon(lab.ports(), record)).toMatchObject({ ok: true });
    await workFor(lab, MINUTE);
    expect((await lab.newest()).state).toBe('published');
    expect(wrongs(lab.network, texts(3))).toEqual([]);
  });
});

describe('a publication that a person tries again', () => {
  it('goes out where it had failed', async () => {
    const lab = await makeLab();
    await scheduled(lab);
    lab.network.fates.push({ refuse: 'rejected' });
    await workFor(lab, 2 * HOUR);
    const failed = await lab.newest();
    expect(failed.state).toBe('failed');
    expect((await retrySoon(lab.ports(), failed)).ok).toBe(true);
    await workFor(lab, MINUTE);
    expect((await lab.newest()).state).toBe('published');
  });

  it('is sent before its time where it waits, and asked about where nobody can tell', async () => {
    const lab = await makeLab();
    await scheduled(lab);
    await retrySoon(lab.ports(), await lab.newest());
    lab.network.fates.push('lost-answer');
    lab.network.findAnswer = { outcome: 'unsure' };
    await workFor(lab, 30 * MINUTE);
    const unknown = await lab.newest();
    expect(unknown).toMatchObject({ state: 'paused', reason: 'unknown-outcome' });
    expect(await retrySoon(lab.ports(), unknown)).toMatchObject({
      ok: false,
      why: expect.stringContaining('threadmill resolve'),
    });
  });
});
