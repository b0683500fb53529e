import { describe, expect, it } from 'vitest';
import { frozenPath, readFrozenFile } from '../../src/publishing/freezing/frozen-file.ts';
import { costOf } from '../../src/publishing/money.ts';
import { publish } from '../../src/publishing/sending/publish.ts';
import { restoreLost } from '../../src/publishing/sending/publish-draft.ts';
import { undo } from '../../src/publishing/settling/undo.ts';
import { makeLab, texts, wrongs } from './lab.ts';
import { png } from './memory-files.ts';
import { Death, Life } from './mortal.ts';

const THREE = texts(3);
const PATH = 'posts/a.thread.json';

describe('a frozen thread', () => {
  it('stands beside the draft, with exact posts, hashes, cost, and each receipt', async () => {
    const lab = await makeLab();
    lab.files.media.set('a.png', png());
    await lab.publish(
      await lab.freeze(['one', 'two https://example.org/a'], 'posts/a.md', {
        1: [{ path: 'a.png', alt: 'A gauge.' }],
      }),
    );
    expect(frozenPath('posts/a.md')).toBe(PATH);
    const file = JSON.parse(lab.files.texts.get(PATH) ?? '') as unknown;
    const id = lab.network.posts[0]?.id ?? '';
    expect(file).toMatchObject({
      threadmill: 2,
      draft: 'a.md',
      publications: [
        {
          account: 'me',
          network: 'x',
          cost_usd: 0.22,
          cancelled: false,
          posts: [
            {
              text: 'one',
              cost_usd: 0.015,
              media: [{ path: 'a.png', alt: 'A gauge.', mime: 'image/png', bytes: 9, cost_usd: 0.005 }],
              receipt: { id, url: `https://x.test/me/status/${id}` },
            },
            { text: 'two https://example.org/a', urls: ['https://example.org/a'], cost_usd: 0.2, media: [] },
          ],
        },
      ],
    });
  });

  it('is written the same, byte for byte, from the same facts', async () => {
    const [a, b] = [await makeLab(), await makeLab()];
    for (const lab of [a, b]) await lab.publish(await lab.freeze(THREE));
    expect(a.files.texts.get(PATH)).toBe(b.files.texts.get(PATH));
    expect(a.files.texts.get(PATH)?.endsWith('}\n')).toBe(true);
  });

  it('has every receipt at every moment but that of its own post', async () => {
    const lab = await makeLab();
    await lab.publish(await lab.freeze(THREE), {
      tell: (event) => {
        if (event.type !== 'sent') return;
        const receipts = [...(lab.files.texts.get(PATH) ?? '').matchAll(/"receipt": \{/g)];
        expect(receipts.length).toBe(event.index - 1);
      },
    });
    expect([...(lab.files.texts.get(PATH) ?? '').matchAll(/"receipt": \{/g)]).toHaveLength(3);
  });

  it('stops the publication when it can’t be written, before anything is sent, and nothing is kept', async () => {
    const lab = await makeLab();
    lab.files.failure = 'not-permitted';
    const thread = await lab.freeze(THREE);
    await expect(lab.publish(thread)).rejects.toThrow("posts/a.thread.json can't be written");
    expect(lab.network.requests).toEqual([]);
    lab.files.failure = undefined;
    await lab.publish(await lab.freeze(THREE));
    expect(wrongs(lab.network, THREE)).toEqual([]);
  });

  it.each(['full', 'not-permitted'] as const)(
    'that can’t be written any more (%s) stops, and loses nothing',
    async (kind) => {
      const lab = await makeLab();
      const thread = await lab.freeze(THREE);
      await lab.publish(thread, {
        tell: () => {
          lab.files.failure = kind;
        },
      });
      expect(await lab.newest()).toMatchObject({ state: 'paused', reason: 'frozen-file' });
      expect(lab.network.posts).toHaveLength(1);
      lab.files.failure = undefined;
      await lab.publish(thread);
      expect(wrongs(lab.network, THREE)).toEqual([]);
      expect([...(lab.files.texts.get(PATH) ?? '').matchAll(/"receipt": \{/g)]).toHaveLength(3);
    },
  );

  it.each([
    ['no JSON', '{'],
    ['a newer one', '{"threadmill": 2}'],
    ['one with a wrong type', '{"threadmill":1,"draft":"a.md","publications":[{"id":7}]}'],
  ])('that is %s is refused, never overwritten', async (_name, text) => {
    const lab = await makeLab();
    lab.files.texts.set(PATH, text);
    await expect(lab.publish(await lab.freeze(THREE))).rejects.toThrow(/can't be read as a frozen thread/);
    expect(lab.files.texts.get(PATH)).toBe(text);
    expect(lab.network.requests).toEqual([]);
  });

  it('of another draft with the same name is refused', async () => {
    const lab = await makeLab();
    lab.files.texts.set(PATH, '{"threadmill":1,"draft":"a.txt","publications":[]}');
    await expect(readFrozenFile(lab.files, 'posts/a.md')).rejects.toThrow('belongs to a.txt');
  });
});

describe('a draft that was published', () => {
  it('is not sent again', async () => {
    const lab = await makeLab();
    await lab.publish(await lab.freeze(THREE));
    const result = await lab.publish(await lab.freeze(THREE));
    expect(result).toMatchObject({ ok: false });
    expect(result.ok ? '' : result.why).toContain('--again');
    expect(lab.network.posts).toHaveLength(3);
  });

  it('is not sent again though the journal is lost', async () => {
    const lab = await makeLab();
    await lab.publish(await lab.freeze(THREE));
    const after = await makeLab();
    for (const [path, text] of lab.files.texts) after.files.texts.set(path, text);
    const result = await after.publish(await after.freeze(THREE));
    expect(result).toMatchObject({ ok: false });
    expect(after.network.requests).toEqual([]);
    expect(await after.newest()).toMatchObject({ state: 'published', startedAt: expect.any(Number) });
  });

  it('is not sent again though its frozen file is lost', async () => {
    const lab = await makeLab();
    await lab.publish(await lab.freeze(THREE));
    lab.files.texts.clear();
    expect(await lab.publish(await lab.freeze(THREE))).toMatchObject({ ok: false });
  });

  it('is not sent again under another name', async () => {
    const lab = await makeLab();
    await lab.publish(await lab.freeze(THREE));
    const result = await lab.publish(await lab.freeze(THREE, 'posts/b.md'));
    expect(result.ok ? '' : result.why).toContain('from posts/a.md');
  });

  it('is sent again with --again, once the network takes it', async () => {
    const lab = await makeLab();
    await lab.publish(await lab.freeze(THREE));
    const flags = { again: true };
    lab.clock.advance(3_600_000);
    await lab.publish(await lab.freeze(THREE), { flags });
    expect(await lab.newest()).toMatchObject({ state: 'paused', reason: 'repeat' });
    lab.clock.advance(12 * 3_600_000);
    await publish(lab.ports(), lab.publisher(), (await lab.newest()).id);
    expect((await lab.newest()).state).toBe('published');
    expect(lab.network.posts).toHaveLength(6);
    const file = await readFrozenFile(lab.files, 'posts/a.md');
    expect(file.publications.map(({ posts }) => posts.filter(({ receipt }) => receipt).length)).toEqual([
      3, 3,
    ]);
  });
});

describe('a draft that was edited after freezing', () => {
  const EDITED = ['post 1 of 3', 'post 2, edited', 'post 3 of 3'];

  async function pausedAfter(sent: number): ReturnType<typeof makeLab> {
    const lab = await makeLab();
    lab.network.fates.push(...Array(sent).fill('ok'), { refuse: 'money' });
    await lab.publish(await lab.freeze(THREE));
    return lab;
  }

  it('goes out neither way until a person says which', async () => {
    const lab = await pausedAfter(0);
    const result = await lab.publish(await lab.freeze(EDITED));
    expect(result.ok ? '' : result.why).toContain('was edited after it was frozen');
    expect(lab.network.posts).toEqual([]);
  });

  it('goes out as it is now with --refreeze', async () => {
    const lab = await pausedAfter(0);
    await lab.publish(await lab.freeze(EDITED), { flags: { refreeze: true } });
    expect(wrongs(lab.network, EDITED)).toEqual([]);
    expect((await lab.journal.publications({ states: ['cancelled'] })).length).toBe(1);
  });

  it('goes out as it was frozen with resume', async () => {
    const lab = await pausedAfter(0);
    await publish(lab.ports(), lab.publisher(), (await lab.newest()).id);
    expect(wrongs(lab.network, THREE)).toEqual([]);
  });

  it('keeps the posts that are out, and takes the rest as it is now', async () => {
    const lab = await pausedAfter(1);
    await lab.publish(await lab.freeze(EDITED), { flags: { refreeze: true } });
    expect(wrongs(lab.network, EDITED)).toEqual([]);
    expect(await lab.journal.publications({})).toHaveLength(1);
  });

  it('may end with what is out', async () => {
    const lab = await pausedAfter(2);
    await lab.publish(await lab.freeze(THREE.slice(0, 2)), { flags: { refreeze: true } });
    expect(await lab.newest()).toMatchObject({ state: 'published', posts: [{ index: 1 }, { index: 2 }] });
    expect(lab.network.posts).toHaveLength(2);
  });

  it('is refused where the edit changes a post that is out', async () => {
    const lab = await pausedAfter(2);
    const result = await lab.publish(await lab.freeze(EDITED), { flags: { refreeze: true } });
    expect(result.ok ? '' : result.why).toContain('changes post 2');
    expect(lab.network.posts).toHaveLength(2);
  });

  it('is the same draft where the edit changes no post', async () => {
    const lab = await pausedAfter(1);
    const same = { ...(await lab.freeze(THREE)), draftHash: 'f'.repeat(64) };
    await lab.publish(same);
    expect(wrongs(lab.network, THREE)).toEqual([]);
  });

  it('can’t be sent --again while it is not done', async () => {
    const lab = await pausedAfter(1);
    const result = await lab.publish(await lab.freeze(THREE), { flags: { again: true } });
    expect(result.ok ? '' : result.why).toContain('1 of 3 posts are published');
  });
});

describe('taking a publication back', () => {
  it('deletes what was posted, last first, and keeps that in journal and file', async () => {
    const lab = await makeLab();
    lab.network.fates.push('ok', 'ok', { refuse: 'money' });
    await lab.publish(await lab.freeze(THREE));
    const { id } = await lab.newest();
    const sent = lab.network.posts.map((post) => post.id);
    const { record, stopped } = await undo(lab.ports(), lab.publisher(), id);
    expect(stopped).toBeUndefined();
    expect(lab.network.removed).toEqual(sent.reverse());
    expect(record.state).toBe('cancelled');
    expect(record.posts.map(({ state }) => state)).toEqual(['removed', 'removed', 'waiting']);
    expect(lab.files.texts.get(PATH)).toContain('"removed_at"');
    const again = await publish(lab.ports(), lab.publisher(), id);
    expect(again.state).toBe('cancelled');
    expect(lab.network.posts).toEqual([]);
  });

  it('goes on where it was stopped', async () => {
    const lab = await makeLab();
    await lab.publish(await lab.freeze(THREE));
    const { id } = await lab.newest();
    const sent = lab.network.posts.map((post) => post.id);
    const remove = lab.network.remove.bind(lab.network);
    lab.network.remove = async (post) => {
      if (lab.network.removed.length === 1) lab.network.readFaults.push('rate-limited');
      return remove(post);
    };
    const first = await undo(lab.ports(), lab.publisher(), id);
    expect(first.stopped).toContain('rate-limited');
    expect(first.record.posts.map(({ state }) => state)).toEqual(['published', 'published', 'removed']);
    lab.network.remove = remove;
    const second = await undo(lab.ports(), lab.publisher(), id);
    expect(second.stopped).toBeUndefined();
    expect(lab.network.removed).toEqual(sent.reverse());
  });

  it('finds a post whose answer was lost before it begins', async () => {
    const lab = await makeLab();
    const thread = await lab.freeze(THREE);
    lab.network.fates.push('ok', 'lost-answer');
    await lab.publish(thread, {
      tell: (event) => {
        if (event.type === 'looking') lab.network.readFaults.push(...Array(5).fill('transient'));
      },
    });
    const { record } = await undo(lab.ports(), lab.publisher(), (await lab.newest()).id);
    expect(record.posts.map(({ state }) => state)).toEqual(['removed', 'removed', 'waiting']);
    expect(lab.network.posts).toEqual([]);
  });

  it('deletes each post and nothing else, whenever the process dies', async () => {
    for (let diesAt = 1; ; diesAt += 1) {
      const lab = await makeLab();
      const byHand = lab.network.write('By hand.');
      await lab.publish(await lab.freeze(THREE));
      const { id } = await lab.newest();
      const life = new Life(diesAt);
      const first = await undo(lab.ports(life), lab.publisher(life), id).catch((error: unknown) => {
        if (!(error instanceof Death)) throw error;
        return undefined;
      });
      const { record } = first ?? (await undo(lab.ports(), lab.publisher(), id));
      expect(record.posts.map(({ state }) => state)).toEqual(['removed', 'removed', 'removed']);
      expect(lab.network.posts).toEqual([byHand]);
      if (first !== undefined) break;
    }
  });

  it('survives the loss of the journal', async () => {
    const lab = await makeLab();
    await lab.publish(await lab.freeze(THREE));
    await undo(lab.ports(), lab.publisher(), (await lab.newest()).id);
    const after = await makeLab();
    for (const [path, text] of lab.files.texts) after.files.texts.set(path, text);
    await restoreLost(after.ports(), 'posts/a.md');
    const record = await after.newest();
    expect(record.state).toBe('cancelled');
    expect(record.posts.every(({ state, removedAt }) => state === 'removed' && removedAt !== null)).toBe(
      true,
    );
    expect(await after.publish(await after.freeze(THREE))).toMatchObject({ ok: false });
  });
});

it('costs what its posts and alt texts cost', () => {
  const image = { path: 'a', alt: 'a', mime: 'image/png', sha256: '', bytes: 1, costMicroUsd: 5_000 };
  expect(
    costOf([
      { costMicroUsd: 15_000, media: [image, image] },
      { costMicroUsd: 200_000, media: [] },
    ]),
  ).toBe(225_000);
});
