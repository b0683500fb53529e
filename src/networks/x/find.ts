import type { Attempt, Found, ReadPost } from '../port.ts';
import { xAddresses } from './addresses.ts';

/** How far our clock and X's may differ, plus rounding: `created_at` has whole seconds. */
export const CLOCK_SLACK_MS = 2 * 60_000;

/**
 * Normalises a text so that two copies of a post compare equal: NFC, no URL schemes or trailing slashes (X returns
 * `example.com` as `http://example.com`), single spaces.
 */
function fingerprint(text: string): string {
  return text
    .normalize('NFC')
    .replace(/https?:\/\//gi, '')
    .replace(/\/(?=\s|$)/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Keeps only letters and digits: what remains if X changed punctuation, spaces or links in an unknown way. */
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
 * Whether the text in a response can't be that of the post just sent: a cached response of another post. X returns links as
 * `t.co`, cuts long posts, and escapes `&`, `<` and `>`; only letters and digits are compared, and an end that is missing is no
 * difference.
 */
export function isOtherText({ text, urls }: Pick<Attempt, 'text' | 'urls'>, answered: unknown): boolean {
  if (typeof answered !== 'string') return false;
  const shown = answered.replace(/https?:\/\/t\.co\/\w+/g, ' ').replace(/&(amp|lt|gt);/g, ' ');
  const sent = skeleton(text.replace(/&(amp|lt|gt);/g, ' '), urls);
  const got = skeleton(withoutMention(shown), urls);
  return !sent.startsWith(got) && !got.startsWith(sent);
}

/**
 * Judges an attempt by the timeline. A later post must reply to the attempt's parent; X allows several replies, so the text
 * must match too. A reply with another text was written by a person, so the user must settle it. A first post must have the
 * same text, and be newer than the account's newest post before the attempt or, if that is unknown, not older than the attempt.
 * `url` returns the address of a post; `complete` says whether everything that could hold the post was read.
 */
export function judge(
  attempt: Attempt,
  posts: readonly ReadPost[],
  complete: boolean,
  url: (id: string) => string,
): Found {
  const parentId = (attempt.parent ?? attempt.replyTo)?.id ?? null;
  // Clocks may differ by any amount, ids can't: use time only if no id bounds the search.
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
  // A server may not report what a post replies to, so this may still be ours.
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
