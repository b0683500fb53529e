import { DAY_MS } from '../time/durations.ts';
import type { EpochMs } from '../time/epoch-ms.ts';
import type { Addresses } from './addresses.ts';
import type { Attempt } from './port.ts';

/**
 * Returns why the id in a response can't be that of the post just sent, or `undefined` if it can. It must have the network's
 * form and be newer than every post known to be older: the parent, the thread's first post, the account's newest post before
 * the attempt. Without any of these, the id's own time decides, if it has one.
 */
export function receiptDoubt(
  { isId, compareIds, madeAt }: Addresses,
  { parent, root, replyTo, after }: Pick<Attempt, 'parent' | 'root' | 'replyTo' | 'after'>,
  id: unknown,
  now: EpochMs,
): string | undefined {
  if (typeof id !== 'string' || !isId(id)) return 'the response has no id of a post';
  const older = [parent?.id, root?.id, replyTo?.id, after ?? undefined].filter((one) => one !== undefined);
  if (older.includes(id)) return `the response names an older post (${id})`;
  if (compareIds !== undefined && older.some((one) => compareIds(id, one) <= 0))
    return `the response names a post (${id}) that is older than the one before it`;
  const made = madeAt?.(id);
  if (older.length === 0 && made !== undefined && Math.abs(now - made) > DAY_MS)
    return `the response names a post (${id}) of another day`;
  return undefined;
}
