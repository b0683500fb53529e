import { html } from 'hono/html';
import { bar, dollars, type Markup, moment } from './page-bar.ts';
import type { SandboxState, StoredPost } from './state.ts';

/** A thread as the page shows it: its posts, oldest first. */
export type PageThread = { readonly id: string; readonly posts: readonly StoredPost[] };

/** Posts grouped into threads, the thread with the newest post first. */
export function threadsOf(posts: readonly StoredPost[]): PageThread[] {
  const groups = new Map<string, StoredPost[]>();
  for (const post of posts) {
    const group = groups.get(post.conversationId) ?? [];
    // Deleting and setting again keeps the map in the order of the newest post.
    groups.delete(post.conversationId);
    groups.set(post.conversationId, [...group, post]);
  }
  return [...groups].map(([id, group]) => ({ id, posts: group })).reverse();
}

/** A post's words, its URLs as links; only http and https become one. */
function words(post: StoredPost): Markup[] {
  const parts: Markup[] = [];
  let at = 0;
  for (const link of post.links) {
    const shown = post.text.slice(link.start, link.end);
    parts.push(html`${post.text.slice(at, link.start)}`);
    parts.push(
      /^https?:\/\//i.test(link.expanded)
        ? html`<a href="${link.expanded}" rel="noreferrer noopener">${shown}</a>`
        : html`${shown}`,
    );
    at = link.end;
  }
  return [...parts, html`${post.text.slice(at)}`];
}

function pictures(state: SandboxState, post: StoredPost): Markup | string {
  if (post.mediaIds.length === 0) return '';
  const figures = post.mediaIds.map((id) => {
    const media = state.media.find((item) => item.id === id);
    const alt = media?.alt ?? '';
    const caption = alt === '' ? html`No alt text` : html`<b>Alt</b> ${alt}`;
    const picture = media?.mime.startsWith('image/') ? html`<img src="/media/${id}" alt="${alt}">` : '';
    return html`<figure>${picture}<figcaption>${caption}</figcaption></figure>`;
  });
  return html`<div class="pictures">${figures}</div>`;
}

function gapBefore(
  post: StoredPost,
  before: StoredPost | undefined,
  all: readonly StoredPost[],
): Markup | string {
  if (post.parentId === null || post.parentId === before?.id) return '';
  const parent = all.find((other) => other.id === post.parentId);
  return parent === undefined
    ? html`<p class="gap">In reply to a post that was removed</p>`
    : html`<p class="gap">In reply to <a href="#${parent.id}">an earlier post</a></p>`;
}

const HUES = 6;
const hueOf = (handle: string): number =>
  Array.from(handle).reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % HUES;

function onePost(
  state: SandboxState,
  post: StoredPost,
  place: { readonly index: number; readonly count: number; readonly limit: number; readonly now: number },
  chosen: string | undefined,
): Markup {
  const handle = state.users.find((user) => user.id === post.userId)?.handle ?? 'unknown';
  const count = `${post.weight} / ${place.limit}`;
  const position = place.count === 1 ? '' : html`<span>${place.index} of ${place.count}</span>`;
  const late = post.visibleAt > place.now ? html`<span>not in the timeline yet</span>` : '';
  const links =
    post.links.length === 0
      ? ''
      : html`<span>${post.links.length} ${post.links.length === 1 ? 'URL' : 'URLs'}</span>`;
  return html`<article class="post${post.id === chosen ? ' chosen' : ''}" id="${post.id}">
    <div class="face hue-${hueOf(handle)}" aria-hidden="true">${handle.slice(0, 1).toUpperCase()}</div>
    <div>
      <div class="byline"><b>@${handle}</b>${position}<a href="/${handle}/status/${post.id}">${moment(post.createdAt)}</a></div>
      <p class="words" dir="auto">${words(post)}</p>
      ${pictures(state, post)}
      <div class="facts"><span>${bar(post.weight, place.limit + 1, `${count} of the weight`)}${count}</span><span>${dollars(post.usd)}</span>${links}${late}</div>
    </div>
  </article>`;
}

/** One thread as a card: connected posts, and what it cost. `chosen` marks the post that a link led to. */
export function threadCard(
  state: SandboxState,
  thread: PageThread,
  limit: number,
  now: number,
  chosen?: string,
): Markup {
  const { posts } = thread;
  const usd = posts.reduce((sum, post) => sum + post.usd, 0);
  const items = posts.flatMap((post, index) => [
    gapBefore(post, posts[index - 1], posts),
    onePost(state, post, { index: index + 1, count: posts.length, limit, now }, chosen),
  ]);
  return html`<section class="thread" aria-label="Thread of ${posts.length}">
    <header><span>${posts.length === 1 ? 'One post' : `Thread of ${posts.length} posts`}</span><span>${dollars(usd)}</span></header>
    ${items}
  </section>`;
}
