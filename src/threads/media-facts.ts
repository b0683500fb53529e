import type { Media } from './thread.ts';

/** What a file's bytes say about a post's media. */
export type MediaFacts = Pick<Media, 'note' | 'alone' | 'video'>;

/** Facts about a draft's media, by path. */
export type FactsByPath = ReadonlyMap<string, MediaFacts>;

/** Adds the known facts to media. */
export function withFacts(media: Media, facts: FactsByPath | undefined): Media {
  const known = facts?.get(media.path);
  return known === undefined ? media : { ...media, ...known };
}

/** Returns how much of a post's room a medium takes: all of it if it must be alone. */
export function roomOf({ alone }: Media, perPost: number): number {
  return alone === true ? perPost : 1;
}

/** Distributes the media of one place over as many posts as they need, in order. The first may be empty. */
export function byPost(media: readonly Media[], perPost: number): Media[][] {
  const posts: Media[][] = [[]];
  let room = perPost;
  for (const one of media) {
    const taken = roomOf(one, perPost);
    if (taken > room) {
      posts.push([]);
      room = perPost;
    }
    posts.at(-1)?.push(one);
    room -= taken;
  }
  return posts;
}
