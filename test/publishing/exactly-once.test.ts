import { describe, expect, it } from 'vitest';
import { makeLab, type NetworkKind, texts, wrongs } from './lab.ts';
import { Death, Life } from './mortal.ts';

const NINE = texts(9);
const ALL_DAY = { waitUpToMs: 48 * 3_600_000 };

/** How networks take threads. */
const KINDS: readonly (readonly [name: string, kind: NetworkKind])[] = [
  ['takes a post at once', { sends: 'post' }],
  ['takes a thread at once', { sends: 'thread' }],
  ['takes a thread under names of ours', { sends: 'thread', pins: true }],
  ['takes four posts under names of ours', { sends: 'thread', pins: true, mostPerCall: 4 }],
];

async function stepsOf(kind: NetworkKind): Promise<number> {
  const lab = await makeLab(kind);
  const life = new Life();
  await lab.publish(await lab.freeze(NINE), { life });
  return life.steps;
}

describe.each(KINDS)('a process that dies, on a network that %s', (_name, kind) => {
  it('loses, doubles and disorders nothing, whenever it dies', async () => {
    const steps = await stepsOf(kind);
    expect(steps).toBeGreaterThan(kind.sends === 'post' ? 60 : 20);
    for (let diesAt = 1; diesAt <= steps; diesAt += 1) {
      const lab = await makeLab({ ...kind, seed: diesAt });
      const thread = await lab.freeze(NINE);
      await expect(lab.publish(thread, { life: new Life(diesAt) }), `step ${diesAt}`).rejects.toThrow(Death);
      await lab.publish(thread, ALL_DAY);
      expect(wrongs(lab.network, NINE), `died at step ${diesAt}`).toEqual([]);
      expect((await lab.newest()).state, `died at step ${diesAt}`).toBe('published');
      await lab.journal.close();
    }
  });

  it('loses and doubles nothing when it dies twice', async () => {
    const steps = await stepsOf(kind);
    for (let first = 1; first <= steps; first += 7) {
      for (const second of [2, 7, 19]) {
        const lab = await makeLab({ ...kind, seed: first * 100 + second });
        const thread = await lab.freeze(NINE);
        await expect(lab.publish(thread, { life: new Life(first) })).rejects.toThrow(Death);
        await lab.publish(thread, { life: new Life(second), ...ALL_DAY }).catch((error: unknown) => {
          if (!(error instanceof Death)) throw error;
        });
        await lab.publish(thread, ALL_DAY);
        expect(wrongs(lab.network, NINE), `died at steps ${first} and ${second}`).toEqual([]);
        await lab.journal.close();
      }
    }
  });

  it('loses and doubles nothing when the journal is lost with it', async () => {
    const steps = await stepsOf(kind);
    for (let diesAt = 1; diesAt <= steps; diesAt += 2) {
      const lab = await makeLab({ ...kind, seed: diesAt });
      const thread = await lab.freeze(NINE);
      await expect(lab.publish(thread, { life: new Life(diesAt) })).rejects.toThrow(Death);
      await lab.journal.close();
      const after = await makeLab({ ...kind, seed: diesAt + 1 });
      for (const [path, text] of lab.files.texts) after.files.texts.set(path, text);
      const survivor = { ...after.ports(), clock: lab.clock };
      const { publishDraft } = await import('../../src/publishing/sending/publish-draft.ts');
      const flags = { again: false, refreeze: false };
      await publishDraft(survivor, { account: lab.account, client: lab.network }, thread, {
        ...flags,
        ...ALL_DAY,
      });
      expect(wrongs(lab.network, NINE), `died at step ${diesAt}`).toEqual([]);
      await after.journal.close();
    }
  });
});

describe('a record under a name of ours', () => {
  it('stands in the journal and the frozen file, whole, before the first request', async () => {
    const lab = await makeLab({ sends: 'thread', pins: true });
    const filed: unknown[] = [];
    const send = lab.network.publish.bind(lab.network);
    lab.network.publish = (attempts, allowed) => {
      filed.push(lab.files.texts.get('posts/a.thread.json'));
      return send(attempts, allowed);
    };
    await lab.publish(await lab.freeze(NINE));
    const { posts } = await lab.newest();
    expect(posts.map(({ pinned }) => pinned?.id)).toEqual(lab.network.posts.map(({ id }) => id));
    expect(filed).toHaveLength(1);
    for (const { pinned } of posts) expect(filed[0]).toContain(JSON.stringify(pinned?.record));
  });

  it('is the same after a lost answer, and is found by its name', async () => {
    const lab = await makeLab({ sends: 'thread', pins: true });
    lab.network.fates.push('lost-request');
    await lab.publish(await lab.freeze(NINE), ALL_DAY);
    const [first, second] = [lab.network.requests.slice(0, 9), lab.network.requests.slice(9)];
    expect(second.map(({ pinned }) => pinned)).toEqual(first.map(({ pinned }) => pinned));
    expect(wrongs(lab.network, NINE)).toEqual([]);
  });

  it('that never arrived is waited for once, not once for each post of its call', async () => {
    const lab = await makeLab({ sends: 'thread', pins: true });
    lab.network.fates.push('lost-request');
    const began = lab.clock.now();
    await lab.publish(await lab.freeze(NINE), ALL_DAY);
    const oneWaitMs = lab.network.findDelaysMs.reduce((sum, delay) => sum + delay, 0);
    expect(lab.clock.now() - began).toBeLessThan(2 * oneWaitMs);
    expect(wrongs(lab.network, NINE)).toEqual([]);
  });
});

describe('an answer that was lost', () => {
  it.each([
    ['accepted', 'lost-answer'],
    ['never arrived', 'lost-request'],
    ['shown after 3 s', { lateMs: 3_000 }],
    ['shown after 20 s', { lateMs: 20_000 }],
    ['shown after 84 s', { lateMs: 84_000 }],
  ] as const)('is settled by reading the account back: %s', async (_name, fate) => {
    for (const at of [0, 4, 8]) {
      const lab = await makeLab();
      lab.network.fates.push(...Array.from({ length: at }, () => 'ok' as const), fate);
      const result = await lab.publish(await lab.freeze(NINE));
      expect(wrongs(lab.network, NINE)).toEqual([]);
      expect(result).toMatchObject({ ok: true, record: { state: 'published' } });
    }
  });

  it('is sent again only after every look has found nothing', async () => {
    const lab = await makeLab();
    lab.network.fates.push('lost-request');
    const started = lab.clock.now();
    await lab.publish(await lab.freeze(['only']));
    expect(lab.clock.now() - started).toBeGreaterThanOrEqual(85_000);
    expect(lab.network.requests).toHaveLength(2);
  });

  it.each([0, -26 * 3_600_000, 26 * 3_600_000])(
    'is not taken for an older post with the same words (our clock %i ms ahead)',
    async (skewMs) => {
      const lab = await makeLab();
      await lab.publish(await lab.freeze(NINE));
      lab.clock.advance(13 * 3_600_000);
      lab.network.fates.push('lost-request');
      lab.skewMs = skewMs;
      const thread = { ...(await lab.freeze(NINE)), frozenAt: lab.clock.now() };
      await lab.publish(thread, { flags: { again: true } });
      if (skewMs < 0) return expect(await lab.newest()).toMatchObject({ state: 'paused', reason: 'repeat' });
      expect(lab.network.posts.map(({ text }) => text)).toEqual([...NINE, ...NINE]);
      expect((await lab.newest()).state).toBe('published');
    },
  );

  it('is never guessed: what can’t be told waits for a person', async () => {
    const lab = await makeLab();
    lab.network.fates.push('ok', 'lost-answer');
    lab.network.findAnswer = { outcome: 'unsure', reason: 'two posts could be it' };
    const result = await lab.publish(await lab.freeze(NINE), ALL_DAY);
    expect(result).toMatchObject({ ok: true, record: { state: 'paused', reason: 'unknown-outcome' } });
    const record = await lab.newest();
    expect(record.posts.map(({ state }) => state)).toEqual([
      'published',
      'unknown',
      ...Array(7).fill('waiting'),
    ]);
    expect(record.message).toContain('two posts could be it');
    expect(record.message).toContain(`threadmill resolve ${record.id} --not-posted`);
    const requests = lab.network.requests.length;
    await lab.publish(await lab.freeze(NINE), ALL_DAY);
    expect(lab.network.requests).toHaveLength(requests);
  });

  it('stays to be settled when the account can’t be read back', async () => {
    const lab = await makeLab();
    const thread = await lab.freeze(NINE);
    lab.network.fates.push('ok', 'lost-answer');
    const watch = (event: { readonly type: string }): void => {
      if (event.type === 'looking') lab.network.readFaults.push(...Array(5).fill('transient'));
    };
    const result = await lab.publish(thread, { tell: watch });
    expect(result).toMatchObject({ record: { state: 'paused', reason: 'network' } });
    expect((await lab.newest()).posts[1]?.state).toBe('sending');
    await lab.publish(thread);
    expect(wrongs(lab.network, NINE)).toEqual([]);
  });
});

describe('a post that the network calls a duplicate', () => {
  it('is the one we sent, where its answer was lost', async () => {
    const lab = await makeLab();
    lab.network.fates.push('ok', { refuse: 'duplicate' });
    const thread = await lab.freeze(NINE);
    const late = lab.network.write.bind(lab.network);
    const result = await lab.publish(thread, {
      tell: (event) => {
        if (event.type === 'looking') late('post 2 of 9', lab.network.posts[0]?.id ?? null);
      },
    });
    expect(result).toMatchObject({ record: { state: 'published' } });
    expect(wrongs(lab.network, NINE)).toEqual([]);
  });

  it('fails the publication where we never sent it', async () => {
    const lab = await makeLab();
    lab.network.fates.push('ok', { refuse: 'duplicate' });
    const result = await lab.publish(await lab.freeze(NINE));
    expect(result).toMatchObject({ record: { state: 'failed' } });
    expect((await lab.newest()).posts[1]?.state).toBe('waiting');
  });

  it('is unknown where an earlier request of ours may have brought it there', async () => {
    const lab = await makeLab();
    lab.network.fates.push('ok', 'lost-request', { refuse: 'duplicate' });
    await lab.publish(await lab.freeze(NINE));
    const record = await lab.newest();
    expect(record).toMatchObject({ state: 'paused', reason: 'unknown-outcome' });
    expect(record.posts[1]?.state).toBe('unknown');
  });
});
