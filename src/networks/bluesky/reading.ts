import type { EpochMs } from '../../time/epoch-ms.ts';
import type { Answer, Attempt, Found, NewerPosts, PostsById, ReadPost, Receipt } from '../port.ts';
import { PublishingError } from '../publishing-error.ts';
import { pinnedCid } from './pinned.ts';
import { POST } from './record.ts';
import { tidTime } from './tid.ts';
import { type XrpcAnswer, XrpcRefusal } from './xrpc.ts';

/** What reading an account's own records needs. */
export type RecordReader = {
  readonly did: string;
  get(method: string, query: Readonly<Record<string, string>>): Promise<XrpcAnswer>;
  receiptOf(rkey: string, cid: string): Receipt;
};

type Json = Readonly<Record<string, unknown>>;
const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const rkeyOf = (uri: unknown): string => textOf(uri).split('/').at(-1) ?? '';

/** A record of a repo, as in responses of `getRecord` and `listRecords`. */
type Kept = { readonly rkey: string; readonly cid: string; readonly value: Json };

function keptOf(given: unknown): Kept | undefined {
  if (!isRecord(given) || !isRecord(given['value']) || typeof given['cid'] !== 'string') return undefined;
  return { rkey: rkeyOf(given['uri']), cid: given['cid'], value: given['value'] };
}

function readPost({ rkey, value }: Kept, did: string): ReadPost {
  const { reply } = value;
  const parent = isRecord(reply) && isRecord(reply['parent']) ? rkeyOf(reply['parent']['uri']) : null;
  const at = Date.parse(textOf(value['createdAt']));
  return {
    id: rkey,
    text: textOf(value['text']),
    at: Number.isFinite(at) ? at : tidTime(rkey),
    parentId: parent,
    authorId: did,
  };
}

/** Reads a record of the account's own repo; `undefined` if the repo certainly does not hold it. @throws PublishingError */
export async function getOwn(
  reader: RecordReader,
  collection: string,
  rkey: string,
): Promise<Answer<Kept | undefined>> {
  try {
    const query = { repo: reader.did, collection, rkey };
    const { body, windows } = await reader.get('com.atproto.repo.getRecord', query);
    const kept = keptOf(body);
    if (kept === undefined)
      throw new PublishingError(
        'transient',
        `The service gave no record for ${rkey} that can be read. It can be asked again.`,
      );
    return { value: kept, windows };
  } catch (error) {
    // Other errors, above all a gateway's, prove nothing about the record.
    if (error instanceof XrpcRefusal && error.error === 'RecordNotFound')
      return { value: undefined, windows: error.windows };
    throw error;
  }
}

/**
 * Returns what a reply to one of the account's posts must name: that post, and the root of its thread; for an outside `ref`.
 */
export async function outsideRefs(reader: RecordReader, rkey: string): Promise<string | undefined> {
  const { value: kept } = await getOwn(reader, POST, rkey);
  if (kept === undefined) return undefined;
  const parent = { uri: `at://${reader.did}/${POST}/${rkey}`, cid: kept.cid };
  const reply = isRecord(kept.value['reply']) ? kept.value['reply']['root'] : undefined;
  const root = isRecord(reply) ? { uri: textOf(reply['uri']), cid: textOf(reply['cid']) } : parent;
  return JSON.stringify({ parent, root });
}

/**
 * Looks for a post with an unknown outcome. Its call succeeded or failed as a whole, so checking its own name is enough. Absent
 * may also mean "still in flight"; that is safe, because a retry sends the same call, byte for byte.
 */
export async function findPinned(reader: RecordReader, attempt: Attempt): Promise<Answer<Found>> {
  const rkey = attempt.pinned?.id ?? '';
  const { value: kept, windows } = await getOwn(reader, POST, rkey);
  if (kept === undefined) return { value: { outcome: 'absent' }, windows };
  if (kept.cid !== pinnedCid(attempt)) {
    const reason = `the record ${rkey} exists, but is not this post`;
    return { value: { outcome: 'unsure', reason }, windows };
  }
  return { value: { outcome: 'found', receipt: reader.receiptOf(rkey, kept.cid) }, windows };
}

/** Records per page, and the maximum number of pages. */
const PAGE = 100;
const MOST_PAGES = 20;

/** Lists the account's posts, newest first, until `isOld` holds; `complete` if nothing was left unread. */
async function listOwn(
  reader: RecordReader,
  most: number,
  isOld: (rkey: string) => boolean,
): Promise<Answer<{ readonly kept: readonly Kept[]; readonly complete: boolean }>> {
  const kept: Kept[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const query = {
      repo: reader.did,
      collection: POST,
      limit: String(PAGE),
      ...(cursor === undefined ? {} : { cursor }),
    };
    const { body, windows } = await reader.get('com.atproto.repo.listRecords', query);
    const given: unknown = body['records'];
    const records = (Array.isArray(given) ? given : []).map(keptOf);
    for (const record of records) {
      // Part of the response can't be read, so absence can't be proved.
      if (record === undefined) return { value: { kept, complete: false }, windows };
      if (isOld(record.rkey)) return { value: { kept, complete: true }, windows };
      if (kept.length === most) return { value: { kept, complete: false }, windows };
      kept.push(record);
    }
    cursor = typeof body['cursor'] === 'string' ? body['cursor'] : undefined;
    if (cursor === undefined || records.length === 0) return { value: { kept, complete: true }, windows };
  }
  return { value: { kept, complete: false }, windows: [] };
}

/** Lists the account's posts that are newer than a given one; with `since`, also those named since then. */
export async function newerOwn(
  reader: RecordReader,
  id: string | null,
  { most, since }: { readonly most: number; readonly since: EpochMs | undefined },
): Promise<Answer<NewerPosts>> {
  const isOld = (rkey: string): boolean =>
    id !== null && rkey <= id && (since === undefined || tidTime(rkey) < since);
  const { value, windows } = await listOwn(reader, most, isOld);
  const posts = value.kept.map((kept) => readPost(kept, reader.did));
  return { value: { posts, complete: value.complete }, windows };
}

/** How far our clock may differ from the clock of another machine that named a record, in ms. */
const CLOCK_SLACK_MS = 3 * 60 * 60_000;

/**
 * Looks for a post that was never pinned here, because another machine may have sent it. Matches its text and its parent among
 * the posts since the attempt.
 */
export async function findByWords(reader: RecordReader, attempt: Attempt): Promise<Answer<Found>> {
  const since = attempt.attemptedAt - CLOCK_SLACK_MS;
  const { after } = attempt;
  const isOld = (rkey: string): boolean => tidTime(rkey) < since || (after != null && rkey <= after);
  const { value, windows } = await listOwn(reader, Number.POSITIVE_INFINITY, isOld);
  const parent = attempt.parent?.id ?? (attempt.index === 1 ? (attempt.replyTo?.id ?? null) : undefined);
  const words = attempt.text.toWellFormed();
  const same = value.kept.filter((kept) => {
    const post = readPost(kept, reader.did);
    return post.text === words && (parent === undefined || post.parentId === parent);
  });
  const [only, another] = same;
  if (another !== undefined)
    return { value: { outcome: 'unsure', reason: 'the account has its words twice' }, windows };
  if (only !== undefined)
    return { value: { outcome: 'found', receipt: reader.receiptOf(only.rkey, only.cid) }, windows };
  return value.complete
    ? { value: { outcome: 'absent' }, windows }
    : { value: { outcome: 'unsure', reason: 'not all of the account could be read' }, windows };
}

/** Reads posts by their record keys. */
export async function readOwn(reader: RecordReader, ids: readonly string[]): Promise<Answer<PostsById>> {
  const posts: ReadPost[] = [];
  const gone: string[] = [];
  let windows: Answer<unknown>['windows'] = [];
  for (const id of ids) {
    const answer = await getOwn(reader, POST, id);
    windows = answer.windows;
    if (answer.value === undefined) gone.push(id);
    else posts.push(readPost(answer.value, reader.did));
  }
  return { value: { posts, gone }, windows };
}
