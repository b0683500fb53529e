import type { FrozenPost, MicroUsd } from './publication.ts';

const MICRO = 1_000_000;

/** Dollars as millionths, rounded to the nearest. */
export function microUsd(usd: number): MicroUsd {
  return Math.round(usd * MICRO);
}

/** Millionths as dollars, for showing and for files. */
export function usd(micro: MicroUsd): number {
  return micro / MICRO;
}

/** What posts cost, their images' alt texts included. */
export function costOf(posts: readonly Pick<FrozenPost, 'costMicroUsd' | 'media'>[]): MicroUsd {
  return posts.reduce(
    (sum, post) => sum + post.costMicroUsd + post.media.reduce((alt, image) => alt + image.costMicroUsd, 0),
    0,
  );
}
