import type { EpochMs } from '../../time/epoch-ms.ts';
import type { Answer, Attempt, RateWindow, Receipt } from '../port.ts';
import { PublishingError } from '../publishing-error.ts';
import { type PinnedWrite, pinnedCid, writesOf } from './pinned.ts';
import { countedWindows } from './points.ts';
import { POST } from './record.ts';
import type { XrpcAnswer, XrpcRequest } from './xrpc.ts';

/** Posts per call: a service accepts 200 writes, and a thread's first post may add a gate. */
export const MOST_WRITES = 199;

/** The largest call, in bytes of JSON: services before 0.4.226 read 150 KiB, including some overhead. */
const MOST_BYTES = 148 * 1024;

export type Writing = {
  readonly did: string;
  readonly now: () => EpochMs;
  receiptOf(rkey: string, cid: string): Receipt;
  send(request: XrpcRequest): Promise<XrpcAnswer>;
  knownWindows(): Promise<readonly { readonly name: string; readonly resetAt: EpochMs }[]>;
};

type Part = { readonly attempt: Attempt; readonly writes: readonly PinnedWrite[] };

const asCreate = ({ collection, rkey, value }: PinnedWrite): object => ({
  $type: 'com.atproto.repo.applyWrites#create',
  collection,
  rkey,
  value,
});

/** Groups posts into calls, as many per call as fit. */
function callsOf(attempts: readonly Attempt[]): Part[][] {
  const calls: Part[][] = [];
  let bytes = MOST_BYTES;
  let count = 0;
  for (const attempt of attempts) {
    const writes = writesOf(attempt);
    const size = writes.reduce(
      (sum, write) => sum + Buffer.byteLength(JSON.stringify(asCreate(write))) + 1,
      0,
    );
    if (bytes + size > MOST_BYTES || count + writes.length > MOST_WRITES + 1) {
      calls.push([]);
      bytes = 0;
      count = 0;
    }
    calls.at(-1)?.push({ attempt, writes });
    bytes += size;
    count += writes.length;
  }
  return calls;
}

/** Returns the CIDs in the response, by the address of their records. */
function cidsOf({ body }: XrpcAnswer): ReadonlyMap<string, string> {
  const results: unknown = body['results'];
  const cids = new Map<string, string>();
  for (const result of Array.isArray(results) ? (results as unknown[]) : []) {
    if (typeof result !== 'object' || result === null) continue;
    const [uri, cid]: unknown[] = [Reflect.get(result, 'uri'), Reflect.get(result, 'cid')];
    if (typeof uri === 'string' && typeof cid === 'string') cids.set(uri, cid);
  }
  return cids;
}

/**
 * Returns why a response is not about a post, or `undefined` if it is. It must name this account's record under our own name
 * for it, with the CID of its content, so that it can't be a replayed response.
 */
function doubtOf(cids: ReadonlyMap<string, string>, attempt: Attempt, did: string): string | undefined {
  const cid = cids.get(`at://${did}/${POST}/${attempt.pinned?.id ?? ''}`);
  if (cid === undefined) return `the answer does not name post ${attempt.index}`;
  if (cid !== pinnedCid(attempt)) return `the answer names something else as post ${attempt.index}`;
  return undefined;
}

async function applyOne(parts: readonly Part[], writing: Writing): Promise<Answer<readonly Receipt[]>> {
  const [first] = parts;
  const last = parts.at(-1);
  const range =
    first === last
      ? `post ${first?.attempt.index}`
      : `posts ${first?.attempt.index} to ${last?.attempt.index}`;
  const doing = `publish ${range}`;
  const answer = await writing.send({
    method: 'com.atproto.repo.applyWrites',
    json: {
      repo: writing.did,
      validate: true,
      writes: parts.flatMap(({ writes }) => writes.map(asCreate)),
    },
    call: 'publish',
    once: true,
    doing,
  });
  const cids = cidsOf(answer);
  const value = parts.map(({ attempt }): Receipt => {
    const doubt = doubtOf(cids, attempt, writing.did);
    if (doubt !== undefined)
      throw new PublishingError(
        'outcome-unknown',
        `Could not ${doing} on Bluesky: ${doubt}. It may or may not have been carried out.`,
        { windows: answer.windows },
      );
    return writing.receiptOf(attempt.pinned?.id ?? '', pinnedCid(attempt));
  });
  return { value, windows: answer.windows };
}

/**
 * Sends pinned posts in one atomic call. If they don't fit, sends several calls, each replying to the last post of the previous
 * one. A failure after the first call has an unknown outcome, so that every post is looked for.
 */
export async function applyAll(
  attempts: readonly Attempt[],
  writing: Writing,
): Promise<Answer<readonly Receipt[]>> {
  const receipts: Receipt[] = [];
  let told: readonly RateWindow[] = [];
  for (const parts of callsOf(attempts)) {
    try {
      const { value, windows } = await applyOne(parts, writing);
      receipts.push(...value);
      told = windows;
    } catch (error) {
      if (receipts.length === 0 || !(error instanceof PublishingError)) throw error;
      const { message, status, windows } = error;
      throw new PublishingError('outcome-unknown', message, { status, windows, cause: error });
    }
  }
  const now = writing.now();
  const counted = countedWindows(attempts.length, now, await writing.knownWindows());
  return {
    value: receipts,
    windows: [...counted.filter(({ name }) => !told.some((window) => window.name === name)), ...told],
  };
}
