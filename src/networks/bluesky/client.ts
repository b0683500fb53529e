import type { Answer, Attempt, Identity, NetworkClient, Receipt, UploadedMedia } from '../port.ts';
import { PublishingError } from '../publishing-error.ts';
import { BLUESKY_SERVICE, BLUESKY_SITE, type BlueskyClientOptions, redacted } from './account.ts';
import { pinRecords } from './pinned.ts';
import {
  findByWords,
  findPinned,
  getOwn,
  newerOwn,
  outsideRefs,
  type RecordReader,
  readOwn,
} from './reading.ts';
import { POST, THREADGATE } from './record.ts';
import { endSession, sessionPermissions } from './session.ts';
import { TID_CLOCKS } from './tid.ts';
import { applyAll, MOST_WRITES } from './writing.ts';
import { callXrpc, type XrpcAnswer, type XrpcPlace, XrpcRefusal, type XrpcRequest } from './xrpc.ts';

/** How long an upload counts as valid: services delete unreferenced blobs after minutes. Then it is uploaded again. */
const UPLOAD_KEPT_MS = 20 * 60_000;

/** Waits between searches for a call that may be in flight: it lands within a second of sending, if at all. */
const FIND_DELAYS_MS = [1_000, 5_000, 20_000];

/** The session's identity, and the URL of its repo. */
type Me = Identity & { readonly service: string };

/** Returns the PDS that a DID document names; https only, or localhost if the service is there too. */
function pdsOf(document: unknown, service: string): string {
  const listed: unknown =
    typeof document === 'object' && document !== null ? Reflect.get(document, 'service') : [];
  for (const entry of Array.isArray(listed) ? listed : []) {
    const { id, serviceEndpoint: at } = entry as { id?: unknown; serviceEndpoint?: unknown };
    if (typeof id !== 'string' || !id.endsWith('#atproto_pds') || typeof at !== 'string') continue;
    if (URL.canParse(at) && new URL(at).protocol === 'https:') return new URL(at).origin;
  }
  return service;
}

/**
 * Makes the Bluesky client for one account. A thread is one atomic call; its records are pinned before, and the client never
 * repeats a call: the journal decides.
 */
export function blueskyClient(options: BlueskyClientOptions): NetworkClient {
  const { login, tokens } = options;
  const now = options.now ?? Date.now;
  const service = new URL(options.baseUrl ?? BLUESKY_SERVICE).origin;
  const site = service === BLUESKY_SERVICE || options.baseUrl === undefined ? BLUESKY_SITE : service;
  const clock = Math.floor((options.random ?? Math.random)() * TID_CLOCKS);
  const clean = (text: string): string => redacted(text, [login.appPassword, ...tokens.given()]);
  const place: XrpcPlace = {
    service,
    timeoutMs: options.timeoutMs ?? 30_000,
    now,
    clean,
    exchange: options.exchange,
  };
  let known: Me | undefined;

  /**
   * Sends with a valid session. An expired one is refused before the call is executed, so this is the one refusal after which
   * the same call is sent again, once. Asks `allowed` before each request.
   */
  async function send(
    request: XrpcRequest,
    at = known?.service ?? service,
    allowed?: () => Promise<void>,
  ): Promise<XrpcAnswer> {
    const there = { ...place, service: at };
    const token = await tokens.current();
    await allowed?.();
    try {
      return await callXrpc(there, { ...request, token });
    } catch (error) {
      const isExpired = error instanceof XrpcRefusal && error.error === 'ExpiredToken';
      if (!isExpired) throw error;
      const fresh = await tokens.renewed(token);
      await allowed?.();
      return callXrpc(there, { ...request, token: fresh });
    }
  }

  async function whoami(): Promise<Me> {
    const request = {
      method: 'com.atproto.server.getSession',
      call: 'read',
      once: false,
      doing: 'log in',
    } as const;
    const { did, handle, didDoc } = (await send(request, service)).body;
    if (typeof did !== 'string' || !/^did:[a-z]+:/.test(did) || typeof handle !== 'string')
      throw new PublishingError(
        'transient',
        'Could not log in on Bluesky: it did not say whose credentials these are.',
      );
    known = { id: did, handle, service: pdsOf(didDoc, service) };
    return known;
  }

  const me = async (): Promise<Me> => known ?? whoami();

  function receiptOf({ handle }: Me, rkey: string, cid: string): Receipt {
    return { id: rkey, url: `${site}/profile/${handle}/post/${rkey}`, at: now(), ref: cid };
  }

  async function reader(doing: string): Promise<RecordReader> {
    const account = await me();
    return {
      did: account.id,
      get: (method, query) => send({ method, query, call: 'read', once: false, doing }),
      receiptOf: (rkey, cid) => receiptOf(account, rkey, cid),
    };
  }

  /** Adds the CID to a receipt that the user entered, by reading the record. */
  async function withRef(receipt: Receipt | null): Promise<Receipt | null> {
    if (receipt === null || receipt.ref !== undefined) return receipt;
    const { value } = await getOwn(await reader(`read post ${receipt.id}`), POST, receipt.id);
    return value === undefined ? receipt : { ...receipt, ref: value.cid };
  }

  /** Completes the reference to a post outside the thread, if it lacks what a reply needs. */
  async function withOutside(attempt: Attempt): Promise<Attempt> {
    const { replyTo } = attempt;
    if (replyTo === undefined || replyTo.ref?.startsWith('{') === true) return attempt;
    const ref = await outsideRefs(await reader(`read ${replyTo.url}`), replyTo.id);
    if (ref !== undefined) return { ...attempt, replyTo: { ...replyTo, ref } };
    const gone = `Could not publish post ${attempt.index} on Bluesky: the post that it replies to is gone (${replyTo.url}). Nothing was sent.`;
    throw new PublishingError('rejected', gone);
  }

  async function deleteRecord(collection: string, rkey: string): Promise<XrpcAnswer> {
    const { id: repo } = await me();
    return send({
      method: 'com.atproto.repo.deleteRecord',
      json: { repo, collection, rkey },
      call: 'remove',
      once: false,
      doing: `remove post ${rkey}`,
    });
  }

  return {
    network: 'bluesky',
    sends: 'thread',
    mostPerCall: MOST_WRITES,
    findDelaysMs: options.findDelaysMs ?? FIND_DELAYS_MS,
    async identify() {
      const { id, handle } = await whoami();
      return { value: { id, handle }, windows: [] };
    },
    permissions: async () => sessionPermissions(await tokens.current()),
    async signOut() {
      const pair = await tokens.kept();
      if (pair !== undefined) await endSession(place, pair.refreshToken);
      // The app password stays valid.
      return false;
    },
    async upload({ path, mime, bytes }): Promise<Answer<UploadedMedia>> {
      await me();
      const { body, windows } = await send({
        method: 'com.atproto.repo.uploadBlob',
        file: { mime, bytes },
        call: 'media',
        once: false,
        doing: `upload ${clean(path)}`,
      });
      const { blob } = body;
      const ref: unknown = typeof blob === 'object' && blob !== null ? Reflect.get(blob, 'ref') : undefined;
      const link: unknown = typeof ref === 'object' && ref !== null ? Reflect.get(ref, '$link') : undefined;
      if (typeof link !== 'string')
        throw new PublishingError(
          'transient',
          `Could not upload ${clean(path)} on Bluesky: no blob in the answer.`,
        );
      // Keep the response's blob unchanged in the record: the service detected its type from the bytes.
      const value = { id: link, ref: JSON.stringify(blob), expiresAt: now() + UPLOAD_KEPT_MS };
      return { value, windows };
    },
    async pin(attempts) {
      const { id: did } = await me();
      const [first, ...rest] = attempts;
      if (first === undefined) return [];
      const parent = await withRef(first.parent);
      const root = await withRef(first.root);
      const opening = await withOutside({ ...first, parent, root });
      const { replyTo } = opening;
      const shared = replyTo === undefined ? {} : { replyTo };
      const all = [
        opening,
        ...rest.map((attempt) => ({ ...attempt, root: attempt.root === null ? null : root, ...shared })),
      ];
      return pinRecords(all, { did, now: now(), clock });
    },
    async publish(attempts, allowed) {
      const account = await me();
      const receipts = (rkey: string, cid: string): Receipt => receiptOf(account, rkey, cid);
      return applyAll(attempts, {
        did: account.id,
        now,
        receiptOf: receipts,
        send: (request) => send(request, account.service, allowed),
        knownWindows: options.knownWindows ?? (async () => []),
      });
    },
    async find(attempt) {
      const records = await reader(`look for post ${attempt.index}`);
      return attempt.pinned === undefined ? findByWords(records, attempt) : findPinned(records, attempt);
    },
    read: async (ids) => readOwn(await reader('read posts'), ids),
    newerThan: async (id, most, since) =>
      newerOwn(await reader('read the account’s posts'), id, { most, since }),
    async remove(id) {
      const records = await reader(`remove post ${id}`);
      const gate = await getOwn(records, THREADGATE, id);
      if (gate.value !== undefined) await deleteRecord(THREADGATE, id);
      const { windows } = await deleteRecord(POST, id);
      return { value: null, windows };
    },
  };
}
