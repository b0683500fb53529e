/**
 * The tables, as both engines hold them: times are epoch milliseconds, money is millionths of a dollar, ids are
 * text, lists are JSON text.
 */
export type Schema = {
  publications: PublicationRow;
  posts: PostRow;
  media: MediaRow;
  rate_windows: WindowRow;
  /** Since 0005. */
  reservations: ReservationRow;
  /** Since 0005. */
  account_apps: AccountAppRow;
  spending: SpendingRow;
  leases: LeaseRow;
  /** Since 0003. */
  tokens: TokenRow;
  /** Since 0007. */
  identities: IdentityRow;
};

/** One publication. `due_at` is when it wants attention next: its time, or the end of its pause. */
export type PublicationRow = {
  id: string;
  account: string;
  network: string;
  draft: string;
  state: string;
  publish_at: number;
  due_at: number | null;
  reason: string | null;
  message: string | null;
  draft_hash: string;
  text_hash: string;
  frozen_at: number;
  /** `''` where the account had no post; `null` where that is not known. */
  after_id: string | null;
  started_at: number | null;
  finished_at: number | null;
  /** Since 0002: what its draft says of being late. */
  late: string | null;
  /** Since 0005; 1 in rows from before. */
  hash_version: number;
  /** Since 0005: a JSON list of BCP 47 tags. */
  languages: string | null;
  reply_settings: string | null;
  /** JSON: the post outside the thread that it replies to. */
  reply_to: string | null;
  identity_id: string | null;
  identity_handle: string | null;
  /** Since 0007: when it was learned from a frozen file; `null` once what another journal sent was looked for. */
  learned_at: number | null;
  /** Since 0009: the zone that its time was written with. */
  zone: string | null;
  /** Since 0009: when its time was last changed. */
  scheduled_at: number | null;
};

/** One post of a publication; `idx` counts from 1. */
export type PostRow = {
  publication_id: string;
  idx: number;
  key: string;
  /** That of its publication, so that counting an account's posts needs one index only. */
  account: string;
  state: string;
  text: string;
  urls: string;
  facets: string | null;
  cost_micro_usd: number;
  attempts: number;
  attempted_at: number | null;
  receipt_id: string | null;
  receipt_url: string | null;
  receipt_at: number | null;
  removed_at: number | null;
  /** Since 0005: JSON of the card's words; its picture is a row of `media`. */
  card: string | null;
  /** JSON. */
  labels: string | null;
  receipt_ref: string | null;
  pinned_id: string | null;
  pinned_record: string | null;
};

/** One image of a post, or the picture of its card (`role`), which comes last; `position` counts from 0. */
export type MediaRow = {
  publication_id: string;
  idx: number;
  position: number;
  path: string;
  alt: string;
  mime: string;
  sha256: string;
  bytes: number;
  cost_micro_usd: number;
  upload_id: string | null;
  upload_expires_at: number | null;
  /** Since 0005. */
  role: string;
  width: number | null;
  height: number | null;
  /** JSON. */
  focus: string | null;
  upload_ref: string | null;
};

/** The last told state of one rate window. `owner` is an account's name, or `app:` and what tells the app. */
export type WindowRow = {
  owner: string;
  call: string;
  name: string;
  max: number;
  remaining: number;
  reset_at: number;
  told_at: number;
  /** Since 0005. */
  length_ms: number;
};

/** A window's owner, and a publication that has begun: its waiting posts are promised to it. */
export type ReservationRow = { owner: string; publication_id: string };

/** Which app an account sends with: its windows are shared with the app's other accounts. */
export type AccountAppRow = { account: string; app: string };

/** Money spent, one row a billed call. */
export type SpendingRow = {
  account: string;
  publication_id: string;
  idx: number;
  what: string;
  at: number;
  micro_usd: number;
};

/** Who may publish for an account. */
export type LeaseRow = { account: string; token: string; owner: string; expires_at: number };

/** The newest tokens of an account; `seed` is the SHA-256 of the refresh token that its owner gave. */
export type TokenRow = {
  account: string;
  seed: string;
  access_token: string;
  refresh_token: string;
  expires_at: number;
};

/** Whose account an account's credentials are; `credentials` tells them apart from others, and is no secret. */
export type IdentityRow = { account: string; credentials: string; id: string; handle: string };
