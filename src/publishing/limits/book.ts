import type { Billed } from '../../networks/port.ts';
import type { Spending } from '../journal.ts';
import { microUsd } from '../money.ts';
import type { CallPrices, PortsOf, PublishingAccount } from '../ports.ts';

const PRICE = {
  'read-account': 'readAccount',
  'read-post': 'readPost',
  remove: 'remove',
} as const satisfies Record<Billed['what'], keyof CallPrices>;

/**
 * Books what calls were billed besides posts, for a publication or none. A post is booked once per UTC day, as the network
 * bills it. Anything not in the account's price list costs nothing.
 *
 * @throws JournalError
 */
export async function bookBilled(
  { journal, clock }: PortsOf<Spending, 'clock'>,
  { name, prices }: Pick<PublishingAccount, 'name' | 'prices'>,
  billed: readonly Billed[] = [],
  publication = '',
): Promise<void> {
  for (const call of billed) {
    const cost = microUsd(prices?.[PRICE[call.what]] ?? 0);
    if (cost === 0) continue;
    if (call.what === 'read-post')
      await journal.bookReads(name, { ids: call.ids, microUsd: cost, publication }, clock.now());
    else await journal.bookCall(name, { what: call.what, microUsd: cost, publication }, clock.now());
  }
}
