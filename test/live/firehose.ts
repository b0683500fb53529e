/** What a PDS has told the world since it began: one frame for each commit, of every account. */
export type Firehose = { frames(): Promise<readonly Buffer[]>; close(): void };

/** Listens to a PDS's event stream from its beginning. */
export async function firehose(url: string): Promise<Firehose> {
  const seen: Buffer[] = [];
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/xrpc/com.atproto.sync.subscribeRepos?cursor=0`);
  socket.binaryType = 'arraybuffer';
  socket.addEventListener('message', ({ data }) => seen.push(Buffer.from(data as ArrayBuffer)));
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve());
    socket.addEventListener('error', () => reject(new Error('The event stream could not be opened.')));
  });
  return {
    async frames() {
      // Frames arrive in order and at once; silence for a while means that all of them are here.
      for (let before = -1; before !== seen.length; ) {
        before = seen.length;
        await new Promise((resolve) => setTimeout(resolve, 400));
      }
      return seen;
    },
    close: () => socket.close(),
  };
}

/**
 * The frames whose operations create a record, by its key. An operation names it under `path`, as a text of 32 bytes;
 * the blocks of a commit may name records of earlier ones as well.
 */
export function framesNaming(frames: readonly Buffer[], rkey: string): Buffer[] {
  const named = Buffer.from(`path\x78\x20app.bsky.feed.post/${rkey}`, 'latin1');
  return frames.filter((frame) => frame.includes('#commit') && frame.includes(named));
}
