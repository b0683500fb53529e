import { z } from 'zod';
import type { Core } from '../core.ts';
import { nextTid, recordCid, wrongValue } from './cid.ts';
import { refuseXrpc, type XrpcReply } from './problems.ts';
import type { StoredRecord, StoredRepo } from './state.ts';
import { blobsIn, refusedRecord } from './validate-record.ts';

/** A record key in TID format: required for posts of clients that choose their own keys. */
const TID = /^[2-7a-j][2-7a-z]{12}$/;
const COLLECTION = /^[a-z0-9-]+(\.[a-zA-Z0-9-]+)+$/;

/** The maximum number of writes per call. */
const MOST_WRITES = 200;

const writeShape = z.object({
  $type: z.string(),
  collection: z.string().regex(COLLECTION),
  rkey: z.string().max(512).optional(),
  value: z.record(z.string(), z.unknown()).optional(),
});

/** The body of `com.atproto.repo.applyWrites`. */
const writesShape = z.object({
  repo: z.string(),
  validate: z.boolean().optional(),
  writes: z.array(writeShape),
  swapCommit: z.string().optional(),
});

const TYPE = 'com.atproto.repo.applyWrites#';

/** A write with its record key. */
export type Write = {
  readonly action: 'create' | 'update' | 'delete';
  readonly collection: string;
  readonly rkey: string;
  readonly value: Readonly<Record<string, unknown>>;
};

type Read = { readonly writes: readonly Write[]; readonly swapCommit?: string };

const isAction = (name: string): name is Write['action'] => ['create', 'update', 'delete'].includes(name);

/** Whether a name is the DID or the handle of a repo. */
const isNamed = (repo: StoredRepo, name: string): boolean => name === repo.did || name === repo.handle;

/** Parses the body of `applyWrites`, with all checks that a PDS makes before it looks at the repo. */
export function readWrites(
  core: Core,
  repo: StoredRepo,
  body: unknown,
): Read | { readonly refusal: XrpcReply } {
  const read = writesShape.safeParse(body);
  if (!read.success)
    return {
      refusal: refuseXrpc('invalid-request', `Input/${read.error.issues[0]?.path.join('/')} is wrong`),
    };
  const { writes, validate, swapCommit } = read.data;
  if (!isNamed(repo, read.data.repo)) return { refusal: refuseXrpc('bad-login', 'Authentication Required') };
  if (writes.length > MOST_WRITES)
    return { refusal: refuseXrpc('invalid-request', `Too many writes. Max: ${MOST_WRITES}`) };
  const known: Write[] = [];
  for (const [index, write] of writes.entries()) {
    const action = write.$type.startsWith(TYPE) ? write.$type.slice(TYPE.length) : '';
    if (!isAction(action))
      return { refusal: refuseXrpc('invalid-request', `Action not supported: ${write.$type}`) };
    const rkey =
      write.rkey ?? (action === 'create' ? nextTid(core.store.state.bluesky, core.rules.now()) : '');
    if (action !== 'delete') {
      const wrong = wrongRecord({ ...write, rkey }, index, validate !== false);
      if (wrong !== undefined) return { refusal: wrong };
    }
    known.push({ action, collection: write.collection, rkey, value: write.value ?? {} });
  }
  return { writes: known, ...(swapCommit === undefined ? {} : { swapCommit }) };
}

function wrongRecord(
  write: { readonly collection: string; readonly rkey: string; readonly value?: unknown },
  index: number,
  validate: boolean,
): XrpcReply | undefined {
  const path = `$.writes[${index}].record`;
  if (!TID.test(write.rkey))
    return refuseXrpc(
      'invalid-request',
      `Invalid TID: ${JSON.stringify(write.rkey)} at $.writes[${index}].rkey`,
    );
  const wrong = wrongValue(write.value, path);
  if (wrong !== undefined) return refuseXrpc('invalid-request', wrong);
  return validate ? refusedRecord(write.collection, write.value, path) : undefined;
}

const at = (repo: StoredRepo, write: Pick<Write, 'collection' | 'rkey'>): StoredRecord | undefined =>
  repo.records.find(({ collection, rkey }) => collection === write.collection && rkey === write.rkey);

/** Returns why a whole call can't be executed; nothing is written then. */
function refusedCall(core: Core, repo: StoredRepo, writes: readonly Write[]): XrpcReply | undefined {
  const { blobs } = core.store.state.bluesky;
  const keys = new Set<string>();
  for (const write of writes) {
    const key = `${write.collection}/${write.rkey}`;
    const exists = at(repo, write) !== undefined;
    // A PDS answers 500 without an explanation, for a key that exists and for one that is missing.
    if ((write.action === 'create') === exists || keys.has(key)) return refuseXrpc('internal-error');
    keys.add(key);
  }
  for (const { value } of writes)
    for (const cid of blobsIn(value))
      if (!blobs.some((blob) => blob.cid === cid && blob.did === repo.did))
        return refuseXrpc('blob-not-found', `Could not find blob: ${cid}`);
  return undefined;
}

/** Deletes blobs of removed records that no other record uses. */
function dropBlobs(core: Core, repo: StoredRepo, removed: readonly StoredRecord[]): void {
  const gone = new Set(removed.flatMap(({ value }) => blobsIn(value)));
  if (gone.size === 0) return;
  for (const { value } of repo.records) for (const cid of blobsIn(value)) gone.delete(cid);
  const { bluesky } = core.store.state;
  bluesky.blobs = bluesky.blobs.filter(({ cid, did }) => did !== repo.did || !gone.has(cid));
}

function commit(core: Core, repo: StoredRepo, writes: readonly Write[]): void {
  const now = core.rules.now();
  const rev = nextTid(core.store.state.bluesky, now);
  const removed = writes
    .filter(({ action }) => action !== 'create')
    .flatMap((write) => at(repo, write) ?? []);
  const gone = new Set(removed);
  const made = writes.map(({ action, collection, rkey, value }) =>
    action === 'delete' ? undefined : { collection, rkey, cid: recordCid(value), value, at: now, rev },
  );
  repo.records = [
    ...repo.records.filter((record) => !gone.has(record)),
    ...made.filter((record) => record !== undefined),
  ];
  repo.commits += 1;
  repo.rev = rev;
  repo.head = recordCid({ did: repo.did, rev, prev: repo.head });
  dropBlobs(core, repo, removed);
}

/**
 * Executes a call completely or not at all. With `lateMs`, it arrives now and takes effect later, like a call whose client gave
 * up.
 */
export function applyWrites(
  core: Core,
  repo: StoredRepo,
  { writes, swapCommit }: Read,
  lateMs: number,
): XrpcReply {
  if (swapCommit !== undefined && swapCommit !== repo.head)
    return refuseXrpc('invalid-swap', `Commit was at ${repo.head}`);
  const refusal = refusedCall(core, repo, writes);
  if (refusal !== undefined) return refusal;
  if (lateMs > 0)
    core.store.state.bluesky.pending.push({ at: core.rules.now() + lateMs, did: repo.did, writes });
  else commit(core, repo, writes);
  const results = writes.map(({ action, collection, rkey, value }) =>
    action === 'delete'
      ? { $type: `${TYPE}deleteResult` }
      : {
          $type: `${TYPE}${action}Result`,
          uri: `at://${repo.did}/${collection}/${rkey}`,
          cid: recordCid(value),
          validationStatus: 'valid',
        },
  );
  return { status: 200, body: { commit: { cid: repo.head, rev: repo.rev }, results } };
}

/** Executes delayed calls that are due, unless their keys were taken meanwhile. */
export function landPending(core: Core): void {
  const { bluesky } = core.store.state;
  if (bluesky.pending.length === 0) return;
  const now = core.rules.now();
  const due = bluesky.pending.filter(({ at: when }) => when <= now);
  bluesky.pending = bluesky.pending.filter(({ at: when }) => when > now);
  for (const { did, writes } of due) {
    const repo = bluesky.repos.find((other) => other.did === did);
    const known = writes as readonly Write[];
    if (repo !== undefined && refusedCall(core, repo, known) === undefined) commit(core, repo, known);
  }
}

const deleteShape = z.object({ repo: z.string(), collection: z.string(), rkey: z.string() });

/** `com.atproto.repo.deleteRecord`: succeeds if the record does not exist. */
export function deleteRecord(core: Core, repo: StoredRepo, body: unknown): XrpcReply {
  const read = deleteShape.safeParse(body).data;
  if (read === undefined) return refuseXrpc('invalid-request', 'Input must have the property "rkey"');
  if (!isNamed(repo, read.repo)) return refuseXrpc('bad-login', 'Authentication Required');
  const write: Write = { action: 'delete', collection: read.collection, rkey: read.rkey, value: {} };
  if (at(repo, write) === undefined) return { status: 200, body: {} };
  commit(core, repo, [write]);
  return { status: 200, body: { commit: { cid: repo.head, rev: repo.rev } } };
}

const createShape = z.object({
  repo: z.string(),
  collection: z.string(),
  rkey: z.string().optional(),
  validate: z.boolean().optional(),
  record: z.record(z.string(), z.unknown()),
});

/** `com.atproto.repo.createRecord`, as a call with one write. */
export function createRecord(core: Core, repo: StoredRepo, body: unknown, lateMs: number): XrpcReply {
  const read = createShape.safeParse(body).data;
  if (read === undefined) return refuseXrpc('invalid-request', 'Input must have the property "record"');
  const { collection, rkey, record, validate } = read;
  const write = { $type: `${TYPE}create`, collection, rkey, value: record };
  const writes = readWrites(core, repo, { repo: read.repo, writes: [write], validate });
  if ('refusal' in writes) return writes.refusal;
  const reply = applyWrites(core, repo, writes, lateMs);
  const made = at(repo, writes.writes[0] ?? { collection, rkey: '' });
  if (reply.status !== 200 || made === undefined) return reply;
  const uri = `at://${repo.did}/${collection}/${made.rkey}`;
  const head = { cid: repo.head, rev: repo.rev };
  return { status: 200, body: { uri, cid: made.cid, commit: head, validationStatus: 'valid' } };
}

type Query = Readonly<Record<string, string | undefined>>;

const repoNamed = (core: Core, name: string | undefined): StoredRepo | undefined =>
  core.store.state.bluesky.repos.find((repo) => isNamed(repo, name ?? ''));

/** `com.atproto.repo.getRecord`. A PDS asks elsewhere for an unknown repo; here that always fails. */
export function getRecord(core: Core, { repo: name, collection = '', rkey = '' }: Query): XrpcReply {
  const repo = repoNamed(core, name);
  if (repo === undefined) return refuseXrpc('upstream-failure');
  const record = at(repo, { collection, rkey });
  const uri = `at://${repo.did}/${collection}/${rkey}`;
  if (record === undefined) return refuseXrpc('record-not-found', `Could not locate record: ${uri}`);
  return { status: 200, body: { uri, cid: record.cid, value: record.value } };
}

/** `com.atproto.repo.listRecords`: newest record key first, needs no login. */
export function listRecords(core: Core, query: Query): XrpcReply {
  const repo = repoNamed(core, query['repo']);
  if (repo === undefined) return refuseXrpc('invalid-request', `Could not find repo: ${query['repo']}`);
  const limit = Number(query['limit'] ?? 50);
  if (!(Number.isInteger(limit) && limit >= 1 && limit <= 100))
    return refuseXrpc('invalid-request', 'Params/limit must be between 1 and 100');
  const { collection = '', cursor, reverse } = query;
  const sorted = repo.records
    .filter((record) => record.collection === collection)
    .sort((a, b) => (a.rkey < b.rkey ? 1 : -1));
  const ordered = reverse === 'true' ? sorted.reverse() : sorted;
  const after = ordered.filter(
    ({ rkey }) => cursor === undefined || (reverse === 'true' ? rkey > cursor : rkey < cursor),
  );
  const page = after.slice(0, limit);
  const records = page.map(({ rkey, cid, value }) => ({
    uri: `at://${repo.did}/${collection}/${rkey}`,
    cid,
    value,
  }));
  const last = page.at(-1)?.rkey;
  return { status: 200, body: { records, ...(last === undefined ? {} : { cursor: last }) } };
}
