import type { Core } from '../core.ts';
import { POINT_WINDOWS, type PointWindow, type PointWindowName } from './point-rows.ts';

export { POINT_WINDOWS, type PointWindowName };

/** Points of a write: creating costs 3, updating 2, deleting 1. */
export const WRITE_POINTS: Readonly<Record<string, number>> = { create: 3, update: 2, delete: 1 };

/** What a request takes from one window; `who` is the account's DID or the login identifier. */
export type Charge = { readonly window: PointWindowName; readonly who: string; readonly points: number };

type View = {
  readonly window: PointWindow;
  readonly limit: number;
  readonly left: number;
  readonly resetAt: number;
};

const limitOf = (core: Core, name: PointWindowName): number =>
  core.rules.blueskyPoints[name] ?? POINT_WINDOWS[name].limit;

const keyOf = ({ window, who }: Pick<Charge, 'window' | 'who'>): string =>
  POINT_WINDOWS[window].per === 'ip' ? window : `${window}:${who}`;

function viewOf(core: Core, charge: Pick<Charge, 'window' | 'who'>): View {
  const window: PointWindow = POINT_WINDOWS[charge.window];
  const now = core.rules.now();
  const use = core.store.state.bluesky.windows[keyOf(charge)];
  const open = use !== undefined && now < use.startedAt + window.lengthMs ? use : { startedAt: now, used: 0 };
  const limit = limitOf(core, charge.window);
  return { window, limit, left: Math.max(0, limit - open.used), resetAt: open.startedAt + window.lengthMs };
}

/**
 * Charges every window of a request; returns false if one has too few points. As on a PDS, that window is then empty until it
 * resets.
 */
export function takePoints(core: Core, charges: readonly Charge[]): boolean {
  const { windows } = core.store.state.bluesky;
  let enough = true;
  for (const charge of charges) {
    const { window, limit, left, resetAt } = viewOf(core, charge);
    if (left < charge.points) enough = false;
    const used = Math.min(limit, limit - left + charge.points);
    windows[keyOf(charge)] = { startedAt: resetAt - window.lengthMs, used };
  }
  return enough;
}

/** Makes the headers of a response: only the window with the fewest points left, with its reset in unix seconds. */
export function pointHeaders(core: Core, charges: readonly Charge[]): Record<string, string> {
  const views = charges.map((charge) => viewOf(core, charge));
  const tightest = views.reduce<View | undefined>(
    (least, view) => (least === undefined || view.left < least.left ? view : least),
    undefined,
  );
  if (tightest === undefined) return {};
  return {
    'ratelimit-limit': String(tightest.limit),
    'ratelimit-remaining': String(tightest.left),
    'ratelimit-reset': String(Math.ceil(tightest.resetAt / 1000)),
    'ratelimit-policy': `${tightest.limit};w=${tightest.window.lengthMs / 1000}`,
  };
}

/** Lists the windows in use, for the page. */
export function usedPoints(
  core: Core,
): { who: string; label: string; used: number; limit: number; resetAt: number }[] {
  return Object.keys(core.store.state.bluesky.windows).flatMap((key) => {
    const [name = '', ...rest] = key.split(':');
    if (!Object.hasOwn(POINT_WINDOWS, name)) return [];
    const who = rest.join(':');
    const view = viewOf(core, { window: name as PointWindowName, who });
    const { left, limit, resetAt } = view;
    return [{ who, label: view.window.label, used: limit - left, limit, resetAt }];
  });
}
