import type { Core } from '../core.ts';
import { INSTANCE_WINDOWS, type InstanceWindowName, type WindowRow } from './window-rows.ts';

export { INSTANCE_WINDOWS, type InstanceWindowName };

/** The current state of a window for one account. */
export type InstanceView = {
  readonly name: InstanceWindowName;
  readonly limit: number;
  readonly left: number;
  readonly resetAt: number;
};

/** Returns the current state of an account's window. */
export function viewOf(core: Core, accountId: string, name: InstanceWindowName): InstanceView {
  const row: WindowRow = INSTANCE_WINDOWS[name];
  const startedAt = Math.floor(core.rules.now() / row.lengthMs) * row.lengthMs;
  const use = core.store.state.mastodon.windows[`${accountId}:${name}`];
  const used = use !== undefined && use.startedAt === startedAt ? use.used : 0;
  const limit = core.rules.mastodonLimits[name] ?? row.limit;
  return { name, limit, left: Math.max(0, limit - used), resetAt: startedAt + row.lengthMs };
}

/** Takes one from a window. */
export function takeOne(core: Core, accountId: string, name: InstanceWindowName): void {
  const { limit, left, resetAt } = viewOf(core, accountId, name);
  core.store.state.mastodon.windows[`${accountId}:${name}`] = {
    startedAt: resetAt - INSTANCE_WINDOWS[name].lengthMs,
    used: Math.min(limit, limit - left + 1),
  };
}

/** Makes the headers of a response: for the window with the fewest left, with its reset in ISO time. */
export function windowHeaders(views: readonly InstanceView[]): Record<string, string> {
  const tightest = views.reduce<InstanceView | undefined>(
    (least, view) => (least === undefined || view.left < least.left ? view : least),
    undefined,
  );
  if (tightest === undefined) return {};
  return {
    'x-ratelimit-limit': String(tightest.limit),
    'x-ratelimit-remaining': String(tightest.left),
    'x-ratelimit-reset': new Date(tightest.resetAt).toISOString(),
  };
}
