import { Hono } from 'hono';
import { localGuard } from '../pages/local-guard.ts';
import { pagePolicy } from '../pages/page-policy.ts';
import { addAdmin } from './admin.ts';
import { type Core, makeCore } from './core.ts';
import { addMediaFiles } from './media-files.ts';
import { NETWORKS } from './networks.ts';
import type { SandboxOptions } from './options.ts';
import { addPages, SANDBOX_STYLE } from './page/home.ts';
import { REFRESH_SCRIPT } from './page/thread-style.ts';
import type { SandboxHono } from './sandbox-hono.ts';
import type { Wire } from './socket.ts';

/** The largest request body: a segment of an upload with its overhead. */
const LARGEST_BODY = 6 * 1024 * 1024;

const POLICY = pagePolicy(SANDBOX_STYLE, REFRESH_SCRIPT);

function buildApp(core: Core): SandboxHono {
  const app: SandboxHono = new Hono<{ Bindings: Wire }>();
  app.use(localGuard({ name: 'The sandbox', largestBody: LARGEST_BODY, policy: POLICY }));
  app.onError((error, context) => context.text(error.stack ?? error.message, 500));
  for (const network of Object.values(NETWORKS)) network.addApi(app, core);
  addAdmin(app, core);
  addMediaFiles(app, core);
  addPages(app, core);
  return app;
}

/**
 * Makes the sandbox as a function from request to response, for `app.request('/2/users/me')` in a test. Without a socket, a
 * dropped connection becomes status 499.
 * @throws {SandboxStateError} if the state file can't be read
 */
export function sandboxApp(options: SandboxOptions = {}): SandboxHono {
  return buildApp(makeCore(options));
}
