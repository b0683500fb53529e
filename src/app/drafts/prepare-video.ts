import { open, readFile } from 'node:fs/promises';
import { videoProblem } from '../../photos/plan-video.ts';
import { stripVideoNotes } from '../../photos/strip-video-notes.ts';
import { type ReadAt, type VideoFacts, videoFacts } from '../../photos/video-facts.ts';
import type { Profile } from '../../threads/profile.ts';

/** What becomes of a video on one network: it goes out as it is or without its notes, or it can't go out. */
export type PreparedVideo =
  | {
      readonly facts: VideoFacts;
      readonly note: string;
      /** The bytes that go out, where they are not those of the file. */
      readonly stripped?: Uint8Array;
    }
  | { readonly code: string; readonly problem: string };

/**
 * Looks at a file that may be a video, reading its index alone; undefined for what is none. @throws where the system
 * refuses to read it
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
        problem: `is a video, and ${name} takes none; show a picture of it, and link to the video`,
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
