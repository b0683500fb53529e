import { describe, expect, it } from 'vitest';
import { openMemoryJournal } from '../../src/journal/sqlite/sqlite-journal.ts';
import { frozenPath } from '../../src/publishing/freezing/frozen-file.ts';
import { publish } from '../../src/publishing/sending/publish.ts';
import { restoreLost } from '../../src/publishing/sending/publish-draft.ts';
import { makeLab, texts } from './lab.ts';

const PATH = frozenPath('posts/a.md');

/** A frozen thread of two, one of it out, whose file somebody then edits. */
async function edited() {
  const lab = await makeLab();
  const thread = await lab.freeze(texts(2));
  lab.network.fates.push('ok', { refuse: 'money' });
  await lab.publish(thread);
  const whole = lab.files.texts.get(PATH) ?? '';
  const second = (await lab.newest()).posts[1]?.text ?? '';
  lab.files.texts.set(PATH, whole.replace(JSON.stringify(second), JSON.stringify('Something else.')));
  expect(lab.files.texts.get(PATH)).toContain('Something else.');
  return { lab, thread, whole };
}

describe('a frozen file that was changed by hand', () => {
  it('is neither sent nor quietly overwritten, and goes on once it is restored', async () => {
    const { lab, thread, whole } = await edited();
    const before = lab.files.texts.get(PATH);
    const record = await publish(lab.ports(), lab.publisher(), thread.id);
    expect(record).toMatchObject({ state: 'paused', reason: 'frozen-file' });
    expect(record.message).toContain('posts/a.thread.json was edited by hand');
    expect(lab.network.posts).toHaveLength(1);
    expect(lab.files.texts.get(PATH)).toBe(before);
    lab.files.texts.set(PATH, whole);
    expect((await publish(lab.ports(), lab.publisher(), thread.id)).state).toBe('published');
  });

  it('is not taken into a new journal either', async () => {
    const { lab, whole } = await edited();
    const journal = await openMemoryJournal();
    const ports = { journal, files: lab.files };
    await expect(restoreLost(ports, 'posts/a.md')).rejects.toThrow('edited by hand');
    expect(await journal.publications({})).toEqual([]);
    lab.files.texts.set(PATH, whole);
    await restoreLost(ports, 'posts/a.md');
    expect(await journal.publications({})).toHaveLength(1);
    await journal.close();
  });
});
