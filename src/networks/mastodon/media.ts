import type { EpochMs } from '../../time/epoch-ms.ts';
import type { Answer, MediaFile, RateWindow, UploadedMedia } from '../port.ts';
import { PublishingError } from '../publishing-error.ts';
import type { MastodonTransport } from './transport.ts';

/** Instances keep an unused attachment for a day; an hour less is safe. */
const KEPT_MS = 23 * 60 * 60_000;

/** Waits between polls for a processed file, in ms: five minutes in all. */
const PROCESSING_WAITS_MS: readonly number[] = [
  500,
  1000,
  2000,
  ...Array.from({ length: 10 }, () => 5000),
  ...Array.from({ length: 24 }, () => 10_000),
];

export type MediaPorts = {
  readonly send: MastodonTransport;
  readonly now: () => EpochMs;
  readonly sleep: (ms: number) => Promise<void>;
};

function idIn(body: unknown): string | undefined {
  const id: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'id') : undefined;
  return typeof id === 'string' && /^[\w-]{1,64}$/.test(id) ? id : undefined;
}

/**
 * Uploads a file with its description (`POST /api/v2/media`). After a 202, polls until the file is processed, because a post
 * can't use it before.
 *
 * @throws PublishingError
 */
export async function uploadMedia(ports: MediaPorts, file: MediaFile): Promise<Answer<UploadedMedia>> {
  const { send, now, sleep } = ports;
  const form = new FormData();
  const name = file.path.slice(file.path.lastIndexOf('/') + 1);
  form.set('file', new Blob([new Uint8Array(file.bytes)], { type: file.mime }), name);
  if (file.alt !== '') form.set('description', file.alt);
  if (file.focus !== undefined) form.set('focus', `${file.focus.x},${file.focus.y}`);
  const doing = `upload ${name}`;
  const made = await send({ method: 'POST', path: '/api/v2/media', call: 'media', once: false, doing, form });
  const id = idIn(made.body);
  if (id === undefined)
    throw new PublishingError('transient', `Could not ${doing} on Mastodon: it gave no id for the file.`);
  const value = { id, expiresAt: now() + KEPT_MS };
  const isReady = (status: number, body: unknown): boolean =>
    status === 200 ||
    (status !== 202 && status !== 206 && typeof Reflect.get(Object(body), 'url') === 'string');
  let windows: readonly RateWindow[] = made.windows;
  if (isReady(made.status, made.body)) return { value, windows };
  for (const wait of PROCESSING_WAITS_MS) {
    await sleep(wait);
    const asked = await send({
      method: 'GET',
      path: `/api/v1/media/${id}`,
      call: 'read',
      once: false,
      doing: `ask for ${name}`,
    });
    windows = [...made.windows, ...asked.windows];
    if (isReady(asked.status, asked.body)) return { value, windows };
  }
  throw new PublishingError(
    'transient',
    `Could not ${doing} on Mastodon: the instance has not processed it after five minutes. Nothing was posted.`,
    { windows },
  );
}
