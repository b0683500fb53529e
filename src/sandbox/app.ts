import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { Hono } from 'hono';
import { addAdmin } from './admin.ts';
import { addApi, type SandboxHono } from './api.ts';
import { type Core, makeCore } from './core.ts';
import { addMediaFiles } from './media-files.ts';
import type { SandboxOptions } from './options.ts';
import { addPages } from './page.ts';
import { PAGE_POLICY } from './page-assets.ts';
import type { Wire } from './socket.ts';

/** Names under which a browser may know this machine; any other means that a foreign page rebinds its name. */
const LOCAL_HOST = /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/;

/** Largest body of a request: a segment of an upload with its wrapping. */
const LARGEST_BODY = 6 * 1024 * 1024;

const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': PAGE_POLICY,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

function foreign(host: string, origin: string | undefined): boolean {
  if (!LOCAL_HOST.test(host)) return true;
  return origin !== undefined && origin !== `http://${host}`;
}

function buildApp(core: Core): SandboxHono {
  const app: SandboxHono = new Hono<{ Bindings: Wire }>();
  app.use(async (context, next) => {
    const host = context.req.header('host') ?? new URL(context.req.url).host;
    if (foreign(host, context.req.header('origin')))
      return context.text('The sandbox answers this machine only, under 127.0.0.1 or localhost.', 403);
    // Node holds a body to its announced length, so the header is enough; a body without one is not read.
    if (Number(context.req.header('content-length') ?? 0) > LARGEST_BODY)
      return context.text('Too large', 413);
    if (context.req.header('transfer-encoding') !== undefined) return context.text('Length required', 411);
    await next();
    if (context.res === RESPONSE_ALREADY_SENT) return undefined;
    for (const [name, value] of Object.entries(SECURITY_HEADERS))
      if (context.res.headers.get(name) === null) context.res.headers.set(name, value);
    return undefined;
  });
  app.onError((error, context) => context.text(error.stack ?? error.message, 500));
  addApi(app, core);
  addAdmin(app, core);
  addMediaFiles(app, core);
  addPages(app, core);
  return app;
}

/**
 * The sandbox as a function from request to response, for `app.request('/2/users/me')` in a test. Without a
 * socket, a dropped connection reads as status 499.
 * @throws {SandboxStateError} where the state file can't be read.
 */
export function sandboxApp(options: SandboxOptions = {}): SandboxHono {
  return buildApp(makeCore(options));
}
