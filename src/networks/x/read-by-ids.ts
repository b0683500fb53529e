import type { Answer, PostsById, ReadPost } from '../port.ts';
import { PublishingError } from '../publishing-error.ts';
import { xAddresses } from './addresses.ts';
import type { XTransport } from './request.ts';
import { isRecord, postOf, recordsOf, TIMELINE_FIELDS } from './timeline.ts';

/** Ids per request (docs.x.com, "Posts lookup"). */
const IDS_AT_ONCE = 100;

/** The last segment of `type` in an `errors` entry for a post that does not exist. */
const NOT_FOUND = /\/resource-not-found$/;

/**
 * Reads posts by id (`GET /2/tweets?ids=`), from any author. An id that the response does not mention, or with an error other
 * than "not found", is in neither list. Its windows count other requests than the timeline's, so they are not reported.
 * @throws PublishingError
 */
export async function readByIds(send: XTransport, ids: readonly string[]): Promise<Answer<PostsById>> {
  if (!ids.every(xAddresses.isId))
    throw new PublishingError('rejected', 'This is not the id of a post on X. Nothing was sent.');
  const posts: ReadPost[] = [];
  const gone: string[] = [];
  for (let from = 0; from < ids.length; from += IDS_AT_ONCE) {
    const some = ids.slice(from, from + IDS_AT_ONCE);
    const { body } = await send({
      method: 'GET',
      path: 'tweets',
      call: 'read',
      once: false,
      doing: 'read posts',
      query: { ids: some.join(','), 'tweet.fields': TIMELINE_FIELDS },
    });
    if (!isRecord(body) || (!Array.isArray(body['data']) && !Array.isArray(body['errors'])))
      throw new PublishingError('transient', 'X answered a request for posts with something else.');
    for (const wire of recordsOf(body['data'])) {
      const post = postOf(wire);
      if (post !== undefined && some.includes(post.id)) posts.push(post);
    }
    for (const { resource_id: id, type } of recordsOf(body['errors']))
      if (typeof id === 'string' && some.includes(id) && NOT_FOUND.test(String(type))) gone.push(id);
  }
  return { value: { posts, gone }, windows: [] };
}
