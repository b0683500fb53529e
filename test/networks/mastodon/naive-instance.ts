import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What an instance does wrong. All of it was seen on servers that speak Mastodon's API. */
export type Naivety = {
  /** Idempotency keys: kept, never looked at, or kept only after so many ms. @default 'ignored' */
  readonly keys?: 'kept' | 'ignored' | { readonly lateMs: number };
  /** Answers a repeated key with 500. */
  readonly repeatIs500?: boolean;
  /** A status shows only after so many ms. */
  readonly lagMs?: number;
  /** Publishing requests, counted from 1, that are carried out and answered with 500, or not at all. */
  readonly fails?: Readonly<Record<number, '500-after' | 'dropped-after' | 'dropped-before'>>;
  /** Entries of lists: whole, without `in_reply_to_id`, or the first page only with no way on. */
  readonly lists?: 'whole' | 'without-parents' | 'garbled';
  /** What it answers to a post that it keeps, of the statuses so far, the new one last. @default the new one */
  readonly answers?: (statuses: readonly NaiveStatus[]) => NaiveStatus | undefined;
  /** Whether it has `GET /statuses/:id/source`. @default true */
  readonly hasSource?: boolean;
};

/** A status as the instance keeps it. */
export type NaiveStatus = {
  readonly id: string;
  readonly text: string;
  readonly parentId: string | null;
  readonly at: number;
  readonly key: string | undefined;
};

/** A server of our own with Mastodon's API that trusts everything and keeps no rules: no rate headers, `since_id` ignored. */
export type NaiveInstance = {
  readonly url: string;
  readonly statuses: readonly NaiveStatus[];
  /** Publishing requests that came in. */
  requests(): number;
  close(): Promise<void>;
};

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Starts one on a free port of 127.0.0.1. */
export async function naiveInstance(naivety: Naivety = {}, now = Date.now): Promise<NaiveInstance> {
  const { keys = 'ignored', lagMs = 0, fails = {}, lists = 'whole', hasSource = true } = naivety;
  const statuses: NaiveStatus[] = [];
  let count = 0;
  const entity = (status: NaiveStatus): unknown => ({
    id: status.id,
    created_at: new Date(status.at).toISOString(),
    ...(lists === 'without-parents' ? {} : { in_reply_to_id: status.parentId }),
    account: { id: '7', username: 'ada' },
    url: `https://elsewhere.example/notice/${status.id}`,
    content: `<p>${status.text.slice(0, 3)}…</p>`,
  });
  const visible = (): NaiveStatus[] => statuses.filter(({ at }) => at + lagMs <= now());
  const json = (response: ServerResponse, status: number, body: unknown): void => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  };

  async function post(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request);
    count += 1;
    const mishap = fails[count];
    if (mishap === 'dropped-before') return void request.socket.destroy();
    const key = request.headers['idempotency-key'];
    const keyLateMs = typeof keys === 'object' ? keys.lateMs : 0;
    const known =
      keys === 'ignored'
        ? undefined
        : statuses.find((status) => status.key === key && status.at + keyLateMs <= now());
    if (known !== undefined)
      return naivety.repeatIs500 === true
        ? json(response, 500, { error: 'We’re sorry' })
        : json(response, 200, entity(known));
    const status: NaiveStatus = {
      id: String(1000 + statuses.length),
      text: String(body['status']),
      parentId: typeof body['in_reply_to_id'] === 'string' ? body['in_reply_to_id'] : null,
      at: now(),
      key: typeof key === 'string' ? key : undefined,
    };
    statuses.push(status);
    if (mishap === 'dropped-after') return void request.socket.destroy();
    if (mishap === '500-after') return json(response, 500, { error: 'Internal Server Error' });
    json(response, 200, entity(naivety.answers?.(statuses) ?? status));
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const [, , , area, id = '', what] = url.pathname.split('/');
    if (request.method === 'POST' && url.pathname === '/api/v1/statuses') return post(request, response);
    request.resume();
    if (area === 'accounts' && id === 'verify_credentials')
      return json(response, 200, { id: '7', username: 'ada' });
    if (area === 'accounts' && what === 'statuses') {
      if (lists === 'garbled') return json(response, 200, { meta: { result_count: statuses.length } });
      return json(response, 200, visible().reverse().map(entity));
    }
    const status = visible().find((one) => one.id === id);
    if (status === undefined) return json(response, 404, { error: 'Record not found' });
    if (what === 'source')
      return hasSource
        ? json(response, 200, { id, text: status.text, spoiler_text: '' })
        : json(response, 404, { error: 'Not found' });
    if (what === 'context') {
      const descendants = visible().filter(({ parentId }) => parentId === id);
      return json(response, 200, { ancestors: [], descendants: descendants.map(entity) });
    }
    if (request.method === 'DELETE') statuses.splice(statuses.indexOf(status), 1);
    json(response, 200, entity(status));
  }

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => json(response, 500, { error: String(error) }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    statuses,
    requests: () => count,
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await wait(0);
    },
  };
}
