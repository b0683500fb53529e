import { type MastodonClientOptions, mastodonClient } from '../../../src/networks/mastodon/client.ts';
import { type SandboxOptions, startSandbox } from '../../../src/sandbox/sandbox.ts';
import { type ContractSandbox, setFaults } from '../contract-on-sandbox.ts';

/** A token that a message must never hold; it logs in as `ada`. */
export const SECRET = 'user-ada.sekrit-0123456789-abcdef';

/** A status as the sandbox keeps it, as far as the tests read it. */
export type KeptStatus = {
  readonly id: string;
  readonly text: string;
  readonly parentId: string | null;
  readonly visibility: string;
  readonly language: string | null;
  readonly spoiler: string;
  readonly sensitive: boolean;
  readonly mediaIds: readonly string[];
};

type View = {
  readonly mastodon: {
    readonly statuses: readonly KeptStatus[];
    readonly media: readonly {
      readonly id: string;
      readonly description: string;
      readonly focus: { readonly x: number; readonly y: number };
    }[];
  };
};

/** A sandbox on a free port, and a client of its instance. */
export type SandboxHarness = ContractSandbox & {
  readonly url: string;
  view(): Promise<View['mastodon']>;
};

/** Starts a sandbox with a client that logs in as `ada`. */
export async function sandboxHarness(
  options: SandboxOptions = {},
  clientOptions: Partial<MastodonClientOptions> = {},
): Promise<SandboxHarness> {
  const sandbox = await startSandbox(options);
  const client = mastodonClient({ baseUrl: sandbox.url, token: SECRET, timeoutMs: 5_000, ...clientOptions });
  const view = async (): Promise<View['mastodon']> =>
    ((await (await fetch(`${sandbox.url}/sandbox/state`)).json()) as View).mastodon;
  return {
    url: sandbox.url,
    client,
    view,
    faults: (...faults) => setFaults(sandbox.url, faults),
    async kept() {
      const { statuses, media } = await view();
      return statuses.map(({ id, text, parentId, mediaIds }) => ({
        id,
        text,
        parentId,
        alts: mediaIds.map(
          (mediaId) => media.find((item) => item.id === mediaId)?.description ?? 'no such upload',
        ),
      }));
    },
    close: () => sandbox.close(),
  };
}
