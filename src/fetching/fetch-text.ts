import { lookup as systemLookup } from 'node:dns';
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { decodeBody } from './decode-body.ts';
import { FetchError } from './fetch-error.ts';
import { InterruptedError } from './interrupted-error.ts';
import { isLinkLocal, isPublicAddress } from './public-address.ts';
import { unpacked } from './unpacked.ts';

/** What to fetch, and the limits. */
export type FetchOptions = {
  /** The accepted content types, without parameters: `text/html`; also sent as the `Accept` header. */
  readonly types: readonly string[];
  /** The maximum size of the unpacked body, in bytes. */
  readonly maxBytes: number;
  /** The total timeout, redirects included, in ms. */
  readonly timeoutMs: number;
  /** Validators of an earlier response, so that the server need not send the document again. */
  readonly known?: { readonly etag?: string | undefined; readonly lastModified?: string | undefined };
  /** Allows addresses on this machine and in private networks: for testing, never for feeds of others. */
  readonly allowPrivate?: boolean | ((host: string) => boolean);
  readonly signal?: AbortSignal;
  /** Resolves host names. @default the system's resolver */
  readonly lookup?: LookupFunction;
};

/** A document's bytes, or the information that it has not changed. */
export type FetchedBytes = Omit<Fetched, 'text'> & { readonly bytes: Uint8Array };

/** A document, or the information that it has not changed. */
export type Fetched = {
  /** Its final address, after redirects. */
  readonly url: string;
  /** The address for future requests: the last one before a non-permanent redirect. */
  readonly permanentUrl: string;
  readonly unchanged: boolean;
  readonly text: string;
  readonly contentType: string;
  readonly etag: string | undefined;
  readonly lastModified: string | undefined;
  /** How long the response stays fresh, in ms. */
  readonly freshForMs: number | undefined;
};

const MOST_REDIRECTS = 5;
const PERMANENT = new Set([301, 308]);
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const AGENT = 'threadmill (+https://www.npmjs.com/package/threadmill)';

/** Fetches a web document as text. @throws FetchError, or InterruptedError if the caller's signal aborted it */
export async function fetchText(address: string, options: FetchOptions): Promise<Fetched> {
  const { bytes, ...facts } = await fetchBytes(address, options);
  return { ...facts, text: facts.unchanged ? '' : decodeBody(bytes, facts.contentType) };
}

/**
 * Fetches a web document. Before sending anything, checks every address, after resolving names and after each redirect, and
 * connects to exactly the address that was checked.
 *
 * @throws FetchError, or InterruptedError if the caller's signal aborted it
 */
export async function fetchBytes(address: string, options: FetchOptions): Promise<FetchedBytes> {
  const limit = AbortSignal.timeout(options.timeoutMs);
  const signal = options.signal === undefined ? limit : AbortSignal.any([limit, options.signal]);
  let url = checkedUrl(address, options);
  let permanentUrl = url;
  let permanent = true;
  for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
    const response = await ask(url, options, signal, limit);
    const status = response.statusCode ?? 0;
    if (!REDIRECTS.has(status)) return read(response, { url, permanentUrl }, options, limit);
    response.destroy();
    const { location } = response.headers;
    if (location === undefined || !URL.canParse(location, url))
      throw new FetchError('redirects', shown(url), 'it redirects to nowhere', { status });
    const next = checkedUrl(new URL(location, url).href, options);
    if (url.protocol === 'https:' && next.protocol === 'http:')
      throw new FetchError('refused', shown(url), `it redirects to ${shown(next)}, which is not encrypted`);
    permanent &&= PERMANENT.has(status);
    if (permanent) permanentUrl = next;
    url = next;
  }
  throw new FetchError('redirects', shown(url), `more than ${MOST_REDIRECTS} redirects`);
}

/** Formats an address for display: without its password, and not too long. */
function shown(url: URL): string {
  const bare = new URL(url);
  bare.username = '';
  bare.password = '';
  return bare.href.length > 200 ? `${bare.href.slice(0, 200)}…` : bare.href;
}

function checkedUrl(address: string, { allowPrivate }: FetchOptions): URL {
  if (!URL.canParse(address))
    throw new FetchError('refused', address.slice(0, 200), 'this is no web address');
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw new FetchError('refused', shown(url), 'only http:// and https:// are read');
  if (url.username !== '' || url.password !== '')
    throw new FetchError('refused', shown(url), 'it contains a user name or a password; remove them');
  // A host name is checked after resolution; an IP address is never looked up.
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !mayBeRead(host, url, allowPrivate)) throw privateError(url, host);
  return url;
}

function mayBeRead(address: string, { hostname }: URL, allow: FetchOptions['allowPrivate']): boolean {
  if (isPublicAddress(address)) return true;
  return (typeof allow === 'function' ? allow(hostname) : allow === true) && !isLinkLocal(address);
}

function privateError(url: URL, address: string): FetchError {
  const place = address === url.hostname ? address : `${url.hostname} (${address})`;
  return new FetchError('refused', shown(url), `${place} is on a private network, which is never read`);
}

function ask(
  url: URL,
  options: FetchOptions,
  signal: AbortSignal,
  limit: AbortSignal,
): Promise<IncomingMessage> {
  const { types, known, allowPrivate, lookup = systemLookup } = options;
  const guarded: LookupFunction = (host, wish, done) => {
    lookup(host, { ...wish, all: true }, (error, found) => {
      const addresses = Array.isArray(found) ? found : [];
      if (error !== null) return done(error, []);
      const bad = addresses.find(({ address }) => !mayBeRead(address, url, allowPrivate));
      if (bad !== undefined) return done(privateError(url, bad.address), []);
      const [first] = addresses;
      if (wish.all === true || first === undefined) return done(null, addresses);
      return done(null, first.address, first.family);
    });
  };
  const headers = {
    accept: `${types.join(', ')}, */*;q=0.1`,
    'accept-encoding': 'gzip, br, deflate',
    'user-agent': AGENT,
    ...(known?.etag === undefined ? {} : { 'if-none-match': known.etag }),
    ...(known?.lastModified === undefined ? {} : { 'if-modified-since': known.lastModified }),
  };
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const sent = request(url, { headers, lookup: guarded, signal, agent: false }, resolve);
    sent.on('error', (error) => reject(failureOf(error, url, limit, options)));
    sent.end();
  });
}

function failureOf(error: Error, url: URL, limit: AbortSignal, { signal }: FetchOptions): Error {
  // Check this first: a connection that we aborted looks like one that the server closed.
  if (signal?.aborted === true) return new InterruptedError(shown(url), error);
  if (error instanceof FetchError) return error;
  if (limit.aborted)
    return new FetchError('too-slow', shown(url), 'it took too long to answer', { cause: error });
  const { code } = error as NodeJS.ErrnoException;
  const why = code === undefined ? error.message : (UNREACHABLE[code] ?? code);
  return new FetchError('unreachable', shown(url), why, { cause: error });
}

const UNREACHABLE: Readonly<Record<string, string>> = {
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the host’s name could not be looked up; is there a network?',
  ECONNREFUSED: 'nothing answers there',
  ECONNRESET: 'the connection was interrupted',
  ETIMEDOUT: 'nothing answers there',
  EHOSTUNREACH: 'the host can’t be reached',
  ENETUNREACH: 'there is no network',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is not trusted',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate belongs to another host',
};

async function read(
  response: IncomingMessage,
  { url, permanentUrl }: { readonly url: URL; readonly permanentUrl: URL },
  options: FetchOptions,
  limit: AbortSignal,
): Promise<FetchedBytes> {
  const status = response.statusCode ?? 0;
  const { headers } = response;
  const facts = {
    url: url.href,
    permanentUrl: permanentUrl.href,
    contentType: headers['content-type'] ?? '',
    etag: headers.etag,
    lastModified: headers['last-modified'],
    freshForMs: freshFor(headers['cache-control']),
  };
  // A 304 to an unconditional request is an error.
  const { etag, lastModified } = options.known ?? {};
  if (status === 304 && (etag !== undefined || lastModified !== undefined)) {
    response.resume();
    return { ...facts, unchanged: true, bytes: new Uint8Array() };
  }
  if (status !== 200) {
    response.destroy();
    const retryAfterMs = retryAfter(headers['retry-after'], headers.date);
    throw new FetchError('status', shown(url), `the server answered ${status}`, { status, retryAfterMs });
  }
  const type = facts.contentType.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (type !== '' && !options.types.includes(type)) {
    response.destroy();
    throw new FetchError('wrong-type', shown(url), `it is ${type}, not ${options.types[0]}`, { status });
  }
  const tooLarge = (): FetchError =>
    new FetchError('too-large', shown(url), `it is larger than ${options.maxBytes / 1024 / 1024} MB`, {
      status,
    });
  if (Number(headers['content-length'] ?? 0) > options.maxBytes) {
    response.destroy();
    throw tooLarge();
  }
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const part of unpacked(response)) {
      size += part.length;
      if (size > options.maxBytes) throw tooLarge();
      parts.push(part);
    }
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw failureOf(error, url, limit, options);
  } finally {
    response.destroy();
  }
  return { ...facts, unchanged: false, bytes: Buffer.concat(parts) };
}

/** Parses `Retry-After` to ms: seconds, or a date, relative to the server's own clock. */
function retryAfter(header: string | undefined, date: string | undefined): number | undefined {
  if (header === undefined) return undefined;
  if (/^\d{1,7}$/.test(header)) return Number(header) * 1000;
  const wait = httpDate(header) - httpDate(date ?? '');
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}

/** Parses an HTTP date to ms since 1970; `NaN` if invalid. */
const httpDate = (text: string): number =>
  /^[A-Z][a-z]+, .+ GMT$/.test(text) ? Date.parse(text) : Number.NaN;

function freshFor(header: string | undefined): number | undefined {
  const seconds = /(?:^|[,\s])max-age=(\d{1,8})/i.exec(header ?? '')?.[1];
  return seconds === undefined || /no-cache|no-store/i.test(header ?? '')
    ? undefined
    : Number(seconds) * 1000;
}
