import { describe, expect, it } from 'vitest';
import type { RateWindow } from '../../src/networks/port.ts';
import { monthStart } from '../../src/publishing/limits/budget.ts';
import { roomFor, waitAfterRefusal } from '../../src/publishing/limits/windows.ts';
import { makeLab, texts, wrongs } from './lab.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const ALL_DAY = { waitUpToMs: 48 * HOUR };
const NINE = texts(9);

const OWN = { call: 'publish', owner: 'me', reserved: 0 } as const;

describe('a refusal in the middle of a thread', () => {
  it('waits for the 15-minute window where that one is empty', async () => {
    const lab = await makeLab();
    const thread = await lab.freeze(NINE);
    lab.network.meter('user-24h', 100, 24 * HOUR);
    lab.network.meter('15min', 4, 15 * MINUTE);
    const started = lab.clock.now();
    await lab.publish(thread, ALL_DAY);
    expect(wrongs(lab.network, NINE)).toEqual([]);
    expect(lab.clock.now() - started).toBeGreaterThan(30 * MINUTE);
    expect(lab.clock.now() - started).toBeLessThan(31 * MINUTE);
    // 4 and 4 and 1: nothing was refused, since an empty window is known before it refuses.
    expect(lab.network.requests).toHaveLength(9);
  });

  it('waits for the 24-hour window where that one is empty, though the short one has room', async () => {
    const lab = await makeLab();
    const thread = await lab.freeze(NINE);
    const now = lab.clock.now();
    const windows: RateWindow[] = [
      {
        call: 'publish',
        name: '15min',
        lengthMs: 15 * MINUTE,
        limit: 100,
        remaining: 95,
        resetAt: now + 15 * MINUTE,
      },
      {
        call: 'publish',
        name: 'user-24h',
        lengthMs: 24 * HOUR,
        limit: 17,
        remaining: 0,
        resetAt: now + 9 * HOUR,
      },
    ];
    lab.network.fates.push('ok', 'ok');
    const { PublishingError } = await import('../../src/networks/publishing-error.ts');
    const publish = lab.network.publish.bind(lab.network);
    let refusals = 0;
    lab.network.publish = async (attempts, allowed) => {
      if (lab.network.posts.length === 2 && lab.clock.now() < now + 9 * HOUR) {
        refusals += 1;
        throw new PublishingError('rate-limited', 'Too Many Requests', { windows, until: now + 15 * MINUTE });
      }
      return publish(attempts, allowed);
    };
    const waits: number[] = [];
    const result = await lab.publish(thread, {
      ...ALL_DAY,
      tell: (event) => {
        if (event.type === 'waiting') waits.push(event.until - now);
      },
    });
    expect(result).toMatchObject({ record: { state: 'published' } });
    expect(refusals).toBe(1);
    expect(waits).toEqual([9 * HOUR + 1_000]);
    expect(wrongs(lab.network, NINE)).toEqual([]);
  });

  it('is a paused publication with its reason and its end, where nobody waits', async () => {
    const lab = await makeLab();
    lab.network.meter('15min', 4, 15 * MINUTE);
    const thread = await lab.freeze(NINE);
    await lab.publish(thread);
    const record = await lab.newest();
    expect(record).toMatchObject({ state: 'paused', reason: 'rate-limited' });
    expect(record.until).toBeGreaterThan(lab.clock.now());
    expect(record.message).toContain('15min');
    lab.clock.advance(16 * MINUTE);
    await lab.publish(thread);
    lab.clock.advance(16 * MINUTE);
    await lab.publish(thread);
    expect(wrongs(lab.network, NINE)).toEqual([]);
    expect((await lab.newest()).state).toBe('published');
  });

  it.each([
    [
      'the window that is empty',
      [
        ['15min', 0, 5],
        ['user-24h', 3, 500],
      ],
      undefined,
      5 * MINUTE + 1_000,
    ],
    [
      'the last of several that are',
      [
        ['15min', 0, 5],
        ['app-24h', 0, 500],
      ],
      1,
      500 * MINUTE + 1_000,
    ],
    ['the network’s word where none is', [['15min', 7, 5]], 9, 9 * MINUTE],
    ['a quarter of an hour where nothing is known', [], undefined, 15 * MINUTE],
    ['a minute where the reset has passed by our clock', [['15min', 0, -3]], undefined, MINUTE],
  ] as const)('waits for %s', (_name, told, until, expected) => {
    const now = 1_000_000_000;
    const windows = told.map(
      ([name, remaining, minutes]): RateWindow => ({
        call: 'publish',
        name,
        lengthMs: name === '15min' ? 15 * MINUTE : 24 * HOUR,
        limit: 100,
        remaining,
        resetAt: now + minutes * MINUTE,
      }),
    );
    const wait = waitAfterRefusal(
      { windows, until: until === undefined ? undefined : now + until * MINUTE },
      'publish',
      now,
    );
    expect(wait - now).toBe(expected);
  });
});

describe('a thread', () => {
  it('starts only when all of it fits in the 24 hours, else moves to their end', async () => {
    const lab = await makeLab();
    lab.network.meter('user-24h', 17, 24 * HOUR);
    await lab.publish(await lab.freeze(texts(12, 'first'), 'posts/first.md'));
    const thread = await lab.freeze(NINE);
    await lab.publish(thread);
    const record = await lab.newest();
    expect(record).toMatchObject({ state: 'paused', reason: 'rate-limited', startedAt: null });
    expect(record.message).toContain('needs 9 posts, and 5 of 17 are left');
    expect(lab.network.posts).toHaveLength(12);
    lab.clock.advance(24 * HOUR);
    await lab.publish(thread);
    expect(wrongs(lab.network, NINE)).toEqual([]);
  });

  it('that can never fit in a day is refused before its first post', () => {
    const windows = [
      { ...OWN, name: 'user-24h', lengthMs: 24 * HOUR, limit: 17, remaining: 17, resetAt: 2_000 },
    ];
    expect(roomFor(windows, { posts: 25, uploads: 0 }, 1_000)).toMatchObject({ fits: false, until: null });
  });

  it('may outlast a short window, once it starts with all of it', () => {
    const window = { ...OWN, name: '15min', lengthMs: 15 * MINUTE, limit: 100, resetAt: 2_000 } as const;
    const load = { posts: 120, uploads: 0 };
    expect(roomFor([{ ...window, remaining: 100 }], load, 1_000)).toEqual({ fits: true });
    expect(roomFor([{ ...window, remaining: 99 }], load, 1_000)).toMatchObject({ fits: false, until: 3_000 });
  });
});

describe('the owner’s own limits', () => {
  it('pause a publication before its first post when it would pass the month’s cap', async () => {
    const lab = await makeLab();
    lab.account = { ...lab.account, monthlyCapUsd: 0.2 };
    await lab.publish(await lab.freeze(texts(8, 'first'), 'posts/first.md'));
    const thread = await lab.freeze(NINE);
    await lab.publish(thread);
    const record = await lab.newest();
    expect(record).toMatchObject({
      state: 'paused',
      reason: 'budget',
      until: monthStart(lab.clock.now(), 1),
    });
    expect(record.message).toContain(
      'It costs $0.135, and $0.08 is left of the $0.20 that account me may spend this month (monthly_cap_usd).',
    );
    expect(lab.network.posts).toHaveLength(8);
    lab.clock.advance(31 * 24 * HOUR);
    await lab.publish(thread);
    expect((await lab.newest()).state).toBe('published');
  });

  it('pause it when it would blow the fuse, until enough posts are an hour old', async () => {
    const lab = await makeLab();
    lab.account = { ...lab.account, postsPerHour: 10 };
    await lab.publish(await lab.freeze(texts(4, 'first'), 'posts/first.md'));
    lab.clock.advance(10 * MINUTE);
    const result = await lab.publish(await lab.freeze(NINE), ALL_DAY);
    expect(result).toMatchObject({ record: { state: 'published' } });
    const [fifth] = lab.network.posts.slice(4);
    expect((fifth?.at ?? 0) - (lab.network.posts[2]?.at ?? 0)).toBeGreaterThanOrEqual(HOUR);
  });

  it('say so where waiting would not help', async () => {
    const lab = await makeLab();
    lab.account = { ...lab.account, postsPerHour: 5, monthlyCapUsd: 0.1 };
    await lab.publish(await lab.freeze(NINE), ALL_DAY);
    const record = await lab.newest();
    expect(record).toMatchObject({ state: 'paused', until: null });
    expect(record.message?.split('\n')).toHaveLength(2);
    expect(lab.network.requests).toEqual([]);
  });

  it('give way to the kill switch, also in the middle', async () => {
    const lab = await makeLab();
    const thread = await lab.freeze(NINE);
    await lab.publish(thread, {
      tell: (event) => {
        if (event.type === 'sent' && event.index === 3) lab.stopFile = '.threadmill/STOP';
      },
    });
    expect(await lab.newest()).toMatchObject({ state: 'paused', reason: 'kill-switch' });
    expect(lab.network.posts).toHaveLength(3);
    lab.stopFile = undefined;
    await lab.publish(thread);
    expect(wrongs(lab.network, NINE)).toEqual([]);
  });

  it('book what each post cost, and nothing for one that was refused', async () => {
    const lab = await makeLab();
    lab.network.fates.push('ok', { refuse: 'transient' }, 'lost-answer', 'ok');
    await lab.publish(await lab.freeze(['one', 'two', 'three https://example.org/a']));
    expect(await lab.journal.spentSince('me', monthStart(lab.clock.now()))).toBe(230_000);
  });
});
