import type { PostsById, ReadPost } from '../../networks/port.ts';
import type { PostRecord, PublicationRecord } from '../publication.ts';
import { sameText } from '../same-text.ts';

/** Keeps only letters and digits, without URLs: what survives when a network changes punctuation or shortens links. */
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

/** The result of reading a publication's posts back: those already gone, or why nothing may be deleted. */
export type Ownership =
  | { readonly ok: true; readonly gone: ReadonlySet<string> }
  | { readonly ok: false; readonly why: string };

/**
 * Checks that the posts in a publication's receipts belong to the account and have the text that was sent. Delete only after
 * this check: the receipts may come from a tampered frozen file.
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
