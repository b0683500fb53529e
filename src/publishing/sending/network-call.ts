import type { Answer, RateWindow } from '../../networks/port.ts';
import { PublishingError } from '../../networks/publishing-error.ts';
import { windowOwners } from '../ports.ts';
import { verdictOn } from './after-failure.ts';
import { backoffMs, MAX_TRIES } from './backoff.ts';
import type { Session } from './run-context.ts';
import { type Halt, paused } from './stop-reason.ts';

/** How long a publication rests when the network can't be reached; it may then go on by itself. */
const REST_MS = 10 * 60_000;

/** The pause of a publication whose network can't be reached. */
export function unreachable(session: Pick<Session, 'ports'>, message: string): Halt {
  return paused('network', message, session.ports.clock.now() + REST_MS);
}

/** An answer, or why there is none. */
export type Asked<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly halt: Halt };

/**
 * A call that may be repeated without harm (reading, uploading, deleting): tried again with growing waits until it
 * is answered, and what the answer told of the rate windows is kept. Never for sending a post.
 */
export async function ask<T>(
  session: Pick<Session, 'ports' | 'publisher' | 'stop'>,
  call: RateWindow['call'],
  request: () => Promise<Answer<T>>,
): Promise<Asked<T>> {
  const { journal, clock } = session.ports;
  const owners = windowOwners(session.publisher.account);
  for (let tries = 1; ; tries += 1) {
    try {
      const { value, windows } = await request();
      if (windows.length > 0) await journal.tellWindows(owners, windows, clock.now());
      return { ok: true, value };
    } catch (error) {
      if (!(error instanceof PublishingError)) throw error;
      if (error.windows.length > 0) await journal.tellWindows(owners, error.windows, clock.now());
      const verdict = verdictOn(error, call, clock.now());
      if (verdict.next === 'halt') return { ok: false, halt: verdict.halt };
      if (tries >= MAX_TRIES) return { ok: false, halt: unreachable(session, error.message) };
      await clock.sleep(backoffMs(tries, clock), session.stop);
      if (session.stop.aborted) return { ok: false, halt: paused('stopped', 'It was stopped.') };
    }
  }
}
