import { expect } from 'vitest';
import { type PdsAccount, type RepoRecord, recordsOf } from '../networks/bluesky/pds-harness.ts';
import { seeded } from '../publishing/fake-clock.ts';
import type { LiveProject } from './live-project.ts';

/** What the rounds came to: how many were killed, and of those, how many threads had landed; the keys by round. */
export type KillRounds = {
  readonly killed: number;
  readonly landed: number;
  /** The record keys of each round's thread; round 0 was not killed. */
  readonly keys: readonly (readonly string[])[];
};

const POSTS = 9;

const textsOf = (round: number): string[] =>
  Array.from({ length: POSTS }, (_, index) => `Round ${round}, post ${index + 1}.`);

/**
 * Publishes a thread of nine so many times, killing the process each time with `kill -9` around the one call that sends
 * it: nine posts are there or none. Then it goes on: they are there once, each below the one before.
 * `onRequest` is called with a listener that hears of each request before the service does.
 */
export async function killRounds(
  rounds: number,
  project: LiveProject,
  account: PdsAccount,
  onRequest: (listener: (path: string) => void) => void,
): Promise<KillRounds> {
  const random = seeded(5);
  const postsOf = async (round: number): Promise<RepoRecord[]> =>
    (await recordsOf(account)).filter(({ value }) => value.text.startsWith(`Round ${round}, `));
  const publish = (round: number): Promise<{ readonly code: number | null; readonly out: string }> =>
    project.run(['publish', `posts/r${round}.md`, '--account', 'sky', '--yes']);
  const write = (round: number): void =>
    project.write(`posts/r${round}.md`, textsOf(round).join('\n\n---\n\n'));
  write(0);
  expect((await publish(0)).code).toBe(0);
  let killed = 0;
  let landed = 0;
  for (let round = 1; round <= rounds; round += 1) {
    write(round);
    // Before it is known who posts, right before, during and after the one call that sends all nine.
    const call = random() < 0.25 ? 'getSession' : 'applyWrites';
    const delayMs = random() * (call === 'getSession' ? 5 : 140);
    onRequest((path) => {
      if (!path.includes(call)) return;
      onRequest(() => undefined);
      setTimeout(() => project.kill(), delayMs);
    });
    const first = await publish(round);
    onRequest(() => undefined);
    // A call whose client is gone lands all the same, a moment later.
    await new Promise((resolve) => setTimeout(resolve, 500));
    const before = await postsOf(round);
    expect([0, POSTS], `round ${round}`).toContain(before.length);
    if (first.code === null) killed += 1;
    if (first.code === null && before.length === POSTS) landed += 1;
    const second = await publish(round);
    expect([0, 4], second.out).toContain(second.code);
    const posts = await postsOf(round);
    expect(posts.map(({ value }) => value.text)).toEqual(textsOf(round));
    expect(posts.map(({ value }) => value.reply?.parent.cid)).toEqual([
      undefined,
      ...posts.slice(0, -1).map(({ cid }) => cid),
    ]);
  }
  expect(killed).toBeGreaterThan(rounds / 2);
  expect(landed).toBeGreaterThan(0);
  expect(landed).toBeLessThan(killed);
  const keys = [];
  for (let round = 0; round <= rounds; round += 1)
    keys.push((await postsOf(round)).map(({ uri }) => uri.split('/').at(-1) ?? ''));
  return { killed, landed, keys };
}
