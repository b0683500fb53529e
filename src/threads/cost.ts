import type { Profile } from './profile.ts';
import type { Media, Post } from './thread.ts';

/** The parts of a network that determine costs. */
type CostTerms = Pick<Profile, 'prices' | 'media'>;

/** What a thread costs, and what it would cost if each link were in the post of its words; US dollars. */
export type Cost = { readonly planned: number; readonly spread: number };

/** Sums the prices of posts, rounded to a tenth of a cent, the finest step of any price list. */
export function costOf(posts: readonly Post[], { prices, media: limits }: CostTerms): Cost {
  const isDescribed = ({ alt, video }: Media): boolean =>
    alt !== '' && (video === undefined || (limits.video?.altLength ?? limits.altLength) > 0);
  let planned = 0;
  let spread = 0;
  for (const post of posts) {
    const alt = post.media.filter(isDescribed).length * prices.altText;
    const linked = post.links.length > 0;
    const marked = post.added.some(({ what }) => what === 'mark');
    planned += alt + (linked ? prices.postWithUrl : prices.post);
    if (holdsOnlySources(post)) continue;
    spread += alt + (linked || marked ? prices.postWithUrl : prices.post);
  }
  return { planned: round(planned), spread: round(Math.max(planned, spread)) };
}

function holdsOnlySources(post: Post): boolean {
  let rest = '';
  let at = 0;
  for (const { start, end, what } of post.added) {
    rest += post.text.slice(at, start);
    at = what === 'source' || what === 'number' ? end : start;
  }
  return post.added.some(({ what }) => what === 'source') && (rest + post.text.slice(at)).trim() === '';
}

const round = (usd: number): number => Math.round(usd * 1000) / 1000;
