import type { FrozenPost, FrozenThread, HashVersion } from '../publication.ts';
import { sha256 } from '../sha256.ts';

/** The parts of a thread that its hash covers; a publication has them too. */
export type Hashed = Omit<FrozenThread, 'posts' | 'textHash' | 'draftHash' | 'frozenAt' | 'id' | 'draft'> & {
  readonly posts: readonly FrozenPost[];
};

/** The hash of the first version: texts, facets with a URL, images and alt texts. */
function hashOfSeen({ posts }: Hashed): string {
  const seen = posts.map(({ text, facets, media }) => [
    text,
    (facets ?? []).flatMap((facet) => ('url' in facet ? [[facet.byteStart, facet.byteEnd, facet.url]] : [])),
    media.map(({ sha256: hash, alt }) => [hash, alt]),
  ]);
  return sha256(JSON.stringify(seen));
}

/** Everything that a post sends, as nested lists, so that the hash does not depend on the order of an object's keys. */
function sentOf({ text, facets, card, labels, media }: FrozenPost): unknown {
  return [
    text,
    (facets ?? []).map((facet) => [
      facet.byteStart,
      facet.byteEnd,
      'url' in facet
        ? ['url', facet.url]
        : 'tag' in facet
          ? ['tag', facet.tag]
          : ['mention', facet.mention, facet.accountId ?? null],
    ]),
    card === undefined ? null : [card.url, card.title, card.description, card.image?.sha256 ?? null],
    [
      labels?.contentWarning ?? null,
      labels?.sensitive ?? null,
      labels?.madeWithAi ?? null,
      labels?.paidPartnership ?? null,
      labels?.visibility ?? null,
    ],
    media.map(({ sha256: hash, alt, focus }) => [hash, alt, focus === undefined ? null : [focus.x, focus.y]]),
  ];
}

/** The hash of version 2: everything that is sent, and its destination. */
function hashOfSent({ network, account, languages, replySettings, replyTo, posts }: Hashed): string {
  return sha256(
    JSON.stringify([
      network,
      account,
      languages ?? [],
      replySettings ?? null,
      replyTo?.id ?? null,
      posts.map(sentOf),
    ]),
  );
}

const HASHES: Readonly<Record<HashVersion, (thread: Hashed) => string>> = { 1: hashOfSeen, 2: hashOfSent };

/** The hash version for newly frozen threads. */
export const NEWEST_HASH: HashVersion = 2;

/** Hashes what the given version covers, and nothing else. */
export function threadHash(thread: Hashed, version: HashVersion = thread.hashVersion): string {
  return HASHES[version](thread);
}

/** Whether a thread frozen now is the same as an earlier one, as far as the earlier one's hash covers it. */
export function isSameThread(frozen: FrozenThreadLike, fresh: Hashed): boolean {
  return frozen.textHash === threadHash(fresh, frozen.hashVersion);
}

type FrozenThreadLike = Pick<FrozenThread, 'textHash' | 'hashVersion'>;
