import type { Core } from '../core.ts';
import type { Strike } from '../faults.ts';
import { jsonBody } from '../json-body.ts';
import type { CallKind } from '../network-id.ts';
import type { SandboxContext, SandboxHono } from '../sandbox-hono.ts';
import { underFaults } from '../under-faults.ts';
import { uploadBlob } from './blobs.ts';
import { didOf } from './cid.ts';
import { type Charge, pointHeaders, takePoints, WRITE_POINTS } from './points.ts';
import { namedRefusal, refuseXrpc, type XrpcReply } from './problems.ts';
import {
  applyWrites,
  createRecord,
  deleteRecord,
  getRecord,
  landPending,
  listRecords,
  readWrites,
} from './repo.ts';
import {
  callerOf,
  createSession,
  deleteSession,
  expireAccess,
  identifierOf,
  refreshSession,
} from './sessions.ts';
import type { StoredRepo } from './state.ts';

/** The largest JSON that a PDS reads: 150 KiB before 0.4.226. */
const LARGEST_JSON = 150 * 1024;

/** The version that the sandbox reports: the oldest whose behaviour was tested. */
const VERSION = '0.4.217';

/** A request as seen by a method. */
type XrpcCall = {
  readonly core: Core;
  readonly context: SandboxContext;
  readonly body: unknown;
  readonly query: Readonly<Record<string, string | undefined>>;
  readonly authorization: string | undefined;
  readonly strike: Strike;
};

/** One method of a PDS: its kind for faults, its points, and its code. */
type Method = {
  readonly http: 'get' | 'post';
  readonly kind: CallKind;
  /** The points it takes from windows, besides the one for all requests. */
  readonly charges?: (call: XrpcCall, did: string) => Charge[];
} & (
  | { readonly open: (call: XrpcCall) => XrpcReply }
  | { readonly own: (call: XrpcCall, repo: StoredRepo) => XrpcReply | Promise<XrpcReply> }
);

const writePoints = (did: string, points: number): Charge[] => [
  { window: 'hour', who: did, points },
  { window: 'day', who: did, points },
];

/** Returns the points of an `applyWrites` call: the sum of its writes, whether or not it succeeds. */
function pointsOf(body: unknown): number {
  const writes = typeof body === 'object' && body !== null && 'writes' in body ? body.writes : [];
  if (!Array.isArray(writes)) return 0;
  return writes.reduce((sum: number, write: unknown) => {
    const type = typeof write === 'object' && write !== null && '$type' in write ? String(write.$type) : '';
    return sum + (WRITE_POINTS[type.split('#')[1] ?? ''] ?? 0);
  }, 0);
}

/** `com.atproto.identity.resolveHandle`: every handle exists, except those that begin with `nobody`. */
function resolveHandle({ query }: XrpcCall): XrpcReply {
  const handle = query['handle'] ?? '';
  if (!/^[a-z0-9][a-z0-9-]*(\.[a-z0-9-]+)+$/i.test(handle))
    return refuseXrpc('invalid-request', 'Params/handle must be a valid handle');
  if (/^nobody/i.test(handle)) return refuseXrpc('invalid-request', 'Unable to resolve handle');
  return { status: 200, body: { did: didOf(handle) } };
}

const METHODS: Readonly<Record<string, Method>> = {
  'com.atproto.server.createSession': {
    http: 'post',
    kind: 'login',
    charges: ({ body }) => {
      const who = identifierOf(body) ?? '';
      return [
        { window: 'login', who, points: 1 },
        { window: 'logins', who, points: 1 },
      ];
    },
    open: ({ core, body }) => createSession(core, body),
  },
  'com.atproto.server.refreshSession': {
    http: 'post',
    kind: 'login',
    open: ({ core, authorization }) => refreshSession(core, authorization),
  },
  'com.atproto.server.deleteSession': {
    http: 'post',
    kind: 'login',
    open: ({ core, authorization }) => deleteSession(core, authorization),
  },
  'com.atproto.server.getSession': {
    http: 'get',
    kind: 'read',
    own: (_, { did, handle }) => ({ status: 200, body: { did, handle, active: true } }),
  },
  'com.atproto.server.describeServer': {
    http: 'get',
    kind: 'read',
    open: () => ({
      status: 200,
      body: { did: 'did:web:sandbox', availableUserDomains: ['.test'], inviteCodeRequired: false },
    }),
  },
  'com.atproto.identity.resolveHandle': { http: 'get', kind: 'read', open: resolveHandle },
  'com.atproto.repo.getRecord': {
    http: 'get',
    kind: 'read',
    open: ({ core, query }) => getRecord(core, query),
  },
  'com.atproto.repo.listRecords': {
    http: 'get',
    kind: 'read',
    open: ({ core, query }) => listRecords(core, query),
  },
  'com.atproto.repo.uploadBlob': {
    http: 'post',
    kind: 'media',
    charges: () => [{ window: 'blobs', who: '', points: 1 }],
    own: async ({ core, context }, repo) =>
      uploadBlob(
        core,
        repo,
        Buffer.from(await context.req.arrayBuffer()),
        context.req.header('content-type') ?? 'application/octet-stream',
      ),
  },
  'com.atproto.repo.applyWrites': {
    http: 'post',
    kind: 'publish',
    charges: ({ body }, did) => writePoints(did, pointsOf(body)),
    own: ({ core, body, strike }, repo) => {
      const read = readWrites(core, repo, body);
      return 'refusal' in read ? read.refusal : applyWrites(core, repo, read, strike.lateMs);
    },
  },
  'com.atproto.repo.createRecord': {
    http: 'post',
    kind: 'publish',
    charges: (_, did) => writePoints(did, WRITE_POINTS['create'] ?? 0),
    own: ({ core, body, strike }, repo) => createRecord(core, repo, body, strike.lateMs),
  },
  'com.atproto.repo.deleteRecord': {
    http: 'post',
    kind: 'remove',
    charges: (_, did) => writePoints(did, WRITE_POINTS['delete'] ?? 0),
    own: ({ core, body }, repo) => deleteRecord(core, repo, body),
  },
};

function respond(core: Core, reply: XrpcReply, charges: readonly Charge[]): Response {
  return new Response(typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body), {
    status: reply.status,
    headers: {
      'content-type': reply.contentType ?? 'application/json; charset=utf-8',
      ...pointHeaders(core, charges),
    },
  });
}

const EVERY: Charge = { window: 'all', who: '', points: 1 };

/** Whether a body is JSON and longer than a PDS reads. An upload is not JSON, and has its own limit. */
const isTooLong = (context: SandboxContext): boolean =>
  /json/.test(context.req.header('content-type') ?? '') &&
  Number(context.req.header('content-length') ?? 0) > LARGEST_JSON;

const isUpload = (name: string): boolean => name === 'com.atproto.repo.uploadBlob';

function serve(core: Core, name: string, method: Method): (context: SandboxContext) => Promise<Response> {
  return (context) =>
    underFaults(core, context.env ?? {}, { network: 'bluesky', kind: method.kind }, async (strike) => {
      landPending(core);
      const authorization = context.req.header('authorization');
      if (strike.hits('expire-session')) expireAccess(core, authorization);
      const body = isUpload(name) || method.http === 'get' ? undefined : await jsonBody(context);
      const call: XrpcCall = { core, context, body, query: context.req.query(), authorization, strike };
      let charges: Charge[] = [EVERY];
      const answer = (reply: XrpcReply, carriedOut = false) => ({
        response: respond(core, reply, charges),
        carriedOut,
        refuse: (problem: string) => respond(core, namedRefusal(problem), charges),
      });
      if (isTooLong(context)) return answer(refuseXrpc('too-large'));
      const caller = 'own' in method ? callerOf(core, authorization) : undefined;
      if (caller !== undefined && 'refusal' in caller) return answer(caller.refusal);
      charges = [EVERY, ...(method.charges?.(call, caller?.repo.did ?? '') ?? [])];
      if (strike.refusal !== undefined) return answer(namedRefusal(strike.refusal));
      const enough = takePoints(core, charges);
      if (!enough) {
        core.store.save();
        return answer(refuseXrpc('rate-limited'));
      }
      if ('open' in method) return answer(method.open(call), true);
      return caller === undefined
        ? answer(refuseXrpc('no-auth'))
        : answer(await method.own(call, caller.repo), true);
    });
}

/** Adds the paths of a PDS under `/xrpc/`. */
export function addXrpc(app: SandboxHono, core: Core): void {
  app.get('/xrpc/_health', (context) => context.json({ version: VERSION }));
  for (const [name, method] of Object.entries(METHODS))
    app.on(method.http.toUpperCase(), `/xrpc/${name}`, serve(core, name, method));
  app.all('/xrpc/*', () => respond(core, refuseXrpc('no-method'), []));
}
