import type { Addresses } from '../addresses.ts';
import { TID, tidTime } from './tid.ts';

/** A post's page, on bsky.app or a self-hosted server, and its at:// address. */
const PAGE = /^https?:\/\/[^\s/?#]+\/profile\/([\w.:%-]{1,300})\/post\/([a-z2-7]{13})(?:[/?#]|$)/;
const RECORD = /^at:\/\/([\w.:%-]{1,300})\/app\.bsky\.feed\.post\/([a-z2-7]{13})$/;

/** Returns the owner (a handle or a DID) and the record key. */
function partsOf(url: string): readonly [owner: string, key: string] | undefined {
  const [, owner = '', key = ''] = PAGE.exec(url) ?? RECORD.exec(url) ?? [];
  return TID.test(key) ? [owner, key] : undefined;
}

/**
 * Bluesky's post URLs and ids. A post's id is its record key in the author's repo, and contains its time. The key alone can't
 * name another account's post.
 */
export const blueskyAddresses: Addresses = {
  hosts: ['bsky.app'],
  isId: (text) => TID.test(text),
  idIn: (url) => partsOf(url)?.[1],
  compareIds: (one, other) => (one < other ? -1 : one > other ? 1 : 0),
  madeAt: (id) => (TID.test(id) ? tidTime(id) : undefined),
  handleIn: (url) => {
    const owner = partsOf(url)?.[0].toLowerCase();
    return owner?.startsWith('did:') === true ? undefined : owner;
  },
};
