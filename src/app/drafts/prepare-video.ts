import { open, readFile } from 'node:fs/promises';
import { videoProblem } from '../../photos/plan-video.ts';
import { stripVideoNotes } from '../../photos/strip-video-notes.ts';
import { type ReadAt, type VideoFacts, videoFacts } from '../../photos/video-facts.ts';
import type { Profile } from '../../threads/profile.ts';

/** A video for one network: sent as it is, sent without its metadata, or not possible. */
export type PreparedVideo =
  | {
      readonly facts: VideoFacts;
      readonly note: string;
      /** The bytes to send, if they differ from the file's. */
      readonly stripped?: Uint8Array;
    }
  | { readonly code: string; readonly problem: string };

/**
 * Checks a file that may be a video, reading only its index; undefined if it is not a video. @throws if the system can't read
 * it
 */
export async function prepareVideo(
  file: string,
  size: number,
  { media, name }: Pick<Profile, 'media' | 'name'>,
): Promise<PreparedVideo | undefined> {
  const handle = await open(file);
  try {
    const read: ReadAt = async (at, length) => {
      const bytes = new Uint8Array(Math.max(0, Math.min(length, size - at)));
      const { bytesRead } = await handle.read(bytes, 0, bytes.length, at);
      return bytes.subarray(0, bytesRead);
    };
    const facts = await videoFacts(size, read);
    if (facts === undefined) return undefined;
    if (media.video === undefined)
      return {
        code: 'media-video',
        problem: `is a video, and ${name} accepts none; show a picture of it, and link to the video`,
      };
    const problem = videoProblem(facts, size, media.video);
    if (problem !== undefined) return { code: problem.code, problem: `${problem.why} (${name})` };
    const note = noteOf(facts, size);
    if (!facts.hasLocation) return { facts, note };
    return { facts, note: `camera notes removed, ${note}`, stripped: stripVideoNotes(await readFile(file)) };
  } finally {
    await handle.close();
  }
}

function noteOf({ width, height, seconds }: VideoFacts, size: number): string {
  const parts = [
    seconds === 0 ? 'video' : `video of ${Number(seconds.toFixed(1))} s`,
    ...(width === 0 ? [] : [`${width} × ${height}`]),
  ];
  return `${parts.join(': ')} · ${Math.ceil(size / 1000)} kB`;
}
