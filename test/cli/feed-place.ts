import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** An empty project, and a server on loopback that has its feed. */
export type FeedPlace = {
  readonly folder: string;
  readonly feed: string;
  readonly close: () => Promise<void>;
};

/** Opens a place whose server answers with `listener`; closing it breaks off what is still being answered. */
export async function openFeedPlace(listener: RequestListener): Promise<FeedPlace> {
  const folder = mkdtempSync(join(tmpdir(), 'threadmill-'));
  const server = createServer(listener);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    folder,
    feed: `http://127.0.0.1:${(server.address() as AddressInfo).port}/feed.xml`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      rmSync(folder, { recursive: true });
    },
  };
}
