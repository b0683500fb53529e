import type { Identities, Spending } from '../journal.ts';
import { microUsd } from '../money.ts';
import type { CallPrices, PublishingAccount } from '../ports.ts';
import type { MicroUsd } from '../publication.ts';

/**
 * How many posts to read of an account that the journal knows nothing about: the minimum that X allows, since each is billed.
 */
export const FIRST_POSTS = 5;

/** Returns the maximum price of an account's first thread besides its posts: reading its identity and its newest posts. */
export function firstUse({ readAccount = 0, readPost = 0 }: CallPrices = {}): MicroUsd {
  return microUsd(readAccount) + FIRST_POSTS * microUsd(readPost);
}

/**
 * Returns the maximum known price of reading before an account's next thread: nothing if the journal knows its identity and its
 * newest post. Posts that others publish there meanwhile are read too, and can't be predicted.
 *
 * @throws JournalError
 */
export async function readsAhead(
  journal: Spending & Identities,
  { name, credentials, prices }: Pick<PublishingAccount, 'name' | 'credentials' | 'prices'>,
): Promise<MicroUsd> {
  if (firstUse(prices) === 0) return 0;
  const { readAccount = 0, readPost = 0 } = prices ?? {};
  const isKnown = credentials !== undefined && (await journal.identity(name, credentials)) !== undefined;
  const hasPosts = (await journal.newestPosts(name)).length > 0;
  return firstUse({ readAccount: isKnown ? 0 : readAccount, readPost: hasPosts ? 0 : readPost });
}
