import { type BlueskyState, emptyBluesky } from './bluesky/state.ts';
import { emptyMastodon, type MastodonState } from './mastodon/state.ts';
import { emptyX, type XState } from './x/state.ts';

/** Everything a sandbox remembers. X's part lies at the top, where it was when X was the only network. */
export type SandboxState = XState & {
  readonly version: 1;
  bluesky: BlueskyState;
  mastodon: MastodonState;
};

/** The state of a sandbox that nobody has used yet. */
export function emptyState(): SandboxState {
  return { version: 1, ...emptyX(), bluesky: emptyBluesky(), mastodon: emptyMastodon() };
}
