import { afterEach, beforeEach, expect, it } from 'vitest';
import { openMemoryJournal } from '../../../src/journal/sqlite/sqlite-journal.ts';
import { systemClock } from '../../../src/machine/system-clock.ts';
import { blueskyClient } from '../../../src/networks/bluesky/client.ts';
import { blueskySession } from '../../../src/networks/bluesky/session.ts';
import type { NetworkClient } from '../../../src/networks/port.ts';
import { tokenChain } from '../../../src/publishing/sending/token-chain.ts';
import { type Sandbox, startSandbox } from '../../../src/sandbox/sandbox.ts';
import { allowed } from '../allowed.ts';
import { attempt, failure } from '../contract.ts';
import { pinningClient } from './pinning-client.ts';

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await startSandbox();
});
afterEach(() => sandbox.close());

/** Clients of one account, each as in a process of its own, with one journal between them. */
async function workers(count: number, password = 'sekr-it01-2345'): Promise<NetworkClient[]> {
  const journal = await openMemoryJournal();
  return Array.from({ length: count }, (_, at) => {
    const secrets = { IDENTIFIER: '@ada.test', APP_PASSWORD: password };
    const { login, ...chain } = blueskySession(secrets, { baseUrl: sandbox.url, now: Date.now });
    const owner = { name: `host:${at} #${at}`, isDead: () => false };
    const tokens = tokenChain(
      { journal, clock: systemClock, owner },
      { account: 'ada', ...chain, isFirstReusable: true },
    );
    // Each has another clock id in the keys of its records: the same one by chance, within one ms, would name two records alike.
    const random = (): number => at / count;
    return pinningClient(blueskyClient({ baseUrl: sandbox.url, login, tokens, random }));
  });
}

type Session = { readonly refresh: number; readonly access: number };
const sessions = async (): Promise<Session[]> => {
  const state = (await (await fetch(`${sandbox.url}/sandbox/state`)).json()) as {
    bluesky: { sessions: Record<string, Session> };
  };
  return Object.values(state.bluesky.sessions);
};
const fault = (...faults: string[]): Promise<Response> =>
  fetch(`${sandbox.url}/sandbox/faults`, { method: 'POST', body: JSON.stringify({ faults }) });

it('four workers make one session between them', async () => {
  const clients = await workers(4);
  await Promise.all(clients.map((client) => client.identify()));
  expect(await sessions()).toHaveLength(1);
});

it('a session that expires in the middle of things is renewed once, for all of them, and nothing is sent twice', async () => {
  const clients = await workers(4);
  await Promise.all(clients.map((client) => client.identify()));
  // The token of all four expires before the first of their calls; each of the others finds it expired as well.
  await fault('expire-session/bluesky@1');
  const sent = await Promise.all(
    clients.map((client, at) => client.publish([attempt(`Post of ${at}`, { key: `k${at}` })], allowed)),
  );
  expect(sent.map(({ value }) => value.length)).toEqual([1, 1, 1, 1]);
  expect(await sessions()).toMatchObject([{ refresh: 2, access: 2 }]);
  const kept = await clients[0]?.newerThan(null, 20);
  expect(kept?.value.posts).toHaveLength(4);
});

it('a session whose refresh token has ended is begun anew with the app password', async () => {
  const [client] = await workers(1);
  await client?.identify();
  await fault('expire-session/bluesky@1', 'status:revoked-token/bluesky.login@1');
  await client?.publish([attempt('One')], allowed);
  expect(await sessions()).toHaveLength(2);
});

it('a wrong app password is told with what to do, and stands in no message', async () => {
  const [client] = await workers(1, 'bad');
  const error = await failure(client?.identify() ?? Promise.resolve());
  expect([error.reason, error.message]).toEqual(['auth', expect.stringContaining('app password')]);
});
