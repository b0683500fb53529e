import { describe, expect, it } from 'vitest';
import { simulateMonth } from '../../bench/scale-month.ts';
import { publish } from '../../src/publishing/sending/publish.ts';
import { makeLab, texts } from './lab.ts';

const DAY_MS = 86_400_000;
const APP = 'app:x:agency';

describe('accounts that share an app', () => {
  it('start no thread that the app’s window can’t hold, though each has room of its own', async () => {
    const lab = await makeLab();
    lab.network.meter('app-24h', 17, DAY_MS, 'app');
    const publishers = ['me', 'you', 'them'].map((name) => ({
      account: { ...lab.account, name, app: APP },
      client: lab.network,
    }));
    const freeze = async (name: string, posts: number): Promise<string> => {
      const thread = await lab.freeze(texts(posts, name), `posts/${name}.md`);
      await lab.journal.create({ ...thread, account: name }, lab.clock.now());
      return thread.id;
    };
    const ids = [await freeze('me', 6), await freeze('you', 6), await freeze('them', 6)];
    const run = (at: number): Promise<unknown> => {
      const [publisher, id] = [publishers[at], ids[at]];
      if (publisher === undefined || id === undefined) throw new Error('No such account.');
      return publish(lab.ports(), publisher, id);
    };
    await run(0);
    expect(await lab.journal.windows('you', lab.clock.now())).toEqual([]);
    // The second learns of the app's window with its first answer; the third begins while the second is on its way.
    await Promise.all([run(1), run(2)]);
    const records = await lab.journal.publications({});
    const sent = records.map(({ posts }) => posts.filter(({ receipt }) => receipt !== null).length);
    expect(sent.every((count) => count === 0 || count === 6)).toBe(true);
    expect(sent.filter((count) => count === 6)).toHaveLength(2);
    expect(lab.network.refusedByWindow).toBe(0);
    const waiting = records.find(({ state }) => state === 'paused');
    expect(waiting).toMatchObject({ reason: 'rate-limited', startedAt: null });
    expect(waiting?.until).toBeGreaterThan(lab.clock.now());
  });

  it('send for days through one tight window of the app: all is out, whole, and nothing was refused', async () => {
    const days = await simulateMonth(12, 6, { appLimit: 15 });
    expect(days).toMatchObject({ sent: days.posts, halfWay: 0, refused: 0 });
    // The window is really tight: who does not know that it is shared runs into it.
    expect((await simulateMonth(12, 6, { appLimit: 15, app: null })).refused).toBeGreaterThan(0);
  }, 60_000);
});
