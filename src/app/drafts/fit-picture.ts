import type { MadeFile } from '../../networks/preparation.ts';
import type { convertPhoto } from '../../photos/convert-photo.ts';
import { photoFacts } from '../../photos/photo-facts.ts';
import { findPackage } from './find-package.ts';

const TYPES = ['image/jpeg', 'image/png', 'image/gif', 'image/webp'];

const MB = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;

/**
 * Fits a fetched picture for a link card: detects its type, and shrinks it if it has more than `mostBytes`. `why` says why the
 * card has no picture.
 */
export async function fitPicture(
  { bytes }: MadeFile,
  mostBytes: number,
  convert: typeof convertPhoto,
): Promise<MadeFile | { readonly why: string }> {
  const facts = photoFacts(bytes);
  if (facts === undefined || !TYPES.includes(facts.mime) || !facts.isWhole)
    return { why: 'it is damaged, or not a JPEG, PNG, GIF or WebP picture' };
  if (bytes.length <= mostBytes) return { mime: facts.mime, bytes };
  const size = `it has ${MB(bytes.length)}; at most ${MB(mostBytes)} is allowed`;
  if (findPackage('sharp') === undefined)
    return { why: `${size}. To have such pictures made smaller: npm install sharp` };
  const made = await convert(bytes, { imageBytes: mostBytes, imageTypes: TYPES });
  return 'problem' in made ? { why: `${size}, and it ${made.problem}` } : made;
}
