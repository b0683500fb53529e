import { graphemeCount, utf8Length } from '../../text/graphemes.ts';
import type { Facet } from '../../threads/thread.ts';
import type { AttachedMedia, Attempt } from '../port.ts';
import type { RecordValue } from './dag-cbor.ts';
import { BLUESKY_LIMITS } from './profile.ts';

/** The collections of a thread's records. */
export const POST = 'app.bsky.feed.post';
export const THREADGATE = 'app.bsky.feed.threadgate';

/** A reference to a record by address and hash (`com.atproto.repo.strongRef`). */
export type StrongRef = { readonly uri: string; readonly cid: string };

/** What a post replies to: the thread's first post, and the post right before it. */
export type ReplyRefs = { readonly root: StrongRef; readonly parent: StrongRef };

type Json = Readonly<Record<string, RecordValue | undefined>>;

/** The maximum number of languages per post. */
const MOST_LANGUAGES = 3;

/** Why a record can't be sent: a PDS would silently accept it, or refuse it with its own message. */
export type WrongRecord = { readonly wrong: string };

const isHttp = (url: string): boolean => /^https?:\/\/[^\s]+$/i.test(url) && URL.canParse(url);

function featureOf(facet: Facet): Json | undefined {
  if ('url' in facet)
    return isHttp(facet.url) ? { $type: 'app.bsky.richtext.facet#link', uri: facet.url } : undefined;
  if ('tag' in facet) return { $type: 'app.bsky.richtext.facet#tag', tag: facet.tag };
  const { accountId } = facet;
  // A handle that could not be resolved stays plain text.
  return accountId === undefined ? undefined : { $type: 'app.bsky.richtext.facet#mention', did: accountId };
}

/** Whether a UTF-8 offset is between two characters. */
const isBoundary = (bytes: Uint8Array, at: number): boolean =>
  at === bytes.length || ((bytes[at] ?? 0x80) & 0xc0) !== 0x80;

function facetsOf(text: string, facets: readonly Facet[]): readonly RecordValue[] | WrongRecord {
  const bytes = Buffer.from(text);
  const records: RecordValue[] = [];
  let end = 0;
  for (const facet of facets) {
    const { byteStart, byteEnd } = facet;
    const isInside = byteStart >= end && byteStart < byteEnd && byteEnd <= bytes.length;
    if (!isInside || !isBoundary(bytes, byteStart) || !isBoundary(bytes, byteEnd))
      return {
        wrong: `its facet over bytes ${byteStart} to ${byteEnd} covers no words, or words of another facet`,
      };
    end = byteEnd;
    const feature = featureOf(facet);
    if (feature !== undefined) records.push({ index: { byteStart, byteEnd }, features: [feature] });
  }
  return records;
}

/** Normalises languages as every PDS accepts them: BCP 47, with `en_US` and `EN` corrected and invalid tags dropped. */
export function languagesOf(tags: readonly string[]): readonly string[] {
  const known = tags.flatMap((tag) => {
    try {
      return Intl.getCanonicalLocales(tag.replaceAll('_', '-'));
    } catch (error) {
      if (error instanceof RangeError) return [];
      throw error;
    }
  });
  return [...new Set(known)].slice(0, MOST_LANGUAGES);
}

/** Returns the blob in an upload's `ref`, as in the response. */
function blobOf(ref: string | undefined): RecordValue | undefined {
  return ref === undefined ? undefined : (JSON.parse(ref) as RecordValue);
}

function imagesOf(media: readonly AttachedMedia[]): Json {
  const images = media.map(({ alt, size, ref }) => ({
    alt,
    image: blobOf(ref),
    aspectRatio: size === undefined ? undefined : { width: size.width, height: size.height },
  }));
  return { $type: 'app.bsky.embed.images', images: images as unknown as RecordValue };
}

/** Returns the type of an upload, as the service detected it from the bytes. */
function typeOf({ ref }: AttachedMedia): string {
  const blob = blobOf(ref);
  const type: unknown = typeof blob === 'object' && blob !== null ? Reflect.get(blob, 'mimeType') : '';
  return typeof type === 'string' ? type : '';
}

const isVideo = (media: AttachedMedia): boolean => typeOf(media).startsWith('video/');

function videoOf({ alt, size, ref }: AttachedMedia): Json {
  const aspectRatio = size === undefined ? undefined : { width: size.width, height: size.height };
  return { $type: 'app.bsky.embed.video', video: blobOf(ref), alt, aspectRatio };
}

function cardOf({ url, title, description, image }: NonNullable<Attempt['card']>): Json {
  const thumb = blobOf(image?.ref);
  return { $type: 'app.bsky.embed.external', external: { uri: url, title, description, thumb } };
}

/** Returns what a post shows below its text: its images or its video, or else a link card; a record holds only one. */
function embedOf({ media, card }: Attempt): Json | undefined {
  const [first] = media;
  if (first !== undefined && isVideo(first)) return videoOf(first);
  if (media.length > 0) return imagesOf(media);
  return card !== undefined && isHttp(card.url) ? cardOf(card) : undefined;
}

/**
 * Builds the record of a post, or says what is wrong with it. Checks what a PDS accepts silently: facets beyond the text, links
 * that nobody can follow.
 */
export function postRecord(
  attempt: Attempt,
  createdAt: string,
  reply: ReplyRefs | undefined,
): Json | WrongRecord {
  const text = attempt.text.toWellFormed();
  const length = graphemeCount(text);
  const bytes = utf8Length(text);
  if (length > BLUESKY_LIMITS.graphemes) return { wrong: `it is ${length} long; at most 300 are allowed` };
  if (bytes > BLUESKY_LIMITS.bytes) return { wrong: `it has ${bytes} bytes; at most 3,000 are allowed` };
  if (text.trim() === '' && attempt.media.length === 0) return { wrong: 'it has neither words nor images' };
  if (attempt.media.length > 4)
    return { wrong: `it has ${attempt.media.length} images; at most 4 are allowed` };
  if (attempt.media.some(({ ref }) => ref === undefined))
    return { wrong: 'one of its images was not uploaded' };
  if (attempt.media.length > 1 && attempt.media.some(isVideo))
    return { wrong: 'it has something beside a video, which must be alone' };
  const facets = facetsOf(text, attempt.facets ?? []);
  if ('wrong' in facets) return facets;
  const langs = languagesOf(attempt.languages ?? []);
  return {
    $type: POST,
    text,
    ...(facets.length === 0 ? {} : { facets }),
    ...(langs.length === 0 ? {} : { langs }),
    ...(reply === undefined ? {} : { reply }),
    ...optional('embed', embedOf(attempt)),
    createdAt,
  };
}

const optional = (key: string, value: Json | undefined): Json =>
  value === undefined ? {} : { [key]: value };

/** The thread gates for the `reply_settings` of drafts: `null` is everyone, which needs no gate. */
const GATES: Readonly<Record<string, readonly Json[] | null>> = {
  everyone: null,
  nobody: [],
  following: [{ $type: `${THREADGATE}#followingRule` }],
  followers: [{ $type: `${THREADGATE}#followerRule` }],
  mentioned: [{ $type: `${THREADGATE}#mentionRule` }],
  mentionedUsers: [{ $type: `${THREADGATE}#mentionRule` }],
};

/** Builds the gate of a thread, for the record key of its first post; `undefined` if everyone may reply. */
export function gateRecord(
  settings: string | undefined,
  post: string,
  createdAt: string,
): Json | undefined | WrongRecord {
  if (settings === undefined) return undefined;
  if (!Object.hasOwn(GATES, settings)) {
    const known = Object.keys(GATES).join(', ');
    return { wrong: `Bluesky knows no reply setting ${settings}; it takes ${known}` };
  }
  const allow = GATES[settings] ?? null;
  return allow === null ? undefined : { $type: THREADGATE, post, allow: [...allow], createdAt };
}
