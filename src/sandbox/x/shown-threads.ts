import type { Markup } from '../../pages/markup.ts';
import { dollars } from '../../text/dollars.ts';
import type { Core } from '../core.ts';
import { isVideo } from '../media-type.ts';
import {
  groupThreads,
  type ShownPicture,
  type ShownPost,
  type ShownThread,
  type ShownWindow,
} from '../page/shown.ts';
import { tagged } from '../page/tagged.ts';
import { outsideLink } from '../page/thread-card.ts';
import type { StoredPost } from './state.ts';
import { type Limits, windowsFor } from './windows.ts';

/** The name of each window on the page. */
const WINDOW_NAMES: Record<keyof Limits, string> = {
  publish15min: 'Posts, 15 minutes',
  user24h: 'Posts, 24 hours',
  app24h: 'Posts, 24 hours',
  remove15min: 'Deletions',
  timeline15min: 'Timeline reads',
  lookup15min: 'Post reads',
  me15min: 'Account reads',
  media15min: 'Upload calls',
  metadata15min: 'Alt texts',
};

/** Renders a post's words, with links for its URLs and coloured tags and mentions. */
function wordsOf(post: StoredPost): Markup[] {
  const parts: Markup[] = [];
  let at = 0;
  for (const link of post.links) {
    parts.push(...tagged(post.text.slice(at, link.start)));
    parts.push(outsideLink(link.expanded, post.text.slice(link.start, link.end)));
    at = link.end;
  }
  return [...parts, ...tagged(post.text.slice(at))];
}

function picturesOf(core: Core, post: StoredPost): ShownPicture[] {
  return post.mediaIds.map((id) => {
    const media = core.store.state.media.find((item) => item.id === id);
    const alt = media?.alt ?? '';
    if (isVideo(media?.mime)) return { src: `/media/${id}`, alt, isVideo: true };
    return media?.mime.startsWith('image/') ? { src: `/media/${id}`, alt } : { alt };
  });
}

function shownPost(core: Core, post: StoredPost): ShownPost {
  const handle = core.store.state.users.find((user) => user.id === post.userId)?.handle ?? 'unknown';
  const urls = post.links.length;
  return {
    id: post.id,
    parentId: post.parentId,
    handle,
    href: `/${handle}/status/${post.id}`,
    at: post.createdAt,
    words: wordsOf(post),
    pictures: picturesOf(core, post),
    length: post.weight,
    limit: core.rules.premium ? 25_000 : 280,
    unit: 'of the weight',
    facts: [
      dollars(post.usd),
      ...(urls === 0 ? [] : [`${urls} ${urls === 1 ? 'URL' : 'URLs'}`]),
      ...(post.visibleAt > core.rules.now() ? ['not in the timeline yet'] : []),
    ],
  };
}

/** Returns X's threads for the page, newest first. */
export function xThreads(core: Core): ShownThread[] {
  return groupThreads(core.store.state.posts, (post) => post.conversationId).map((posts) => ({
    network: 'X',
    posts: posts.map((post) => shownPost(core, post)),
    cost: dollars(posts.reduce((sum, post) => sum + post.usd, 0)),
  }));
}

/** Returns X's rate windows of all accounts. The app's are the same for every account, so they are listed with the first. */
export function xWindows(core: Core): ShownWindow[] {
  const { state } = core.store;
  return state.users.flatMap((user, index) =>
    windowsFor(core, user.id)
      .filter(({ name }) => name !== 'app24h' || index === 0)
      .map(({ name, limit, remaining, resetAt }) => ({
        account: name === 'app24h' ? 'X, all' : `X, @${user.handle}`,
        name: WINDOW_NAMES[name],
        used: limit - remaining,
        limit,
        resetAt,
      })),
  );
}
