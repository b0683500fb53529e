import type { PostsById, ReadPost } from '../../networks/port.ts';
import type { PostRecord, PublicationRecord } from '../publication.ts';
import { sameText } from '../same-text.ts';

/** Letters and digits, without URLs: what is left where a network has changed punctuation or shortened links. */
const letters = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/https?:\/\/\S+/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();

function saysTheSame(read: ReadPost, { text }: PostRecord): boolean {
  if (sameText(read.text, text)) return true;
  // Networks may put `@account` before a reply.
  return letters(read.text.replace(/^(?:@\S+\s+)+/, '')) === letters(text.replace(/^(?:@\S+\s+)+/, ''));
}

/** What reading a publication's posts back showed: those that are gone already, or why nothing may be deleted. */
export type Ownership =
  | { readonly ok: true; readonly gone: ReadonlySet<string> }
  | { readonly ok: false; readonly why: string };

/**
 * Whether the posts that a publication's receipts name belong to the account and say what was sent. Only then may they
 * be deleted: the receipts may come from a frozen file that somebody changed.
 */
export function ownPosts(
  record: PublicationRecord,
  identityId: string,
  { posts, gone }: PostsById,
): Ownership {
  const missing = new Set(gone);
  for (const post of record.posts) {
    const { receipt, index, state } = post;
    if (receipt === null || state !== 'published' || missing.has(receipt.id)) continue;
    const read = posts.find(({ id }) => id === receipt.id);
    const refuse = (what: string): Ownership => ({
      ok: false,
      why: `Post ${index} (${receipt.url}) ${what}, so nothing was deleted. If it has to go, delete it on the network.`,
    });
    if (read === undefined) return refuse('could not be read back');
    if (read.authorId !== identityId) return refuse('does not belong to this account');
    if (!saysTheSame(read, post)) return refuse('does not have the text that was sent');
  }
  return { ok: true, gone: missing };
}
