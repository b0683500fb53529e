import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { xAddresses } from '../../src/networks/x/addresses.ts';
import { resolve } from '../../src/publishing/settling/resolve.ts';
import { seeded } from './fake-clock.ts';
import type { Fate } from './fake-network.ts';
import { type Lab, makeLab, texts, wrongs } from './lab.ts';
import { Death, Life } from './mortal.ts';

const DAYS = { waitUpToMs: 72 * 3_600_000 };

/** What a request comes to, and how often of a hundred; the rest goes well. */
const FATES: readonly (readonly [share: number, fate: (chance: number) => Fate])[] = [
  [12, () => 'lost-answer'],
  [8, () => 'lost-request'],
  [8, (chance) => ({ lateMs: Math.round(chance * 60_000) })],
  [8, () => ({ refuse: 'transient' })],
  [3, () => ({ refuse: 'rate-limited' })],
  [2, () => ({ refuse: 'money' })],
  [2, () => ({ refuse: 'auth' })],
];

function fateOf(random: () => number): Fate {
  let left = random() * 100;
  for (const [share, fate] of FATES) {
    if (left < share) return fate(random());
    left -= share;
  }
  return 'ok';
}

/** A person who looks at the account and says what is true. */
async function settle(lab: Lab): Promise<void> {
  const record = await lab.newest();
  const open = record.posts.find(({ state }) => state === 'unknown');
  if (open === undefined) return;
  const there = lab.network.posts.find(({ text }) => text === open.text);
  await resolve(lab.ports(), record, { posted: there === undefined ? false : there.id }, xAddresses);
}

describe('faults of every kind, at random', () => {
  it('never lose, double or disorder a post, and never leave one behind', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 2 ** 31 }),
        fc.integer({ min: 1, max: 9 }),
        async (seed, n) => {
          const random = seeded(seed);
          const lab = await makeLab({ seed, sends: random() < 0.2 ? 'thread' : 'post' });
          if (random() < 0.5) lab.network.meter('15min', 3 + Math.floor(random() * 20), 15 * 60_000);
          if (random() < 0.5) lab.network.meter('user-24h', 12 + Math.floor(random() * 20), 24 * 3_600_000);
          lab.network.chance = () => fateOf(random);
          const thread = await lab.freeze(texts(n));
          const kinds = ['transient', 'outcome-unknown', 'rate-limited'] as const;
          for (let life = 0; life < 40; life += 1) {
            const isLast = life > 12;
            if (isLast) lab.network.chance = () => 'ok';
            else if (random() < 0.3)
              lab.network.readFaults.push(kinds[Math.floor(random() * 3)] ?? 'transient');
            lab.skewMs = random() < 0.2 ? Math.round((random() - 0.5) * 4 * 3_600_000) : 0;
            const diesAt =
              isLast || random() < 0.4 ? Number.POSITIVE_INFINITY : 1 + Math.floor(random() * 50);
            try {
              await lab.publish(thread, { life: new Life(diesAt), ...(random() < 0.7 ? DAYS : {}) });
            } catch (error) {
              if (!(error instanceof Death)) throw error;
            }
            if ((await lab.journal.publications({})).length === 0) continue;
            await settle(lab);
            if ((await lab.newest()).state === 'published') break;
            lab.clock.advance(Math.round(random() * 3_600_000));
          }
          expect((await lab.newest()).state).toBe('published');
          expect(wrongs(lab.network, texts(n))).toEqual([]);
          expect(await lab.journal.publications({})).toHaveLength(1);
          await lab.journal.close();
        },
      ),
      { numRuns: 60, seed: 20_260_601 },
    );
  });
});
