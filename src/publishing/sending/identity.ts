import type { Identity } from '../../networks/port.ts';
import { type Asked, ask, type CallContext } from './network-call.ts';
import { paused } from './stop-reason.ts';

/**
 * Returns the account's identity: from the journal if these credentials were asked before, else from the network, which bills
 * it. A refusal of the credentials forgets it.
 *
 * @throws JournalError
 */
export async function knownIdentity(session: CallContext): Promise<Asked<Identity>> {
  const { ports, publisher } = session;
  const { account, client } = publisher;
  const { journal } = ports;
  const { name, credentials } = account;
  if (credentials !== undefined) {
    const known = await journal.identity(name, credentials);
    if (known !== undefined) {
      client.assume?.(known);
      return { ok: true, value: known };
    }
  }
  const asked = await ask(session, 'read', () => client.identify());
  if (!asked.ok) return asked;
  const allowed = await ask(session, 'read', async () => ({
    value: await client.permissions?.(),
    windows: [],
  }));
  if (!allowed.ok) return allowed;
  if (allowed.value?.mayPublish === false) {
    const message = `The credentials of account ${name} may not publish (${allowed.value.about}). Nothing was sent. See what to do: threadmill accounts check ${name}`;
    return { ok: false, halt: paused('auth', message) };
  }
  if (credentials !== undefined) await journal.keepIdentity(name, credentials, asked.value);
  return asked;
}
