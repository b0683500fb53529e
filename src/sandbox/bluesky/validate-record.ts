import { refuseXrpc, type XrpcReply } from './problems.ts';

type Json = Readonly<Record<string, unknown>>;

/** A problem in a record, in a PDS's words. */
type Wrong = string | undefined;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const segmenter = new Intl.Segmenter();
const graphemes = (text: string): number => [...segmenter.segment(text)].length;
const utf8 = (text: string): number => Buffer.byteLength(text);

const DATETIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
const DID = /^did:[a-z]+:[a-zA-Z0-9._:%-]*[a-zA-Z0-9._-]$/;
// A PDS accepts anything with a scheme and without spaces.
const URI = /^\w+:(?:\/\/)?[^\s/][^\s]*$/;

/** Returns the first problem of checks made in order. */
const first = (...checks: (() => Wrong)[]): Wrong => {
  for (const check of checks) {
    const wrong = check();
    if (wrong !== undefined) return wrong;
  }
  return undefined;
};

const list = (
  value: unknown,
  at: string,
  most: number,
  each: (item: unknown, at: string) => Wrong,
): Wrong => {
  if (value === undefined) return undefined;
  if (!Array.isArray(value)) return `Expected array value type at ${at}`;
  if (value.length > most) return `array too big (maximum ${most}, got ${value.length}) at ${at}`;
  return first(...value.map((item, index) => () => each(item, `${at}[${index}]`)));
};

function text(value: unknown, at: string, limits: { graphemes?: number; bytes?: number } = {}): Wrong {
  if (typeof value !== 'string') return `Expected string value type at ${at}`;
  const bytes = utf8(value);
  if (limits.bytes !== undefined && bytes > limits.bytes)
    return `string too big (maximum ${limits.bytes}, got ${bytes}) at ${at}`;
  if (limits.graphemes === undefined || bytes <= limits.graphemes) return undefined;
  const count = graphemes(value);
  return count > limits.graphemes
    ? `grapheme too big (maximum ${limits.graphemes}, got ${count}) at ${at}`
    : undefined;
}

const matching =
  (form: RegExp, name: string) =>
  (value: unknown, at: string): Wrong =>
    typeof value === 'string' && form.test(value) ? undefined : `Invalid ${name} at ${at}`;

const offset = (value: unknown, at: string): Wrong =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0
    ? undefined
    : `Expected integer value type (minimum 0) at ${at}`;

const FEATURES: Readonly<Record<string, (feature: Json, at: string) => Wrong>> = {
  'app.bsky.richtext.facet#link': (feature, at) => matching(URI, 'uri')(feature['uri'], `${at}.uri`),
  'app.bsky.richtext.facet#mention': (feature, at) => matching(DID, 'did')(feature['did'], `${at}.did`),
  'app.bsky.richtext.facet#tag': (feature, at) =>
    text(feature['tag'], `${at}.tag`, { graphemes: 64, bytes: 640 }),
};

// Accepts what a PDS silently accepts: overlapping facets, offsets beyond the text, unknown features.
function facet(value: unknown, at: string): Wrong {
  if (!isObject(value) || !isObject(value['index'])) return `Expected object value type at ${at}`;
  const index = value['index'];
  return first(
    () => offset(index['byteStart'], `${at}.index.byteStart`),
    () => offset(index['byteEnd'], `${at}.index.byteEnd`),
    () =>
      list(value['features'] ?? null, `${at}.features`, 100, (feature, where) => {
        if (!isObject(feature)) return `Expected object value type at ${where}`;
        const type = String(feature['$type']);
        return Object.hasOwn(FEATURES, type) ? FEATURES[type]?.(feature, where) : undefined;
      }),
  );
}

/** Checks a blob's type and its maximum size in bytes. */
const blob =
  (type: RegExp, largest: number) =>
  (value: unknown, at: string): Wrong => {
    if (!isObject(value) || value['$type'] !== 'blob' || !isObject(value['ref']))
      return `Expected blob value type at ${at}`;
    if (typeof value['mimeType'] !== 'string' || !type.test(value['mimeType']))
      return `Unsupported mime type at ${at}`;
    const size = Number(value['size']);
    return size > largest ? `blob too big (maximum ${largest}, got ${size}) at ${at}` : undefined;
  };

/** Every PDS accepts 1,000,000 bytes: 0.4.217 for an image, all of them for a card's picture. */
const image = blob(/^image\//, 1_000_000);
/** The smallest limit that the lexicon ever had. */
const video = blob(/^video\/mp4$/, 50_000_000);

const EMBEDS: Readonly<Record<string, (embed: Json, at: string) => Wrong>> = {
  'app.bsky.embed.images': (embed, at) =>
    list(embed['images'] ?? null, `${at}.images`, 4, (item, where) => {
      if (!isObject(item)) return `Expected object value type at ${where}`;
      return first(
        () => image(item['image'], `${where}.image`),
        () => text(item['alt'], `${where}.alt`),
      );
    }),
  'app.bsky.embed.video': (embed, at) =>
    first(
      () => video(embed['video'], `${at}.video`),
      () =>
        embed['alt'] === undefined
          ? undefined
          : text(embed['alt'], `${at}.alt`, { graphemes: 1_000, bytes: 10_000 }),
    ),
  'app.bsky.embed.external': (embed, at) => {
    const card = embed['external'];
    if (!isObject(card)) return `Missing required key "external" at ${at}`;
    return first(
      () => matching(URI, 'uri')(card['uri'], `${at}.external.uri`),
      () => text(card['title'], `${at}.external.title`),
      () => text(card['description'], `${at}.external.description`),
      () => (card['thumb'] === undefined ? undefined : image(card['thumb'], `${at}.external.thumb`)),
    );
  },
};

function reply(value: unknown, at: string): Wrong {
  if (value === undefined) return undefined;
  if (!isObject(value)) return `Expected object value type at ${at}`;
  return first(
    ...['root', 'parent'].map((key) => (): Wrong => {
      const ref = value[key];
      return isObject(ref) &&
        /^at:\/\//.test(String(ref['uri'])) &&
        /^b[a-z2-7]{20,}$/.test(String(ref['cid']))
        ? undefined
        : `Invalid strong reference at ${at}.${key}`;
    }),
  );
}

function labels(value: unknown, at: string): Wrong {
  if (value === undefined) return undefined;
  if (!isObject(value) || value['$type'] !== 'com.atproto.label.defs#selfLabels')
    return `Invalid labels at ${at}`;
  return list(value['values'] ?? null, `${at}.values`, 10, () => undefined);
}

function post(record: Json, at: string): Wrong {
  const embed = record['embed'];
  return first(
    () => text(record['text'], `${at}.text`, { graphemes: 300, bytes: 3000 }),
    () => matching(DATETIME, 'datetime')(record['createdAt'], `${at}.createdAt`),
    () => list(record['langs'], `${at}.langs`, 3, matching(LANGUAGE, 'language')),
    () =>
      list(record['tags'], `${at}.tags`, 8, (tag, where) => text(tag, where, { graphemes: 64, bytes: 640 })),
    () => list(record['facets'], `${at}.facets`, 10_000, facet),
    () => reply(record['reply'], `${at}.reply`),
    () => labels(record['labels'], `${at}.labels`),
    () => {
      const type = isObject(embed) ? String(embed['$type']) : '';
      return isObject(embed) && Object.hasOwn(EMBEDS, type)
        ? EMBEDS[type]?.(embed, `${at}.embed`)
        : undefined;
    },
  );
}

const gate = (record: Json, at: string): Wrong =>
  first(
    () => (/^at:\/\//.test(String(record['post'])) ? undefined : `Invalid at-uri at ${at}.post`),
    () => matching(DATETIME, 'datetime')(record['createdAt'], `${at}.createdAt`),
    () => list(record['allow'], `${at}.allow`, 5, () => undefined),
  );

const RECORDS: Readonly<Record<string, (record: Json, at: string) => Wrong>> = {
  'app.bsky.feed.post': post,
  'app.bsky.feed.threadgate': gate,
  'app.bsky.feed.postgate': gate,
};

/** Checks a record as a PDS does with `validate: true`, and accepts whatever a PDS accepts. */
export function refusedRecord(collection: string, record: unknown, at: string): XrpcReply | undefined {
  if (!isObject(record)) return refuseXrpc('invalid-request', `Expected object value type at ${at}`);
  if (record['$type'] !== collection)
    return refuseXrpc('invalid-request', `Invalid $type: expected ${collection}, got ${record['$type']}`);
  const wrong = RECORDS[collection]?.(record, at);
  return wrong === undefined ? undefined : refuseXrpc('invalid-request', wrong);
}

/** Lists the CIDs of the blobs that a record refers to. */
export function blobsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(blobsIn);
  if (!isObject(value)) return [];
  const ref = value['$type'] === 'blob' && isObject(value['ref']) ? value['ref']['$link'] : undefined;
  if (typeof ref === 'string') return [ref];
  return Object.values(value).flatMap(blobsIn);
}
