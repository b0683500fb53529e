import type { EpochMs } from '../../time/epoch-ms.ts';
import type { Answer, MediaFile, RateWindow, UploadedMedia } from '../port.ts';
import { PublishingError } from '../publishing-error.ts';
import type { XRequest, XResponse, XTransport } from './request.ts';
import { dataOf } from './timeline.ts';
import { tightest } from './windows.ts';

/** Bytes per segment; X accepts up to 1,000 segments. */
const SEGMENT_BYTES = 1024 * 1024;

/** The longest alt text, in code points (https://docs.x.com/x-api/media/metadata-create). */
const ALT_LENGTH = 1000;

/** How long to wait for processing: the largest video takes minutes, anything longer is stuck. */
const LONGEST_PROCESSING_MS = 10 * 60_000;

/** X's media categories by MIME type prefix; the first match wins. */
const CATEGORIES: readonly (readonly [string, string])[] = [
  ['image/gif', 'tweet_gif'],
  ['image/', 'tweet_image'],
  ['video/', 'tweet_video'],
];

const numberOf = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined;

type Processing = { readonly state: string; readonly waitMs: number; readonly reason: string };

function processingOf(body: unknown): Processing | undefined {
  const info = dataOf(body)['processing_info'];
  if (typeof info !== 'object' || info === null) return undefined;
  const state: unknown = Reflect.get(info, 'state');
  const error: unknown = Reflect.get(info, 'error');
  const reason: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'message') : '';
  // A missing value or 0 would make this a busy loop.
  const seconds = Math.max(1, numberOf(Reflect.get(info, 'check_after_secs')) ?? 1);
  return { state: String(state), waitMs: seconds * 1000, reason: typeof reason === 'string' ? reason : '' };
}

/** What an upload needs; `clean` removes credentials from what X says. */
type UploadPorts = {
  readonly send: XTransport;
  readonly now: () => EpochMs;
  readonly sleep: (ms: number) => Promise<void>;
  readonly clean: (text: string) => string;
};

/**
 * Uploads one file in segments, waits until X has processed it, and sets its alt text. Safe to repeat: unused uploads expire.
 * @throws {PublishingError} `rejected` for a file that X won't accept
 */
export async function uploadMedia(
  { send, now, sleep, clean }: UploadPorts,
  file: MediaFile,
): Promise<Answer<UploadedMedia>> {
  const doing = `upload ${file.path}`;
  const category = CATEGORIES.find(([prefix]) => file.mime.startsWith(prefix))?.[1];
  const refuse = (why: string): never => {
    throw new PublishingError('rejected', `Could not ${doing} to X: ${why}`);
  };
  if (category === undefined) return refuse(`it is ${file.mime}; X takes images and videos.`);
  if (file.bytes.length === 0) return refuse('the file is empty.');
  const altLength = Array.from(file.alt).length;
  if (altLength > ALT_LENGTH && category !== 'tweet_video')
    return refuse(`its alt text has ${altLength} characters; X takes ${ALT_LENGTH}.`);

  const told: RateWindow[] = [];
  const ask = async (
    request: Pick<XRequest, 'method' | 'path' | 'query' | 'body' | 'form'>,
  ): Promise<XResponse> => {
    const response = await send({ ...request, call: 'media', once: false, doing });
    told.push(...response.windows);
    return response;
  };
  const started = await ask({
    method: 'POST',
    path: 'media/upload/initialize',
    body: { media_type: file.mime, total_bytes: file.bytes.length, media_category: category },
  });
  const id = dataOf(started.body)['id'];
  if (typeof id !== 'string' || !/^\d+$/.test(id))
    throw new PublishingError('transient', `Could not ${doing} to X: it gave no id. Try again.`);
  for (let at = 0, segment = 0; at < file.bytes.length; at += SEGMENT_BYTES, segment += 1) {
    const media = Buffer.from(file.bytes.subarray(at, at + SEGMENT_BYTES));
    const path = `media/upload/${id}/append`;
    await ask({ method: 'POST', path, form: true, body: { segment_index: segment, media } });
  }
  const finished = await ask({ method: 'POST', path: `media/upload/${id}/finalize` });
  const seconds = numberOf(dataOf(finished.body)['expires_after_secs']);

  let waited = 0;
  let info = processingOf(finished.body);
  while (info !== undefined && info.state !== 'succeeded') {
    if (info.state === 'failed') return refuse(`X could not process it. ${clean(info.reason)}`.trim());
    if (waited >= LONGEST_PROCESSING_MS)
      throw new PublishingError(
        'transient',
        `Could not ${doing} to X: it is still processed after ${waited / 1000} s.`,
      );
    await sleep(info.waitMs);
    waited += info.waitMs;
    const query = { command: 'STATUS', media_id: id };
    info = processingOf((await ask({ method: 'GET', path: 'media/upload', query })).body);
  }
  // Videos have no alt text (docs.x.com, "Media metadata").
  if (file.alt !== '' && category !== 'tweet_video') {
    const metadata = { alt_text: { text: file.alt } };
    await ask({ method: 'POST', path: 'media/metadata', body: { id, metadata } });
  }
  const expiry = seconds === undefined ? {} : { expiresAt: now() + seconds * 1000 };
  return { value: { id, ...expiry }, windows: tightest(told) };
}
