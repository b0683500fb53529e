import type { FrozenPost, MicroUsd } from './publication.ts';

const MICRO = 1_000_000;

/** Converts dollars to millionths, rounded to the nearest. */
export function microUsd(usd: number): MicroUsd {
  return Math.round(usd * MICRO);
}

/** Converts millionths to dollars, for display and for files. */
export function usd(micro: MicroUsd): number {
  return micro / MICRO;
}

/** Returns what posts cost, including the alt texts of their images. */
export function costOf(posts: readonly Pick<FrozenPost, 'costMicroUsd' | 'media'>[]): MicroUsd {
  return posts.reduce(
    (sum, post) => sum + post.costMicroUsd + post.media.reduce((alt, image) => alt + image.costMicroUsd, 0),
    0,
  );
}
