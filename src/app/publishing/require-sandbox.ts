import { SANDBOX_URL } from '../accounts/add-sandbox-accounts.ts';
import { Refusal } from '../refusal.ts';
import type { Offer } from './offers.ts';

/** How long to wait for the sandbox, in ms; it is on this machine. */
const REACH_MS = 3_000;

/**
 * Checks that the sandbox runs, if one of the offers is for it; waiting for it would look like a hang.
 *
 * @throws Refusal (not-sent)
 */
export async function requireSandbox(offers: readonly Offer[]): Promise<void> {
  if (!offers.some(({ account }) => account.baseUrl === SANDBOX_URL)) return;
  try {
    const answer = await fetch(SANDBOX_URL, { method: 'HEAD', signal: AbortSignal.timeout(REACH_MS) });
    await answer.body?.cancel();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new Refusal(
      'not-sent',
      `The sandbox is not running at ${SANDBOX_URL}, so nothing was sent. Start it in a second terminal: threadmill sandbox`,
      { cause: error },
    );
  }
}
