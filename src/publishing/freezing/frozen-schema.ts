import * as z from 'zod';
import { NETWORK_IDS } from '../../drafts/network-id.ts';
import { LATE_POLICIES } from '../../time/late-policy.ts';

const time = z.iso.datetime({ offset: true });
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const money = z.number().min(0);
const pixels = z.int().min(1);
const side = z.number().min(-1).max(1);
const bytes = { byte_start: z.int(), byte_end: z.int() };

const facet = z.union([
  z.strictObject({ ...bytes, url: z.string() }),
  z.strictObject({ ...bytes, tag: z.string() }),
  z.strictObject({ ...bytes, mention: z.string(), account_id: z.string().optional() }),
]);

const file = {
  mime: z.string(),
  sha256: hash,
  bytes: z.int().min(0),
  width: pixels.optional(),
  height: pixels.optional(),
};

/** In the order in which they are written: a file that says the same is not written again. */
const media = z.strictObject({
  path: z.string(),
  alt: z.string(),
  ...file,
  focus: z.strictObject({ x: side, y: side }).optional(),
  cost_usd: money,
});

const card = z.strictObject({
  url: z.string(),
  title: z.string(),
  description: z.string(),
  image: z.strictObject({ path: z.string(), ...file }).optional(),
});

const labels = z.strictObject({
  content_warning: z.string().optional(),
  sensitive: z.boolean().optional(),
  made_with_ai: z.boolean().optional(),
  paid_partnership: z.boolean().optional(),
  visibility: z.string().optional(),
});

/** What no network's id lacks: nothing that a path or a query could mean. */
const postId = z.string().regex(/^[\w.~-]{1,100}$/);
const webAddress = z.string().regex(/^https?:\/\/[^\s\p{Cc}]+$/u);

const receipt = z.strictObject({
  id: postId,
  url: webAddress,
  at: time,
  ref: z.string().optional(),
  removed_at: time.optional(),
});

const post = z.strictObject({
  text: z.string(),
  urls: z.array(z.string()),
  facets: z.array(facet).optional(),
  card: card.optional(),
  labels: labels.optional(),
  cost_usd: money,
  media: z.array(media),
  /** The whole record and its name, fixed when sending begins, on a network that takes both from the client. */
  pinned: z.strictObject({ id: postId, record: z.string() }).optional(),
  receipt: receipt.nullable(),
});

const entry = z.strictObject({
  id: z.string().regex(/^[0-9a-z]{4,32}$/),
  account: z.string(),
  network: z.enum(NETWORK_IDS),
  /** Which hash `text_sha256` is; entries of the first version don't say so. */
  hash_version: z.union([z.literal(1), z.literal(2)]).optional(),
  frozen_at: time,
  draft_sha256: hash,
  text_sha256: hash,
  cost_usd: money,
  /** When it is to go out, and what its draft says of being late; files of the first version have neither. */
  publish_at: time.optional(),
  /** When that time was last changed, and the zone that it was written with. */
  scheduled_at: time.optional(),
  zone: z.string().max(64).optional(),
  late: z.enum(LATE_POLICIES).optional(),
  languages: z.array(z.string()).optional(),
  reply_settings: z.string().optional(),
  reply_to: z.strictObject({ id: z.string(), url: z.string(), ref: z.string().optional() }).optional(),
  /** When sending began; from then on a post without a receipt may be out all the same. */
  started_at: time.nullable(),
  /** Whose account it was then. */
  identity: z.strictObject({ id: z.string(), handle: z.string() }).optional(),
  cancelled: z.boolean(),
  posts: z.array(post).min(1),
});

/** The newest version of the file; 1 is read forever. */
export const FROZEN_VERSION = 2;

/**
 * A frozen file. Version 1 knew texts, links, images and receipts; all that it had means the same in version 2, so that
 * one schema reads both, and a file is written as version 2 when it changes.
 */
export const frozenFileSchema = z.strictObject({
  threadmill: z.union([z.literal(1), z.literal(FROZEN_VERSION)]),
  draft: z.string(),
  publications: z.array(entry),
});

/** The version that a file says it has, where it says one. */
export const versionSchema = z.object({ threadmill: z.int().min(1) });

/** One publication, as its frozen file holds it. */
export type FrozenEntry = z.infer<typeof entry>;

/** One post of a publication, likewise. */
export type FrozenPostEntry = z.infer<typeof post>;

/** The frozen threads of one draft. */
export type FrozenFile = z.infer<typeof frozenFileSchema>;
