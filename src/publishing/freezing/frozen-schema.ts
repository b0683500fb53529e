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

/** The order of keys is the order in the file: a file whose content is the same is not written again. */
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

/** Matches ids of every network, and nothing that has a meaning in a path or a query. */
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
  /** The whole record and its name, fixed before sending, on a network where the client chooses both. */
  pinned: z.strictObject({ id: postId, record: z.string() }).optional(),
  receipt: receipt.nullable(),
});

const entry = z.strictObject({
  id: z.string().regex(/^[0-9a-z]{4,32}$/),
  account: z.string(),
  network: z.enum(NETWORK_IDS),
  /** The version of the hash in `text_sha256`; entries of version 1 don't have it. */
  hash_version: z.union([z.literal(1), z.literal(2)]).optional(),
  frozen_at: time,
  draft_sha256: hash,
  text_sha256: hash,
  cost_usd: money,
  /** The publishing time and the draft's late policy; files of version 1 have neither. */
  publish_at: time.optional(),
  /** When its time was last changed, and the zone that it was written in. */
  scheduled_at: time.optional(),
  zone: z.string().max(64).optional(),
  late: z.enum(LATE_POLICIES).optional(),
  languages: z.array(z.string()).optional(),
  reply_settings: z.string().optional(),
  reply_to: z.strictObject({ id: z.string(), url: z.string(), ref: z.string().optional() }).optional(),
  /** When sending began. From then on a post without a receipt may still be published. */
  started_at: time.nullable(),
  /** The account's identity when sending began. */
  identity: z.strictObject({ id: z.string(), handle: z.string() }).optional(),
  cancelled: z.boolean(),
  posts: z.array(post).min(1),
});

/** The newest version of the file format. Version 1 stays readable. */
export const FROZEN_VERSION = 2;

/**
 * A frozen file. Version 1 had only texts, links, images and receipts, with the same meaning as in version 2, so one schema
 * reads both. A changed file is written as version 2.
 */
export const frozenFileSchema = z.strictObject({
  threadmill: z.union([z.literal(1), z.literal(FROZEN_VERSION)]),
  draft: z.string(),
  publications: z.array(entry),
});

/** The version of a file, if it has one. */
export const versionSchema = z.object({ threadmill: z.int().min(1) });

export type FrozenEntry = z.infer<typeof entry>;

export type FrozenPostEntry = z.infer<typeof post>;

/** The frozen threads of one draft. */
export type FrozenFile = z.infer<typeof frozenFileSchema>;
