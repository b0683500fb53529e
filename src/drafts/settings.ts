import type { Position } from './finding.ts';
import type { NetworkId } from './network-id.ts';

/** Where the URLs of a draft's links go on a plain-text network. */
export type FootnoteStyle = 'end' | 'post' | 'inline' | 'none';
/** How posts are numbered; the sample shows post 1 of 7. */
export type Numbering = 'none' | '1/7' | '(1/7)' | '1.';
/** `tidy` would rather add a post than cut a sentence; `tight` makes the fewest posts. */
export type CutStyle = 'tidy' | 'tight';

/** What decides the look of a thread; every one of them can be overridden per network. */
export type ThreadSettings = {
  readonly footnotes: FootnoteStyle;
  readonly numbering: Numbering;
  readonly lineBreaks: 'keep' | 'unwrap' | 'join';
  readonly style: CutStyle;
  /** What `---` becomes: a forced cut, or a line of text. */
  readonly separator: 'cut' | 'text';
};

/** A draft's front matter, checked, with the defaults of its kind filled in. Unknown keys are not here. */
export type Settings = ThreadSettings & {
  readonly tags: readonly string[];
  /** ISO calendar date, `2026-02-03`. */
  readonly date?: string;
  /** BCP 47 tag. */
  readonly language?: string;
  readonly summary?: string;
  /** An absolute URL, or a path that the shell joins to the site's URL. */
  readonly canonical?: string;
  readonly networks?: readonly NetworkId[];
  readonly accounts?: readonly string[];
  /** Where `accounts` stands in the file. */
  readonly accountsAt?: Position;
  /** ISO with a zone, or `next`. */
  readonly publishAt?: string;
  readonly late?: 'post' | 'skip' | 'ask';
  readonly cover?: { readonly path: string; readonly alt: string };
  /** Codes of findings that the author has silenced. */
  readonly silence: readonly string[];
  /** The author's overrides, as they stand in the blocks `x:`, `bluesky:` and `mastodon:`. */
  readonly perNetwork: Partial<Record<NetworkId, Partial<ThreadSettings>>>;
};

/** The settings that hold on one network: the draft's, with that network's block laid over them. */
export function settingsFor(settings: Settings, network: NetworkId): ThreadSettings {
  return { ...settings, ...settings.perNetwork[network] };
}
