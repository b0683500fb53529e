import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { MiddlewareHandler } from 'hono';

/** Host names by which a browser may address this machine; any other is a DNS rebinding attack. */
const LOCAL_HOST = /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/;

const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

/** Whether a request comes from another site's page, by its `Host` and `Origin` headers. */
export function isForeign(host: string, origin: string | undefined): boolean {
  if (!LOCAL_HOST.test(host)) return true;
  return origin !== undefined && origin !== `http://${host}`;
}

/** What a guarded server allows. */
export type LocalGuard = {
  /** The server's name in a refusal: `The sandbox`. */
  readonly name: string;
  /** The largest request body, in bytes. */
  readonly largestBody: number;
  /** The Content-Security-Policy of its pages. */
  readonly policy: string;
};

/** Refuses foreign hosts, foreign origins and oversized bodies; adds the security headers to every response. */
export function localGuard({ name, largestBody, policy }: LocalGuard): MiddlewareHandler {
  const headers = Object.entries({ 'content-security-policy': policy, ...SECURITY_HEADERS });
  return async (context, next) => {
    const host = context.req.header('host') ?? new URL(context.req.url).host;
    if (isForeign(host, context.req.header('origin')))
      return context.text(`${name} answers this machine only, under 127.0.0.1 or localhost.`, 403);
    // Node enforces the announced length, so checking the header is enough; a body without one is not read.
    if (Number(context.req.header('content-length') ?? 0) > largestBody)
      return context.text('Too large', 413);
    if (context.req.header('transfer-encoding') !== undefined) return context.text('Length required', 411);
    await next();
    if (context.res === RESPONSE_ALREADY_SENT) return undefined;
    for (const [header, value] of headers)
      if (context.res.headers.get(header) === null) context.res.headers.set(header, value);
    return undefined;
  };
}
