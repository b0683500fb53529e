import type { Core } from '../core.ts';
import { isVideo, mediaType } from '../media-type.ts';
import { mediaEntity } from './entities.ts';
import { type InstanceReply, invalid, refuseApi } from './problems.ts';
import { nextStatusId, type StoredAccount, type StoredAttachment } from './state.ts';

/** The longest description, in characters. */
const DESCRIPTION_LIMIT = 1500;

type Parts = ReadonlyMap<string, Buffer>;

const ORIGIN = { x: 0, y: 0 };

/** Parses `x,y`, each from -1 to 1. */
function focusOf(text: string | undefined): { readonly x: number; readonly y: number } {
  const [x, y] = (text ?? '').split(',').map(Number);
  const inside = (value: number | undefined): value is number =>
    value !== undefined && value >= -1 && value <= 1;
  return inside(x) && inside(y) ? { x, y } : ORIGIN;
}

/** `POST /api/v2/media`: 200 if it is ready, 202 while it is processed. `stuck` processing never ends. */
export function uploadMedia(
  core: Core,
  account: StoredAccount,
  parts: Parts,
  request: { readonly origin: string; readonly stuck: boolean },
): InstanceReply {
  const file = parts.get('file');
  if (file === undefined) return invalid("File can't be blank");
  const mime = mediaType(file);
  if (mime === undefined) return invalid('File content type is invalid, File is invalid');
  const description = parts.get('description')?.toString('utf8') ?? '';
  if ([...description].length > DESCRIPTION_LIMIT)
    return invalid(`Description is too long (maximum is ${DESCRIPTION_LIMIT} characters)`);
  const { mastodon } = core.store.state;
  const now = core.rules.now();
  const media: StoredAttachment = {
    id: nextStatusId(mastodon, now),
    accountId: account.id,
    mime,
    description,
    focus: focusOf(parts.get('focus')?.toString('latin1')),
    readyAt: request.stuck ? null : now + core.rules.mediaProcessingMs,
    statusId: null,
  };
  mastodon.media.push(media);
  core.store.keepBytes(`m-${media.id}`, file);
  const entity = mediaEntity(media, request.origin, now);
  return { status: entity['url'] === null ? 202 : 200, body: entity };
}

const isReady = (media: StoredAttachment, now: number): boolean =>
  media.readyAt !== null && media.readyAt <= now;

/** `GET /api/v1/media/:id`: 206 while it is processed; not found once it is attached. */
export function mediaStatus(core: Core, account: StoredAccount, id: string, origin: string): InstanceReply {
  const media = core.store.state.mastodon.media.find(
    (item) => item.id === id && item.accountId === account.id && item.statusId === null,
  );
  if (media === undefined) return refuseApi('record-missing');
  const now = core.rules.now();
  return { status: isReady(media, now) ? 200 : 206, body: mediaEntity(media, origin, now) };
}

/** `PUT /api/v1/media/:id`: changes the description or focus. */
export function describeAttachment(
  core: Core,
  account: StoredAccount,
  id: string,
  change: { readonly description?: string; readonly focus?: string; readonly origin: string },
): InstanceReply {
  const { mastodon } = core.store.state;
  const media = mastodon.media.find((item) => item.id === id && item.accountId === account.id);
  if (media === undefined) return refuseApi('record-missing');
  const description = change.description ?? media.description;
  if ([...description].length > DESCRIPTION_LIMIT)
    return invalid(`Description is too long (maximum is ${DESCRIPTION_LIMIT} characters)`);
  const focus = change.focus === undefined ? media.focus : focusOf(change.focus);
  const next = { ...media, description, focus };
  mastodon.media = mastodon.media.map((item) => (item.id === id ? next : item));
  return { status: 200, body: mediaEntity(next, change.origin, core.rules.now()) };
}

/** Returns why uploads can't be attached to a new status; `undefined` if they can. */
export function refusedAttachments(
  core: Core,
  account: StoredAccount,
  ids: readonly string[],
): InstanceReply | undefined {
  if (ids.length > 4) return invalid('Cannot attach more than 4 files');
  const { media } = core.store.state.mastodon;
  const found = ids.map((id) => media.find((item) => item.id === id && item.accountId === account.id));
  if (found.length > 1 && found.some((item) => isVideo(item?.mime)))
    return invalid('Cannot attach a video to a post that already contains images');
  const missing = ids.filter((_, index) => found[index] === undefined || found[index]?.statusId !== null);
  if (missing.length > 0)
    return refuseApi(
      'media-missing',
      `Media ${missing.join(', ')} not found or already attached to another post`,
    );
  const now = core.rules.now();
  return found.every((item) => item !== undefined && isReady(item, now))
    ? undefined
    : refuseApi('media-processing');
}
