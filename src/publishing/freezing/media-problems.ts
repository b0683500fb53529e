import { codePoints } from '../../text/code-points.ts';
import type { MediaLimits } from '../../threads/profile.ts';
import type { FrozenMedia } from '../publication.ts';
import { mediaFormat } from './media-format.ts';

/**
 * Returns the largest file and the longest alt text that a network accepts for a type; undefined if it does not accept the
 * type.
 */
function limitsFor(
  mime: string | undefined,
  { gif, video, imageBytes, altLength }: MediaLimits,
): { readonly bytes: number; readonly altLength: number } | undefined {
  if (mime?.startsWith('video/') === true)
    return video?.types.includes(mime) === true
      ? { bytes: video.bytes, altLength: video.altLength ?? altLength }
      : undefined;
  if (mime === undefined) return undefined;
  return { bytes: mime === 'image/gif' ? (gif?.bytes ?? imageBytes) : imageBytes, altLength };
}

/** Returns one sentence for each reason why an image or a video can't be sent; empty if it can. */
export function mediaProblems(
  image: Pick<FrozenMedia, 'path' | 'alt'>,
  bytes: Uint8Array | undefined,
  limits: MediaLimits,
): string[] {
  const { path, alt } = image;
  if (bytes === undefined) return [`The image ${path} is missing.`];
  const problems: string[] = [];
  const own = limitsFor(mediaFormat(bytes), limits);
  if (own === undefined) {
    const videos = limits.video === undefined ? '' : `, and no video that the network takes`;
    problems.push(`The image ${path} is not a PNG, JPEG, GIF or WebP file${videos}.`);
  } else if (bytes.length > own.bytes)
    problems.push(`The image ${path} has ${bytes.length} bytes; the network takes ${own.bytes}.`);
  if (alt.trim() === '')
    problems.push(`The image ${path} has no alt text: write it between the brackets, ![like this](${path}).`);
  const altLength = codePoints(alt);
  // Send no alt text to a network without alt texts for videos.
  const most = own?.altLength ?? limits.altLength;
  if (most > 0 && altLength > most)
    problems.push(`The alt text of ${path} has ${altLength} characters; the network takes ${most}.`);
  return problems;
}
