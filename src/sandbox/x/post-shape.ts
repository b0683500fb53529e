import { z } from 'zod';
import { codePoints } from '../../text/code-points.ts';

const id = z.string().regex(/^[0-9]{1,19}$/);
const flag = z.boolean();

/**
 * The body of `POST /2/tweets`, after openapi.json v2.167 (2026-08-22), whose objects allow no other properties. Fields that
 * the sandbox does not use are checked too.
 */
const postShape = z.strictObject({
  text: z.string().default(''),
  reply: z
    .strictObject({
      in_reply_to_tweet_id: id,
      exclude_reply_user_ids: z.array(id).optional(),
      auto_populate_reply_metadata: flag.optional(),
    })
    .optional(),
  media: z
    .strictObject({
      media_ids: z.array(id).min(1).max(4),
      tagged_user_ids: z.array(id).max(10).optional(),
      title: z.string().optional(),
      description: z.string().optional(),
      embeddable: flag.optional(),
      preview_media_id: id.optional(),
      call_to_actions: z.record(z.string(), z.unknown()).optional(),
    })
    .optional(),
  quote_tweet_id: id.optional(),
  poll: z
    .strictObject({
      options: z.array(z.string().min(1).max(25)).min(2).max(4),
      duration_minutes: z.int().min(5).max(10_080),
      reply_settings: z.string().optional(),
    })
    .optional(),
  reply_settings: z.enum(['following', 'mentionedUsers', 'subscribers', 'verified']).optional(),
  made_with_ai: flag.optional(),
  paid_partnership: flag.optional(),
  edit_options: z.strictObject({ previous_post_id: id }).optional(),
  community_id: id.optional(),
  share_with_followers: flag.optional(),
  card_uri: z.string().optional(),
  geo: z.strictObject({ place_id: z.string() }).optional(),
  nullcast: flag.optional(),
  for_super_followers_only: flag.optional(),
  direct_message_deep_link: z.string().optional(),
});

/** A well-formed request for a post. */
export type PostRequest = z.infer<typeof postShape>;

/** A problem in a request: the parameter, and a sentence in X's wording. */
export type WrongParameter = { readonly path: string; readonly message: string };

/** Parses the body of `POST /2/tweets`, or says what is wrong with it. */
export function readPostRequest(
  body: unknown,
): { readonly request: PostRequest } | { readonly wrong: WrongParameter[] } {
  const read = postShape.safeParse(body);
  if (read.success) return { request: read.data };
  const wrong = read.error.issues.flatMap((issue): WrongParameter[] => {
    const at = ['$', ...issue.path.map(String)].join('.');
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({
        path: `${at}.${key}`,
        message: `[${at}.${key}: is not defined in the schema and the schema does not allow additional properties]`,
      }));
    return [{ path: at, message: `[${at}: ${issue.message}]` }];
  });
  return { wrong };
}

const mediaShape = z.strictObject({
  media_type: z.string().regex(/^[a-z]+\/[a-z0-9.+-]+$/),
  total_bytes: z
    .int()
    .min(1)
    .max(512 * 1024 * 1024),
  media_category: z
    .enum(['tweet_image', 'tweet_gif', 'tweet_video', 'amplify_video', 'subtitles'])
    .optional(),
  additional_owners: z.array(id).optional(),
  shared: flag.optional(),
});

/** A well-formed `POST /2/media/upload/initialize`. */
export type MediaRequest = z.infer<typeof mediaShape>;

/** Parses the body of `POST /2/media/upload/initialize`; `undefined` if it is malformed. */
export function readMediaRequest(body: unknown): MediaRequest | undefined {
  return mediaShape.safeParse(body).data;
}

const metadataShape = z.strictObject({
  id,
  metadata: z.looseObject({
    alt_text: z.strictObject({ text: z.string().refine((text) => codePoints(text) <= 1000) }).optional(),
  }),
});

/** Parses the body of `POST /2/media/metadata`; `undefined` if it is malformed. */
export function readMetadataRequest(
  body: unknown,
): { readonly id: string; readonly alt: string } | undefined {
  const read = metadataShape.safeParse(body).data;
  return read === undefined ? undefined : { id: read.id, alt: read.metadata.alt_text?.text ?? '' };
}
