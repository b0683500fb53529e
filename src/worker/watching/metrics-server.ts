import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ThreadmillError } from '../../threadmill-error.ts';

/** The pages of the metrics server. */
export type MetricsPages = {
  readonly metrics: () => Promise<string>;
  /** Why the worker is unhealthy; `undefined` if it is healthy. */
  readonly illness: () => Promise<string | undefined>;
};

/** A running server. */
export type MetricsServer = { readonly url: string; close(): Promise<void> };

/** The port can't be listened on. */
export class MetricsPortError extends ThreadmillError {
  override readonly name = 'MetricsPortError';
  readonly kind = 'port';
}

/**
 * The names by which programs on this machine reach the server, with any port, as behind a tunnel. A web page that rebinds its
 * own name to this machine sends that name, and is refused.
 */
const LOCAL_HOST = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/i;

function answer(response: ServerResponse, status: number, type: string, text: string): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(text);
}

async function route(path: string, pages: MetricsPages, response: ServerResponse): Promise<void> {
  if (path === '/metrics') {
    answer(response, 200, 'text/plain; version=0.0.4; charset=utf-8', await pages.metrics());
  } else if (path === '/healthz') {
    const illness = await pages.illness();
    answer(response, illness === undefined ? 200 : 503, 'text/plain; charset=utf-8', `${illness ?? 'ok'}\n`);
  } else answer(response, 404, 'text/plain; charset=utf-8', 'See /metrics and /healthz.\n');
}

/** Starts a server on 127.0.0.1 with `/metrics` and `/healthz`; port 0 takes a free one. @throws MetricsPortError */
export async function startMetricsServer(port: number, pages: MetricsPages): Promise<MetricsServer> {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      answer(response, 405, 'text/plain; charset=utf-8', 'Only GET.\n');
      return;
    }
    if (!LOCAL_HOST.test(request.headers.host ?? '')) {
      answer(response, 403, 'text/plain; charset=utf-8', 'Only for 127.0.0.1 and localhost.\n');
      return;
    }
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    route(path, pages, response).catch((error: unknown) => {
      answer(
        response,
        503,
        'text/plain; charset=utf-8',
        `${error instanceof Error ? error.name : 'Error'}\n`,
      );
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        new MetricsPortError(`Port ${port} can't be used (${error.code ?? error.message}). Choose another.`, {
          cause: error,
        }),
      ),
    );
    server.listen(port, '127.0.0.1', resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${taken}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
