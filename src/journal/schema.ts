/**
 * The tables, the same on both engines: times are epoch milliseconds, money is in millionths of a dollar, ids are text, lists
 * are JSON text.
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

/** One publication. `due_at` is when it needs attention next: its publishing time, or the end of its pause. */
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
  /** `''` if the account had no post; `null` if unknown. */
  after_id: string | null;
  started_at: number | null;
  finished_at: number | null;
  /** Since 0002: the draft's late policy. */
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
  /** Since 0007: when it was learned from a frozen file; `null` once the user said what was posted. */
  learned_at: number | null;
  /** Since 0009: the zone that its time was written in. */
  zone: string | null;
  /** Since 0009: when its time was last changed. */
  scheduled_at: number | null;
};

/** One post of a publication; `idx` counts from 1. */
export type PostRow = {
  publication_id: string;
  idx: number;
  key: string;
  /** Copied from its publication, so that counting an account's posts needs only one index. */
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
  /** Since 0005: the card's text as JSON; its picture is a row of `media`. */
  card: string | null;
  /** JSON. */
  labels: string | null;
  receipt_ref: string | null;
  pinned_id: string | null;
  pinned_record: string | null;
};

/** One image of a post, or last the picture of its card (`role`); `position` counts from 0. */
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

/** The last reported state of one rate window. `owner` is an account's name, or `app:` and the app's public name. */
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

/** A window's owner, and a running publication that has reserved room for its waiting posts. */
export type ReservationRow = { owner: string; publication_id: string };

/** The app that an account sends with; all accounts of an app share its windows. */
export type AccountAppRow = { account: string; app: string };

/** Money spent, one row per billed call. */
export type SpendingRow = {
  account: string;
  publication_id: string;
  idx: number;
  what: string;
  at: number;
  micro_usd: number;
};

/** The holder of an account's lease. */
export type LeaseRow = { account: string; token: string; owner: string; expires_at: number };

/** An account's newest tokens; `seed` is the SHA-256 of the refresh token that the owner configured. */
export type TokenRow = {
  account: string;
  seed: string;
  access_token: string;
  refresh_token: string;
  expires_at: number;
};

/** The identity behind an account's credentials; `credentials` is a fingerprint, not a secret. */
export type IdentityRow = { account: string; credentials: string; id: string; handle: string };
