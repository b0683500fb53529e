import { NETWORK_IDS } from '../drafts/network-id.ts';
import type { MediaRecord, PostRecord, PublicationRecord } from '../publishing/journal.ts';
import { PAUSE_REASONS, POST_STATES, PUBLICATION_STATES } from '../publishing/states.ts';
import { LATE_POLICIES } from '../time/late-policy.ts';
import type { MediaRow, PostRow, PublicationRow } from './schema.ts';

/** The word of a closed list; anything else in a column means that the file was written by something else. */
function word<T extends string>(list: readonly T[], value: string, column: string): T {
  const found = list.find((known) => known === value);
  if (found === undefined) throw new Error(`The journal holds an unknown ${column}: ${value}.`);
  return found;
}

function mediaRecord(row: MediaRow): MediaRecord {
  const { path, alt, mime, sha256, bytes } = row;
  const expiry = row.upload_expires_at === null ? {} : { expiresAt: row.upload_expires_at };
  const upload = row.upload_id === null ? null : { id: row.upload_id, ...expiry };
  return { path, alt, mime, sha256, bytes, costMicroUsd: row.cost_micro_usd, upload };
}

function postRecord(row: PostRow, media: readonly MediaRow[]): PostRecord {
  const { receipt_id: id, receipt_url: url, receipt_at: at } = row;
  return {
    index: row.idx,
    key: row.key,
    state: word(POST_STATES, row.state, 'state of a post'),
    text: row.text,
    urls: JSON.parse(row.urls) as string[],
    ...(row.facets === null ? {} : { facets: JSON.parse(row.facets) as NonNullable<PostRecord['facets']> }),
    costMicroUsd: row.cost_micro_usd,
    attempts: row.attempts,
    attemptedAt: row.attempted_at,
    receipt: id === null || url === null || at === null ? null : { id, url, at },
    removedAt: row.removed_at,
    media: media.map(mediaRecord),
  };
}

/** A publication from its rows; `posts` and `media` are its own, in their order. */
export function publicationRecord(
  row: PublicationRow,
  posts: readonly PostRow[],
  media: readonly MediaRow[],
): PublicationRecord {
  const state = word(PUBLICATION_STATES, row.state, 'state of a publication');
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
    after: row.after_id,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    ...(row.late === null ? {} : { late: word(LATE_POLICIES, row.late, 'policy') }),
    reason: row.reason === null ? null : word(PAUSE_REASONS, row.reason, 'reason'),
    message: row.message,
    until: state === 'paused' ? row.due_at : null,
    posts: posts.map((post) =>
      postRecord(
        post,
        media.filter((image) => image.idx === post.idx),
      ),
    ),
  };
}
