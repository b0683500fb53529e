import type { Position } from './finding.ts';
import type { NetworkId } from './network-id.ts';

/** Where the URLs of a draft's links go on a plain-text network. */
export type FootnoteStyle = 'end' | 'post' | 'inline' | 'none';
/** How posts are numbered; the sample shows post 1 of 7. */
export type Numbering = 'none' | '1/7' | '(1/7)' | '1.';
/** `tidy` prefers another post to cutting a sentence; `tight` makes the fewest posts. */
export type CutStyle = 'tidy' | 'tight';

/** Settings for the look of a thread; each can be overridden per network. */
export type ThreadSettings = {
  readonly footnotes: FootnoteStyle;
  readonly numbering: Numbering;
  readonly lineBreaks: 'keep' | 'unwrap' | 'join';
  readonly style: CutStyle;
  /** What `---` becomes: a forced cut, or a line of text. */
  readonly separator: 'cut' | 'text';
};

/** Who may reply; each network supports some of them. */
export const REPLY_SETTINGS = [
  'everyone',
  'following',
  'followers',
  'mentioned',
  'subscribers',
  'verified',
  'nobody',
] as const;
export type ReplySetting = (typeof REPLY_SETTINGS)[number];

/** Who sees a post. */
export const VISIBILITIES = ['public', 'unlisted', 'private'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

/** What a draft asks of a network besides its words, by front matter key; each may differ per network. */
export type DraftTerms = {
  readonly replySettings?: ReplySetting;
  readonly madeWithAi?: boolean;
  readonly paidPartnership?: boolean;
  /** Shown instead of the post until a reader opens it. */
  readonly contentWarning?: string;
  /** Whether images are hidden until a reader opens them. */
  readonly sensitive?: boolean;
  readonly visibility?: Visibility;
  /** The URL of the author's own post that the thread continues. */
  readonly replyTo?: string;
  /** Whether the title opens the first post, if the author says so. */
  readonly openWith?: 'title' | 'text';
};

/** What a network's block of the front matter may change. */
export type NetworkSettings = Partial<ThreadSettings> & DraftTerms;

/** A draft's checked front matter, with the defaults of its kind. Unknown keys are left out. */
export type Settings = ThreadSettings &
  DraftTerms & {
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
    /** The place of `accounts` in the file. */
    readonly accountsAt?: Position;
    /** ISO with a zone, or `next`. */
    readonly publishAt?: string;
    readonly late?: 'post' | 'skip' | 'ask';
    readonly cover?: { readonly path: string; readonly alt: string };
    /** Codes of findings that the author silenced. */
    readonly silence: readonly string[];
    /** The author's overrides, from the blocks `x:`, `bluesky:` and `mastodon:`. */
    readonly perNetwork: Partial<Record<NetworkId, NetworkSettings>>;
    /** The places of front matter keys; those of a network's block as `x.sensitive`. */
    readonly places?: Readonly<Record<string, Position>>;
  };

/** Returns the settings for one network: the draft's, overridden by that network's block. */
export function settingsFor(settings: Settings, network: NetworkId): ThreadSettings & DraftTerms {
  return { ...settings, ...settings.perNetwork[network] };
}
