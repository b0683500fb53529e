import type { PublishingAccount } from '../ports.ts';
import type { PublicationRecord } from '../publication.ts';

/** The parts of a publication that its receipts are checked against. */
type Told = Pick<PublicationRecord, 'posts' | 'identity'>;

const isOwnHost = (url: string, hosts: readonly string[]): boolean =>
  URL.canParse(url) && /^https?:$/.test(new URL(url).protocol) && hosts.includes(new URL(url).host);

/**
 * Returns why a publication's receipts can't be what its account posted, or `undefined` if they can. A frozen file may arrive
 * with a pull request, so nothing that it names is deleted, read or replied to before its ids have the network's form and
 * increase along the thread, and its URLs belong to the account.
 */
export function receiptsDoubt(
  { posts, identity }: Told,
  { addresses, hosts }: Pick<PublishingAccount, 'addresses' | 'hosts'>,
): string | undefined {
  if (addresses === undefined) return undefined;
  const { isId, idIn, compareIds, handleIn } = addresses;
  const handle = identity?.handle.toLowerCase();
  let before: string | undefined;
  for (const { index, receipt } of posts) {
    if (receipt === null) continue;
    const { id, url } = receipt;
    if (!isId(id)) return `the receipt of post ${index} has no id of a post`;
    if (before !== undefined && (compareIds?.(id, before) ?? 1) <= 0)
      return `the id of post ${index} (${id}) is not newer than the one before it`;
    if (idIn(url) !== id) return `the URL of post ${index} is not that of its id`;
    if (hosts !== undefined && !isOwnHost(url, hosts))
      return `the URL of post ${index} is not on the account’s own site`;
    const named = handleIn?.(url);
    if (named !== undefined && handle !== undefined && named.split('@')[0] !== handle.split('@')[0])
      return `the URL of post ${index} is a post of @${named}, and the account was @${handle}`;
    before = id;
  }
  return undefined;
}

/** Returns the result of `receiptsDoubt` as a sentence for the user. */
export function distrusted(record: PublicationRecord, account: PublishingAccount): string | undefined {
  const doubt = receiptsDoubt(record, account);
  return doubt === undefined
    ? undefined
    : `The receipts of publication ${record.id} can't be right: ${doubt}. Nothing was deleted or sent. Restore its frozen file (beside ${record.draft}) from git.`;
}
