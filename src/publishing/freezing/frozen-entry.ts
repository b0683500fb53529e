import type { Facet } from '../../threads/thread.ts';
import type { EpochMs } from '../../time/epoch-ms.ts';
import { FileError } from '../file-store.ts';
import { costOf, microUsd, usd } from '../money.ts';
import { present } from '../present.ts';
import type { CardRecord, FrozenImage, FrozenMedia, PostRecord, PublicationRecord } from '../publication.ts';
import { frozenPath } from './frozen-file.ts';
import type { FrozenEntry, FrozenPostEntry } from './frozen-schema.ts';
import { threadHash } from './thread-hash.ts';

const iso = (at: EpochMs): string => new Date(at).toISOString();
const at = (text: string): EpochMs => Date.parse(text);

type FacetEntry = NonNullable<FrozenPostEntry['facets']>[number];
type ImageEntry = NonNullable<NonNullable<FrozenPostEntry['card']>['image']>;
type MediaEntry = FrozenPostEntry['media'][number];

function facetEntry({ byteStart, byteEnd, ...target }: Facet): FacetEntry {
  const range = { byte_start: byteStart, byte_end: byteEnd };
  if (!('mention' in target)) return { ...range, ...target };
  return { ...range, ...present({ mention: target.mention, account_id: target.accountId }) };
}

function facetOf({ byte_start: byteStart, byte_end: byteEnd, ...target }: FacetEntry): Facet {
  const range = { byteStart, byteEnd };
  if (!('mention' in target)) return { ...range, ...target };
  return { ...range, ...present({ mention: target.mention, accountId: target.account_id }) };
}

function imageEntry({ path, mime, sha256, bytes, size }: FrozenImage): ImageEntry {
  return { path, mime, sha256, bytes, ...size };
}

function imageOf({ width, height, path, mime, sha256, bytes }: ImageEntry): FrozenImage {
  const size = width === undefined || height === undefined ? undefined : { width, height };
  return { path, mime, sha256, bytes, ...present({ size }) };
}

function mediaEntry(image: FrozenMedia): MediaEntry {
  const { path, alt, mime, sha256, bytes, size, focus, costMicroUsd } = image;
  const price = usd(costMicroUsd);
  return { path, alt, mime, sha256, bytes, ...size, ...present({ focus }), cost_usd: price };
}

function cardEntry({ url, title, description, image }: CardRecord): NonNullable<FrozenPostEntry['card']> {
  return { url, title, description, ...(image === undefined ? {} : { image: imageEntry(image) }) };
}

function cardOf({ image, ...words }: NonNullable<FrozenPostEntry['card']>): CardRecord {
  return image === undefined ? words : { ...words, image: { ...imageOf(image), upload: null } };
}

function labelsEntry(labels: NonNullable<PostRecord['labels']>): NonNullable<FrozenPostEntry['labels']> {
  return present({
    content_warning: labels.contentWarning,
    sensitive: labels.sensitive,
    made_with_ai: labels.madeWithAi,
    paid_partnership: labels.paidPartnership,
    visibility: labels.visibility,
  });
}

function labelsOf(labels: NonNullable<FrozenPostEntry['labels']>): NonNullable<PostRecord['labels']> {
  return present({
    contentWarning: labels.content_warning,
    sensitive: labels.sensitive,
    madeWithAi: labels.made_with_ai,
    paidPartnership: labels.paid_partnership,
    visibility: labels.visibility,
  });
}

function receiptEntry({ receipt, removedAt }: PostRecord): FrozenPostEntry['receipt'] {
  if (receipt === null) return null;
  const { id, url, ref } = receipt;
  const removed = removedAt === null ? undefined : iso(removedAt);
  return { id, url, at: iso(receipt.at), ...present({ ref, removed_at: removed }) };
}

function postEntry(post: PostRecord): FrozenPostEntry {
  const { text, urls, facets, card, labels, pinned, costMicroUsd, media } = post;
  return {
    text,
    urls: [...urls],
    ...present({
      facets: facets?.map(facetEntry),
      card: card === undefined ? undefined : cardEntry(card),
      labels: labels === undefined ? undefined : labelsEntry(labels),
    }),
    cost_usd: usd(costMicroUsd),
    media: media.map(mediaEntry),
    ...present({ pinned }),
    receipt: receiptEntry(post),
  };
}

/** Converts a publication to an entry of its frozen file. */
export function entryOf(record: PublicationRecord): FrozenEntry {
  const { languages, replySettings, replyTo, identity, late, zone, scheduledAt } = record;
  return {
    id: record.id,
    account: record.account,
    network: record.network,
    ...(record.hashVersion === 1 ? {} : { hash_version: record.hashVersion }),
    frozen_at: iso(record.frozenAt),
    draft_sha256: record.draftHash,
    text_sha256: record.textHash,
    cost_usd: usd(costOf(record.posts)),
    publish_at: iso(record.publishAt),
    ...present({
      scheduled_at: scheduledAt === undefined ? undefined : iso(scheduledAt),
      zone,
      late,
      languages: languages === undefined ? undefined : [...languages],
      reply_settings: replySettings,
      reply_to: replyTo,
    }),
    started_at: record.startedAt === null ? null : iso(record.startedAt),
    ...present({ identity }),
    cancelled: record.state === 'cancelled',
    posts: record.posts.map(postEntry),
  };
}

type Doubt = { readonly isDoubted: boolean; readonly attemptedAt: EpochMs | null };

function postOf(
  entry: FrozenEntry,
  position: number,
  { isDoubted, attemptedAt }: Doubt,
): PostRecord | undefined {
  const one = entry.posts[position];
  if (one === undefined) return undefined;
  const { receipt, facets, card, labels, pinned } = one;
  const removed = receipt?.removed_at;
  const sent = removed === undefined ? ('published' as const) : ('removed' as const);
  const isBegun = isDoubted || receipt !== null;
  return {
    index: position + 1,
    key: `${entry.id}-${position + 1}`,
    state: receipt !== null ? sent : isDoubted ? 'sending' : 'waiting',
    text: one.text,
    urls: one.urls,
    ...present({
      facets: facets?.map(facetOf),
      card: card === undefined ? undefined : cardOf(card),
      labels: labels === undefined ? undefined : labelsOf(labels),
      pinned,
    }),
    costMicroUsd: microUsd(one.cost_usd),
    attempts: isBegun ? 1 : 0,
    attemptedAt: isBegun ? attemptedAt : null,
    receipt:
      receipt === null
        ? null
        : { id: receipt.id, url: receipt.url, at: at(receipt.at), ...present({ ref: receipt.ref }) },
    removedAt: removed === undefined ? null : at(removed),
    media: one.media.map((image) => ({
      ...imageOf(image),
      alt: image.alt,
      ...present({ focus: image.focus }),
      costMicroUsd: microUsd(image.cost_usd),
      upload: null,
    })),
  };
}

/**
 * Returns which posts of an entry may have been published without a receipt. The file is written after every receipt, so of
 * posts sent one by one only the first without a receipt is in doubt. Pinned posts go out together, so all of them are.
 */
function doubtOf(entry: FrozenEntry, started: EpochMs | null): (position: number) => Doubt {
  const open = entry.posts.findIndex(({ receipt }) => receipt === null);
  const isOpen = started !== null && !entry.cancelled;
  return (position) => {
    const one = entry.posts[position];
    const isPinned = one?.pinned !== undefined && one.receipt === null;
    const before = entry.posts[position - 1]?.receipt;
    return {
      isDoubted: isOpen && (position === open || isPinned),
      attemptedAt: before == null ? started : at(before.at),
    };
  };
}

/** Rebuilds a publication from its frozen file when the journal was lost. */
export function recordOf(entry: FrozenEntry, draft: string): PublicationRecord {
  const started = entry.started_at === null ? null : at(entry.started_at);
  const doubt = doubtOf(entry, started);
  const posts = entry.posts.flatMap((_one, position) => postOf(entry, position, doubt(position)) ?? []);
  const finished = posts.every(({ state }) => state === 'published');
  return {
    id: entry.id,
    account: entry.account,
    network: entry.network,
    draft,
    state: entry.cancelled ? 'cancelled' : finished ? 'published' : 'scheduled',
    publishAt: at(entry.publish_at ?? entry.frozen_at),
    frozenAt: at(entry.frozen_at),
    draftHash: entry.draft_sha256,
    textHash: entry.text_sha256,
    hashVersion: entry.hash_version ?? 1,
    ...present({
      scheduledAt: entry.scheduled_at === undefined ? undefined : at(entry.scheduled_at),
      zone: entry.zone,
      late: entry.late,
      languages: entry.languages,
      replySettings: entry.reply_settings,
      replyTo: entry.reply_to === undefined ? undefined : present(entry.reply_to),
      identity: entry.identity,
    }),
    startedAt: started,
    finishedAt: finished ? (posts.at(-1)?.receipt?.at ?? null) : null,
    reason: null,
    message: null,
    until: null,
    posts,
  };
}

/** The error for a frozen file that no longer matches what was frozen. */
export function handEdited(draft: string): FileError {
  const path = frozenPath(draft);
  const message = `${path} was edited by hand and no longer matches what was frozen. Restore it from git; to change the thread, edit the draft and publish with --refreeze.`;
  return new FileError('malformed', path, message);
}

/** Restores a publication from a file that knows more than the journal. @throws FileError if its words were changed by hand */
export function restored(entry: FrozenEntry, draft: string): PublicationRecord {
  const record = { ...recordOf(entry, draft), learnedAt: at(entry.frozen_at) };
  if (threadHash(record) !== entry.text_sha256) throw handEdited(draft);
  return record;
}
