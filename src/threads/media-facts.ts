import type { Media } from './thread.ts';

/** What a file's bytes say of a post's media. */
export type MediaFacts = Pick<Media, 'note' | 'alone' | 'video'>;

/** What is known of a draft's media, by their paths. */
export type FactsByPath = ReadonlyMap<string, MediaFacts>;

/** Media with what is known of them. */
export function withFacts(media: Media, facts: FactsByPath | undefined): Media {
  const known = facts?.get(media.path);
  return known === undefined ? media : { ...media, ...known };
}

/** How much of a post's room a medium takes: all of it where nothing may stand beside it. */
export function roomOf({ alone }: Media, perPost: number): number {
  return alone === true ? perPost : 1;
}

/** Media of one place, parted into as many posts as they need, in their order. The first may be empty. */
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
