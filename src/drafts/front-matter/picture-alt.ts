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
 * Returns the alt text that front matter has for a picture, if it names the very same file; `field` returns the text of a key.
 *
 *     image: mast.png
 *     image-alt: A mast above reeds
 */
export function altInFrontMatter(
  path: string,
  field: (name: string) => string | undefined,
): string | undefined {
  for (const key of POST_PICTURES) {
    const isNamed = FILES.some((end) => {
      const file = field(key + end);
      return file !== undefined && file !== '' && bare(file) === bare(path);
    });
    const alt = isNamed
      ? ALTS.map((end) => field(key + end)).find((one) => one !== undefined && one !== '')
      : undefined;
    if (alt !== undefined) return alt;
  }
  return undefined;
}
