import type { RateWindow } from '../../networks/port.ts';
import { HOUR_MS } from '../../time/durations.ts';
import type { EpochMs } from '../../time/epoch-ms.ts';
import type { OwnedWindow } from '../journal.ts';

/** Whether a window may end in the middle of a thread: the gap is minutes. Any other must hold the whole of it. */
export function isShort({ lengthMs }: Pick<RateWindow, 'lengthMs'>): boolean {
  return lengthMs < HOUR_MS;
}

/** Our clock and the network's differ a little; a request a moment too early would be one refusal more. */
const MARGIN_MS = 1_000;

/** Where a refusal names no window and no time: the length of the windows that networks use most. */
const BLIND_WAIT_MS = 15 * 60_000;

/** The wait where the told moment has passed by our clock, which must run ahead then: it can't make us hammer. */
const PASSED_WAIT_MS = 60_000;

/** What is to be sent. */
export type Load = { readonly posts: number; readonly uploads: number };

/** What the windows say to a load: go, wait until a time, or that it can never fit. */
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
  // In a short window, threads that have begun wait a moment as this one would; a long one must hold them all.
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

/** Whether all of a load fits in what is known to be left; an unknown window is taken as free. */
export function roomFor(windows: readonly OwnedWindow[], load: Load, now: EpochMs): Room {
  const wanted: Readonly<Partial<Record<RateWindow['call'], number>>> = {
    publish: load.posts,
    media: load.uploads,
  };
  const tight = windows
    .map((window) => roomIn(window, wanted[window.call] ?? 0, now))
    .filter((room) => !room.fits);
  // One that can never fit outranks any wait; else the window that opens last decides.
  return (
    tight.find(({ until }) => until === null) ??
    tight.sort((a, b) => (b.until ?? 0) - (a.until ?? 0))[0] ?? { fits: true }
  );
}

/**
 * When to try again after a refusal: at the reset of the window that is really empty (of several, the last), else
 * when the network said, else after the length of a usual window.
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
