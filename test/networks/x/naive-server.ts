import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { NetworkClient } from '../../../src/networks/port.ts';
import { xClient } from '../../../src/networks/x/client.ts';
import type { TimelinePage } from '../../lab/partial-reads.ts';
import { idAt } from '../../snowflake.ts';

/** In which ways a server is naive. */
export type Naivety = {
  /** Whether it stores what a post replies to. */
  readonly keepsParents: boolean;
  /** The id that the response to the nth post gives (from 1), in place of the real one. */
  readonly givenId?: (n: number, realId: string, earlier: readonly string[]) => string;
  /** Posts (from 1) whose response never comes. */
  readonly losesResponses?: (n: number) => boolean;
  /** What becomes of every page of a timeline. */
  readonly spoil?: (page: TimelinePage) => TimelinePage;
};

/** A post as the naive server has it. */
export type NaivePost = { readonly id: string; readonly text: string; readonly parentId: string | null };

/** A server that speaks X's API and keeps none of X's rules: no duplicate check, no windows, ids as told. */
export async function naiveServer(naivety: Naivety): Promise<{
  readonly client: NetworkClient;
  readonly posts: readonly NaivePost[];
  readonly deleted: readonly string[];
  close(): Promise<void>;
}> {
  const posts: (NaivePost & { readonly at: number })[] = [];
  const deleted: string[] = [];
  let requests = 0;

  const timeline = (query: URLSearchParams): TimelinePage => {
    const since = BigInt(query.get('since_id') ?? '0');
    const data = posts
      .filter(({ id }) => BigInt(id) > since)
      .toReversed()
      .map(({ id, text, at, parentId }) => ({
        id,
        text,
        author_id: '7',
        created_at: new Date(at).toISOString(),
        ...(naivety.keepsParents && parentId !== null
          ? { referenced_tweets: [{ type: 'replied_to', id: parentId }] }
          : {}),
      }));
    const meta = { result_count: data.length };
    const page = data.length === 0 ? { meta } : { data, meta };
    return naivety.spoil?.(page) ?? page;
  };

  const server = createServer((request, response) => {
    const chunks: Uint8Array[] = [];
    request.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    request.on('end', () => {
      const url = new URL(request.url ?? '/', 'http://127.0.0.1');
      const answer = (status: number, body: unknown): void => {
        response.writeHead(status, { 'content-type': 'application/json' });
        response.end(JSON.stringify(body));
      };
      if (request.method === 'DELETE') {
        deleted.push(url.pathname.slice('/2/tweets/'.length));
        return answer(200, { data: { deleted: true } });
      }
      if (url.pathname === '/2/users/me') return answer(200, { data: { id: '7', username: 'ada' } });
      if (request.method === 'GET') return answer(200, timeline(url.searchParams));
      requests += 1;
      const body = JSON.parse(Buffer.concat(chunks).toString()) as {
        text: string;
        reply?: { in_reply_to_tweet_id: string };
      };
      const id = idAt(Date.now(), requests);
      const earlier = posts.map((post) => post.id);
      const parentId = body.reply?.in_reply_to_tweet_id ?? null;
      posts.push({ id, text: body.text, parentId, at: Date.now() });
      if (naivety.losesResponses?.(requests) === true) return void request.socket.destroy();
      const given = naivety.givenId?.(requests, id, earlier) ?? id;
      return answer(201, { data: { id: given, text: body.text } });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const client = xClient({
    baseUrl: `http://127.0.0.1:${port}`,
    credentials: { userToken: 'a-long-token-of-ada' },
    timeoutMs: 2_000,
    findDelaysMs: [1, 2],
  });
  return {
    client,
    posts,
    deleted,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
