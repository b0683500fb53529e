import { xLinks } from '../text/x/links.ts';
import type { PostLink } from '../threads/thread.ts';

/** Finds the URLs of a post on networks that only link URLs with a scheme; a bare domain stays text. */
export function writtenLinks(text: string): PostLink[] {
  return xLinks(text)
    .filter(({ bare }) => !bare)
    .map(({ start, end, url }) => ({ start, end, url }));
}
