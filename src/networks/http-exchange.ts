import { request as httpRequest, type IncomingHttpHeaders, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';

/** One HTTP request. */
export type HttpExchange = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** Timeout of the request including its response, in ms. */
  readonly timeoutMs: number;
};

/** Response headers, names in lower case, as Node gives them. */
export type HttpHeaders = IncomingHttpHeaders;

/**
 * How a request ended. `unsent`: no connection was made, so the server saw nothing. `lost`: a connection was made but no
 * complete response came, so the server may have executed it; `status` is set if the head of the response came.
 */
export type HttpOutcome =
  | {
      readonly ended: 'answered';
      readonly status: number;
      readonly headers: HttpHeaders;
      readonly body: string;
    }
  | { readonly ended: 'unsent'; readonly reason: string }
  | {
      readonly ended: 'lost';
      readonly reason: string;
      readonly status?: number;
      readonly headers?: HttpHeaders;
    };

/** The slowest supported connection, in bytes per second. */
const SLOWEST_PER_SECOND = 100_000;

/** Returns the timeout for a request with a body of this size, in ms: a video needs minutes. */
export function timeFor(bytes: number, timeoutMs: number): number {
  return timeoutMs + Math.round((bytes / SLOWEST_PER_SECOND) * 1000);
}

/** Sends one request and returns how it ended; never rejects for a network failure. */
export type Exchange = (request: HttpExchange) => Promise<HttpOutcome>;

/** The largest response that is read, in bytes; real ones are a few kilobytes. */
const LARGEST_ANSWER = 8 * 1024 * 1024;

const messageOf = (error: Error): string => {
  // An attempt on several addresses fails with one error for each, and no message of its own.
  const [first] = error instanceof AggregateError ? (error.errors as unknown[]) : [];
  return (error.message || (first instanceof Error ? first.message : '') || error.name).trim();
};

/**
 * Sends one request on a new connection, because a kept-alive connection that the server closes looks like a lost response.
 * Follows no redirects and never retries. Never rejects.
 */
export function exchange({ method, url, headers, body, timeoutMs }: HttpExchange): Promise<HttpOutcome> {
  const secure = url.startsWith('https:');
  const options: RequestOptions = { method, agent: false, headers: { ...headers, connection: 'close' } };
  return new Promise((resolve) => {
    let reached = false;
    let head: { readonly status: number; readonly headers: HttpHeaders } | undefined;
    const outgoing = (secure ? httpsRequest : httpRequest)(url, options);
    const fail = (error: Error): void => {
      clearTimeout(timer);
      const reason = messageOf(error);
      resolve(reached ? { ended: 'lost', reason, ...head } : { ended: 'unsent', reason });
    };
    const timer = setTimeout(
      () => outgoing.destroy(new Error(`no answer within ${timeoutMs} ms`)),
      timeoutMs,
    );
    outgoing.on('socket', (socket) => {
      socket.once(secure ? 'secureConnect' : 'connect', () => {
        reached = true;
      });
    });
    outgoing.on('error', fail);
    outgoing.on('response', (response) => {
      head = { status: response.statusCode ?? 0, headers: response.headers };
      const chunks: Buffer[] = [];
      let size = 0;
      response.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > LARGEST_ANSWER)
          outgoing.destroy(new Error(`an answer of more than ${LARGEST_ANSWER} bytes`));
        else chunks.push(chunk);
      });
      response.on('error', fail);
      response.on('aborted', () => fail(new Error('the answer was cut off')));
      response.on('end', () => {
        clearTimeout(timer);
        if (head === undefined || !response.complete) return fail(new Error('the answer was cut off'));
        resolve({ ended: 'answered', ...head, body: Buffer.concat(chunks).toString('utf8') });
      });
    });
    outgoing.end(body);
  });
}
