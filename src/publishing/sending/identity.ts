import type { Identity } from '../../networks/port.ts';
import { microUsd } from '../money.ts';
import { type Asked, ask } from './network-call.ts';
import type { Session } from './run-context.ts';

/**
 * Whose account it is: from the journal where these credentials were asked before, else from the network, which bills
 * it. Forgotten where the network refuses the credentials.
 *
 * @throws JournalError
 */
export async function knownIdentity(
  session: Pick<Session, 'ports' | 'publisher' | 'stop'>,
): Promise<Asked<Identity>> {
  const { ports, publisher } = session;
  const { account, client } = publisher;
  const { journal, clock } = ports;
  const { name, credentials, prices } = account;
  if (credentials !== undefined) {
    const known = await journal.identity(name, credentials);
    if (known !== undefined) {
      client.assume?.(known);
      return { ok: true, value: known };
    }
  }
  const asked = await ask(session, 'read', () => client.identify());
  if (!asked.ok) return asked;
  const cost = microUsd(prices?.readAccount ?? 0);
  if (cost > 0) await journal.bookCall(name, { what: 'read-account', microUsd: cost }, clock.now());
  if (credentials !== undefined) await journal.keepIdentity(name, credentials, asked.value);
  return asked;
}
