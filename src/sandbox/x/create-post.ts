import { xLinks } from '../../text/x/links.ts';
import { xWeight } from '../../text/x/weight.ts';
import type { Core } from '../core.ts';
import { type PostRequest, readPostRequest } from './post-shape.ts';
import { type Reply, refuse, refuseParameters } from './problems.ts';
import {
  charge,
  nextId,
  type StoredLink,
  type StoredMedia,
  type StoredPost,
  type StoredUser,
} from './state.ts';
import { shortUrl, wirePost } from './wire-post.ts';

/** The weighted limit of a post, and of one from a premium account. */
const LIMIT = 280;
const PREMIUM_LIMIT = 25_000;

// twitter-text refuses these three characters anywhere in a post.
const INVALID_CHARACTER = /[\uFFFE\uFEFF\uFFFF]/;
const CASHTAG = /(?<![\p{L}\p{N}_$])\$[A-Za-z]{1,6}(?:[._][A-Za-z]{1,2})?(?![\p{L}\p{N}_])/gu;

/** Normalises a text as X does to detect duplicates. */
const sameText = (text: string): string => text.normalize('NFC').trim();

const newest = <T>(list: readonly T[], matches: (item: T) => boolean): T | undefined =>
  list.findLast(matches);

/** X returns a bare domain with a scheme. */
function linksOf(text: string): StoredLink[] {
  return xLinks(text).map(({ start, end, url, bare }) => {
    const expanded = bare ? `http://${url}` : url;
    return { start, end, expanded, short: shortUrl(expanded) };
  });
}

function refusedReply(core: Core, user: StoredUser, parentId: string): Reply | undefined {
  const parent = newest(core.store.state.posts, (post) => post.id === parentId);
  if (parent === undefined) return refuse('parent-gone');
  if (parent.userId === user.id) return undefined;
  const mentioned = new RegExp(`@${user.handle}(?![A-Za-z0-9_])`, 'i').test(parent.text);
  return mentioned ? undefined : refuse('reply-not-engaged');
}

function refusedMedia(core: Core, user: StoredUser, ids: readonly string[], now: number): Reply | undefined {
  const usable = (id: string): boolean => {
    const media = core.store.state.media.find((item) => item.id === id);
    return (
      media !== undefined &&
      media.userId === user.id &&
      media.readyAt !== null &&
      media.readyAt <= now &&
      now < media.expiresAt
    );
  };
  if (!ids.every(usable))
    return refuseParameters([{ path: 'media.media_ids', message: 'Your media IDs are invalid.' }]);
  const standsAlone = ({ id, category }: StoredMedia): boolean =>
    ids.includes(id) && /^(?:tweet_gif|tweet_video|amplify_video)$/.test(category);
  if (ids.length > 1 && core.store.state.media.some(standsAlone))
    return refuseParameters([
      { path: 'media.media_ids', message: 'A post takes 4 photos, or 1 GIF, or 1 video.' },
    ]);
  return undefined;
}

function refusedContent(core: Core, user: StoredUser, request: PostRequest, text: string): Reply | undefined {
  if (request.quote_tweet_id !== undefined) return refuse('quote');
  if (text === '' && request.media === undefined && request.poll === undefined)
    return refuseParameters([{ path: '$.text', message: '[$.text: may not be empty]' }]);
  if (INVALID_CHARACTER.test(request.text))
    return refuseParameters([{ path: '$.text', message: '[$.text: holds a character that is not allowed]' }]);
  if (xWeight(text) > (core.rules.premium ? PREMIUM_LIMIT : LIMIT)) return refuse('too-long');
  if ((text.match(CASHTAG) ?? []).length > 1) return refuse('cashtags');
  const since = core.rules.now() - core.rules.duplicateWindowMs;
  const twin = newest(
    core.store.state.posts,
    (post) => post.userId === user.id && post.createdAt > since && sameText(post.text) === text,
  );
  return twin !== undefined && text !== '' ? refuse('duplicate') : undefined;
}

/**
 * `POST /2/tweets`: checks what X checks, stores the post, and charges for it. `lateMs` keeps it out of the timeline for longer
 * than the usual lag.
 */
export function createPost(core: Core, user: StoredUser, body: unknown, lateMs: number): Reply {
  const read = readPostRequest(body);
  if ('wrong' in read) return refuseParameters(read.wrong);
  const { request } = read;
  const now = core.rules.now();
  const text = sameText(request.text);
  const parentId = request.reply?.in_reply_to_tweet_id ?? null;
  const mediaIds = request.media?.media_ids ?? [];
  const refusal =
    refusedContent(core, user, request, text) ??
    refusedMedia(core, user, mediaIds, now) ??
    (parentId === null ? undefined : refusedReply(core, user, parentId));
  if (refusal !== undefined) return refusal;

  const { state } = core.store;
  const links = linksOf(text);
  const item = links.length > 0 ? 'post-with-url' : 'post';
  const usd = core.price(item);
  const id = nextId(state, now);
  const post: StoredPost = {
    id,
    userId: user.id,
    text,
    weight: xWeight(text),
    links,
    createdAt: now,
    visibleAt: now + core.rules.lagMs + lateMs,
    parentId,
    conversationId: state.posts.find((other) => other.id === parentId)?.conversationId ?? id,
    mediaIds,
    usd,
  };
  state.posts.push(post);
  charge(state, item, usd);
  const { edit_history_tweet_ids, ...rest } = wirePost(post, user, new Set());
  return { status: 201, body: { data: { ...rest, edit_history_tweet_ids } } };
}

/** `DELETE /2/tweets/:id`. Replies to it stay, as they do on X. */
export function removePost(core: Core, user: StoredUser, id: string): Reply {
  const { state } = core.store;
  const post = state.posts.find((other) => other.id === id);
  if (post === undefined) return refuse('not-found', { resource_id: id });
  if (post.userId !== user.id) return refuse('not-owner');
  state.posts = state.posts.filter((other) => other.id !== id);
  charge(state, 'remove', core.price('remove'));
  return { status: 200, body: { data: { deleted: true } } };
}
