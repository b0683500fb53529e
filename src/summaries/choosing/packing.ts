import { xWeight } from '../../text/x/weight.ts';

/** X's smallest limit, in its weighted units; every other network's post holds more. */
const POST = 280;
/** What X charges every URL at, with the blank line above it. */
export const LINK_LINE = 25;
/** The blank line between two paragraphs. */
const GAP = 2;

/**
 * How many posts of X some paragraphs fill, in their order and none of them cut where it fits a post; `last` is the
 * room that the end of the last post must still have.
 */
export function postsFilled(paragraphs: readonly string[], last: number): number {
  return packed(paragraphs, last).length;
}

/** The paragraphs of each post, by index. */
export function packed(paragraphs: readonly string[], last: number): number[][] {
  const posts: number[][] = [];
  let room = 0;
  paragraphs.forEach((paragraph, index) => {
    const weight = xWeight(paragraph);
    const post = posts.at(-1);
    if (post !== undefined && weight + GAP <= room) {
      post.push(index);
      room -= weight + GAP;
      return;
    }
    // What is longer than a post goes on in more; the rest of its last one is open.
    for (let left = weight; left > POST; left -= POST) posts.push([]);
    posts.push([index]);
    room = POST - (weight > POST ? weight % POST : weight);
  });
  if (last > room && posts.length > 0) posts.push([]);
  return posts;
}

/**
 * The paragraphs of each post where there are to be exactly `count` posts: as they pack, with the fullest posts parted
 * until there are enough. Fewer only where there are fewer paragraphs.
 */
export function packedInto(paragraphs: readonly string[], last: number, count: number): number[][] {
  const posts = packed(paragraphs, last).filter((post) => post.length > 0);
  while (posts.length < count) {
    const weights = posts.map((post) =>
      post.length < 2 ? 0 : post.reduce((sum, index) => sum + xWeight(paragraphs[index] ?? ''), 0),
    );
    const fullest = weights.indexOf(Math.max(...weights));
    const post = posts[fullest];
    if (post === undefined || post.length < 2) break;
    const middle = Math.ceil(post.length / 2);
    posts.splice(fullest, 1, post.slice(0, middle), post.slice(middle));
  }
  return posts;
}
