import { type XClientOptions, xClient } from '../../../src/networks/x/client.ts';
import { type SandboxOptions, startSandbox } from '../../../src/sandbox/sandbox.ts';
import { type ContractSandbox, setFaults } from '../contract-on-sandbox.ts';

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
export type SandboxHarness = ContractSandbox & {
  readonly url: string;
  view(): Promise<SandboxView>;
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
    faults: (...faults) => setFaults(sandbox.url, faults),
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
