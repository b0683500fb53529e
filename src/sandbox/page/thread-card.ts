import { html } from 'hono/html';
import { bar, type Markup, moment } from '../../pages/markup.ts';
import type { ShownCard, ShownPicture, ShownPost, ShownThread } from './shown.ts';

const NOTHING = html``;

/** Renders a link in a post's words; only http and https become links. */
export function outsideLink(url: string, shown: string): Markup {
  return /^https?:\/\//i.test(url)
    ? html`<a href="${url}" rel="noreferrer noopener">${shown}</a>`
    : html`${shown}`;
}

function pictures(shown: readonly ShownPicture[]): Markup {
  if (shown.length === 0) return NOTHING;
  const figures = shown.map(({ src, alt, isVideo }) => {
    const caption = alt === '' ? html`No alt text` : html`<b>Alt</b> ${alt}`;
    const image = html`<img src="${src}" alt="${alt}">`;
    const film = html`<video src="${src}" controls preload="metadata" aria-label="${alt}"></video>`;
    const picture = src === undefined ? '' : isVideo === true ? film : image;
    return html`<figure>${picture}<figcaption>${caption}</figcaption></figure>`;
  });
  return html`<div class="pictures">${figures}</div>`;
}

function linkCard(card: ShownCard | undefined): Markup {
  if (card === undefined) return NOTHING;
  const picture = card.src === undefined ? '' : html`<img src="${card.src}" alt="">`;
  return html`<div class="card">${picture}<div><b>${outsideLink(card.url, card.title === '' ? card.url : card.title)}</b><p>${card.description}</p><small>${card.url}</small></div></div>`;
}

function gapBefore(post: ShownPost, before: ShownPost | undefined, thread: ShownThread): Markup {
  if (post.parentId === null || post.parentId === before?.id) return NOTHING;
  const parent = thread.posts.find((other) => other.id === post.parentId);
  return parent === undefined
    ? html`<p class="gap">In reply to a post that was removed</p>`
    : html`<p class="gap">In reply to <a href="#${parent.id}">an earlier post</a></p>`;
}

const HUES = 6;
const hueOf = (handle: string): number =>
  Array.from(handle).reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % HUES;

function words(post: ShownPost): Markup {
  const text = html`<p class="words" dir="auto">${post.words}</p>`;
  return post.contentWarning === undefined
    ? text
    : html`<details class="warning" open><summary>${post.contentWarning}</summary>${text}</details>`;
}

function onePost(post: ShownPost, place: { index: number; count: number }, chosen?: string): Markup {
  const count = `${post.length} / ${post.limit}`;
  const position = place.count === 1 ? '' : html`<span>${place.index} of ${place.count}</span>`;
  const facts = post.facts.map((fact) => html`<span>${fact}</span>`);
  return html`<article class="post${post.id === chosen ? ' chosen' : ''}" id="${post.id}">
    <div class="face hue-${hueOf(post.handle)}" aria-hidden="true">${post.handle.slice(0, 1).toUpperCase()}</div>
    <div>
      <div class="byline"><b>@${post.handle}</b>${position}<a href="${post.href}">${moment(post.at)}</a></div>
      ${words(post)}
      ${pictures(post.pictures)}${linkCard(post.card)}
      <div class="facts"><span>${bar(post.length, post.limit + 1, `${count} ${post.unit}`)}${count}</span>${facts}</div>
    </div>
  </article>`;
}

/** Renders one thread as a card: connected posts, and their price. `chosen` marks the post that a link led to. */
export function threadCard(thread: ShownThread, chosen?: string): Markup {
  const { posts, network } = thread;
  const items = posts.flatMap((post, index) => [
    gapBefore(post, posts[index - 1], thread),
    onePost(post, { index: index + 1, count: posts.length }, chosen),
  ]);
  const size = posts.length === 1 ? 'One post' : `Thread of ${posts.length} posts`;
  return html`<section class="thread" aria-label="Thread of ${posts.length} on ${network}">
    <header><span><b>${network}</b> ${size}</span><span>${thread.cost ?? ''}</span></header>
    ${items}
  </section>`;
}
