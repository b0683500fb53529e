import { exchange } from '../http-exchange.ts';
import { PublishingError } from '../publishing-error.ts';
import type { MastodonLimits } from './profile.ts';

const TIMEOUT_MS = 15_000;

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

/** Reads a limit; a server's 0 or non-number counts as missing. */
function count(value: unknown, most: number): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value > 0
    ? Math.min(value, most)
    : undefined;
}

/** Reads a list of media types; an empty list counts as missing. */
function mimeTypes(value: unknown): readonly string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const types = value.filter(
    (type): type is string => typeof type === 'string' && /^\w+\/[\w.+-]+$/.test(type),
  );
  return types.length === 0 ? undefined : types.slice(0, 100);
}

/** Reads the limits that an instance publishes (`configuration` of `GET /api/v2/instance`; v1 has the same fields). */
export function limitsIn(body: unknown): Partial<MastodonLimits> {
  const configuration = field(body, 'configuration');
  const statuses = field(configuration, 'statuses');
  const media = field(configuration, 'media_attachments');
  const entries = {
    // Pleroma has its limit at the top level.
    maxCharacters:
      count(field(statuses, 'max_characters'), 1_000_000) ?? count(field(body, 'max_toot_chars'), 1_000_000),
    charactersReservedPerUrl: count(field(statuses, 'characters_reserved_per_url'), 1000),
    maxMediaAttachments: count(field(statuses, 'max_media_attachments'), 100),
    descriptionLimit: count(field(media, 'description_limit'), 1_000_000),
    imageSizeLimit: count(field(media, 'image_size_limit'), 1_000_000_000),
    imageMatrixLimit: count(field(media, 'image_matrix_limit'), 1_000_000_000),
    videoSizeLimit: count(field(media, 'video_size_limit'), 10_000_000_000),
    videoMatrixLimit: count(field(media, 'video_matrix_limit'), 1_000_000_000),
    videoFrameRateLimit: count(field(media, 'video_frame_rate_limit'), 1_000),
    supportedMimeTypes: mimeTypes(field(media, 'supported_mime_types')),
  };
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined));
}

/** Whether a server counts a URL at its full length although it says otherwise (GoToSocial). */
function countsUrlsWhole(body: unknown): boolean {
  return (
    /gotosocial/i.test(String(field(body, 'source_url'))) ||
    /gotosocial/i.test(String(field(body, 'version')))
  );
}

/**
 * Fetches the limits of an instance; needs no token.
 *
 * @throws PublishingError `transient` if it can't be reached, `rejected` if it does not speak Mastodon's API
 */
export async function readInstanceLimits(origin: string): Promise<Partial<MastodonLimits>> {
  for (const path of ['/api/v2/instance', '/api/v1/instance']) {
    const asked = await exchange({
      method: 'GET',
      url: `${origin}${path}`,
      headers: { accept: 'application/json' },
      timeoutMs: TIMEOUT_MS,
    });
    if (asked.ended !== 'answered' || asked.status >= 500 || asked.status === 429) {
      const why = asked.ended === 'answered' ? `status ${asked.status}` : asked.reason;
      throw new PublishingError('transient', `Could not read the limits of ${origin} (${why}).`);
    }
    if (asked.status !== 200) continue;
    try {
      const body: unknown = JSON.parse(asked.body);
      const limits = limitsIn(body);
      return countsUrlsWhole(body) ? { ...limits, charactersReservedPerUrl: 0 } : limits;
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
    }
  }
  throw new PublishingError('rejected', `${origin} does not speak Mastodon’s API.`);
}
