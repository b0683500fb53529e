import { type MastodonClientOptions, mastodonClient } from '../../../src/networks/mastodon/client.ts';
import type { SandboxOptions } from '../../../src/sandbox/sandbox.ts';
import { altsOf, type ClientOnSandbox, clientOnSandbox } from '../contract-on-sandbox.ts';

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
export type SandboxHarness = ClientOnSandbox<View['mastodon']>;

/** Starts a sandbox with a client that logs in as `ada`. */
export function sandboxHarness(
  options: SandboxOptions = {},
  clientOptions: Partial<MastodonClientOptions> = {},
): Promise<SandboxHarness> {
  return clientOnSandbox(options, {
    client: (baseUrl) => mastodonClient({ baseUrl, token: SECRET, timeoutMs: 5_000, ...clientOptions }),
    viewIn: ({ mastodon }: View) => mastodon,
    keptIn: ({ statuses, media }) => {
      const described = media.map(({ id, description }) => ({ id, alt: description }));
      return statuses.map(({ id, text, parentId, mediaIds }) => ({
        id,
        text,
        parentId,
        alts: altsOf(mediaIds, described),
      }));
    },
  });
}
