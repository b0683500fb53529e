import { z } from 'zod';
import { MINUTE_MS } from '../../time/durations.ts';
import type { EpochMs } from '../../time/epoch-ms.ts';
import type { Attempt, PinnedRecord } from '../port.ts';
import { PublishingError } from '../publishing-error.ts';
import { recordCid } from './cid.ts';
import type { RecordValue } from './dag-cbor.ts';
import {
  gateRecord,
  POST,
  postRecord,
  type ReplyRefs,
  type StrongRef,
  THREADGATE,
  type WrongRecord,
} from './record.ts';
import { TID, tid, tidTime } from './tid.ts';

/** One record of a pinned post: the post itself, or the thread gate of a first post. */
export type PinnedWrite = { readonly collection: string; readonly rkey: string; readonly value: RecordValue };

const writeShape = z.array(
  z.strictObject({
    collection: z.enum([POST, THREADGATE]),
    value: z.record(
      z.string(),
      z.custom<RecordValue>((value) => value !== undefined),
    ),
  }),
);

function refuse(index: number, what: string): PublishingError {
  return new PublishingError(
    'rejected',
    `Could not publish post ${index} on Bluesky: ${what}. Nothing was sent.`,
  );
}

/** Reads the pinned records of a post; the frozen file may have been edited by hand. @throws PublishingError */
export function writesOf({ index, pinned }: Attempt): readonly PinnedWrite[] {
  if (pinned === undefined) throw new Error(`Post ${index} was not pinned.`);
  let json: unknown;
  try {
    json = JSON.parse(pinned.record);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw refuse(index, 'its pinned record is not JSON');
  }
  const read = writeShape.safeParse(json).data;
  if (read === undefined || read[0]?.collection !== POST || !TID.test(pinned.id))
    throw refuse(index, 'its pinned record is not a post');
  return read.map(({ collection, value }) => ({ collection, rkey: pinned.id, value }));
}

/** Returns the CID of a pinned post. @throws PublishingError */
export function pinnedCid(attempt: Attempt): string {
  const [post] = writesOf(attempt);
  if (post === undefined) throw new Error('writesOf gives at least the post.');
  return recordCid(post.value);
}

const uriOf = (did: string, rkey: string): string => `at://${did}/${POST}/${rkey}`;

/** The `ref` of a post outside the thread: its address, and the first post of its own thread. */
export const outsideRef = z.strictObject({
  parent: z.strictObject({ uri: z.string(), cid: z.string() }),
  root: z.strictObject({ uri: z.string(), cid: z.string() }),
});

/** What pinning needs. `clock` is this process's TID clock id. */
export type Pinning = { readonly did: string; readonly now: EpochMs; readonly clock: number };

/** Returns the reply references of the first post, if it replies to a post outside the thread. */
function outsideReply({ index, replyTo }: Attempt, did: string): ReplyRefs | undefined {
  if (replyTo === undefined) return undefined;
  // Our own receipts have only the CID: the post was the first of its thread, or its first post is unknown.
  if (replyTo.ref === undefined)
    throw refuse(index, `the post that it replies to is not known (${replyTo.url})`);
  if (!replyTo.ref.startsWith('{')) {
    const own = { uri: uriOf(did, replyTo.id), cid: replyTo.ref };
    return { root: own, parent: own };
  }
  const read = outsideRef.safeParse(JSON.parse(replyTo.ref)).data;
  if (read === undefined) throw refuse(index, `the post that it replies to is not known (${replyTo.url})`);
  return read;
}

/** If the clock was set back by less than this, names are adjusted; an older name comes from a machine with a wrong clock. */
const SET_BACK_MS = 10 * MINUTE_MS;

/**
 * Returns the time for new names: now, or just after the newest known post if the clock was set back since. Along a thread,
 * names must rise however far the clock was set back: also after the names that some of its posts have already.
 */
function nameTime(attempts: readonly Attempt[], now: EpochMs): EpochMs {
  const timesOf = (ids: readonly (string | null | undefined)[]): EpochMs[] =>
    ids.flatMap((id) => (id != null && TID.test(id) ? [tidTime(id) + 1] : []));
  const inThread = timesOf(attempts.flatMap(({ parent, pinned }) => [parent?.id, pinned?.id]));
  const before = timesOf(attempts.flatMap(({ after, root }) => [after, root?.id]));
  return Math.max(now, ...inThread, ...before.filter((time) => time - now < SET_BACK_MS));
}

const isWrong = (value: object): value is WrongRecord => 'wrong' in value;

/**
 * Fixes the records of posts in order: names, times, and the CIDs by which each names its parent, all known before anything is
 * sent. Records pinned earlier stay unchanged, and later posts refer to them.
 *
 * @throws PublishingError `rejected` for a post that can't be sent
 */
export function pinRecords(attempts: readonly Attempt[], { did, now, clock }: Pinning): PinnedRecord[] {
  const named = nameTime(attempts, now);
  const refs = new Map<number, StrongRef>();
  const known = ({ id, ref }: { readonly id: string; readonly ref?: string }): StrongRef | undefined =>
    ref === undefined ? undefined : { uri: uriOf(did, id), cid: ref };
  return attempts.map((attempt, position) => {
    const { index, parent, root, pinned } = attempt;
    if (pinned !== undefined) {
      refs.set(index, { uri: uriOf(did, pinned.id), cid: pinnedCid(attempt) });
      return pinned;
    }
    const rkey = tid(named, position, clock);
    const createdAt = new Date(now + position).toISOString();
    const outside = outsideReply(attempt, did);
    const before = refs.get(index - 1) ?? (parent === null ? undefined : known(parent));
    const first = outside?.root ?? refs.get(1) ?? (root === null ? undefined : known(root));
    if (index > 1 && (before === undefined || first === undefined))
      throw refuse(index, 'the post before it is not known');
    const inside = before === undefined || first === undefined ? undefined : { root: first, parent: before };
    const record = postRecord(attempt, createdAt, index === 1 ? outside : inside);
    if (isWrong(record)) throw refuse(index, record.wrong);
    const value = record as RecordValue;
    const ref = { uri: uriOf(did, rkey), cid: recordCid(value) };
    refs.set(index, ref);
    const gate =
      index === 1 && outside === undefined
        ? gateRecord(attempt.replySettings, ref.uri, createdAt)
        : undefined;
    if (gate !== undefined && isWrong(gate)) throw refuse(index, gate.wrong);
    const writes = [
      { collection: POST, value },
      ...(gate === undefined ? [] : [{ collection: THREADGATE, value: gate }]),
    ];
    return { id: rkey, record: JSON.stringify(writes) };
  });
}
