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

/** Who may reply; a network knows some of them. */
export const REPLY_SETTINGS = [
  'everyone',
  'following',
  'followers',
  'mentioned',
  'subscribers',
  'verified',
  'nobody',
] as const;
/** One of the groups of people who may reply. */
export type ReplySetting = (typeof REPLY_SETTINGS)[number];

/** Who sees a post. */
export const VISIBILITIES = ['public', 'unlisted', 'private'] as const;
/** One of the groups of people who see a post. */
export type Visibility = (typeof VISIBILITIES)[number];

/** What a draft asks of a network besides its words, by the keys of the front matter; each may differ per network. */
export type DraftTerms = {
  readonly replySettings?: ReplySetting;
  readonly madeWithAi?: boolean;
  readonly paidPartnership?: boolean;
  /** Shown in place of the post until a reader opens it. */
  readonly contentWarning?: string;
  /** Whether images are hidden until a reader opens them. */
  readonly sensitive?: boolean;
  readonly visibility?: Visibility;
  /** A post of one's own that the thread goes on from, by its URL. */
  readonly replyTo?: string;
  /** Whether the title opens the first post, as far as the author says. */
  readonly openWith?: 'title' | 'text';
};

/** What a network's block of the front matter may change. */
export type NetworkSettings = Partial<ThreadSettings> & DraftTerms;

/** A draft's front matter, checked, with the defaults of its kind filled in. Unknown keys are not here. */
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
    /** Where `accounts` stands in the file. */
    readonly accountsAt?: Position;
    /** ISO with a zone, or `next`. */
    readonly publishAt?: string;
    readonly late?: 'post' | 'skip' | 'ask';
    readonly cover?: { readonly path: string; readonly alt: string };
    /** Codes of findings that the author has silenced. */
    readonly silence: readonly string[];
    /** The author's overrides, as they stand in the blocks `x:`, `bluesky:` and `mastodon:`. */
    readonly perNetwork: Partial<Record<NetworkId, NetworkSettings>>;
    /** Where the keys of the front matter stand; those of a network's block as `x.sensitive`. */
    readonly places?: Readonly<Record<string, Position>>;
  };

/** The settings that hold on one network: the draft's, with that network's block laid over them. */
export function settingsFor(settings: Settings, network: NetworkId): ThreadSettings & DraftTerms {
  return { ...settings, ...settings.perNetwork[network] };
}
