import type { Core } from './core.ts';
import { mediaType } from './media-type.ts';
import type { SandboxHono } from './sandbox-hono.ts';

/** Adds `/media/:id`, which serves an uploaded image or video to the page; anything else is not found. */
export function addMediaFiles(app: SandboxHono, core: Core): void {
  app.get('/media/:id{[a-z0-9-]+}', (context) => {
    const bytes = core.store.bytes(context.req.param('id'));
    const type = bytes === undefined ? undefined : mediaType(bytes);
    if (bytes === undefined || type === undefined) return context.notFound();
    return context.body(new Uint8Array(bytes).buffer, 200, {
      'content-type': type,
      'content-security-policy': "default-src 'none'",
    });
  });
}
