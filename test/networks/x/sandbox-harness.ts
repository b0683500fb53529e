import type { NetworkClient } from '../../../src/networks/port.ts';
import { type XClientOptions, xClient } from '../../../src/networks/x/client.ts';
import { type SandboxOptions, startSandbox } from '../../../src/sandbox/sandbox.ts';
import type { KeptPost } from '../contract.ts';

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
export type SandboxHarness = {
  readonly url: string;
  readonly client: NetworkClient;
  faults(...faults: string[]): Promise<void>;
  view(): Promise<SandboxView>;
  kept(): Promise<readonly KeptPost[]>;
  close(): Promise<void>;
};

/** Starts a sandbox with a client that logs in as `ada`. */
export async function sandboxHarness(
  options: SandboxOptions = {},
  clientOptions: Partial<XClientOptions> = {},
): Promise<SandboxHarness> {
  const sandbox = await startSandbox(options);
  const client = xClient({
    baseUrl: sandbox.url,
    credentials: { appKey: 'key', appSecret: SECRET, accessToken: 'user-ada', accessSecret: SECRET },
    timeoutMs: 5_000,
    ...clientOptions,
  });
  const view = async (): Promise<SandboxView> =>
    (await (await fetch(`${sandbox.url}/sandbox/state`)).json()) as SandboxView;
  return {
    url: sandbox.url,
    client,
    view,
    async faults(...faults) {
      const answer = await fetch(`${sandbox.url}/sandbox/faults`, {
        method: 'POST',
        body: JSON.stringify({ faults }),
      });
      if (!answer.ok) throw new Error(await answer.text());
    },
    async kept() {
      const { posts, media } = await view();
      return posts.map(({ id, text, parentId, mediaIds }) => ({
        id,
        text,
        parentId,
        alts: mediaIds.map((mediaId) => media.find((item) => item.id === mediaId)?.alt ?? 'no such upload'),
      }));
    },
    close: () => sandbox.close(),
  };
}
