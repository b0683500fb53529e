import { type BlueskyState, emptyBluesky } from './bluesky/state.ts';
import { emptyMastodon, type MastodonState } from './mastodon/state.ts';
import { emptyX, type XState } from './x/state.ts';

/** The sandbox's whole state. X's part is at the top level for compatibility: it was the only network at first. */
export type SandboxState = XState & {
  readonly version: 1;
  bluesky: BlueskyState;
  mastodon: MastodonState;
};

/** Makes the state of a new sandbox. */
export function emptyState(): SandboxState {
  return { version: 1, ...emptyX(), bluesky: emptyBluesky(), mastodon: emptyMastodon() };
}
