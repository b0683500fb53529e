import type { EpochMs } from '../../time/epoch-ms.ts';
import { mastodonAddresses } from './addresses.ts';

/** A status as far as it is read; without its text, which only `/source` gives as it was sent. */
export type Status = {
  readonly id: string;
  readonly at: EpochMs;
  readonly parentId: string | null;
  readonly authorId: string;
  readonly url: string | undefined;
  /** HTML. */
  readonly content: string;
};

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

/** Reads a status of a response; `undefined` where something is missing that a decision would rest on. */
export function statusOf(value: unknown): Status | undefined {
  const id = field(value, 'id');
  const at = Date.parse(String(field(value, 'created_at')));
  const parentId = field(value, 'in_reply_to_id');
  const authorId = field(field(value, 'account'), 'id');
  const url = field(value, 'url');
  const content = field(value, 'content');
  if (typeof id !== 'string' || !mastodonAddresses.isId(id) || !Number.isFinite(at)) return undefined;
  if (parentId !== null && typeof parentId !== 'string') return undefined;
  if (typeof authorId !== 'string') return undefined;
  return {
    id,
    at,
    parentId,
    authorId,
    url: typeof url === 'string' ? url : undefined,
    content: typeof content === 'string' ? content : '',
  };
}

/**
 * The address of a post for people: the server's own where it leads to this post on the instance, else the one that
 * every server with Mastodon's API understands.
 */
export function postUrl(origin: string, handle: string, { id, url }: Pick<Status, 'id' | 'url'>): string {
  const isOwn =
    url !== undefined &&
    URL.canParse(url) &&
    new URL(url).origin === origin &&
    mastodonAddresses.idIn(url) === id;
  return isOwn ? url : `${origin}/@${handle}/${id}`;
}
