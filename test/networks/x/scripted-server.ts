import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { NetworkClient } from '../../../src/networks/port.ts';
import { type XClientOptions, xClient } from '../../../src/networks/x/client.ts';

/** What a scripted server answers a request with. */
export type Script = (request: IncomingMessage, response: ServerResponse) => void;

/** An answer in JSON. */
export function json(status: number, body: unknown, headers: Record<string, string> = {}): Script {
  return (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify(body));
  };
}

/** A server on 127.0.0.1 that logs everybody in as `ada` and answers all else by the script; with a client. */
export async function scripted(
  script: Script,
  options: Partial<XClientOptions> = {},
): Promise<{ readonly client: NetworkClient; readonly requests: readonly string[]; close(): Promise<void> }> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    if (request.url?.startsWith('/2/users/me') === true) {
      json(200, { data: { id: '7', username: 'ada' } })(request, response);
      return;
    }
    requests.push(`${request.method} ${request.url}`);
    request.resume().on('end', () => script(request, response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const client = xClient({
    baseUrl: `http://127.0.0.1:${port}`,
    credentials: { userToken: 'a-long-token-of-ada' },
    timeoutMs: 2_000,
    ...options,
  });
  return {
    client,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
