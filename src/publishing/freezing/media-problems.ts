import { codePoints } from '../../text/code-points.ts';
import type { MediaLimits } from '../../threads/profile.ts';
import type { FrozenMedia } from '../publication.ts';
import { imageFormat } from './image-format.ts';

/** Returns one sentence for each reason why an image can't be sent; empty if it can. */
export function mediaProblems(
  image: Pick<FrozenMedia, 'path' | 'alt'>,
  bytes: Uint8Array | undefined,
  limits: MediaLimits,
): string[] {
  const { path, alt } = image;
  if (bytes === undefined) return [`The image ${path} is missing.`];
  const problems: string[] = [];
  const mime = imageFormat(bytes);
  const most = mime === 'image/gif' ? (limits.gif?.bytes ?? limits.imageBytes) : limits.imageBytes;
  if (mime === undefined) problems.push(`The image ${path} is not a PNG, JPEG, GIF or WebP file.`);
  if (bytes.length > most)
    problems.push(`The image ${path} has ${bytes.length} bytes; the network takes ${most}.`);
  if (alt.trim() === '')
    problems.push(`The image ${path} has no alt text: write it between the brackets, ![like this](${path}).`);
  const altLength = codePoints(alt);
  if (altLength > limits.altLength)
    problems.push(
      `The alt text of ${path} has ${altLength} characters; the network takes ${limits.altLength}.`,
    );
  return problems;
}
