/**
 * The library: a draft's text in, threads out. Everything here is pure. Publishing belongs to the command line, which owns the
 * journal.
 */

export { type DecodedDraft, decodeDraft } from './drafts/decode-draft.ts';
export type { Block, Draft, ImageSource, ListItem, Note, Reference, Run } from './drafts/draft.ts';
export type { Finding, Position, Severity } from './drafts/finding.ts';
export { type FixedDraft, fixDraft } from './drafts/fix-draft.ts';
export { KINDS, type Kind } from './drafts/kind.ts';
export { NETWORK_IDS, type NetworkId } from './drafts/network-id.ts';
export { parseDraft } from './drafts/parse-draft.ts';
export type { CutStyle, FootnoteStyle, Numbering, Settings, ThreadSettings } from './drafts/settings.ts';
export type { FileLink, FilePage, SiteLookup } from './drafts/site-lookup.ts';
export type { AccountKey, AccountOptions } from './networks/account-options.ts';
export { blueskyProfile } from './networks/bluesky/profile.ts';
export { mastodonProfile } from './networks/mastodon/profile.ts';
export type { Network, Pace, ProfileOptions } from './networks/network.ts';
export { NETWORKS } from './networks/networks.ts';
export { X_LIMITS, X_PRICES, type XProfileOptions, xProfile } from './networks/x/profile.ts';
export { type PreviewJson, previewJson, type ThreadJson } from './preview/preview-json.ts';
export {
  type Preview,
  type PreviewView,
  renderPreview,
  type ThreadPreview,
} from './preview/render-preview.ts';
export type {
  FrozenFacet,
  FrozenFileJson,
  FrozenMediaFile,
  FrozenPostJson,
  FrozenPublication,
  FrozenReceipt,
} from './publishing/freezing/frozen-file-type.ts';
export type { PostSize } from './summaries/choosing/post-size.ts';
export type { BlogPost } from './summaries/reading/blog-post.ts';
export { type ReadPostOptions, readPost } from './summaries/reading/read-post.ts';
export {
  type SummariseOptions,
  type Summary,
  type SummaryLength,
  summarise,
} from './summaries/writing/summarise.ts';
export type { SummaryParagraph } from './summaries/writing/summary-paragraph.ts';
export { graphemeCount, utf8Length } from './text/graphemes.ts';
export type { Span } from './text/span.ts';
export { xWeight } from './text/x/weight.ts';
export {
  ERROR_KINDS,
  type ErrorKind,
  isOfKind,
  isThreadmillError,
  ThreadmillError,
} from './threadmill-error.ts';
export { buildThread, type ThreadOptions } from './threads/build-thread.ts';
export type { MediaLimits, Prices, Profile } from './threads/profile.ts';
export type { Added, Facet, Media, Post, PostLink, Thread, Unit } from './threads/thread.ts';
