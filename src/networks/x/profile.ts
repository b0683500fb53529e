import type { Span } from '../../text/span.ts';
import { xCashtags } from '../../text/x/cashtags.ts';
import { xLinks } from '../../text/x/links.ts';
import { xMentions } from '../../text/x/mentions.ts';
import { xTotals, xWeight } from '../../text/x/weight.ts';
import type { Prices, Profile, Refusal, VideoLimits } from '../../threads/profile.ts';
import type { PostLink } from '../../threads/thread.ts';

/** X's price list of 2026-08-13 (docs.x.com, "Pricing"), in US dollars per request. */
export const X_PRICES: Prices = {
  post: 0.015,
  postWithUrl: 0.2,
  altText: 0.005,
  readAccount: 0.01,
  // "Owned reads": 0.005 if the app belongs to somebody else.
  readPost: 0.001,
  // Two rows of the list could mean a deletion; this is the higher price.
  remove: 0.01,
};

/** Weighted length of a post, and of a long post for accounts with Premium. */
export const X_LIMITS = { standard: 280, premium: 25_000 } as const;

/**
 * Videos of a post (docs.x.com, "Media best practices"). Alt text is only for images and GIFs. The page allows some accounts
 * more; these limits hold for every account.
 */
const X_VIDEO: VideoLimits = {
  types: ['video/mp4', 'video/quicktime'],
  bytes: 512_000_000,
  seconds: { least: 0.5, most: 140 },
  framesPerSecond: 60,
  stretch: 3,
  altLength: 0,
};

/** The same page, for accounts with Premium. */
const X_PREMIUM_SECONDS = { least: 0.5, most: 125 * 60 };

/** Options of an X profile. */
export type XProfileOptions = {
  /** Whether the account may write long posts. */
  readonly premium?: boolean;
  readonly prices?: Prices;
  /** For tests: a different limit. */
  readonly limit?: number;
};

/**
 * X's pure profile: weighted length by twitter-text's version 3 rules, bare domains linked, numbered sources. Media limits are
 * those of the v2 upload (docs.x.com, "Media best practices").
 */
export function xProfile({ premium = false, prices = X_PRICES, limit }: XProfileOptions = {}): Profile {
  return {
    network: 'x',
    name: 'X',
    unit: 'weighted',
    limit: limit ?? (premium ? X_LIMITS.premium : X_LIMITS.standard),
    linkStyle: 'sources',
    media: {
      perPost: 4,
      altLength: 1000,
      imageBytes: 5_000_000,
      imageTypes: ['image/jpeg', 'image/png', 'image/gif', 'image/webp'],
      // https://docs.x.com/x-api/media/quickstart/best-practices
      gif: { bytes: 15_000_000, width: 1280, height: 1080, frames: 350, alone: true },
      video: premium ? { ...X_VIDEO, seconds: X_PREMIUM_SECONDS } : X_VIDEO,
    },
    prices,
    // Posts with links cost thirteen times as much, $0.20 instead of $0.015, and get less reach.
    linkCost: 0.25,
    measure: xWeight,
    totals: xTotals,
    links: postLinks,
    mentions: xMentions,
    accountAt: (url) => OF_ACCOUNT.exec(url)?.[1],
    refusals,
    oncePerPost: cashtags,
  };
}

/** The page of an account: `https://x.com/ana`, `https://twitter.com/@ana?s=20`. */
const OF_ACCOUNT = /^https?:\/\/(?:www\.|mobile\.)?(?:x|twitter)\.com\/@?(\w{1,20})\/?(?:[?#]|$)/i;

/** X allows one cashtag per post on self-serve plans (docs.x.com, "Manage Posts", 2026-02-23). */
function refusals(text: string): Refusal[] {
  const tags = cashtags(text);
  const second = tags[1];
  if (second === undefined) return [];
  const words = text.slice(second.start, second.end);
  const message = `X allows one cashtag per post, and this post has ${tags.length}; write \`${words}\` without its sign, in a sentence of its own or, if it is code, in backticks`;
  return [{ code: 'cashtags', words, at: second.start, message }];
}

function cashtags(text: string): readonly Span[] {
  return text.includes('$') ? xCashtags(text) : [];
}

function postLinks(text: string): PostLink[] {
  return xLinks(text).map(({ start, end, url, bare }) => ({
    start,
    end,
    url,
    ...(bare ? { accidental: true } : {}),
  }));
}
