import { createServer, type Server } from 'node:http';
import { ThreadmillError } from '../threadmill-error.ts';

/** The callback's path. */
const PATH = '/callback';

/** A port that another program listens on, or that this user may not use. */
export class CallbackPortError extends ThreadmillError {
  override readonly name = 'CallbackPortError';
  readonly kind = 'port';
  readonly port: number;

  constructor(port: number, why: string, cause: unknown) {
    super(
      `Can't listen on port ${port} for the browser's answer: ${why}. Choose another with --port (an app on X must list that callback address), or use --paste and copy the answer's address by hand.`,
      cause,
    );
    this.port = port;
  }
}

/** A local listener for the browser that returns from a login. */
export interface LoginCallback {
  /** The address that the network redirects the browser to. */
  readonly redirectUri: string;
  /** The query of the redirect; never settles if none comes. */
  readonly answer: Promise<URLSearchParams>;
  close(): Promise<void>;
}

const page = (text: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Threadmill</title><body style="font: 1.1rem system-ui; margin: 3rem auto; max-width: 32rem; padding: 0 1rem"><p>${text}</p></body></html>`;

/**
 * Listens on 127.0.0.1 for one redirect: a request for `/callback` with a query. The query is untrusted, so nothing of it is
 * shown. Refuses requests to any host other than 127.0.0.1 or localhost.
 *
 * @throws CallbackPortError
 */
export async function openLoginCallback(port: number): Promise<LoginCallback> {
  const { promise: answer, resolve } = Promise.withResolvers<URLSearchParams>();
  const server: Server = createServer((request, response) => {
    const host = request.headers.host ?? '';
    const url = URL.parse(request.url ?? '', `http://${host || '127.0.0.1'}`);
    const say = (status: number, text: string): void => {
      response.writeHead(status, {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
        connection: 'close',
      });
      response.end(page(text));
    };
    if (!/^(?:127\.0\.0\.1|localhost)(?::\d{1,5})?$/.test(host) || request.method !== 'GET')
      say(403, 'This address is for the answer of a login on this machine.');
    else if (url?.pathname !== PATH || !(url.searchParams.has('code') || url.searchParams.has('error')))
      say(404, 'Nothing is here. Threadmill waits for the answer of a login at another address.');
    else {
      say(200, 'Threadmill has the answer. You can close this page and go back to the terminal.');
      resolve(url.searchParams);
    }
  });
  await new Promise<void>((done, failed) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const why = error.code === 'EADDRINUSE' ? 'another program uses it' : (error.code ?? error.message);
      failed(new CallbackPortError(port, why, error));
    });
    server.listen(port, '127.0.0.1', done);
  });
  const address = server.address();
  const at = typeof address === 'object' && address !== null ? address.port : port;
  return {
    redirectUri: `http://127.0.0.1:${at}${PATH}`,
    answer,
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((done) => server.close(() => done()));
    },
  };
}
