import type { AttachedMedia, Attempt } from '../../networks/port.ts';
import type { EpochMs } from '../../time/epoch-ms.ts';
import type { CardRecord, MediaRecord, PostRecord, PublicationRecord } from '../publication.ts';

function attached({ upload, alt, size, focus }: MediaRecord): AttachedMedia[] {
  if (upload === null) return [];
  const shape = { ...(size === undefined ? {} : { size }), ...(focus === undefined ? {} : { focus }) };
  return [{ ...upload, alt, ...shape }];
}

function cardOf({ image, ...card }: CardRecord): NonNullable<Attempt['card']> {
  return image === undefined || image.upload === null ? card : { ...card, image: image.upload };
}

/** Collects what the network's client needs to send a post, or to find it again. */
export function attemptOf(record: PublicationRecord, post: PostRecord, now: EpochMs): Attempt {
  const before = record.posts[post.index - 2];
  const first = record.posts[0];
  const { facets, labels, card, pinned } = post;
  const { languages, replySettings, replyTo, after } = record;
  return {
    key: post.key,
    index: post.index,
    text: post.text,
    ...(facets === undefined ? {} : { facets }),
    ...(languages === undefined ? {} : { languages }),
    ...(card === undefined ? {} : { card: cardOf(card) }),
    ...(replySettings === undefined ? {} : { replySettings }),
    ...(labels === undefined ? {} : { labels }),
    ...(replyTo === undefined ? {} : { replyTo }),
    parent: before?.receipt ?? null,
    root: post.index === 1 ? null : (first?.receipt ?? null),
    media: post.media.flatMap(attached),
    urls: post.urls,
    attemptedAt: post.attemptedAt ?? now,
    ...(after === undefined ? {} : { after }),
    ...(pinned === undefined ? {} : { pinned }),
  };
}
