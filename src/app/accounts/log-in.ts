import type { Account } from '../../config/config.ts';
import type { Answer, Identity, NetworkClient, Permissions } from '../../networks/port.ts';
import type { PublishingError } from '../../networks/publishing-error.ts';
import type { Identities, Spending } from '../../publishing/journal.ts';
import { bookBilled } from '../../publishing/limits/book.ts';
import type { PortsOf } from '../../publishing/ports.ts';
import { isOfKind } from '../../threadmill-error.ts';
import { profileOf } from '../drafts/targets.ts';
import type { Project } from '../project/project.ts';
import { publishingAccount } from '../publishing/publishing-account.ts';

/** Whose credentials they are, and what they allow, if the network says so. */
export type LoggedIn = Answer<Identity> & { readonly permissions: Permissions | undefined };

/**
 * Asks a network for the identity, books the price, and stores the answer, so that publishing need not ask again.
 *
 * @throws PublishingError JournalError
 */
export async function logIn(
  ports: PortsOf<Spending & Identities, 'clock'>,
  account: Account,
  client: NetworkClient,
  { config, env }: Pick<Project, 'config' | 'env'>,
): Promise<LoggedIn> {
  const profile = profileOf({ network: account.network, account }, config);
  const known = publishingAccount(account, profile, env);
  const keep = async (identity: Identity | undefined): Promise<void> => {
    if (known.credentials !== undefined)
      await ports.journal.keepIdentity(account.name, known.credentials, identity);
  };
  try {
    const answer = await client.identify();
    await bookBilled(ports, known, answer.billed);
    // Publishing asks again about credentials without write access, because they may be replaced on the network.
    const permissions = await client.permissions?.();
    await keep(permissions?.mayPublish === false ? undefined : answer.value);
    return { ...answer, permissions };
  } catch (error) {
    if (!isOfKind(error, 'publishing')) throw error;
    const { billed, reason } = error as PublishingError;
    await bookBilled(ports, known, billed);
    if (reason === 'auth') await keep(undefined);
    throw error;
  }
}
