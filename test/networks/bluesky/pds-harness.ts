import { openMemoryJournal } from '../../../src/journal/sqlite/sqlite-journal.ts';
import { systemClock } from '../../../src/machine/system-clock.ts';
import type { BlueskyClientOptions } from '../../../src/networks/bluesky/account.ts';
import { blueskyClient } from '../../../src/networks/bluesky/client.ts';
import { blueskySession } from '../../../src/networks/bluesky/session.ts';
import type { NetworkClient } from '../../../src/networks/port.ts';
import { tokenChain } from '../../../src/publishing/sending/token-chain.ts';
import type { KeptPost } from '../contract.ts';

/** A secret that a message must never hold. */
export const SECRET = 'sekr-it01-2345-6789';

/** An account on a server that speaks the protocol. */
export type PdsAccount = { readonly url: string; readonly handle: string; readonly password: string };

/** A record of the account's repo, as `listRecords` gives it. */
export type RepoRecord = {
  readonly uri: string;
  readonly cid: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever a record holds, and fails where it reads wrongly.
  readonly value: any;
};

/** The records of a collection, oldest name first, read without our client. */
export async function recordsOf(
  { url, handle }: PdsAccount,
  collection = 'app.bsky.feed.post',
): Promise<RepoRecord[]> {
  const records: RepoRecord[] = [];
  let cursor = '';
  do {
    const query = new URLSearchParams({ repo: handle, collection, limit: '100', reverse: 'true' });
    if (cursor !== '') query.set('cursor', cursor);
    const answer = await fetch(`${url}/xrpc/com.atproto.repo.listRecords?${query}`);
    const page = (await answer.json()) as { records: RepoRecord[]; cursor?: string };
    records.push(...page.records);
    cursor = page.records.length === 0 ? '' : (page.cursor ?? '');
  } while (cursor !== '');
  // PDSs differ in which order they call reversed.
  return records.sort((a, b) => (a.uri < b.uri ? -1 : 1));
}

const keyOf = (uri: string): string => uri.split('/').at(-1) ?? '';

/** What the account holds, in the form of the contract. */
export async function keptPosts(account: PdsAccount): Promise<KeptPost[]> {
  return (await recordsOf(account)).map(({ uri, value }) => ({
    id: keyOf(uri),
    text: value.text,
    parentId: value.reply === undefined ? null : keyOf(value.reply.parent.uri),
    alts: (value.embed?.images ?? []).map(({ alt }: { alt: string }) => alt),
  }));
}

/** A client of an account, whose session is kept in a journal in memory. */
export async function clientFor(
  account: PdsAccount,
  options: Partial<BlueskyClientOptions> = {},
): Promise<NetworkClient> {
  const secrets = { IDENTIFIER: account.handle, APP_PASSWORD: account.password };
  const { login, ...chain } = blueskySession(secrets, { baseUrl: account.url, now: Date.now });
  const ports = {
    journal: await openMemoryJournal(),
    clock: systemClock,
    owner: { name: 'test:1 #1', isDead: () => false },
  };
  return blueskyClient({
    baseUrl: account.url,
    login,
    tokens: tokenChain(ports, { account: 'ada', ...chain, isFirstReusable: true }),
    timeoutMs: 5_000,
    ...options,
  });
}
