import type { Facet } from '../../threads/thread.ts';
import type { OutsideParent } from '../port.ts';
import type {
  MadeFile,
  Preparation,
  PreparationPorts,
  PreparedPost,
  ThreadPreparer,
} from '../preparation.ts';
import { PublishingError } from '../publishing-error.ts';
import { BLUESKY_SERVICE, redacted } from './account.ts';
import { blueskyAddresses } from './addresses.ts';
import { cardWords } from './card-words.ts';
import { outsideRefs } from './reading.ts';
import { callXrpc, type XrpcPlace, XrpcRefusal } from './xrpc.ts';

/** The public AppView, which needs no login. */
const PUBLIC_SERVICE = 'https://public.api.bsky.app';

/** What a preparer needs. */
export type BlueskyPreparerOptions = {
  /** The account's own service, if configured. */
  readonly baseUrl?: string;
  readonly ports: PreparationPorts;
  /** Timeout of one request, in ms. @default 10000 */
  readonly timeoutMs?: number;
};

/** The largest picture of a card that every PDS accepts, in bytes. */
const LARGEST_THUMB = 1_000_000;

/** Pages read concurrently. */
const AT_ONCE = 4;

const DID = /^did:[a-z]+:[a-zA-Z0-9._:%-]+$/;

/** The card of a link, and why it has no picture. `bare` is a link whose page gives no card. */
type MadeCard =
  | { readonly card: NonNullable<PreparedPost['card']> }
  | { readonly card: NonNullable<PreparedPost['card']>; readonly note: string }
  | { readonly bare: string };

/** Runs jobs in order, a few at a time. */
async function few<T, R>(items: readonly T[], run: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let at = 0; at < items.length; at += AT_ONCE)
    results.push(...(await Promise.all(items.slice(at, at + AT_ONCE).map(run))));
  return results;
}

/**
 * Resolves the handles of a thread, and makes a card for the first link of each post without images. Failures become notes: a
 * handle stays plain text, a link has no card.
 */
export function blueskyPreparer({
  baseUrl,
  ports,
  timeoutMs = 10_000,
}: BlueskyPreparerOptions): ThreadPreparer {
  const own = baseUrl === undefined || new URL(baseUrl).origin === BLUESKY_SERVICE;
  const place: XrpcPlace = {
    service: own ? PUBLIC_SERVICE : new URL(baseUrl).origin,
    timeoutMs,
    now: Date.now,
    clean: (text) => redacted(text, []),
  };
  const ask = (method: string, query: Readonly<Record<string, string>>, doing: string) =>
    callXrpc(place, { method, query, call: 'read', once: false, doing });

  /** Returns the DID of a handle, or a sentence that says why it has none. */
  async function resolve(handle: string): Promise<{ readonly did: string } | { readonly note: string }> {
    try {
      const { did } = (await ask('com.atproto.identity.resolveHandle', { handle }, `resolve @${handle}`))
        .body;
      if (typeof did === 'string' && DID.test(did)) return { did };
      return { note: `@${handle} stays plain text on Bluesky: the answer names no account.` };
    } catch (error) {
      if (!(error instanceof PublishingError)) throw error;
      const why =
        error instanceof XrpcRefusal && error.status === 400 ? 'no account has that handle' : error.message;
      return { note: `@${handle} stays plain text on Bluesky: ${why}` };
    }
  }

  async function thumbOf(url: string | undefined): Promise<MadeFile | { readonly why: string } | undefined> {
    const image = url === undefined ? undefined : await ports.readImage(url);
    return image === undefined ? undefined : ports.fitImage(image, LARGEST_THUMB);
  }

  async function cardOf(url: string): Promise<MadeCard> {
    const page = await ports.readPage(url);
    const words =
      page === undefined ? undefined : cardWords(Buffer.from(page.bytes).toString('utf8'), page.url);
    if (words === undefined || words.title === '') return { bare: url };
    const { title, description, image } = words;
    const thumb = await thumbOf(image);
    const card = { url, title, description };
    if (thumb === undefined) return { card };
    if ('why' in thumb)
      return { card, note: `The card of ${url} goes out without its picture: ${thumb.why}.` };
    return { card: { ...card, image: { mime: thumb.mime, bytes: thumb.bytes } } };
  }

  async function parentOf(url: string | undefined): Promise<OutsideParent | undefined> {
    const id = url === undefined ? undefined : blueskyAddresses.idIn(url);
    if (url === undefined || id === undefined) return undefined;
    const handle = blueskyAddresses.handleIn?.(url);
    const resolved = handle === undefined ? undefined : await resolve(handle);
    const did =
      resolved === undefined ? /did:[^/]+/.exec(url)?.[0] : 'did' in resolved ? resolved.did : undefined;
    if (did === undefined) return { id, url };
    const reader = {
      did,
      get: (method: string, query: Readonly<Record<string, string>>) => ask(method, query, `read ${url}`),
      receiptOf: (rkey: string, cid: string) => ({ id: rkey, url, at: 0, ref: cid }),
    };
    // If it can't be read now, the account's own client reads it before sending.
    const ref = await outsideRefs(reader, id).catch((error: unknown) => {
      if (error instanceof PublishingError) return undefined;
      throw error;
    });
    return ref === undefined ? { id, url } : { id, url, ref };
  }

  return {
    async prepare({ posts, replyTo }): Promise<Preparation> {
      const handles = [...new Set(posts.flatMap(({ facets = [] }) => facets.flatMap(mentionIn)))];
      const resolved = new Map(
        await few(handles, async (handle) => [handle, await resolve(handle)] as const),
      );
      const links = posts.map(({ media, facets = [] }) =>
        media.length > 0 ? undefined : facets.flatMap((facet) => ('url' in facet ? [facet.url] : []))[0],
      );
      const distinct = [...new Set(links.filter((url) => url !== undefined))];
      const cards = new Map(await few(distinct, async (url) => [url, await cardOf(url)] as const));
      const parent = await parentOf(replyTo);
      const made = [...cards.values()];
      const notes = [...resolved.values(), ...made].flatMap((one) => ('note' in one ? [one.note] : []));
      const bare = made.flatMap((one) => ('bare' in one ? [one.bare] : []));
      return {
        posts: posts.map(({ facets = [] }, at): PreparedPost => {
          const found = cards.get(links[at] ?? '');
          const card = found !== undefined && 'card' in found ? found.card : undefined;
          return {
            facets: facets.flatMap((facet): Facet[] => withAccount(facet, resolved)),
            ...(card === undefined ? {} : { card }),
          };
        }),
        ...(parent === undefined ? {} : { replyTo: parent }),
        notes: [...notes, ...bareNote(bare)],
      };
    },
  };
}

/** Writes one sentence for all links without a card: an offline project has many. */
function bareNote(urls: readonly string[]): string[] {
  if (urls.length === 0) return [];
  const pages =
    urls.length === 1
      ? 'its page could not be read, or has no title'
      : 'their pages could not be read, or have no title';
  return [`No card on Bluesky for ${urls.join(', ')}: ${pages}.`];
}

const mentionIn = (facet: Facet): string[] => ('mention' in facet ? [facet.mention] : []);

/** Returns a facet with the account of its handle, or nothing if the handle does not exist. */
function withAccount(
  facet: Facet,
  resolved: ReadonlyMap<string, { readonly did: string } | { readonly note: string }>,
): Facet[] {
  if (!('mention' in facet)) return [facet];
  const account = resolved.get(facet.mention);
  return account !== undefined && 'did' in account ? [{ ...facet, accountId: account.did }] : [];
}
