import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Mishap } from '../networks/contract.ts';

/** A server in front of a PDS that lets the next call that publishes go wrong. */
export type FaultyProxy = {
  readonly url: string;
  arrange(mishap: Exclude<Mishap, 'down'>): void;
  close(): Promise<void>;
};

/** Refusals in a PDS's own words, which it can't be brought to give at will. */
const REFUSALS = {
  'rate-limited': { status: 429, error: 'RateLimitExceeded', message: 'Rate Limit Exceeded' },
  unauthorized: { status: 401, error: 'AuthMissing', message: 'Authentication Required' },
} as const;

/** Starts one. Everything else passes through, byte for byte; `onRequest` sees each request before it does. */
export async function faultyProxy(
  target: string,
  onRequest: (path: string) => void = () => undefined,
): Promise<FaultyProxy> {
  let next: Exclude<Mishap, 'down'> | undefined;
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    onRequest(incoming.url ?? '');
    const mishap = incoming.url?.includes('applyWrites') === true ? next : undefined;
    if (mishap !== undefined) next = undefined;
    if (mishap === 'request-lost') return void incoming.socket.destroy();
    if (mishap === 'rate-limited' || mishap === 'unauthorized') {
      const { status, ...body } = REFUSALS[mishap];
      const reset = String(Math.ceil(Date.now() / 1000) + 60);
      outgoing.writeHead(status, {
        'content-type': 'application/json',
        'ratelimit-limit': '5000',
        'ratelimit-remaining': '0',
        'ratelimit-reset': reset,
        'ratelimit-policy': '5000;w=3600',
      });
      return void outgoing.end(JSON.stringify(body));
    }
    const { host, ...headers } = incoming.headers;
    const passed = request(
      new URL(incoming.url ?? '/', target),
      { method: incoming.method ?? 'GET', headers: { ...headers, host: new URL(target).host }, agent: false },
      (answer) => {
        const body: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => body.push(chunk));
        answer.on('end', () => {
          if (mishap === 'answer-lost') return void incoming.socket.destroy();
          const whole = Buffer.concat(body);
          outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
          if (mishap === 'answer-cut')
            return void outgoing.write(whole.subarray(0, 10), () => incoming.socket.destroy());
          outgoing.end(whole);
        });
      },
    );
    passed.on('error', () => incoming.socket.destroy());
    passed.end(Buffer.concat(chunks));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    arrange(mishap) {
      next = mishap;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
