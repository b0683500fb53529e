import { graphemeCount, graphemeTotals } from '../../text/graphemes.ts';
import type { MediaLimits, Prices, Profile } from '../../threads/profile.ts';
import { writtenLinks } from '../written-links.ts';

/** The limits of an instance (`GET /api/v2/instance`, `configuration`), with Mastodon's own defaults. */
export type MastodonLimits = {
  readonly maxCharacters: number;
  /** What each URL counts; 0 if the server counts code points and full URLs (GoToSocial, whatever it says). */
  readonly charactersReservedPerUrl: number;
  readonly maxMediaAttachments: number;
  readonly descriptionLimit: number;
  readonly imageSizeLimit: number;
  /** The most pixels of a picture or a video frame, width times height. */
  readonly imageMatrixLimit: number;
  readonly videoSizeLimit: number;
  readonly videoMatrixLimit: number;
  readonly videoFrameRateLimit: number;
  readonly supportedMimeTypes: readonly string[];
};

/** Types that are sent unconverted, if the instance accepts them. */
const IMAGE_TYPES = ['image/jpeg', 'image/png', 'image/gif', 'image/webp'];
const VIDEO_TYPES = ['video/mp4', 'video/quicktime', 'video/webm'];

/** Defaults of Mastodon 4. */
export const MASTODON_LIMITS: MastodonLimits = {
  maxCharacters: 500,
  charactersReservedPerUrl: 23,
  maxMediaAttachments: 4,
  descriptionLimit: 1500,
  imageSizeLimit: 16_777_216,
  imageMatrixLimit: 33_177_600,
  videoSizeLimit: 103_809_024,
  videoMatrixLimit: 8_294_400,
  videoFrameRateLimit: 120,
  supportedMimeTypes: [...IMAGE_TYPES, ...VIDEO_TYPES],
};

/** Posting is free. */
export const MASTODON_PRICES: Prices = { post: 0, postWithUrl: 0, altText: 0 };

/** Options of a Mastodon profile. */
export type MastodonProfileOptions = Partial<MastodonLimits> & { readonly prices?: Prices };

/** Of `@user@host.example` only `@user` counts (Mastodon's `StatusLengthValidator`). */
const REMOTE_MENTION = /(?<![\w/])@([a-z0-9_]+(?:[a-z0-9_.-]*[a-z0-9_]+)?)@([\p{L}\p{N}.-]*[\p{L}\p{N}])/giu;

/**
 * Mastodon's pure profile: counts graphemes, each URL with a scheme as the instance's fixed length, and remote mentions without
 * their host. URLs are written out.
 */
export function mastodonProfile(options: MastodonProfileOptions = {}): Profile {
  const { prices = MASTODON_PRICES, ...limits } = options;
  const { maxCharacters, charactersReservedPerUrl, ...said } = { ...MASTODON_LIMITS, ...limits };
  return {
    network: 'mastodon',
    name: 'Mastodon',
    unit: 'graphemes',
    limit: maxCharacters,
    linkStyle: 'written',
    media: mediaLimits(said),
    prices,
    linkCost: 0,
    ...(charactersReservedPerUrl === 0 ? inCodePoints : asMastodonCounts(charactersReservedPerUrl)),
    links: writtenLinks,
  };
}

function mediaLimits(said: Omit<MastodonLimits, 'maxCharacters' | 'charactersReservedPerUrl'>): MediaLimits {
  const takes = (type: string): boolean => said.supportedMimeTypes.includes(type);
  const images = IMAGE_TYPES.filter(takes);
  const videos = VIDEO_TYPES.filter(takes);
  return {
    perPost: said.maxMediaAttachments,
    altLength: said.descriptionLimit,
    imageBytes: said.imageSizeLimit,
    // Ignore a list without JPEG and PNG, because converted pictures become one of them.
    imageTypes: takes('image/jpeg') && takes('image/png') ? images : IMAGE_TYPES,
    imagePixels: said.imageMatrixLimit,
    ...(takes('image/gif') ? { gif: { bytes: said.imageSizeLimit, alone: false } } : {}),
    ...(videos.length === 0
      ? {}
      : {
          video: {
            types: videos,
            bytes: said.videoSizeLimit,
            pixels: said.videoMatrixLimit,
            framesPerSecond: said.videoFrameRateLimit,
          },
        }),
  };
}

type Counting = Pick<Profile, 'measure' | 'totals'>;

const asMastodonCounts = (perUrl: number): Counting => ({
  measure: (text) => graphemeCount(text) + correctionsOf(text, perUrl).reduce((sum, { by }) => sum + by, 0),
  totals: (text) => corrected(text, perUrl),
});

const inCodePoints: Counting = {
  measure: (text) => codePointTotals(text)[text.length] ?? 0,
  totals: codePointTotals,
};

/** Counts code points: `totals[i]` is how many end within the first `i` UTF-16 units. */
function codePointTotals(text: string): Uint32Array {
  const totals = new Uint32Array(text.length + 1);
  for (let at = 0; at < text.length; at += 1) {
    const isFirstHalf = (text.codePointAt(at) ?? 0) > 0xffff;
    totals[at + 1] = (totals[at] ?? 0) + (isFirstHalf ? 0 : 1);
  }
  return totals;
}

type Correction = { readonly start: number; readonly end: number; readonly by: number };

/** Lists where the count differs from plain graphemes, in order. */
function correctionsOf(text: string, perUrl: number): Correction[] {
  const found: Correction[] = writtenLinks(text).map(({ start, end }) => ({
    start,
    end,
    by: perUrl - graphemeCount(text.slice(start, end)),
  }));
  if (text.includes('@')) {
    for (const match of text.matchAll(REMOTE_MENTION)) {
      const host = match[2] ?? '';
      const end = match.index + match[0].length;
      if (found.some((link) => match.index < link.end && end > link.start)) continue;
      found.push({ start: match.index, end, by: -graphemeCount(`@${host}`) });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Applies the corrections to the running totals: a URL or mention counts completely at its end. */
function corrected(text: string, perUrl: number): Uint32Array {
  const totals = graphemeTotals(text);
  let shift = 0;
  let at = 0;
  for (const { start, end, by } of correctionsOf(text, perUrl)) {
    for (; at <= start; at += 1) totals[at] = (totals[at] ?? 0) + shift;
    const before = totals[start] ?? 0;
    for (; at < end; at += 1) totals[at] = before;
    shift += by;
  }
  for (; at < totals.length; at += 1) totals[at] = (totals[at] ?? 0) + shift;
  return totals;
}
