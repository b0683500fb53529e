import { describe, expect, it } from 'vitest';
import { xAddresses } from '../../src/networks/x/addresses.ts';
import { findPublication } from '../../src/publishing/find-publication.ts';
import { publish } from '../../src/publishing/sending/publish.ts';
import { resolve } from '../../src/publishing/settling/resolve.ts';
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
  it.each(['https://x.com/me/status/ID', 'https://x.com/i/web/status/ID?s=20', 'ID'])(
    'is settled by a person who saw it: %s',
    async (form) => {
      const lab = await unknownSecond('lost-answer');
      const id = lab.network.posts[1]?.id ?? '';
      const posted = form.replace('ID', id);
      const record = await resolve(lab.ports(), await lab.newest(), { posted }, xAddresses);
      expect(record.posts[1]).toMatchObject({ state: 'published', receipt: { id } });
      expect(lab.files.texts.get('posts/a.thread.json')).toContain(`"${id}"`);
      await publish(lab.ports(), lab.publisher(), record.id);
      expect(wrongs(lab.network, THREE)).toEqual([]);
    },
  );

  it('is sent after a person saw that it is not there', async () => {
    const lab = await unknownSecond('lost-request');
    const record = await resolve(lab.ports(), await lab.newest(), { posted: false }, xAddresses);
    expect(record.posts[1]?.state).toBe('waiting');
    await publish(lab.ports(), lab.publisher(), record.id);
    expect(wrongs(lab.network, THREE)).toEqual([]);
  });

  it('can’t be a post that is another one already, of this publication or of any other', async () => {
    const lab = await unknownSecond('lost-answer');
    const unknown = await lab.newest();
    const [first] = lab.network.posts;
    const refused = (posted: string) =>
      expect(resolve(lab.ports(), unknown, { posted: posted.replace('ID', first?.id ?? '') }, xAddresses))
        .rejects;
    await refused('ID').toThrow('is post 1 of this publication already, not post 2');
    const other = await lab.freeze(texts(1), 'posts/b.md');
    await lab.publish(other);
    await expect(
      resolve(lab.ports(), unknown, { posted: lab.network.posts.at(-1)?.id ?? '' }, xAddresses),
    ).rejects.toThrow(`is post 1 of publication ${other.id} (posts/b.md) already, not post 2`);
  });

  it.each([
    ['12345', 'was posted on 2010-11-04 according to its id'],
    ['9223372036854775807', 'it is another post'],
    ['https://x.com/stranger/status/ID', 'is a post of @stranger, and the account has posted as @me'],
  ])('can’t be a post that cannot be it: %s', async (posted, why) => {
    const lab = await unknownSecond('lost-answer');
    const id = lab.network.posts[1]?.id ?? '';
    await expect(
      resolve(lab.ports(), await lab.newest(), { posted: posted.replace('ID', id) }, xAddresses),
    ).rejects.toThrow(why);
    expect((await lab.newest()).posts[1]?.state).toBe('unknown');
  });

  it.each(['https://x.com/me', 'yes', ''])('is no address: %j', async (posted) => {
    const lab = await unknownSecond('lost-answer');
    await expect(resolve(lab.ports(), await lab.newest(), { posted }, xAddresses)).rejects.toThrow(
      'is not the address of a post',
    );
  });

  it('is the only thing that can be resolved', async () => {
    const lab = await makeLab();
    await lab.publish(await lab.freeze(THREE));
    await expect(resolve(lab.ports(), await lab.newest(), { posted: false }, xAddresses)).rejects.toThrow(
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

describe('a post under a name of ours that turns out to have another name', () => {
  const SIX = texts(6);

  /** Six posts whose first call got no answer, and the first of them as another checkout sent it. */
  async function lost(mostPerCall: number): Promise<{ lab: Lab; other: string; names: readonly unknown[] }> {
    const lab = await makeLab({ sends: 'thread', pins: true, mostPerCall });
    lab.network.fates.push('lost-request');
    lab.network.findAnswer = { outcome: 'unsure' };
    await lab.publish(await lab.freeze(SIX));
    lab.network.findAnswer = undefined;
    const { posts } = await lab.newest();
    return {
      lab,
      other: lab.network.write(SIX[0] ?? '').id,
      names: posts.flatMap(({ pinned }) => pinned?.id ?? []),
    };
  }

  it.each([1, 4, 6])(
    'gives the posts below new names, by calls of %i: their records reply to the old one',
    async (mostPerCall) => {
      const { lab, other, names } = await lost(mostPerCall);
      expect(names).not.toHaveLength(0);
      const record = await resolve(lab.ports(), await lab.newest(), { posted: other }, xAddresses);
      await publish(lab.ports(), lab.publisher(), record.id);
      const after = await lab.newest();
      expect(after.state).toBe('published');
      for (const { pinned, receipt } of after.posts.slice(1)) {
        expect(names).not.toContain(pinned?.id);
        expect(receipt?.id).toBe(pinned?.id);
      }
      expect(wrongs(lab.network, SIX)).toEqual([]);
    },
  );
});
