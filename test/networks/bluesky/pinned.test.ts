import { expect, it } from 'vitest';
import { pinRecords } from '../../../src/networks/bluesky/pinned.ts';
import { tidTime } from '../../../src/networks/bluesky/tid.ts';
import type { Attempt } from '../../../src/networks/port.ts';

const NOW = Date.UTC(2026, 5, 18, 20, 23);
const HOUR = 3_600_000;

const attempt = (index: number, more: Partial<Attempt> = {}): Attempt => ({
  key: `thread-${index}`,
  index,
  text: `${index} of 3`,
  parent: null,
  root: null,
  media: [],
  urls: [],
  attemptedAt: NOW,
  after: null,
  ...more,
});
const pinAt = (now: number, attempts: readonly Attempt[]) =>
  pinRecords(attempts, { did: 'did:plc:me', now, clock: 7 });

it.each([
  ['five minutes', 5 * 60_000],
  ['a day', 24 * HOUR],
])(
  'names rise along a thread whose first post has its name, though the clock was set back by %s',
  (_, back) => {
    const [first] = pinAt(NOW, [attempt(1)]);
    if (first === undefined) throw new Error('The first post was not pinned.');
    const names = pinAt(NOW - back, [attempt(1, { pinned: first }), attempt(2), attempt(3)]).map(
      ({ id }) => id,
    );
    expect(names[0]).toBe(first.id);
    expect(names).toEqual([...names].sort());
    expect(new Set(names).size).toBe(3);
  },
);

it('names rise above the post that a thread continues below, and above a recent post of the account', () => {
  const [older] = pinAt(NOW, [attempt(1)]);
  if (older === undefined) throw new Error('The first post was not pinned.');
  const ref = 'bafyreiedznp3kdnii5gbpbrli5xmj5fgyq7yptlqmmtrsw2kmfnmmyodiq';
  const known = { id: older.id, url: 'https://bsky.app/profile/me/post/1', at: NOW, ref };
  const [second] = pinAt(NOW - HOUR, [attempt(2, { parent: known, root: known })]);
  expect(second?.id.localeCompare(older.id)).toBe(1);
  const [another] = pinAt(NOW - 60_000, [attempt(1, { after: older.id })]);
  expect(another?.id.localeCompare(older.id)).toBe(1);
});

it('a name from a machine whose clock is far ahead does not move later threads into the future', () => {
  const [ahead] = pinAt(NOW + HOUR, [attempt(1)]);
  const [next] = pinAt(NOW, [attempt(1, { after: ahead?.id ?? '' })]);
  expect(tidTime(next?.id ?? '')).toBe(NOW);
});
