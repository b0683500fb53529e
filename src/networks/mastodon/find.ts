import type { Answer, Attempt, Found, RateWindow } from '../port.ts';
import { PublishingError } from '../publishing-error.ts';
import { mastodonAddresses } from './addresses.ts';
import { postUrl, type Status, statusOf } from './status.ts';
import { olderThan, readOwnPosts } from './timeline.ts';
import type { MastodonTransport } from './transport.ts';

/** The maximum number of pages to search. */
const FIND_PAGES = 25;

/** Candidates whose text is read; more can't be distinguished anyway. */
const MOST_CANDIDATES = 8;

export type FindPorts = {
  readonly send: MastodonTransport;
  readonly origin: string;
  readonly me: { readonly id: string; readonly handle: string };
};

/** Normalises a text as servers do: trims both ends, replaces lone surrogates, makes line ends `\n`. */
export const settled = (text: string): string =>
  text.toWellFormed().replaceAll('\r\n', '\n').normalize('NFC').trim();

/**
 * Returns a post's text as it was sent; `undefined` if the server has no `/source` or the post is gone. Never uses `content`,
 * which servers render differently. @throws PublishingError
 */
export async function sourceOf(send: MastodonTransport, id: string): Promise<string | undefined> {
  try {
    const { body } = await send({
      method: 'GET',
      path: `/api/v1/statuses/${id}/source`,
      call: 'read',
      once: false,
      doing: 'read a post’s text',
    });
    const text: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'text') : undefined;
    return typeof text === 'string' ? text : undefined;
  } catch (error) {
    if (error instanceof PublishingError && (error.status === 404 || error.status === 501)) return undefined;
    throw error;
  }
}

/** Lists the account's replies to a post, from the post's context; `undefined` if it can't be read. */
async function repliesTo({ send, me }: FindPorts, parentId: string): Promise<readonly Status[] | undefined> {
  try {
    const { body } = await send({
      method: 'GET',
      path: `/api/v1/statuses/${parentId}/context`,
      call: 'read',
      once: false,
      doing: 'read the replies to a post',
    });
    const below: unknown =
      typeof body === 'object' && body !== null ? Reflect.get(body, 'descendants') : undefined;
    if (!Array.isArray(below)) return undefined;
    const read = (below as unknown[]).map(statusOf);
    if (read.includes(undefined)) return undefined;
    return read.filter(
      (status): status is Status => status?.authorId === me.id && status.parentId === parentId,
    );
  } catch (error) {
    if (error instanceof PublishingError && error.status === 404) return undefined;
    throw error;
  }
}

/**
 * Returns a test for statuses that are too old to be the attempt. Ids increase within a server, so the parent, or the account's
 * newest post before the attempt, is a bound that does not depend on clocks; time is used only without both.
 */
function olderThanAttempt({ parent, after, attemptedAt }: Attempt): (status: Status) => boolean {
  if (parent === null && after === undefined) return olderThan(attemptedAt);
  const bound = parent?.id ?? after;
  return ({ id }) => bound != null && (mastodonAddresses.compareIds?.(id, bound) ?? 1) <= 0;
}

/**
 * Looks once for a post with an unknown outcome: among the account's posts since the attempt, and among the replies to its
 * parent. A later post must reply to its parent with its text, a first post must have its text. Absent only if everything that
 * could contain it was read. @throws PublishingError
 */
export async function look(ports: FindPorts, attempt: Attempt): Promise<Answer<Found>> {
  const { send, origin, me } = ports;
  const parentId = (attempt.parent ?? attempt.replyTo)?.id ?? null;
  const isOld = olderThanAttempt(attempt);
  const own = await readOwnPosts(send, { accountId: me.id, pages: FIND_PAGES, isEnough: isOld });
  const windows: readonly RateWindow[] = own.windows;
  const answer = (value: Found): Answer<Found> => ({ value, windows });
  const unsure = (reason: string): Answer<Found> => answer({ outcome: 'unsure', reason });
  const listed = own.posts.filter((post) => post.parentId === parentId);
  const shown = attempt.parent === null ? [] : await repliesTo(ports, attempt.parent.id);
  const candidates = [
    ...new Map([...listed, ...(shown ?? [])].map((status) => [status.id, status])).values(),
  ].filter(({ id }) => id !== attempt.after);
  if (candidates.length > MOST_CANDIDATES)
    return unsure(`${candidates.length} posts of the account could be this one`);
  const wanted = settled(attempt.text);
  const twins: Status[] = [];
  let unread = 0;
  for (const candidate of candidates) {
    const text = await sourceOf(send, candidate.id);
    if (text === undefined) unread += 1;
    else if (settled(text) === wanted) twins.push(candidate);
  }
  const [only, second] = twins;
  if (second !== undefined) return unsure(`${twins.length} posts of the account could be this one`);
  if (only !== undefined) {
    const { id, at } = only;
    return answer({ outcome: 'found', receipt: { id, url: postUrl(origin, me.handle, only), at } });
  }
  if (unread > 0) return unsure('the text of a post that could be this one can’t be read back');
  if (attempt.parent !== null && candidates.length > 0)
    return unsure('another text already replies to the post before it');
  if (!own.complete || shown === undefined)
    return unsure('the instance did not show all posts that could be this one');
  return answer({ outcome: 'absent' });
}
