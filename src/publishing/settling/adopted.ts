import type { EpochMs } from '../../time/epoch-ms.ts';
import type { PostRecord, PublicationRecord } from '../publication.ts';

/**
 * Adds a post that this journal did not send to the publication, in one step: if the process died in between, the post would seem
 * to have been sent from here. The posts below it reply to it: if it turned out to have another name than the one pinned here,
 * records pinned below that name are invalid. While its outcome is unknown they keep their names, because a request that still
 * arrives must find them taken.
 */
export function adopted(record: PublicationRecord, post: PostRecord, startedAt: EpochMs): PublicationRecord {
  const keepsNames = post.receipt === null || post.receipt.id === post.pinned?.id;
  const posts = record.posts.map((one): PostRecord => {
    if (one.index === post.index) return { ...post, attempts: Math.max(1, post.attempts) };
    if (keepsNames || one.state !== 'waiting' || one.pinned === undefined) return one;
    const { pinned: _pinned, ...unpinned } = one;
    return { ...unpinned, attempts: 0, attemptedAt: null };
  });
  return { ...record, startedAt: record.startedAt ?? startedAt, posts };
}
