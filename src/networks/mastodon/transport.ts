import type { EpochMs } from '../../time/epoch-ms.ts';
import { type Exchange, exchange, type HttpOutcome, timeFor } from '../http-exchange.ts';
import { noConnection } from '../no-connection.ts';
import type { RateWindow } from '../port.ts';
import { PublishingError } from '../publishing-error.ts';
import { lostKind, type MastodonCall, refusalError } from './errors.ts';
import { windowsFrom } from './windows.ts';

/** One request to an instance. `path` begins with `/api/`, or is a full URL of the instance (from a `Link` header). */
export type MastodonRequest = MastodonCall & {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly json?: Readonly<Record<string, unknown>>;
  readonly form?: FormData;
  readonly idempotencyKey?: string;
  /** Called right before sending; if it throws, nothing is sent, and the error passes on. */
  readonly allowed?: () => Promise<void>;
};

/** A response below 300: its JSON, and the rate windows in its headers. */
export type MastodonResponse = {
  readonly status: number;
  readonly body: unknown;
  readonly windows: readonly RateWindow[];
  /** The URL of the next page, if any. */
  readonly next?: string;
};

/** Sends requests and turns every failure into a `PublishingError`. Never retries. */
export type MastodonTransport = (request: MastodonRequest) => Promise<MastodonResponse>;

/** The instance's address and the account's token. */
export type TransportOptions = {
  /** `https://fosstodon.org`, without a slash at the end. */
  readonly origin: string;
  readonly token: string;
  /** Timeout of one request, in ms. */
  readonly timeoutMs: number;
  readonly now: () => EpochMs;
  /** @default a new connection for each request */
  readonly exchange?: Exchange | undefined;
};

const LONGEST_SAID = 200;

/**
 * Returns the scheme, host and port of an instance.
 * @throws {Error} for anything more, which the configuration must refuse earlier
 */
export function instanceOrigin(baseUrl: string): string {
  const url = new URL(baseUrl);
  const bare = url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '';
  if (!bare || !/^https?:$/.test(url.protocol))
    throw new Error(
      `The base_url of an instance is http(s)://host[:port], not ${url.protocol}//${url.host}${url.pathname}.`,
    );
  return url.origin;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Returns a refusal's message as one line that is safe to print. */
function saidIn(body: string): string {
  const data = parsed(body);
  const error: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, 'error') : undefined;
  const text = typeof error === 'string' ? error : body.replace(/<style[\s\S]*?<\/style>|<[^>]*>/g, ' ');
  return text
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_SAID);
}

/** Returns the `rel="next"` of a `Link` header, if it points to the same instance (RFC 8288). */
function nextPage(link: unknown, origin: string): string | undefined {
  if (typeof link !== 'string') return undefined;
  const url = /<([^<>]+)>\s*;[^,<]*\brel="?next"?/.exec(link)?.[1];
  return url !== undefined && URL.canParse(url, origin) && new URL(url, origin).origin === origin
    ? new URL(url, origin).href
    : undefined;
}

/** Makes the transport of one account on one instance. */
export function mastodonTransport(options: TransportOptions): MastodonTransport {
  const { origin, token, timeoutMs, now } = options;
  const clean = (text: string): string => text.replaceAll(token, '[secret]');

  function ended(outcome: HttpOutcome, request: MastodonRequest): MastodonResponse {
    const what = `Could not ${request.doing} on Mastodon`;
    const lost = lostKind(request);
    if (outcome.ended === 'unsent') {
      throw noConnection({ what, origin, reason: clean(outcome.reason), once: request.once });
    }
    const windows = windowsFrom(outcome.headers, request.call, now());
    if (outcome.ended === 'lost')
      throw new PublishingError(
        lost.reason,
        `${what}: no response (${clean(outcome.reason)}). ${lost.say}`,
        outcome.status === undefined ? { windows } : { status: outcome.status, windows },
      );
    const { status, headers, body } = outcome;
    if (status >= 300 && status < 400)
      throw new PublishingError(
        'rejected',
        `${what}: ${origin} redirects. Set base_url to the address of the instance itself.`,
        { status, windows },
      );
    if (status >= 400 || status < 200)
      throw refusalError({ status, headers, said: clean(saidIn(body)) }, request, now());
    const data = parsed(body);
    if (data === undefined)
      throw new PublishingError(
        lost.reason,
        `${what}: the response (status ${status}) can’t be read. ${lost.say}`,
        { status, windows },
      );
    const next = nextPage(headers['link'], origin);
    return { status, body: data, windows, ...(next === undefined ? {} : { next }) };
  }

  return async (request) => {
    const headers: Record<string, string> = {
      accept: 'application/json',
      authorization: `Bearer ${token}`,
      ...(request.idempotencyKey === undefined ? {} : { 'idempotency-key': request.idempotencyKey }),
    };
    let body: string | Uint8Array | undefined;
    if (request.json !== undefined) {
      headers['content-type'] = 'application/json';
      body = JSON.stringify(request.json);
    } else if (request.form !== undefined) {
      const encoded = new Response(request.form);
      headers['content-type'] = encoded.headers.get('content-type') ?? 'multipart/form-data';
      body = new Uint8Array(await encoded.arrayBuffer());
    }
    if (body !== undefined) headers['content-length'] = String(Buffer.byteLength(body));
    const url = request.path.startsWith('/') ? `${origin}${request.path}` : request.path;
    await request.allowed?.();
    const { method } = request;
    const upload = request.form !== undefined && body !== undefined ? Buffer.byteLength(body) : 0;
    const sent = await (options.exchange ?? exchange)({
      method,
      url,
      headers,
      timeoutMs: timeFor(upload, timeoutMs),
      ...(body === undefined ? {} : { body }),
    });
    return ended(sent, request);
  };
}
