import type { Journal } from '../journal.ts';
import { microUsd } from '../money.ts';
import type { CallPrices, PublishingAccount } from '../ports.ts';
import type { MicroUsd } from '../publication.ts';

/** Posts read of an account that the journal knows nothing of: the fewest that X gives, since each is billed. */
export const FIRST_POSTS = 5;

/** The most that the first thread of an account costs besides its posts: whose it is, and its newest posts. */
export function firstUse({ readAccount = 0, readPost = 0 }: CallPrices = {}): MicroUsd {
  return microUsd(readAccount) + FIRST_POSTS * microUsd(readPost);
}

/**
 * The most that is known to be billed for reading before an account's next thread: nothing where the journal knows whose
 * account it is and what it posted last. What others post there meanwhile is read as well, and can't be known.
 *
 * @throws JournalError
 */
export async function readsAhead(
  journal: Pick<Journal, 'identity' | 'newestPosts'>,
  { name, credentials, prices }: Pick<PublishingAccount, 'name' | 'credentials' | 'prices'>,
): Promise<MicroUsd> {
  if (firstUse(prices) === 0) return 0;
  const { readAccount = 0, readPost = 0 } = prices ?? {};
  const isKnown = credentials !== undefined && (await journal.identity(name, credentials)) !== undefined;
  const hasPosts = (await journal.newestPosts(name)).length > 0;
  return firstUse({ readAccount: isKnown ? 0 : readAccount, readPost: hasPosts ? 0 : readPost });
}
