import { blobsIn } from './bluesky/validate-record.ts';
import type { Core } from './core.ts';
import type { SandboxNetwork } from './network-id.ts';

/** How each network deletes its unused uploads. */
const FORGET: Readonly<Record<SandboxNetwork, (core: Core) => void>> = {
  x: ({ store: { state } }) => {
    const held = new Set(state.posts.flatMap(({ mediaIds }) => mediaIds));
    state.media = state.media.filter(({ id }) => held.has(id));
  },
  bluesky: ({ store: { state } }) => {
    const held = new Set(
      state.bluesky.repos.flatMap(({ records }) => records.flatMap(({ value }) => blobsIn(value))),
    );
    state.bluesky.blobs = state.bluesky.blobs.filter(({ cid }) => held.has(cid));
  },
  mastodon: ({ store: { state } }) => {
    state.mastodon.media = state.mastodon.media.filter(({ statusId }) => statusId !== null);
  },
};

/** Deletes a network's unused uploads, as the networks do after minutes or a day. */
export function forgetUploads(core: Core, network: SandboxNetwork): void {
  FORGET[network](core);
}
