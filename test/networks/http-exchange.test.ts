import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { exchange } from '../../src/networks/http-exchange.ts';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function serve(listener: RequestListener): Promise<string> {
  const made = createServer(listener);
  server = made;
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(made.address() as AddressInfo).port}/`;
}

const get = (url: string, timeoutMs = 2_000) => exchange({ method: 'GET', url, timeoutMs });

it('gives the whole answer, whatever its status', async () => {
  const url = await serve((_, response) => response.writeHead(418, { 'x-a': 'b' }).end('Tee €'));
  expect(await get(url)).toMatchObject({
    ended: 'answered',
    status: 418,
    headers: { 'x-a': 'b' },
    body: 'Tee €',
  });
});

it('sends what it is given', async () => {
  const seen: string[] = [];
  const url = await serve(async (request, response) => {
    for await (const chunk of request) seen.push(String(chunk));
    response.end(request.headers['x-name']);
  });
  const sent = { method: 'POST', url, headers: { 'x-name': 'Ada' }, body: 'é', timeoutMs: 2_000 } as const;
  expect(await exchange(sent)).toMatchObject({ body: 'Ada' });
  expect(seen).toEqual(['é']);
});

it('tells that nothing was sent where no connection was made', async () => {
  const url = await serve(() => undefined);
  await new Promise((resolve) => server?.close(resolve));
  expect(await get(url)).toMatchObject({ ended: 'unsent', reason: expect.stringContaining('ECONNREFUSED') });
});

it.each([
  [
    'is closed without an answer',
    (_: unknown, response: { destroy(): void }) => response.destroy(),
    undefined,
  ],
  [
    'is cut in the middle of an answer',
    (_: unknown, response: Parameters<RequestListener>[1]) => {
      response.writeHead(201, { 'content-length': '100' });
      response.write('half', () => response.destroy());
    },
    201,
  ],
  ['stays silent', () => undefined, undefined],
] as const)('tells that it may be carried out where the connection %s', async (_, listener, status) => {
  const url = await serve(listener as RequestListener);
  const outcome = await get(url, 300);
  expect(outcome.ended).toBe('lost');
  expect('status' in outcome ? outcome.status : undefined).toBe(status);
});

it('follows no redirect', async () => {
  const url = await serve((_, response) => response.writeHead(302, { location: 'http://example.org' }).end());
  expect(await get(url)).toMatchObject({ ended: 'answered', status: 302 });
});
