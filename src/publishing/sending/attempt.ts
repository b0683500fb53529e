import type { Attempt } from '../../networks/port.ts';
import type { EpochMs } from '../../time/epoch-ms.ts';
import type { PostRecord, PublicationRecord } from '../journal.ts';

/** What the network's client needs to send a post, or to find it again. */
export function attemptOf(record: PublicationRecord, post: PostRecord, now: EpochMs): Attempt {
  const before = record.posts[post.index - 2];
  const first = record.posts[0];
  return {
    key: post.key,
    index: post.index,
    text: post.text,
    parent: before?.receipt ?? null,
    root: post.index === 1 ? null : (first?.receipt ?? null),
    media: post.media.flatMap(({ upload }) => (upload === null ? [] : [upload])),
    urls: post.urls,
    attemptedAt: post.attemptedAt ?? now,
    ...(record.after === null ? {} : { after: record.after }),
  };
}
