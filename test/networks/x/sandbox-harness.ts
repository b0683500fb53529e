import { type XClientOptions, xClient } from '../../../src/networks/x/client.ts';
import type { SandboxOptions } from '../../../src/sandbox/sandbox.ts';
import { altsOf, type ClientOnSandbox, clientOnSandbox } from '../contract-on-sandbox.ts';

/** A secret that a message must never hold. */
export const SECRET = 'sekrit-0123456789-abcdef';

/** What `GET /sandbox/state` gives, as far as the tests read it. */
export type SandboxView = {
  readonly posts: readonly {
    readonly id: string;
    readonly text: string;
    readonly parentId: string | null;
    readonly mediaIds: readonly string[];
  }[];
  readonly media: readonly { readonly id: string; readonly alt: string }[];
  readonly bill: { readonly totalUsd: number };
};

/** A sandbox on a free port, and a client of it. */
export type SandboxHarness = ClientOnSandbox<SandboxView>;

/** Starts a sandbox with a client that logs in as `ada`. */
export function sandboxHarness(
  options: SandboxOptions = {},
  clientOptions: Partial<XClientOptions> = {},
): Promise<SandboxHarness> {
  const credentials = { appKey: 'key', appSecret: SECRET, accessToken: 'user-ada', accessSecret: SECRET };
  return clientOnSandbox(options, {
    client: (baseUrl) => xClient({ baseUrl, credentials, timeoutMs: 5_000, ...clientOptions }),
    viewIn: (state: SandboxView) => state,
    keptIn: ({ posts, media }) =>
      posts.map(({ id, text, parentId, mediaIds }) => ({
        id,
        text,
        parentId,
        alts: altsOf(mediaIds, media),
      })),
  });
}
