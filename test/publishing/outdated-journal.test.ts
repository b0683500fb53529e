import { describe, expect, it } from 'vitest';
import { openMemoryJournal } from '../../src/journal/sqlite/sqlite-journal.ts';
import { frozenPath, parseFrozenFile } from '../../src/publishing/freezing/frozen-file.ts';
import type { Journal } from '../../src/publishing/journal.ts';
import type { FrozenThread, PublicationRecord } from '../../src/publishing/publication.ts';
import { publish } from '../../src/publishing/sending/publish.ts';
import { restoreLost } from '../../src/publishing/sending/publish-draft.ts';
import { cancel } from '../../src/publishing/settling/cancel.ts';
import { undo } from '../../src/publishing/settling/undo.ts';
import { type Lab, makeLab, texts, wrongs } from './lab.ts';
import { Death, Life } from './mortal.ts';

const FIVE = texts(5);
const ALL_DAY = { waitUpToMs: 48 * 3_600_000 };

/** A journal of the time when the thread was only scheduled: an old copy, or the engine that was used before. */
async function outdated(thread: FrozenThread): Promise<Journal> {
  const journal = await openMemoryJournal();
  await journal.create(thread, thread.frozenAt);
  return journal;
}

async function goOnWith(journal: Journal, lab: Lab, { id }: FrozenThread): Promise<PublicationRecord> {
  return publish({ ...lab.ports(), journal }, lab.publisher(), id, ALL_DAY);
}

const receiptsIn = (lab: Lab): (string | undefined)[] =>
  parseFrozenFile('a', lab.files.texts.get(frozenPath('posts/a.md')) ?? '').publications.flatMap(
    ({ posts }) => posts.map(({ receipt }) => receipt?.id),
  );

describe('a journal that is older than the frozen file', () => {
  it('sends nothing of what the file knows to be out, wherever the other journal’s process died', async () => {
    for (let diesAt = 1; ; diesAt += 1) {
      const lab = await makeLab({ seed: diesAt });
      lab.network.refusesDuplicates = false;
      const thread = await lab.freeze(FIVE);
      const old = await outdated(thread);
      const died = await lab.publish(thread, { life: new Life(diesAt) }).catch((error: unknown) => error);
      const record = await goOnWith(old, lab, thread);
      expect(record.state, `died at step ${diesAt}`).toBe('published');
      expect(wrongs(lab.network, FIVE), `died at step ${diesAt}`).toEqual([]);
      expect(receiptsIn(lab), `died at step ${diesAt}`).toEqual(lab.network.posts.map(({ id }) => id));
      expect(await old.spentSince('me', 0)).toBe(5 * 15_000);
      await old.close();
      await lab.journal.close();
      if (!(died instanceof Death)) break;
    }
  });

  it('does not send what was cancelled or undone elsewhere, and leaves that in the file', async () => {
    const lab = await makeLab();
    lab.network.refusesDuplicates = false;
    const thread = await lab.freeze(FIVE);
    const old = await outdated(thread);
    await lab.publish(thread);
    await undo(lab.ports(), lab.publisher(), thread.id);
    const before = lab.files.texts.get(frozenPath('posts/a.md'));
    expect((await goOnWith(old, lab, thread)).state).toBe('cancelled');
    expect(lab.network.posts).toEqual([]);
    expect(lab.files.texts.get(frozenPath('posts/a.md'))).toBe(before);

    // Nor does a journal call it published that knew it to be out, and not that it was undone.
    const out = await openMemoryJournal();
    const record = await lab.newest();
    const posts = record.posts.map((post) => ({ ...post, state: 'published' as const, removedAt: null }));
    await out.restore({ ...record, state: 'published', posts });
    await restoreLost({ journal: out, files: lab.files }, 'posts/a.md');
    expect(await out.publication(thread.id)).toMatchObject({ state: 'cancelled' });
    expect(lab.files.texts.get(frozenPath('posts/a.md'))).toBe(before);

    const second = await lab.freeze(texts(2, 'other'), 'posts/b.md');
    const older = await outdated(second);
    lab.stopFile = 'STOP';
    await lab.publish(second);
    lab.stopFile = undefined;
    const [paused] = await lab.journal.publications({ draft: 'posts/b.md' });
    if (paused === undefined) throw new Error('gone');
    expect((await cancel(lab.ports(), paused)).ok).toBe(true);
    expect((await goOnWith(older, lab, second)).state).toBe('cancelled');
    expect(lab.network.posts).toEqual([]);
  });

  it('takes the words of a refreeze that it has not seen', async () => {
    const lab = await makeLab();
    const thread = await lab.freeze(['one', 'two', 'three']);
    const old = await outdated(thread);
    lab.network.fates.push('ok', { refuse: 'money' });
    await lab.publish(thread);
    const edited = await lab.freeze(['one', 'two, as it is now', 'three', 'four']);
    lab.network.fates.push({ refuse: 'money' });
    await lab.publish(edited, { flags: { refreeze: true } });
    const record = await goOnWith(old, lab, thread);
    expect(record.posts.map(({ text }) => text)).toEqual(['one', 'two, as it is now', 'three', 'four']);
    expect(wrongs(lab.network, ['one', 'two, as it is now', 'three', 'four'])).toEqual([]);
  });
});
