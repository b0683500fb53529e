import { boxesIn, noteBoxes } from './video-facts.ts';

/**
 * Removes a camera's metadata (location, device) from a video: turns its boxes into free space of the same size, so that
 * nothing moves and no frame changes.
 */
export function stripVideoNotes(bytes: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(bytes);
  for (const moov of boxesIn(copy)) {
    if (moov.type !== 'moov') continue;
    const index = copy.subarray(moov.from, moov.to);
    for (const { start, from, to } of [...noteBoxes(index)]) {
      index.fill(0, from, to);
      index.set(FREE, start + 4);
    }
  }
  return copy;
}

const FREE = new TextEncoder().encode('free');
