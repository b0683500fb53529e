import { describe, expect, it } from 'vitest';
import { findPublication } from '../../src/publishing/find-publication.ts';
import { publish } from '../../src/publishing/publish.ts';
import { resolve } from '../../src/publishing/resolve.ts';
import { type Lab, makeLab, texts, wrongs } from './lab.ts';

const THREE = texts(3);

async function unknownSecond(fate: 'lost-answer' | 'lost-request'): Promise<Lab> {
  const lab = await makeLab();
  lab.network.fates.push('ok', fate);
  lab.network.findAnswer = { outcome: 'unsure' };
  await lab.publish(await lab.freeze(THREE));
  lab.network.findAnswer = undefined;
  return lab;
}

describe('a post that nobody can tell of', () => {
  it.each(['https://x.com/me/status/1002', 'https://x.com/i/web/status/1002?s=20', '1002'])(
    'is settled by a person who saw it: %s',
    async (posted) => {
      const lab = await unknownSecond('lost-answer');
      const record = await resolve(lab.ports(), await lab.newest(), { posted });
      expect(record.posts[1]).toMatchObject({ state: 'published', receipt: { id: '1002' } });
      expect(lab.files.texts.get('posts/a.thread.json')).toContain('"1002"');
      await publish(lab.ports(), lab.publisher(), record.id);
      expect(wrongs(lab.network, THREE)).toEqual([]);
    },
  );

  it('is sent after a person saw that it is not there', async () => {
    const lab = await unknownSecond('lost-request');
    const record = await resolve(lab.ports(), await lab.newest(), { posted: false });
    expect(record.posts[1]?.state).toBe('waiting');
    await publish(lab.ports(), lab.publisher(), record.id);
    expect(wrongs(lab.network, THREE)).toEqual([]);
  });

  it('can’t be a post that is another one already', async () => {
    const lab = await unknownSecond('lost-answer');
    await expect(resolve(lab.ports(), await lab.newest(), { posted: '1001' })).rejects.toThrow(
      '1001 is post 1',
    );
  });

  it.each(['https://x.com/me', 'yes', ''])('is no address: %j', async (posted) => {
    const lab = await unknownSecond('lost-answer');
    await expect(resolve(lab.ports(), await lab.newest(), { posted })).rejects.toThrow(
      'is no address of a post',
    );
  });

  it('is the only thing that can be resolved', async () => {
    const lab = await makeLab();
    await lab.publish(await lab.freeze(THREE));
    await expect(resolve(lab.ports(), await lab.newest(), { posted: false })).rejects.toThrow(
      'nothing to resolve',
    );
  });
});

describe('a publication', () => {
  it('is found by its id, the beginning of it, and its draft', async () => {
    const lab = await makeLab();
    await lab.publish(await lab.freeze(THREE));
    const { id } = await lab.newest();
    for (const word of [id, id.slice(0, 4), 'posts/a.md'])
      expect(await findPublication(lab.journal, word)).toMatchObject({ ok: true, record: { id } });
    expect(await findPublication(lab.journal, 'zzzz')).toMatchObject({ ok: false });
    expect(await findPublication(lab.journal, '%')).toMatchObject({ ok: false });
  });

  it('is the newest of its draft’s', async () => {
    const lab = await makeLab();
    await lab.publish(await lab.freeze(THREE));
    lab.clock.advance(13 * 3_600_000);
    await lab.publish(await lab.freeze(THREE), { flags: { again: true } });
    const { id } = await lab.newest();
    expect(await findPublication(lab.journal, 'posts/a.md')).toMatchObject({ ok: true, record: { id } });
  });
});
