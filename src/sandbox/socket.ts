import type { IncomingMessage, ServerResponse } from 'node:http';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';

/** What the Node server passes to the app; empty if the app is called without a socket. */
export type Wire = { readonly incoming?: IncomingMessage; readonly outgoing?: ServerResponse };

/** Represents a lost connection without a socket (`app.request()`): nginx's 499. */
const lost = (what: string): Response =>
  new Response(null, { status: 499, headers: { 'x-sandbox-fault': what } });

/** Closes the connection without a response. */
export function hangUp(wire: Wire, what: string): Response {
  if (wire.outgoing === undefined || wire.incoming === undefined) return lost(what);
  wire.incoming.socket.destroy();
  return RESPONSE_ALREADY_SENT;
}

/** Sends the head and the first half of a response, then closes the connection. */
export async function sendHalf(wire: Wire, response: Response): Promise<Response> {
  const body = Buffer.from(await response.arrayBuffer());
  const half = body.subarray(0, Math.floor(body.length / 2));
  const { outgoing, incoming } = wire;
  if (outgoing === undefined || incoming === undefined)
    return new Response(half, { status: response.status, headers: response.headers });
  outgoing.writeHead(response.status, {
    ...Object.fromEntries(response.headers),
    'content-length': String(body.length),
  });
  outgoing.write(half, () => incoming.socket.destroy());
  return RESPONSE_ALREADY_SENT;
}
