import type { Answer, RateWindow } from '../../networks/port.ts';
import { PublishingError } from '../../networks/publishing-error.ts';
import type { Identities, Spending, Windows } from '../journal.ts';
import { bookBilled } from '../limits/book.ts';
import { type Ports, type PortsOf, type Publisher, windowOwners } from '../ports.ts';
import { verdictOn } from './after-failure.ts';
import { backoffMs, MAX_TRIES } from './backoff.ts';
import { type Halt, paused } from './stop-reason.ts';

/** How long a publication pauses when the network can't be reached; then it resumes by itself. */
const REST_MS = 10 * 60_000;

/** What a call needs: where its answer is booked, whom it is for, and what stops it. */
export type CallContext = {
  readonly ports: PortsOf<Windows & Spending & Identities, 'clock'>;
  readonly publisher: Publisher;
  readonly stop: AbortSignal;
  /** The publication that it is for, if any. */
  readonly id?: string;
};

/** The pause of a publication whose network can't be reached. */
export function unreachable(
  { ports }: { readonly ports: Pick<Ports, 'clock'> },
  { message, isLocal }: Pick<PublishingError, 'message' | 'isLocal'>,
): Halt {
  const pause = paused('network', message, ports.clock.now() + REST_MS);
  return isLocal ? { ...pause, isWorthWaiting: false } : pause;
}

/** After a refusal of the credentials, they may belong to somebody else: forget the identity, so that it is asked again. */
export async function forgetRefused(
  { ports, publisher }: Pick<CallContext, 'publisher'> & { readonly ports: PortsOf<Identities> },
  error: PublishingError,
): Promise<void> {
  const { name, credentials } = publisher.account;
  if (error.reason !== 'auth' || credentials === undefined) return;
  publisher.client.assume?.(undefined);
  await ports.journal.keepIdentity(name, credentials, undefined);
}

/** An answer, or the reason for not having one. */
export type Asked<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly halt: Halt };

/**
 * Makes a call that is safe to repeat (reading, uploading, deleting): retries with backoff until it is answered, and stores the
 * rate windows that the response reports. Never for sending a post.
 */
export async function ask<T>(
  session: CallContext,
  call: RateWindow['call'],
  request: () => Promise<Answer<T>>,
): Promise<Asked<T>> {
  const { journal, clock } = session.ports;
  const { account } = session.publisher;
  const owners = windowOwners(account);
  for (let tries = 1; ; tries += 1) {
    try {
      const { value, windows, billed } = await request();
      await bookBilled(session.ports, account, billed, session.id);
      if (windows.length > 0) await journal.tellWindows(owners, windows, clock.now());
      return { ok: true, value };
    } catch (error) {
      if (!(error instanceof PublishingError)) throw error;
      await bookBilled(session.ports, account, error.billed, session.id);
      if (error.windows.length > 0) await journal.tellWindows(owners, error.windows, clock.now());
      await forgetRefused(session, error);
      const verdict = verdictOn(error, call, clock.now());
      if (verdict.next === 'halt') return { ok: false, halt: verdict.halt };
      if (tries >= MAX_TRIES || error.isLocal) return { ok: false, halt: unreachable(session, error) };
      await clock.sleep(backoffMs(tries, clock), session.stop);
      if (session.stop.aborted) return { ok: false, halt: paused('stopped', 'It was stopped.') };
    }
  }
}
