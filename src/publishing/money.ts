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

/** Dollars for a person: `$0.305`, never fewer than two decimals. */
export function dollars(micro: MicroUsd): string {
  const [whole = '0', decimals = ''] = usd(micro)
    .toFixed(6)
    .replace(/0{1,4}$/, '')
    .split('.');
  return `$${whole}.${decimals}`;
}

/** What posts cost, their images' alt texts included. */
export function costOf(posts: readonly Pick<FrozenPost, 'costMicroUsd' | 'media'>[]): MicroUsd {
  return posts.reduce(
    (sum, post) => sum + post.costMicroUsd + post.media.reduce((alt, image) => alt + image.costMicroUsd, 0),
    0,
  );
}
