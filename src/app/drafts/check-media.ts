import type { ImageSource } from '../../drafts/draft.ts';
import type { Finding } from '../../drafts/finding.ts';
import type { MediaLimits } from '../../threads/profile.ts';
import { findMedia, type MediaPlaces } from './media-files.ts';

/** Looks at images on the disk; one finding of severity error for each that can't be published. */
export async function checkMedia(
  images: readonly ImageSource[],
  places: MediaPlaces,
  limits: MediaLimits,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { path, at } of images) {
    const found = await findMedia(path, places, limits);
    if ('code' in found)
      findings.push({
        code: found.code,
        severity: 'error',
        message: found.message,
        line: at.line,
        column: at.column,
      });
  }
  return findings;
}
