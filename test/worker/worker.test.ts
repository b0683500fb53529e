import { describe, expect, it } from 'vitest';
import type { PublicationRecord } from '../../src/publishing/publication.ts';
import type { LatePolicy } from '../../src/time/late-policy.ts';
import type { WorkerEvent } from '../../src/worker/worker-event.ts';
import { allowed } from '../networks/allowed.ts';
import { FakeNetwork } from '../publishing/fake-network.ts';
import { type Lab, makeLab, texts, wrongs } from '../publishing/lab.ts';
import { HOUR, MINUTE, schedule, workFor } from './worker-lab.ts';

const stateOf = async (lab: Lab, id: string): Promise<PublicationRecord> => {
  const record = await lab.journal.publication(id);
  if (record === undefined) throw new Error(`${id} is gone`);
  return record;
};

describe('the worker', () => {
  it('sends a publication when its time comes, and not a moment before', async () => {
    const lab = await makeLab();
    const at = lab.clock.now() + 3 * HOUR + 12_345;
    const id = await schedule(lab, 'posts/a.md', at, texts(3));
    await workFor(lab, 3 * HOUR);
    expect(lab.network.posts).toEqual([]);
    await workFor(lab, HOUR);
    expect(wrongs(lab.network, texts(3))).toEqual([]);
    expect(lab.network.posts[0]?.at).toBe(at);
    expect((await stateOf(lab, id)).state).toBe('published');
  });

  it('finds within seconds what another process schedules', async () => {
    const lab = await makeLab();
    let id = '';
    const start = lab.clock.now();
    void lab.clock.sleep(10 * MINUTE).then(async () => {
      id = await schedule(lab, 'posts/a.md', lab.clock.now() + 1, texts(1));
    });
    await workFor(lab, 20 * MINUTE, { lookEveryMs: 5_000 });
    expect((await stateOf(lab, id)).state).toBe('published');
    expect((lab.network.posts[0]?.at ?? 0) - start).toBeLessThanOrEqual(10 * MINUTE + 5_001);
  });

  it('goes on by itself with what a window had paused', async () => {
    const lab = await makeLab();
    lab.network.meter('user-24h', 4, 24 * HOUR);
    const first = await schedule(lab, 'posts/a.md', lab.clock.now(), texts(3, 'first'));
    const second = await schedule(lab, 'posts/b.md', lab.clock.now() + 1, texts(3, 'second'));
    await workFor(lab, HOUR);
    expect((await stateOf(lab, first)).state).toBe('published');
    expect(await stateOf(lab, second)).toMatchObject({ state: 'paused', reason: 'rate-limited' });
    await workFor(lab, 25 * HOUR);
    expect((await stateOf(lab, second)).state).toBe('published');
    expect(wrongs(lab.network, texts(3, 'second'))).toEqual([]);
  });

  it('publishes one after the other for an account, and accounts side by side', async () => {
    const lab = await makeLab();
    const networks = new Map(['me', 'you'].map((name) => [name, new FakeNetwork(lab.clock)]));
    const running = new Map<string, number>();
    let together = 0;
    const tell = (event: WorkerEvent): void => {
      if (event.type !== 'taken' && event.type !== 'left') return;
      const { account } = event.record;
      running.set(account, (running.get(account) ?? 0) + (event.type === 'taken' ? 1 : -1));
      expect(running.get(account)).toBeLessThanOrEqual(1);
      together = Math.max(
        together,
        [...running.values()].reduce((sum, one) => sum + one, 0),
      );
    };
    for (const account of ['me', 'you'])
      for (const name of ['a', 'b'])
        await schedule(lab, `posts/${account}-${name}.md`, lab.clock.now(), texts(4, `${account} ${name}`), {
          account,
        });
    await workFor(lab, HOUR, { tell }, networks);
    expect(together).toBe(2);
    for (const [account, network] of networks)
      for (const name of ['a', 'b']) expect(wrongs(network, texts(4, `${account} ${name}`))).toEqual([]);
  });

  it('lets no account wait behind the many publications of another', async () => {
    const lab = await makeLab();
    const networks = new Map(['me', 'you'].map((name) => [name, new FakeNetwork(lab.clock)]));
    const taken: string[] = [];
    const tell = (event: WorkerEvent): void => {
      if (event.type === 'taken') taken.push(event.record.account);
    };
    for (let one = 0; one < 40; one += 1)
      await schedule(lab, `posts/me-${one}.md`, lab.clock.now(), texts(1, `me ${one}`), { account: 'me' });
    await schedule(lab, 'posts/you.md', lab.clock.now() + 1, texts(1, 'you'), { account: 'you' });
    lab.clock.advance(1);
    await workFor(lab, HOUR, { tell }, networks);
    expect(taken).toHaveLength(41);
    expect(taken.indexOf('you')).toBe(1);
  });

  it('stops after the request in flight, and the next worker goes on at once', async () => {
    const lab = await makeLab();
    const id = await schedule(lab, 'posts/a.md', lab.clock.now(), texts(6));
    const stop = new AbortController();
    await workFor(lab, HOUR, {
      stop: stop.signal,
      tell: (event) => {
        if (event.type === 'step' && event.step.type === 'sent' && event.step.index === 3) stop.abort();
      },
    });
    expect(lab.network.posts).toHaveLength(3);
    expect(await stateOf(lab, id)).toMatchObject({
      state: 'paused',
      reason: 'stopped',
      until: lab.clock.now(),
    });
    await workFor(lab, MINUTE);
    expect((await stateOf(lab, id)).state).toBe('published');
    expect(wrongs(lab.network, texts(6))).toEqual([]);
  });

  it('takes over what a dead process left in the middle', async () => {
    const lab = await makeLab();
    const id = await schedule(lab, 'posts/a.md', lab.clock.now(), texts(3));
    const lease = { account: 'me', token: 'dead', owner: 'dead', expiresAt: lab.clock.now() + 2 * MINUTE };
    await lab.journal.takeLease(lease, lab.clock.now());
    await lab.journal.advance(id, { to: 'publishing' }, lab.clock.now());
    await lab.journal.intend(id, [1], lease, lab.clock.now());
    await lab.network.publish(
      [
        {
          key: 'k',
          index: 1,
          text: texts(3)[0] ?? '',
          parent: null,
          root: null,
          media: [],
          urls: [],
          attemptedAt: lab.clock.now(),
        },
      ],
      allowed,
    );
    await workFor(lab, 10 * MINUTE);
    expect(wrongs(lab.network, texts(3))).toEqual([]);
    expect((await stateOf(lab, id)).state).toBe('published');
  });

  it('leaves an account alone while another process publishes for it, and decides nothing', async () => {
    const lab = await makeLab();
    const start = lab.clock.now();
    const id = await schedule(lab, 'posts/a.md', start - 7 * HOUR, texts(1));
    await lab.journal.advance(id, { to: 'publishing' }, start);
    const lease = { account: 'me', token: 'other', owner: 'other', expiresAt: start + HOUR };
    await lab.journal.takeLease(lease, start);
    const events: WorkerEvent[] = [];
    const tell = (event: WorkerEvent): void => void events.push(event);
    await workFor(lab, 30 * MINUTE, { tell }, undefined, { name: 'this', isDead: () => false });
    expect(new Set(events.map(({ type }) => type))).toEqual(new Set(['busy']));
    expect((await stateOf(lab, id)).state).toBe('publishing');
  });

  it('ends with --once when nothing is due any more', async () => {
    const lab = await makeLab();
    const now = await schedule(lab, 'posts/a.md', lab.clock.now(), texts(2, 'now'));
    const later = await schedule(lab, 'posts/b.md', lab.clock.now() + HOUR, texts(2, 'later'));
    const start = lab.clock.now();
    await workFor(lab, 24 * HOUR, { once: true });
    expect(lab.clock.now() - start).toBeLessThan(MINUTE);
    expect((await stateOf(lab, now)).state).toBe('published');
    expect((await stateOf(lab, later)).state).toBe('scheduled');
  });

  it('sends nothing while the kill switch is on, and goes on when it is off', async () => {
    const lab = await makeLab();
    const events: WorkerEvent[] = [];
    const id = await schedule(lab, 'posts/a.md', lab.clock.now(), texts(2));
    lab.stopFile = '.threadmill/STOP';
    await workFor(lab, 10 * MINUTE, { tell: (event) => events.push(event) });
    expect(lab.network.requests).toEqual([]);
    expect((await stateOf(lab, id)).state).toBe('scheduled');
    expect(events).toEqual([{ type: 'kill-switch', path: '.threadmill/STOP' }]);
    lab.stopFile = undefined;
    await workFor(lab, MINUTE);
    expect((await stateOf(lab, id)).state).toBe('published');
  });

  it('pauses what nobody can speak for, and goes on with the rest', async () => {
    const lab = await makeLab();
    const mute = await schedule(lab, 'posts/a.md', lab.clock.now(), texts(1, 'mute'), { account: 'gone' });
    const fine = await schedule(lab, 'posts/b.md', lab.clock.now(), texts(1, 'fine'));
    await workFor(lab, MINUTE);
    expect(await stateOf(lab, mute)).toMatchObject({
      state: 'paused',
      reason: 'auth',
      message: 'No account gone.',
      until: null,
    });
    expect((await stateOf(lab, fine)).state).toBe('published');
  });

  it('pauses what a bug stops, tells it whole, and goes on with the rest', async () => {
    const lab = await makeLab();
    const events: WorkerEvent[] = [];
    const broken = await schedule(lab, 'posts/a.md', lab.clock.now(), texts(1, 'broken'));
    const fine = await schedule(lab, 'posts/b.md', lab.clock.now() + 1, texts(1, 'fine'));
    const { identify } = lab.network;
    lab.network.identify = () => {
      lab.network.identify = identify;
      throw new TypeError('a bug');
    };
    await workFor(lab, MINUTE, { tell: (event) => events.push(event) });
    expect(await stateOf(lab, broken)).toMatchObject({ state: 'paused', reason: 'stopped', until: null });
    expect((await stateOf(lab, fine)).state).toBe('published');
    expect(events.filter(({ type }) => type === 'bug')).toMatchObject([{ error: new TypeError('a bug') }]);
  });

  it('tries again where the disk refused', async () => {
    const lab = await makeLab();
    const id = await schedule(lab, 'posts/a.md', lab.clock.now(), texts(1));
    const events: WorkerEvent[] = [];
    const { due } = lab.journal;
    let failures = 2;
    const { JournalError } = await import('../../src/publishing/journal-error.ts');
    lab.journal.due = (...facts) => {
      failures -= 1;
      return failures >= 0 ? Promise.reject(new JournalError('locked', 'held')) : due(...facts);
    };
    await workFor(lab, 10 * MINUTE, { tell: (event) => events.push(event) });
    expect(events.filter(({ type }) => type === 'trouble')).toHaveLength(2);
    expect((await stateOf(lab, id)).state).toBe('published');
  });
});

describe('a publication that was missed', () => {
  const cases: readonly (readonly [LatePolicy | undefined, number, string])[] = [
    [undefined, 10 * MINUTE, 'published'],
    [undefined, 5 * HOUR, 'published'],
    [undefined, 7 * HOUR, 'paused'],
    ['post', 7 * 24 * HOUR, 'published'],
    ['skip', 10 * MINUTE, 'published'],
    ['skip', HOUR, 'cancelled'],
    ['ask', 10 * MINUTE, 'published'],
    ['ask', HOUR, 'paused'],
  ];
  it.each(cases)('under policy %s and %d ms late is %s', async (late, lateMs, state) => {
    const lab = await makeLab();
    const id = await schedule(lab, 'posts/a.md', lab.clock.now() - lateMs, texts(2), {
      ...(late === undefined ? {} : { late }),
    });
    await workFor(lab, MINUTE);
    const record = await stateOf(lab, id);
    expect(record.state).toBe(state);
    if (state === 'paused') {
      expect(record).toMatchObject({ reason: 'late', until: null });
      expect(record.message).toContain(`threadmill queue retry ${id}`);
    }
    expect(lab.network.posts).toHaveLength(state === 'published' ? 2 : 0);
  });

  it('goes by the configuration where its draft says nothing', async () => {
    const lab = await makeLab();
    const id = await schedule(lab, 'posts/a.md', lab.clock.now() - HOUR, texts(1));
    await workFor(lab, MINUTE, { late: 'skip' });
    expect((await stateOf(lab, id)).state).toBe('cancelled');
  });

  it('never bursts out together with others: a gap lies between them, over a second downtime too', async () => {
    const lab = await makeLab();
    const missed = lab.clock.now() - HOUR;
    for (let n = 0; n < 5; n += 1)
      await schedule(lab, `posts/${n}.md`, missed + n, texts(2, `missed ${n}`), { late: 'post' });
    await workFor(lab, 70 * MINUTE);
    // The machine sleeps through the rest.
    lab.clock.advance(10 * HOUR);
    await workFor(lab, 3 * HOUR);
    expect(lab.network.posts).toHaveLength(10);
    const starts = lab.network.posts.filter(({ parentId }) => parentId === null).map(({ at }) => at);
    for (const [index, at] of starts.slice(1).entries())
      expect(at - (starts[index] ?? 0)).toBeGreaterThanOrEqual(30 * MINUTE);
    const records = await lab.journal.publications({});
    expect(records.map(({ state }) => state)).toEqual(Array(5).fill('published'));
  });

  it('keeps no gap to what is on time', async () => {
    const lab = await makeLab();
    for (const n of [1, 2, 3])
      await schedule(lab, `posts/${n}.md`, lab.clock.now() + n * MINUTE, texts(1, `on time ${n}`));
    await workFor(lab, 5 * MINUTE);
    expect(lab.network.posts).toHaveLength(3);
  });

  it('is finished, however late, once some of it is out', async () => {
    const lab = await makeLab();
    const stop = new AbortController();
    const id = await schedule(lab, 'posts/a.md', lab.clock.now(), texts(4));
    await workFor(lab, HOUR, {
      stop: stop.signal,
      tell: (event) => {
        if (event.type === 'step' && event.step.type === 'sent') stop.abort();
      },
    });
    expect(lab.network.posts).toHaveLength(1);
    lab.clock.advance(48 * HOUR);
    await workFor(lab, MINUTE, { late: 'skip' });
    expect((await stateOf(lab, id)).state).toBe('published');
  });
});
