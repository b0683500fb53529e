import type { Core } from '../core.ts';
import { isVideo, MEDIA_TYPES, mediaType } from '../media-type.ts';
import { readMediaRequest, readMetadataRequest } from './post-shape.ts';
import { type Reply, refuse, refuseParameters } from './problems.ts';
import { charge, nextId, type StoredMedia, type StoredUser } from './state.ts';

/** The largest file by category, in bytes (https://docs.x.com/x-api/media/quickstart/best-practices). */
const LARGEST: Readonly<Record<string, number>> = {
  tweet_image: 5 * 1024 * 1024,
  tweet_gif: 15 * 1024 * 1024,
  tweet_video: 512 * 1024 * 1024,
};

/** When an upload expires, as in X's example. */
const LIFETIME_SECONDS = 86_400;

/** The longest poll interval that X asks for. */
const LONGEST_WAIT_SECONDS = 60;

const wrong = (path: string, message: string): Reply => refuseParameters([{ path, message }]);

function mediaOf(core: Core, user: StoredUser, id: string): StoredMedia | undefined {
  return core.store.state.media.find((media) => media.id === id && media.userId === user.id);
}

function change(core: Core, media: StoredMedia, next: Partial<StoredMedia>): StoredMedia {
  const changed = { ...media, ...next };
  core.store.state.media = core.store.state.media.map((other) => (other.id === media.id ? changed : other));
  return changed;
}

/** `POST /2/media/upload/initialize`. */
export function initializeUpload(core: Core, user: StoredUser, body: unknown): Reply {
  const request = readMediaRequest(body);
  if (request === undefined) return wrong('media_type', 'The upload is not described as the schema asks');
  const category = request.media_category ?? 'tweet_image';
  const largest = LARGEST[category];
  if (largest !== undefined && request.total_bytes > largest)
    return wrong('total_bytes', `File size exceeds ${largest} bytes for ${category}.`);
  const { state } = core.store;
  const now = core.rules.now();
  const id = nextId(state, now);
  state.media.push({
    id,
    userId: user.id,
    mime: request.media_type,
    category,
    totalBytes: request.total_bytes,
    expiresAt: now + LIFETIME_SECONDS * 1000,
    segments: {},
    readyAt: null,
    alt: '',
  });
  const data = { id, media_key: `3_${id}`, expires_after_secs: LIFETIME_SECONDS };
  return { status: 200, body: { data } };
}

/** `POST /2/media/upload/:id/append`: segments must be in order, from 0. */
export function appendUpload(
  core: Core,
  user: StoredUser,
  id: string,
  { index: segment, bytes: chunk }: { readonly index: number; readonly bytes: Uint8Array | undefined },
): Reply {
  const media = mediaOf(core, user, id);
  if (media === undefined || media.readyAt !== null) return refuse('not-found', { resource_id: id });
  const count = Object.keys(media.segments).length;
  if (chunk === undefined || !(Number.isInteger(segment) && segment >= 0 && segment <= 999))
    return wrong('segment_index', 'An append needs `media` and a `segment_index` from 0 to 999');
  if (segment !== count) return wrong('segment_index', `Segments come in order; the next one is ${count}`);
  const before = core.store.bytes(id) ?? new Uint8Array();
  if (before.length + chunk.length > media.totalBytes)
    return wrong('media', 'More bytes than `total_bytes` announced');
  core.store.keepBytes(id, Buffer.concat([before, chunk]));
  change(core, media, { segments: { ...media.segments, [segment]: chunk.length } });
  return { status: 200, body: { data: { expires_at: Math.ceil(media.expiresAt / 1000) } } };
}

function processing(core: Core, readyAt: number): Record<string, unknown> {
  const left = readyAt - core.rules.now();
  if (left <= 0) return { state: 'succeeded', progress_percent: 100 };
  return {
    state: 'in_progress',
    check_after_secs: Math.min(Math.ceil(left / 1000), LONGEST_WAIT_SECONDS),
    progress_percent: 50,
  };
}

/** `POST /2/media/upload/:id/finalize`. `stuck` processing never ends. */
export function finalizeUpload(core: Core, user: StoredUser, id: string, stuck: boolean): Reply {
  const media = mediaOf(core, user, id);
  if (media === undefined) return refuse('not-found', { resource_id: id });
  const bytes = core.store.bytes(id);
  if (bytes === undefined || bytes.length !== media.totalBytes)
    return wrong('id', `Segments do not add up to the ${media.totalBytes} bytes announced`);
  if (MEDIA_TYPES.includes(media.mime) && mediaType(bytes) !== media.mime)
    return wrong('media', `The bytes are no ${media.mime}`);
  const readyAt = stuck ? Number.MAX_SAFE_INTEGER : core.rules.now() + core.rules.mediaProcessingMs;
  change(core, media, { readyAt });
  const info =
    stuck || core.rules.mediaProcessingMs > 0 ? { processing_info: processing(core, readyAt) } : {};
  const data = {
    id,
    media_key: `3_${id}`,
    size: bytes.length,
    expires_after_secs: LIFETIME_SECONDS,
    ...info,
  };
  return { status: 200, body: { data } };
}

/** `GET /2/media/upload?command=STATUS&media_id=`. */
export function uploadStatus(core: Core, user: StoredUser, id: string): Reply {
  const media = mediaOf(core, user, id);
  if (media === undefined) return refuse('not-found', { resource_id: id });
  if (media.readyAt === null) return wrong('media_id', 'The upload is not finalized');
  const data = { id, media_key: `3_${id}`, processing_info: processing(core, media.readyAt) };
  return { status: 200, body: { data } };
}

/** `POST /2/media/metadata`: stores the alt text. */
export function describeMedia(core: Core, user: StoredUser, body: unknown): Reply {
  const request = readMetadataRequest(body);
  if (request === undefined)
    return wrong('metadata', 'Metadata needs an `id` and an alt text of 1,000 characters at most');
  const media = mediaOf(core, user, request.id);
  if (media === undefined) return refuse('not-found', { resource_id: request.id });
  if (isVideo(media.mime)) return wrong('metadata.alt_text', 'Alt text is taken for images and GIFs');
  change(core, media, { alt: request.alt });
  charge(core.store.state, 'alt-text', core.price('alt-text'));
  const metadata = { alt_text: { text: request.alt } };
  return { status: 200, body: { data: { id: media.id, associated_metadata: metadata } } };
}
