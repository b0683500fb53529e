import { z } from 'zod';
import type { Core } from '../core.ts';
import type { Strike } from '../faults.ts';
import { statusEntity } from './entities.ts';
import { refusedAttachments } from './media.ts';
import { type InstanceReply, invalid, refuseApi } from './problems.ts';
import { nextStatusId, type StoredAccount, type StoredStatus, type Visibility } from './state.ts';
import { statusLength } from './status-length.ts';
import { takeOne, viewOf } from './windows.ts';

/** How long an idempotency key is stored. */
const KEY_MS = 3_600_000;

const statusShape = z.object({
  status: z.string().nullish(),
  media_ids: z.array(z.string()).nullish(),
  in_reply_to_id: z.string().nullish(),
  sensitive: z.boolean().nullish(),
  spoiler_text: z.string().nullish(),
  visibility: z.string().nullish(),
  language: z.string().nullish(),
  scheduled_at: z.string().nullish(),
});

type StatusRequest = z.infer<typeof statusShape>;

/** The parts of a post request besides its body. */
export type PostContext = {
  readonly account: StoredAccount;
  readonly origin: string;
  readonly key: string | undefined;
  readonly strike: Strike;
};

const isVisibility = (name: string): name is Visibility =>
  ['public', 'unlisted', 'private', 'direct'].includes(name);

/** Returns the response to a repeated key; `undefined` for a new one. Runs before the request is checked. */
function repeated(core: Core, { account, origin, key, strike }: PostContext): InstanceReply | undefined {
  if (key === undefined) return undefined;
  const { keys, statuses } = core.store.state.mastodon;
  const known = keys[`${account.id}:${key}`];
  const now = core.rules.now();
  if (known === undefined || now < known.from || now >= known.until) return undefined;
  const status = statuses.find(({ id }) => id === known.statusId);
  if (status === undefined) return refuseApi('record-missing');
  if (strike.hits('repeat-500')) return refuseApi('internal-server-error');
  return { status: 200, body: statusEntity(core, status, origin) };
}

/** Converts a request to a stored status, or returns its refusal. */
function readStatus(
  core: Core,
  request: StatusRequest,
  { account, strike }: PostContext,
): StoredStatus | InstanceReply {
  const { mastodon } = core.store.state;
  const now = core.rules.now();
  const spoiler = (request.spoiler_text ?? '').trim();
  const given = (request.status ?? '').trim();
  const mediaIds = request.media_ids ?? [];
  // As on Mastodon, a warning without a text becomes the text.
  const text = given === '' && mediaIds.length === 0 ? spoiler : given;
  if (text === '' && mediaIds.length === 0) return invalid("Text can't be blank");
  if (statusLength(text, text === spoiler && given === '' ? '' : spoiler) > core.rules.mastodonCharacters)
    return invalid(`Text character limit of ${core.rules.mastodonCharacters} exceeded`);
  const visibility = request.visibility ?? 'public';
  if (!isVisibility(visibility)) return invalid('Visibility is not included in the list');
  const parentId = request.in_reply_to_id ?? null;
  const parent = mastodon.statuses.find(({ id }) => id === parentId);
  const refused = refusedAttachments(core, account, mediaIds);
  if (refused !== undefined) return refused;
  const id = nextStatusId(mastodon, now);
  return {
    id,
    accountId: account.id,
    text,
    spoiler: given === '' && mediaIds.length === 0 ? '' : spoiler,
    sensitive: request.sensitive ?? spoiler !== '',
    visibility,
    language: request.language ?? null,
    createdAt: now,
    visibleAt: now + core.rules.lagMs + strike.lateMs,
    parentId,
    conversationId: parent?.conversationId ?? id,
    mediaIds,
  };
}

/** `POST /api/v1/statuses`. */
export function postStatus(core: Core, body: unknown, context: PostContext): InstanceReply {
  const { account, key, strike, origin } = context;
  const read = statusShape.safeParse(body);
  const parentId = read.data?.in_reply_to_id ?? undefined;
  // As on Mastodon, the parent is checked first, and everything else only after the key.
  if (parentId !== undefined && !core.store.state.mastodon.statuses.some(({ id }) => id === parentId))
    return refuseApi('record-missing', 'The post you are trying to reply to does not appear to exist.');
  const known = repeated(core, context);
  if (known !== undefined) return known;
  if (!read.success) return invalid(`${read.error.issues[0]?.path.join('.')} is invalid`);
  if (typeof read.data.scheduled_at === 'string')
    return invalid('Scheduled at: the sandbox keeps no scheduled posts');
  const status = readStatus(core, read.data, context);
  if ('body' in status) return status;
  if (viewOf(core, account.id, 'statuses').left === 0) return refuseApi('too-many-requests');
  takeOne(core, account.id, 'statuses');
  const { mastodon } = core.store.state;
  mastodon.statuses.push(status);
  mastodon.media = mastodon.media.map((media) =>
    status.mediaIds.includes(media.id) ? { ...media, statusId: status.id } : media,
  );
  if (key !== undefined && strike.keyLateMs !== null) {
    const from = status.createdAt + strike.keyLateMs;
    mastodon.keys[`${account.id}:${key}`] = { statusId: status.id, from, until: from + KEY_MS };
  }
  return { status: 200, body: statusEntity(core, status, origin) };
}

/** Returns a status that an account may already see. */
export function visibleStatus(
  core: Core,
  account: StoredAccount | undefined,
  id: string,
): StoredStatus | undefined {
  const status = core.store.state.mastodon.statuses.find((other) => other.id === id);
  if (status === undefined || status.visibleAt > core.rules.now()) return undefined;
  const open = status.visibility === 'public' || status.visibility === 'unlisted';
  return open || status.accountId === account?.id ? status : undefined;
}

/** `DELETE /api/v1/statuses/:id`: returns the source; replies stay, without a parent. */
export function deleteStatus(core: Core, account: StoredAccount, id: string, origin: string): InstanceReply {
  const { mastodon } = core.store.state;
  const status = mastodon.statuses.find((other) => other.id === id && other.accountId === account.id);
  if (status === undefined) return refuseApi('record-missing');
  if (viewOf(core, account.id, 'deletes').left === 0) return refuseApi('too-many-requests');
  takeOne(core, account.id, 'deletes');
  const body = { ...statusEntity(core, status, origin), text: status.text };
  mastodon.statuses = mastodon.statuses
    .filter((other) => other.id !== id)
    .map((other) => (other.parentId === id ? { ...other, parentId: null } : other));
  // Its files can be attached once more, for clients' "delete and redraft".
  mastodon.media = mastodon.media.map((media) =>
    media.statusId === id ? { ...media, statusId: null } : media,
  );
  return { status: 200, body };
}
