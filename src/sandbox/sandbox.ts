import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { ThreadmillError } from '../threadmill-error.ts';
import { sandboxApp } from './app.ts';
import type { SandboxOptions } from './options.ts';

export { type Fault, parseFault } from './faults.ts';
export type { SandboxOptions } from './options.ts';
export { SandboxStateError } from './store.ts';

/** A running sandbox. */
export type Sandbox = {
  /** `http://127.0.0.1:PORT`, without a trailing slash: the page, and the `base_url` of an account. */
  readonly url: string;
  /** Stops listening and closes open connections. */
  close(): Promise<void>;
};

/** The sandbox can't listen on the given port. */
export class SandboxPortError extends ThreadmillError {
  override readonly name = 'SandboxPortError';
  readonly kind = 'port';
  readonly port: number;

  constructor(port: number, cause: unknown) {
    super(
      `The sandbox can't listen on port ${port}: is another one running there? Give another --port.`,
      cause,
    );
    this.port = port;
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(new SandboxPortError(port, error)));
    server.listen(port, '127.0.0.1', () => resolve());
  });
}

/**
 * Starts a server that simulates X, a Bluesky PDS and a Mastodon instance, on 127.0.0.1 only.
 * @throws {SandboxPortError} if the port is in use
 * @throws {SandboxStateError} if the state file can't be read or written
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const app = sandboxApp(options);
  // Keep the listener from replacing the global Request and Response, because the process may publish too.
  const listener = getRequestListener((request, env) => app.fetch(request, env), {
    overrideGlobalObjects: false,
  });
  const server = createServer((incoming, outgoing) => void listener(incoming, outgoing));
  await listen(server, options.port ?? 0);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)));
        server.closeAllConnections();
      }),
  };
}
