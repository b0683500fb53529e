import type { RateWindow } from '../../networks/port.ts';
import { HOUR_MS } from '../../time/durations.ts';
import type { EpochMs } from '../../time/epoch-ms.ts';
import type { OwnedWindow } from '../journal.ts';

/**
 * Whether a thread may wait for this window to reset half way: the gap is minutes. A longer window must have room for the whole
 * thread.
 */
export function isShort({ lengthMs }: Pick<RateWindow, 'lengthMs'>): boolean {
  return lengthMs < HOUR_MS;
}

/** Our clock and the network's differ a little; a request a moment too early would be refused again. */
const MARGIN_MS = 1_000;

/** The wait if a refusal names neither a window nor a time: the window length that networks use most. */
const BLIND_WAIT_MS = 15 * 60_000;

/** The wait if the announced reset is already past: our clock is fast, and we must not hammer the network. */
const PASSED_WAIT_MS = 60_000;

export type Load = { readonly posts: number; readonly uploads: number };

/** What the windows allow for a load: go, wait until a time, or never. */
export type Room =
  | { readonly fits: true }
  | { readonly fits: false; readonly message: string; readonly until: EpochMs | null };

const NAMES: Readonly<Partial<Record<RateWindow['call'], string>>> = {
  publish: 'post',
  media: 'upload',
};

function roomIn(window: OwnedWindow, wanted: number, now: EpochMs): Room {
  const { name, limit, resetAt } = window;
  const short = isShort(window);
  const needed = short ? Math.min(wanted, limit) : wanted;
  // In a short window, threads that have begun can wait for the reset too; a long window must have room for all of them.
  const remaining = short ? window.remaining : Math.max(0, window.remaining - window.reserved);
  if (resetAt <= now || remaining >= needed) return { fits: true };
  const what = `${NAMES[window.call] ?? 'call'}${wanted === 1 ? '' : 's'}`;
  if (needed > limit) {
    return {
      fits: false,
      until: null,
      message: `The thread needs ${wanted} ${what}, and the network allows ${limit} in one window (${name}), so it can never be published whole. Shorten it, or split the draft.`,
    };
  }
  return {
    fits: false,
    until: resetAt + MARGIN_MS,
    message: `The thread needs ${wanted} ${what}, and ${remaining} of ${limit} are left in the network's window (${name})${window.reserved > 0 && !short ? `; ${window.reserved} more are reserved for threads that have begun` : ''}.`,
  };
}

/** Checks whether a whole load fits in what is left; an unknown window counts as unlimited. */
export function roomFor(windows: readonly OwnedWindow[], load: Load, now: EpochMs): Room {
  const wanted: Readonly<Partial<Record<RateWindow['call'], number>>> = {
    publish: load.posts,
    media: load.uploads,
  };
  const tight = windows
    .map((window) => roomIn(window, wanted[window.call] ?? 0, now))
    .filter((room) => !room.fits);
  // A load that never fits outranks any wait; otherwise the window that resets last decides.
  return (
    tight.find(({ until }) => until === null) ??
    tight.sort((a, b) => (b.until ?? 0) - (a.until ?? 0))[0] ?? { fits: true }
  );
}

/**
 * Returns when to retry after a refusal: when the exhausted window resets (the last of several), else at the network's
 * Retry-After, else after the usual window length.
 */
export function waitAfterRefusal(
  told: { readonly windows: readonly RateWindow[]; readonly until: EpochMs | undefined },
  call: RateWindow['call'],
  now: EpochMs,
): EpochMs {
  const empty = told.windows.filter((window) => window.call === call && window.remaining <= 0);
  const resets = empty.map(({ resetAt }) => resetAt + MARGIN_MS);
  const until = resets.length > 0 ? Math.max(...resets) : (told.until ?? now + BLIND_WAIT_MS);
  return until > now ? until : now + PASSED_WAIT_MS;
}
