import { pageOfFrame } from '../markup/embeds.ts';
import { PICTURE_FILE, VIDEO_FILE } from '../picture-file.ts';

/** Addresses of pages, which no browser shows as a picture. */
type Row = { readonly page: RegExp; readonly why: string; readonly sample: string };

export const PAGES: readonly Row[] = [
  {
    page: /^https?:\/\/(?:www\.)?github\.com\/[\w.-]+(?:\/[\w.-]+(?:\/(?:tree|issues|pull|discussions|releases|wiki|commits?)(?:[/?#].*)?)?)?\/?$/i,
    why: 'an account or a repository of GitHub',
    sample: 'https://github.com/ana/float/',
  },
  {
    page: /^https?:\/\/(?:www\.|m\.)?(?:youtube\.com\/(?:watch|playlist)\?|youtu\.be\/\w|vimeo\.com\/\d)/i,
    why: 'the page of a video, as vaults embed it',
    sample: 'https://youtu.be/abcdefghijk',
  },
  {
    page: /^https?:\/\/(?:www\.|mobile\.)?(?:twitter|x)\.com\/\w+\/status\/\d+/i,
    why: 'somebody’s post, as vaults embed it',
    sample: 'https://x.com/ana/status/1234567890',
  },
  {
    page: /^https?:\/\/[a-z-]{2,12}\.(?:m\.)?wikipedia\.org\/wiki\/(?!File:|Special:)[^/]+$/i,
    why: 'an article of an encyclopedia',
    sample: 'https://en.wikipedia.org/wiki/Tide',
  },
  {
    page: /^https?:\/\/[^/?#]+(?:\/[^?#]*)?\.html?(?:#.*)?$/i,
    why: 'a page of HTML',
    sample: 'https://example.org/log/float.html',
  },
];

/** A folder of a site, and words of an address that makes pictures: `https://dummyimage.example/600x400/`. */
const FOLDER = /^https?:\/\/[^/?#]+(?:\/[^?#]*)?\/(?:#.*)?$/i;
const MAKES_PICTURES =
  /image|img|picture|photo|pict|screenshot|opengraph|badge|avatar|placehold|media|static|cdn|chart|plot|\d{2,4}x\d{2,4}/i;

/**
 * Returns the page to which the mark of a picture leads, `![the repository](https://github.com/ana/float/)`; `undefined` for a picture.
 *
 * @param isInWords - whether it stands in a sentence, where a folder of a site is a page, too
 */
export function pageOfPicture(url: string, isInWords: boolean): string | undefined {
  if (PICTURE_FILE.test(url) || VIDEO_FILE.test(url)) return undefined;
  const isPage =
    PAGES.some(({ page }) => page.test(url)) || (isInWords && FOLDER.test(url) && !MAKES_PICTURES.test(url));
  return isPage ? url : pageOfFrame(/^https?:\/\//i.test(url) ? url : '');
}
