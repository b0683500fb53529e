import type { EpochMs } from '../../time/epoch-ms.ts';
import { mastodonAddresses } from './addresses.ts';

/** The fields of a status that are read. Its text is not: only `/source` returns it as it was sent. */
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

/** Reads a status from a response; `undefined` if a field is missing that a decision depends on. */
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

/** Whether a status has the URL of another post of its instance. */
export function namesAnother({ id, url }: Pick<Status, 'id' | 'url'>, origin: string): boolean {
  if (url === undefined || !URL.canParse(url) || new URL(url).origin !== origin) return false;
  return (mastodonAddresses.idIn(url) ?? id) !== id;
}

/**
 * Returns the public URL of a post: the server's own if it points to this post on the instance, else the form that every
 * compatible server supports.
 */
export function postUrl(origin: string, handle: string, { id, url }: Pick<Status, 'id' | 'url'>): string {
  const isOwn =
    url !== undefined &&
    URL.canParse(url) &&
    new URL(url).origin === origin &&
    mastodonAddresses.idIn(url) === id;
  return isOwn ? url : `${origin}/@${handle}/${id}`;
}
