import { addXrpc } from './bluesky/api.ts';
import { blueskyThreads, blueskyWindows } from './bluesky/shown-threads.ts';
import type { Core } from './core.ts';
import { addMastodonLogin } from './login/mastodon-login.ts';
import { addXLogin } from './login/x-login.ts';
import { addInstance } from './mastodon/api.ts';
import { mastodonThreads, mastodonWindows } from './mastodon/shown-threads.ts';
import type { SandboxNetwork } from './network-id.ts';
import type { ShownThread, ShownWindow } from './page/shown.ts';
import type { SandboxHono } from './sandbox-hono.ts';
import { addApi } from './x/api.ts';
import { xThreads, xWindows } from './x/shown-threads.ts';

/** What the sandbox's server and page need to know about a network. */
export type SandboxedNetwork = {
  /** The display name. */
  readonly name: string;
  /** The page address of a post, as in receipts; it ends in the post's `:id`. */
  readonly postPath: string;
  addApi(app: SandboxHono, core: Core): void;
  /** Handles of known accounts. */
  accounts(core: Core): readonly string[];
  threads(core: Core): ShownThread[];
  windows(core: Core): ShownWindow[];
};

/** The networks of the sandbox. To add one, add a folder, an id and a row. */
export const NETWORKS: Readonly<Record<SandboxNetwork, SandboxedNetwork>> = {
  x: {
    name: 'X',
    postPath: '/:handle/status/:id',
    addApi: (app, core) => {
      addXLogin(app, core);
      addApi(app, core);
    },
    accounts: ({ store }) => store.state.users.map(({ handle }) => handle),
    threads: xThreads,
    windows: xWindows,
  },
  bluesky: {
    name: 'Bluesky',
    postPath: '/profile/:handle/post/:id',
    addApi: addXrpc,
    accounts: ({ store }) => store.state.bluesky.repos.map(({ handle }) => handle),
    threads: blueskyThreads,
    windows: blueskyWindows,
  },
  mastodon: {
    name: 'Mastodon',
    postPath: '/:handle{@[^/]+}/:id{[0-9]+}',
    addApi: (app, core) => {
      addMastodonLogin(app, core);
      addInstance(app, core);
    },
    accounts: ({ store }) => store.state.mastodon.accounts.map(({ username }) => username),
    threads: mastodonThreads,
    windows: mastodonWindows,
  },
};
