import { NETWORK_IDS } from '../drafts/network-id.ts';
import type { RateWindow } from '../networks/port.ts';
import type { OwnedWindow } from '../publishing/journal.ts';
import { JournalError } from '../publishing/journal-error.ts';
import { present } from '../publishing/present.ts';
import type {
  CardRecord,
  FrozenImage,
  HashVersion,
  MediaRecord,
  PostRecord,
  PublicationRecord,
} from '../publishing/publication.ts';
import { PAUSE_REASONS, type PauseReason, POST_STATES, PUBLICATION_STATES } from '../publishing/states.ts';
import { LATE_POLICIES } from '../time/late-policy.ts';
import type { MediaRow, PostRow, PublicationRow, WindowRow } from './schema.ts';

const CALLS = ['publish', 'read', 'remove', 'media'] as const satisfies readonly RateWindow['call'][];
const ROLES = ['image', 'card'] as const;
const HASH_VERSIONS = ['1', '2'] as const;

/**
 * Checks that a value is in a closed list. Every row is read through it: an unknown value fails the whole read, so that no row
 * silently disappears because it is in a state that this version does not know.
 */
function word<T extends string>(list: readonly T[], value: string, column: string): T {
  const found = list.find((known) => known === value);
  if (found !== undefined) return found;
  throw new JournalError(
    'newer',
    `The journal was written by a newer version of Threadmill: it holds a ${column} that this version does not know (${value}). Use that version, or a later one.`,
  );
}

/** Parses JSON that this program wrote into a column. */
function json<T>(text: string | null): T | undefined {
  return text === null ? undefined : (JSON.parse(text) as T);
}

const optional = <T>(value: T | null): T | undefined => value ?? undefined;

/** Reads the state of a publication. @throws JournalError `newer` */
export const publicationState = (value: string): PublicationRecord['state'] =>
  word(PUBLICATION_STATES, value, 'state of a publication');

/** Reads why a publication is paused; `null` if it is not. @throws JournalError `newer` */
export const pauseReason = (value: string | null): PauseReason | null =>
  value === null ? null : word(PAUSE_REASONS, value, 'reason for a pause');

/** Converts a row to a rate window; `reserved` is what other threads have reserved. @throws JournalError `newer` */
export function windowOf(row: WindowRow, reserved: number): OwnedWindow {
  return {
    owner: row.owner,
    call: word(CALLS, row.call, 'kind of call'),
    name: row.name,
    lengthMs: row.length_ms,
    limit: row.max,
    remaining: row.remaining,
    resetAt: row.reset_at,
    reserved,
  };
}

function uploadOf(row: MediaRow): MediaRecord['upload'] {
  if (row.upload_id === null) return null;
  return {
    id: row.upload_id,
    ...present({ expiresAt: optional(row.upload_expires_at), ref: optional(row.upload_ref) }),
  };
}

function imageOf({ path, mime, sha256, bytes, width, height }: MediaRow): FrozenImage {
  const size = width === null || height === null ? undefined : { width, height };
  return { path, mime, sha256, bytes, ...present({ size }) };
}

function mediaRecord(row: MediaRow): MediaRecord {
  const focus = json<NonNullable<MediaRecord['focus']>>(row.focus);
  return {
    ...imageOf(row),
    alt: row.alt,
    ...present({ focus }),
    costMicroUsd: row.cost_micro_usd,
    upload: uploadOf(row),
  };
}

function cardRecord(text: string | null, picture: MediaRow | undefined): CardRecord | undefined {
  const words = json<Omit<CardRecord, 'image'>>(text);
  if (words === undefined || picture === undefined) return words;
  return { ...words, image: { ...imageOf(picture), upload: uploadOf(picture) } };
}

function receiptOf(row: PostRow): PostRecord['receipt'] {
  const { receipt_id: id, receipt_url: url, receipt_at: at } = row;
  if (id === null || url === null || at === null) return null;
  return { id, url, at, ...present({ ref: optional(row.receipt_ref) }) };
}

function postRecord(row: PostRow, media: readonly MediaRow[]): PostRecord {
  const { pinned_id: id, pinned_record: record } = row;
  const inRole = (role: (typeof ROLES)[number]): MediaRow[] =>
    media.filter((image) => word(ROLES, image.role, 'role of an image') === role);
  return {
    index: row.idx,
    key: row.key,
    state: word(POST_STATES, row.state, 'state of a post'),
    text: row.text,
    urls: JSON.parse(row.urls) as string[],
    ...present({
      facets: json<NonNullable<PostRecord['facets']>>(row.facets),
      card: cardRecord(row.card, inRole('card')[0]),
      labels: json<NonNullable<PostRecord['labels']>>(row.labels),
      pinned: id === null || record === null ? undefined : { id, record },
    }),
    costMicroUsd: row.cost_micro_usd,
    attempts: row.attempts,
    attemptedAt: row.attempted_at,
    receipt: receiptOf(row),
    removedAt: row.removed_at,
    media: inRole('image').map(mediaRecord),
  };
}

/** Builds a publication from its rows; `posts` and `media` are its own, in order. @throws JournalError `newer` */
export function publicationRecord(
  row: PublicationRow,
  posts: readonly PostRow[],
  media: readonly MediaRow[],
): PublicationRecord {
  const state = publicationState(row.state);
  const { identity_id: id, identity_handle: handle } = row;
  const byPost = Map.groupBy(media, ({ idx }) => idx);
  return {
    id: row.id,
    account: row.account,
    network: word(NETWORK_IDS, row.network, 'network'),
    draft: row.draft,
    state,
    publishAt: row.publish_at,
    frozenAt: row.frozen_at,
    draftHash: row.draft_hash,
    textHash: row.text_hash,
    hashVersion: Number(word(HASH_VERSIONS, String(row.hash_version), 'hash of a thread')) as HashVersion,
    ...(row.after_id === null ? {} : { after: row.after_id === '' ? null : row.after_id }),
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    ...present({
      languages: json<string[]>(row.languages),
      replySettings: optional(row.reply_settings),
      replyTo: json<NonNullable<PublicationRecord['replyTo']>>(row.reply_to),
      learnedAt: optional(row.learned_at),
      zone: optional(row.zone),
      scheduledAt: optional(row.scheduled_at),
      identity: id === null || handle === null ? undefined : { id, handle },
      late: row.late === null ? undefined : word(LATE_POLICIES, row.late, 'policy for being late'),
    }),
    reason: pauseReason(row.reason),
    message: row.message,
    until: state === 'paused' ? row.due_at : null,
    posts: posts.map((post) => postRecord(post, byPost.get(post.idx) ?? [])),
  };
}
