import type { Attempt, Found, ReadPost } from '../port.ts';
import { xAddresses } from './addresses.ts';

/** How far this machine's clock and X's may differ, and more: `created_at` has whole seconds. */
export const CLOCK_SLACK_MS = 2 * 60_000;

/**
 * What two texts share when they are the same post: in NFC, without URL schemes and closing slashes (X gives
 * `example.com` back as `http://example.com`), white space as one space.
 */
function fingerprint(text: string): string {
  return text
    .normalize('NFC')
    .replace(/https?:\/\//gi, '')
    .replace(/\/(?=\s|$)/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Only letters and digits: what is left when X has changed punctuation, spaces or links in a way we don't know. */
function skeleton(text: string, urls: readonly string[]): string {
  let words = fingerprint(text);
  for (const url of urls) words = words.replaceAll(fingerprint(url), ' ');
  return words.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();
}

/** X may put `@account` before the text of a reply. */
const withoutMention = (text: string): string => text.replace(/^(?:@\w{1,15}\s+)+/, '');

function sameText(attempt: Attempt, post: ReadPost): boolean {
  const wanted = fingerprint(attempt.text);
  return fingerprint(post.text) === wanted || fingerprint(withoutMention(post.text)) === wanted;
}

function nearlySameText(attempt: Attempt, post: ReadPost): boolean {
  const wanted = skeleton(attempt.text, attempt.urls);
  return wanted !== '' && skeleton(withoutMention(post.text), attempt.urls) === wanted;
}

/**
 * Judges what the timeline shows of an attempt. A later post is one that replies to its parent: X allows several,
 * so the text has to agree as well, and one that replies but says something else is a person's doing, which only
 * a person can settle. The first post is one with the same text, newer than the account's newest before the
 * attempt, or, where that is not known, at or after the attempt.
 * `url` gives the address of a post; `complete` says whether all that could hold it was read.
 */
export function judge(
  attempt: Attempt,
  posts: readonly ReadPost[],
  complete: boolean,
  url: (id: string) => string,
): Found {
  const parentId = (attempt.parent ?? attempt.replyTo)?.id ?? null;
  // Clocks may disagree by any amount, ids can't: time decides only where no id bounds the search.
  const since = attempt.attemptedAt - CLOCK_SLACK_MS;
  const { after } = attempt;
  const isLater = (post: ReadPost): boolean => {
    if (attempt.parent !== null || after === null) return true;
    return after === undefined ? post.at >= since : xAddresses.compareIds(post.id, after) > 0;
  };
  const near = posts.filter((post) => post.parentId === parentId && isLater(post));
  const exact = near.filter((post) => sameText(attempt, post));
  const twins = exact.length > 0 ? exact : near.filter((post) => nearlySameText(attempt, post));
  const [only, second] = twins;
  if (only !== undefined && second === undefined)
    return { outcome: 'found', receipt: { id: only.id, url: url(only.id), at: only.at } };
  if (second !== undefined)
    return { outcome: 'unsure', reason: `${twins.length} posts of the account could be this one` };
  if (attempt.parent !== null && near.length > 0)
    return { outcome: 'unsure', reason: 'another text already replies to the post before it' };
  // A server may not tell, or not keep, what a post replies to: this may be ours all the same.
  const isOrphan =
    parentId !== null &&
    posts.some(
      (post) =>
        post.parentId === null &&
        xAddresses.compareIds(post.id, parentId) > 0 &&
        (sameText(attempt, post) || nearlySameText(attempt, post)),
    );
  if (isOrphan)
    return {
      outcome: 'unsure',
      reason: 'a newer post has the same text, and does not reply to the post before it',
    };
  if (!complete)
    return { outcome: 'unsure', reason: 'the account’s posts could not be read back completely' };
  return { outcome: 'absent' };
}
