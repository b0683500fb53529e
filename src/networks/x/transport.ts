import { type ClientRequest, Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { Duplex } from 'node:stream';
import type { TwitterApi } from 'twitter-api-v2';
import type { EpochMs } from '../../time/epoch-ms.ts';
import { noConnection } from '../no-connection.ts';
import { PublishingError } from '../publishing-error.ts';
import { withToken } from '../token-source.ts';
import { billOf } from './billing.ts';
import { redacted, type XCredentials } from './credentials.ts';
import { lostKind, refusalError } from './errors.ts';
import type { XRequest, XResponse, XTransport } from './request.ts';
import { type Headers, windowsFrom } from './windows.ts';

type Watched = {
  readonly agent: HttpAgent;
  /** Whether a request's connection was made; if not, not a byte was sent. */
  reached(request: ClientRequest): boolean;
};

/**
 * Makes an agent that opens a new connection for each request, knows which connections were made, and ends each after
 * `timeoutMs`. A kept-alive connection that the server closes would look like a lost response. The deadline is here because
 * twitter-api-v2's own timeout measures idle time, not total time.
 */
function watchedAgent(secure: boolean, timeoutMs: number): Watched {
  const made = new WeakSet<object>();
  const agent = secure ? new HttpsAgent({ keepAlive: false }) : new HttpAgent({ keepAlive: false });
  const create = agent.createConnection.bind(agent);
  agent.createConnection = (options, callback): Duplex | null | undefined => {
    const socket = create(options, callback);
    if (!socket) return socket;
    const timer = setTimeout(() => socket.destroy(new Error(`no answer within ${timeoutMs} ms`)), timeoutMs);
    socket.once('close', () => clearTimeout(timer));
    socket.once(secure ? 'secureConnect' : 'connect', () => made.add(socket));
    return socket;
  };
  return { agent, reached: (request) => request.socket !== null && made.has(request.socket) };
}

export const X_ORIGIN = 'https://api.x.com';

/**
 * Checks an account's `base_url`: scheme, host and port, nothing more.
 * @throws {Error} for anything else, which the configuration must refuse earlier
 */
export function originOf(baseUrl: string): string {
  const url = new URL(baseUrl);
  const bare = url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '';
  if (!bare || !/^https?:$/.test(url.protocol))
    throw new Error(`A base_url is http(s)://host[:port], not ${url.protocol}//${url.host}${url.pathname}`);
  return url.origin;
}

// twitter-api-v2 1.29 keeps the error under `_options.error`, where its own getter does not look.
function reasonOf(error: Error): string {
  const options: unknown = Reflect.get(error, '_options');
  const inner: unknown =
    typeof options === 'object' && options !== null
      ? (Reflect.get(options, 'error') ?? Reflect.get(options, 'responseError'))
      : undefined;
  if (!(inner instanceof Error)) return error.message;
  // An attempt on several addresses fails with one error for each, and no message of its own.
  const several =
    inner instanceof AggregateError ? inner.errors.find((one) => one instanceof Error) : undefined;
  return (inner.message || (several instanceof Error ? several.message : '') || error.message).trim();
}

/** Makes the transport of one account. Loads the library on the first request, so that a preview never does. */
export function xTransport(
  origin: string,
  credentials: XCredentials,
  timeoutMs: number,
  now: () => EpochMs,
): XTransport {
  const clean = (text: string): string => redacted(text, credentials);
  const { agent, reached } = watchedAgent(origin.startsWith('https:'), timeoutMs);
  type Library = Awaited<ReturnType<typeof load>>;
  let loading: Promise<Library> | undefined;

  async function load() {
    const { ApiPartialResponseError, ApiRequestError, ApiResponseError, TwitterApi } = await import(
      'twitter-api-v2'
    );
    const settings = { httpAgent: agent };
    const clientWith = (secret: Exclude<XCredentials, { tokens: unknown }>): TwitterApi['v2'] =>
      'userToken' in secret
        ? new TwitterApi(secret.userToken, settings).v2
        : new TwitterApi({ ...secret }, settings).v2;
    return { clientWith, ApiPartialResponseError, ApiRequestError, ApiResponseError };
  }

  function translated(error: unknown, request: XRequest, library: Library): unknown {
    if (!(error instanceof Error)) return error;
    // The library's errors contain the request with its Authorization header, so keep only their message.
    const cause = new Error(clean(`${error.name}: ${error.message} (${reasonOf(error)})`));
    if (error instanceof library.ApiResponseError) {
      const answer = { status: error.code, headers: error.headers as Headers, body: error.data as unknown };
      return refusalError(answer, request, now(), { clean, cause });
    }
    const what = `Could not ${request.doing} on X`;
    const lost = lostKind(request);
    if (error instanceof library.ApiPartialResponseError) {
      const status = error.response.statusCode;
      const said = `${what}: the answer (status ${status ?? 'unknown'}) was cut off. ${lost.say}`;
      const windows = windowsFrom(error.response.headers, request.call);
      return new PublishingError(lost.kind, said, { status, windows, cause, billed: billOf(request) });
    }
    if (!(error instanceof library.ApiRequestError)) return error;
    const reason = clean(reasonOf(error));
    if (reached(error.request))
      return new PublishingError(lost.kind, `${what}: no answer (${reason}). ${lost.say}`, {
        cause,
        billed: billOf(request),
      });
    return noConnection({ what, origin, reason, once: request.once });
  }

  async function send(request: XRequest, v2: TwitterApi['v2'], library: Library): Promise<XResponse> {
    const prefix = `${origin}/2/`;
    await request.allowed?.();
    try {
      const { data, headers } =
        request.method === 'POST'
          ? await v2.post<unknown>(
              request.path,
              { ...request.body },
              {
                fullResponse: true,
                prefix,
                forceBodyMode: request.form === true ? 'form-data' : 'json',
              },
            )
          : request.method === 'DELETE'
            ? await v2.delete<unknown>(request.path, undefined, { fullResponse: true, prefix })
            : await v2.get<unknown>(request.path, { ...request.query }, { fullResponse: true, prefix });
      const { 'x-access-level': accessLevel } = headers as Headers;
      return {
        body: data,
        windows: windowsFrom(headers, request.call),
        ...(typeof accessLevel === 'string' ? { accessLevel } : {}),
      };
    } catch (error) {
      throw translated(error, request, library);
    }
  }

  return async (request) => {
    loading ??= load();
    const library = await loading;
    if (!('tokens' in credentials)) return send(request, library.clientWith(credentials), library);
    return withToken(credentials.tokens, (userToken) =>
      send(request, library.clientWith({ userToken }), library),
    );
  };
}
