import { createHash } from 'node:crypto';
import type { StoredLink, StoredMedia, StoredPost, StoredUser } from './state.ts';

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Makes X's short form of a URL: 23 characters, here always the same for the same URL. */
export function shortUrl(url: string): string {
  const digest = createHash('sha256').update(url).digest();
  const name = Array.from(digest.subarray(0, 10), (byte) => BASE62[byte % 62]).join('');
  return `https://t.co/${name}`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign);
const codePoints = (text: string): number => Array.from(text).length;

type UrlEntity = Readonly<Record<string, unknown>>;
type Written = { readonly text: string; readonly urls: readonly UrlEntity[] };

function writeOut(text: string, links: readonly StoredLink[]): Written {
  const urls: UrlEntity[] = [];
  let out = '';
  let at = 0;
  for (const link of links) {
    out += escaped(text.slice(at, link.start));
    const start = codePoints(out);
    out += link.short;
    urls.push({
      start,
      end: start + link.short.length,
      url: link.short,
      expanded_url: link.expanded,
      display_url: link.expanded.replace(/^https?:\/\//, '').slice(0, 30),
    });
    at = link.end;
  }
  return { text: out + escaped(text.slice(at)), urls };
}

/** Appends X's link for attachments to a post's words. */
function withMedia(written: Written, post: StoredPost, handle: string): Written {
  if (post.mediaIds.length === 0) return written;
  const expanded = `https://x.com/${handle}/status/${post.id}/photo/1`;
  const short = shortUrl(expanded);
  const text = written.text === '' ? short : `${written.text} ${short}`;
  const end = codePoints(text);
  const entries = post.mediaIds.map((id) => ({
    start: end - short.length,
    end,
    url: short,
    expanded_url: expanded,
    display_url: `pic.x.com/${short.slice(-10)}`,
    media_key: `3_${id}`,
  }));
  return { text, urls: [...written.urls, ...entries] };
}

/** Cuts a long post as X does, which returns the whole text in `note_tweet`. */
function shortened(post: StoredPost): { readonly text: string; readonly links: readonly StoredLink[] } {
  const cut = Array.from(post.text).slice(0, 270).join('');
  const links = post.links.filter((link) => link.end <= cut.length);
  return { text: `${cut}…`, links };
}

/**
 * Converts a post to X's form: URLs shortened, `& < >` escaped, a final link for attachments, long posts cut with the whole
 * text in `note_tweet`. `fields` are the request's `tweet.fields`.
 */
export function wirePost(
  post: StoredPost,
  user: StoredUser,
  fields: ReadonlySet<string>,
): Readonly<Record<string, unknown>> {
  const long = post.weight > 280;
  const whole = writeOut(post.text, post.links);
  const short = shortened(post);
  const shown = withMedia(long ? writeOut(short.text, short.links) : whole, post, user.handle);
  const optional: Record<string, unknown> = {
    created_at: new Date(Math.floor(post.createdAt / 1000) * 1000).toISOString(),
    author_id: user.id,
    conversation_id: post.conversationId,
    referenced_tweets: post.parentId === null ? undefined : [{ type: 'replied_to', id: post.parentId }],
    attachments:
      post.mediaIds.length === 0 ? undefined : { media_keys: post.mediaIds.map((id) => `3_${id}`) },
    entities: shown.urls.length === 0 ? undefined : { urls: shown.urls },
    note_tweet: long
      ? { text: whole.text, ...(whole.urls.length === 0 ? {} : { entities: { urls: whole.urls } }) }
      : undefined,
  };
  const wanted = Object.entries(optional).filter(([name, value]) => fields.has(name) && value !== undefined);
  return { id: post.id, text: shown.text, edit_history_tweet_ids: [post.id], ...Object.fromEntries(wanted) };
}

/** Converts an upload to the form of the `media` expansion. */
export function wireMedia(media: StoredMedia): Readonly<Record<string, unknown>> {
  return {
    media_key: `3_${media.id}`,
    type: media.mime.startsWith('image/') ? 'photo' : 'video',
    ...(media.alt === '' ? {} : { alt_text: media.alt }),
  };
}
