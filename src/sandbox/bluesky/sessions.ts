import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { Core } from '../core.ts';
import { didOf } from './cid.ts';
import { refuseXrpc, type XrpcReply } from './problems.ts';
import type { StoredRepo, StoredSession } from './state.ts';

const ACCESS_MS = 2 * 3_600_000;
const REFRESH_MS = 90 * 86_400_000;

/** How long a used refresh token still works, with the same successor. */
const GRACE_MS = 2 * 3_600_000;

const claimsShape = z.object({
  scope: z.string(),
  sub: z.string(),
  sid: z.string(),
  number: z.int(),
  exp: z.number(),
});

type Claims = z.infer<typeof claimsShape>;

const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

// Not a security measure: the key only distinguishes the sandbox's own tokens from other strings.
const signature = (body: string): string => createHmac('sha256', 'sandbox').update(body).digest('base64url');

function signed(claims: Claims): string {
  const body = `${encoded({ typ: 'at+jwt', alg: 'HS256' })}.${encoded({ ...claims, aud: 'did:web:sandbox' })}`;
  return `${body}.${signature(body)}`;
}

function claimsOf(authorization: string | undefined): Claims | undefined {
  const [header, body, sign] = (/^Bearer\s+(\S+)$/i.exec(authorization ?? '')?.[1] ?? '').split('.');
  if (header === undefined || body === undefined || sign !== signature(`${header}.${body}`)) return undefined;
  return claimsShape.safeParse(JSON.parse(Buffer.from(body, 'base64url').toString())).data;
}

const tokensOf = (core: Core, sid: string, session: StoredSession): Record<string, unknown> => {
  const now = core.rules.now();
  const claims = { sub: session.did, sid };
  const at = (ms: number): number => Math.floor((now + ms) / 1000);
  const handle = core.store.state.bluesky.repos.find(({ did }) => did === session.did)?.handle;
  return {
    accessJwt: signed({
      ...claims,
      scope: 'com.atproto.appPass',
      number: session.access,
      exp: at(ACCESS_MS),
    }),
    refreshJwt: signed({
      ...claims,
      scope: 'com.atproto.refresh',
      number: session.refresh,
      exp: at(REFRESH_MS),
    }),
    handle,
    did: session.did,
    active: true,
  };
};

/** Completes a handle as a development PDS does: a name without a dot gets `.test`. */
function handleOf(identifier: string): string | undefined {
  const handle = (identifier.includes('.') ? identifier : `${identifier}.test`).toLowerCase();
  return /^[a-z0-9][a-z0-9-]*(\.[a-z0-9-]+)+$/.test(handle) ? handle : undefined;
}

/** Returns the repo of a handle or DID; creates it for a new handle. */
export function repoFor(core: Core, handle: string): StoredRepo {
  const { repos } = core.store.state.bluesky;
  const known = repos.find((repo) => repo.handle === handle);
  if (known !== undefined) return known;
  const repo: StoredRepo = { did: didOf(handle), handle, commits: 0, rev: '', head: '', records: [] };
  repos.push(repo);
  return repo;
}

const loginShape = z.object({ identifier: z.string().max(300), password: z.string().max(300) });

/** Returns who requests a session, for the window that counts logins; `undefined` if not given. */
export function identifierOf(body: unknown): string | undefined {
  return loginShape.safeParse(body).data?.identifier.toLowerCase();
}

/**
 * `com.atproto.server.createSession`: any handle is an account, with any password but `bad`. A DID works once its account
 * exists; a leading `@` is refused, as by a PDS.
 */
export function createSession(core: Core, body: unknown): XrpcReply {
  const read = loginShape.safeParse(body).data;
  if (read === undefined) return refuseXrpc('invalid-request', 'Input must have the property "identifier"');
  const { bluesky } = core.store.state;
  const known = bluesky.repos.find(({ did }) => did === read.identifier)?.handle;
  const handle = known ?? handleOf(read.identifier);
  if (handle === undefined || read.password === 'bad' || read.password === '') return refuseXrpc('bad-login');
  const repo = repoFor(core, handle);
  const sid = String(Object.keys(bluesky.sessions).length + 1);
  const session = { did: repo.did, expiredUpTo: 0, access: 1, refresh: 1, refreshedAt: 0, revoked: false };
  bluesky.sessions[sid] = session;
  return { status: 200, body: tokensOf(core, sid, session) };
}

/** `com.atproto.server.refreshSession`: a used refresh token still works for two hours, with the same result. */
export function refreshSession(core: Core, authorization: string | undefined): XrpcReply {
  const claims = claimsOf(authorization);
  if (claims === undefined || claims.scope !== 'com.atproto.refresh') return refuseXrpc('invalid-token');
  const { sessions } = core.store.state.bluesky;
  const session = sessions[claims.sid];
  const now = core.rules.now();
  if (session === undefined || session.revoked) return refuseXrpc('revoked-token');
  if (claims.exp * 1000 <= now) return refuseXrpc('expired-token');
  const used = claims.number === session.refresh - 1 && now < session.refreshedAt + GRACE_MS;
  if (claims.number !== session.refresh && !used) return refuseXrpc('revoked-token');
  const next = used
    ? { ...session, access: session.access + 1 }
    : { ...session, access: session.access + 1, refresh: session.refresh + 1, refreshedAt: now };
  sessions[claims.sid] = next;
  return { status: 200, body: tokensOf(core, claims.sid, next) };
}

/** `com.atproto.server.deleteSession`: the refresh token becomes invalid at once; access tokens stay valid. */
export function deleteSession(core: Core, authorization: string | undefined): XrpcReply {
  const claims = claimsOf(authorization);
  const { sessions } = core.store.state.bluesky;
  const session = claims === undefined ? undefined : sessions[claims.sid];
  if (claims === undefined || session === undefined) return refuseXrpc('invalid-token');
  sessions[claims.sid] = { ...session, revoked: true };
  return { status: 200, body: {} };
}

/**
 * Returns the owner of the access token, or its refusal. As on a PDS, an expired token is refused with 400 before anything
 * else.
 */
export function callerOf(
  core: Core,
  authorization: string | undefined,
): { readonly repo: StoredRepo } | { readonly refusal: XrpcReply } {
  if (authorization === undefined) return { refusal: refuseXrpc('no-auth') };
  const claims = claimsOf(authorization);
  if (claims === undefined) return { refusal: refuseXrpc('invalid-token') };
  if (claims.scope === 'com.atproto.refresh')
    return { refusal: refuseXrpc('invalid-token', 'Bad token scope') };
  const { repos, sessions } = core.store.state.bluesky;
  const session = sessions[claims.sid];
  const repo = repos.find(({ did }) => did === claims.sub);
  if (session === undefined || repo === undefined) return { refusal: refuseXrpc('invalid-token') };
  const expired = claims.number <= session.expiredUpTo || claims.exp * 1000 <= core.rules.now();
  return expired ? { refusal: refuseXrpc('expired-token') } : { repo };
}

/** Expires an access token at once, as may happen in the middle of a thread. */
export function expireAccess(core: Core, authorization: string | undefined): void {
  const claims = claimsOf(authorization);
  const { sessions } = core.store.state.bluesky;
  const session = claims === undefined ? undefined : sessions[claims.sid];
  if (claims !== undefined && session !== undefined)
    sessions[claims.sid] = { ...session, expiredUpTo: Math.max(session.expiredUpTo, claims.number) };
}
