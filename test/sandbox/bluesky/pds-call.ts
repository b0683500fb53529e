import type { SandboxOptions } from '../../../src/sandbox/options.ts';
import { type Api, type ApiAnswer, api } from '../api-call.ts';

const LETTERS = '234567abcdefghijklmnopqrstuvwxyz';

/** A record key that is a TID; a larger number, up to 1,023, makes a later one. */
export const tid = (number: number): string =>
  `3lzzzzzzzzz${LETTERS[number >> 5] ?? ''}${LETTERS[number & 31] ?? ''}`;

/** A post record. */
export const post = (text: string, more: object = {}): object => ({
  $type: 'app.bsky.feed.post',
  text,
  createdAt: '2026-11-28T10:00:00.000Z',
  ...more,
});

/** A write that creates a post. */
export const create = (rkey: string, value: object, collection = 'app.bsky.feed.post'): object => ({
  $type: 'com.atproto.repo.applyWrites#create',
  collection,
  rkey,
  value,
});

/** A sandboxed PDS with one account that is logged in. */
export type Pds = Api & {
  readonly did: string;
  readonly access: string;
  readonly refresh: string;
  query(method: string, parameters: Record<string, string>): Promise<ApiAnswer>;
  apply(writes: readonly object[], more?: object): Promise<ApiAnswer>;
};

/** Logs `ada.test` in to a sandbox without a socket. */
export async function pds(options: SandboxOptions = {}): Promise<Pds> {
  const sandbox = api(options);
  const login = { identifier: 'ada.test', password: 'app-password' };
  const session = (await sandbox.call('POST', '/xrpc/com.atproto.server.createSession', login)).body;
  return {
    ...sandbox,
    did: session.did,
    access: session.accessJwt,
    refresh: session.refreshJwt,
    query: (method, parameters) =>
      sandbox.call('GET', `/xrpc/${method}?${new URLSearchParams(parameters)}`, undefined, session.accessJwt),
    apply: (writes, more = {}) =>
      sandbox.call(
        'POST',
        '/xrpc/com.atproto.repo.applyWrites',
        { repo: session.did, validate: true, writes, ...more },
        session.accessJwt,
      ),
  };
}
