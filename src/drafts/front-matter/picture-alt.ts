import { once } from '../../text/lazy.ts';

/** Keys of blogs for the picture of a post, those first that mean nothing else. */
export const POST_PICTURES = [
  'featured_image',
  'featuredimage',
  'cover_image',
  'coverimage',
  'hero_image',
  'heroimage',
  'header_image',
  'banner',
  'cover',
  'image',
  'hero',
  'thumbnail',
];
/** How its file is named below such a key, and what stands behind the key for its alt text: `image` and `image-alt`. */
const FILES = ['', '.path', '.src', '.url', '.image'];
const ALTS = ['-alt', '_alt', 'alt', '.alt', '-alt-text', '_alt_text'];

const bare = (path: string): string => path.trim().replace(/^(?:\.?\/)+/, '');

/**
 * Returns a function that gives the alt text that front matter has for a picture, if it names the very same file; `field` returns the text of
 * a key.
 *
 *     image: mast.png
 *     image-alt: A mast above reeds
 */
export function altInFrontMatter(
  field: (name: string) => string | undefined,
): (path: string) => string | undefined {
  const alts = once(() => altsOf(field));
  return (path) => alts().get(bare(path));
}

/** Returns the alt texts of front matter by the file that they describe. */
function altsOf(field: (name: string) => string | undefined): ReadonlyMap<string, string> {
  const alts = new Map<string, string>();
  for (const key of POST_PICTURES) {
    const alt = ALTS.map((end) => field(key + end)).find((one) => one !== undefined && one !== '');
    for (const end of alt === undefined ? [] : FILES) {
      const file = bare(field(key + end) ?? '');
      if (file !== '' && !alts.has(file)) alts.set(file, alt ?? '');
    }
  }
  return alts;
}
