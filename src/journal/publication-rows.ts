import type { TimeTerms } from '../publishing/journal.ts';
import type {
  CardRecord,
  FrozenCard,
  FrozenThread,
  MediaRecord,
  PostRecord,
  PublicationRecord,
  ThreadTerms,
} from '../publishing/publication.ts';
import type { EpochMs } from '../time/epoch-ms.ts';
import type { MediaRow, PostRow, PublicationRow } from './schema.ts';

/** Makes the record of a publication that has not begun from a frozen thread. */
export function newRecord(thread: FrozenThread, publishAt: EpochMs, how: TimeTerms = {}): PublicationRecord {
  return {
    ...thread,
    ...how,
    state: 'scheduled',
    publishAt,
    startedAt: null,
    finishedAt: null,
    reason: null,
    message: null,
    until: null,
    posts: thread.posts.map(({ card, ...post }) => ({
      ...post,
      key: `${thread.id}-${post.index}`,
      state: 'waiting',
      attempts: 0,
      attemptedAt: null,
      receipt: null,
      removedAt: null,
      media: post.media.map((image) => ({ ...image, upload: null })),
      ...(card === undefined ? {} : { card: unsentCard(card) }),
    })),
  };
}

const unsentCard = ({ image, ...words }: FrozenCard): CardRecord =>
  image === undefined ? words : { ...words, image: { ...image, upload: null } };

const jsonOf = (value: object | undefined): string | null =>
  value === undefined ? null : JSON.stringify(value);

function cardWords(card: CardRecord | undefined): string | null {
  if (card === undefined) return null;
  const { url, title, description } = card;
  return JSON.stringify({ url, title, description });
}

/** Converts a post to a row. */
export function postRow(
  { id, account }: Pick<PublicationRecord, 'id' | 'account'>,
  post: PostRecord,
): PostRow {
  return {
    publication_id: id,
    idx: post.index,
    key: post.key,
    account,
    state: post.state,
    text: post.text,
    urls: JSON.stringify(post.urls),
    facets: jsonOf(post.facets),
    cost_micro_usd: post.costMicroUsd,
    attempts: post.attempts,
    attempted_at: post.attemptedAt,
    receipt_id: post.receipt?.id ?? null,
    receipt_url: post.receipt?.url ?? null,
    receipt_at: post.receipt?.at ?? null,
    removed_at: post.removedAt,
    card: cardWords(post.card),
    labels: jsonOf(post.labels),
    receipt_ref: post.receipt?.ref ?? null,
    pinned_id: post.pinned?.id ?? null,
    pinned_record: post.pinned?.record ?? null,
  };
}

/** Converts a post's images, and last the picture of its card, to rows. */
export function mediaRows(id: string, post: PostRecord): MediaRow[] {
  const picture = post.card?.image;
  const card = picture === undefined ? [] : [{ ...picture, alt: '', costMicroUsd: 0, role: 'card' }];
  const images = post.media.map((image) => ({ ...image, role: 'image' }));
  return [...images, ...card].map((image: MediaRecord & { role: string }, position) => ({
    publication_id: id,
    idx: post.index,
    position,
    path: image.path,
    alt: image.alt,
    mime: image.mime,
    sha256: image.sha256,
    bytes: image.bytes,
    cost_micro_usd: image.costMicroUsd,
    upload_id: image.upload?.id ?? null,
    upload_expires_at: image.upload?.expiresAt ?? null,
    role: image.role,
    width: image.size?.width ?? null,
    height: image.size?.height ?? null,
    focus: jsonOf(image.focus),
    upload_ref: image.upload?.ref ?? null,
  }));
}

/** `''` if the account had no post, `null` if its newest post is unknown. */
export const afterId = (after: string | null | undefined): string | null =>
  after === undefined ? null : (after ?? '');

/** Converts the settings of a whole thread to columns. */
export function termsRow({
  languages,
  replySettings,
  replyTo,
}: ThreadTerms): Pick<PublicationRow, 'languages' | 'reply_settings' | 'reply_to'> {
  return {
    languages: languages === undefined ? null : JSON.stringify(languages),
    reply_settings: replySettings ?? null,
    reply_to: jsonOf(replyTo),
  };
}

/** Converts a publication to a row. */
export function publicationRow(record: PublicationRecord): PublicationRow {
  return {
    id: record.id,
    account: record.account,
    network: record.network,
    draft: record.draft,
    state: record.state,
    publish_at: record.publishAt,
    due_at: record.state === 'scheduled' ? record.publishAt : record.until,
    reason: record.reason,
    message: record.message,
    draft_hash: record.draftHash,
    text_hash: record.textHash,
    frozen_at: record.frozenAt,
    after_id: afterId(record.after),
    started_at: record.startedAt,
    finished_at: record.finishedAt,
    late: record.late ?? null,
    hash_version: record.hashVersion,
    ...termsRow(record),
    identity_id: record.identity?.id ?? null,
    identity_handle: record.identity?.handle ?? null,
    learned_at: record.learnedAt ?? null,
    zone: record.zone ?? null,
    scheduled_at: record.scheduledAt ?? null,
  };
}
