/** The protocols by which terminals show pictures. */
export const PICTURE_PROTOCOLS = ['kitty', 'iterm2', 'sixel'] as const;

export type PictureProtocol = (typeof PICTURE_PROTOCOLS)[number];

/** What the user may request: a protocol, none, or the terminal's own. */
export const PICTURE_WISHES = ['auto', ...PICTURE_PROTOCOLS, 'off'] as const;

export type PictureWish = (typeof PICTURE_WISHES)[number];

type Environment = Readonly<Record<string, string | undefined>>;

/** A terminal, identified by its environment variables. The first matching row wins. */
type Terminal = {
  readonly variable: string;
  readonly value: RegExp;
  readonly takes: PictureProtocol | 'none';
  readonly why: string;
  /** A matching environment, used by a test. */
  readonly example: Environment;
};

/** Terminals that show pictures, and multiplexers that swallow them. */
export const TERMINALS: readonly Terminal[] = [
  {
    variable: 'TMUX',
    value: /./,
    takes: 'none',
    why: 'tmux passes pictures on only if configured to, which its environment does not show',
    example: { TMUX: '/tmp/tmux-1000/default,1,0', TERM: 'xterm-kitty' },
  },
  {
    variable: 'STY',
    value: /./,
    takes: 'none',
    why: 'GNU screen drops pictures',
    example: { STY: '123.pts-0.host', KITTY_WINDOW_ID: '1' },
  },
  {
    variable: 'ZELLIJ',
    value: /./,
    takes: 'none',
    why: 'Zellij drops the pictures of kitty and iTerm2',
    example: { ZELLIJ: '0', TERM_PROGRAM: 'WezTerm' },
  },
  {
    variable: 'TERM',
    value: /^(?:screen|tmux)/,
    takes: 'none',
    why: 'tmux or screen on another machine, whose own variables ssh does not pass on',
    example: { TERM: 'tmux-256color', LC_TERMINAL: 'iTerm2' },
  },
  {
    variable: 'TERM',
    value: /^dumb$/,
    takes: 'none',
    why: 'takes no escape codes',
    example: { TERM: 'dumb', KITTY_WINDOW_ID: '1' },
  },
  { variable: 'TERM', value: /kitty/, takes: 'kitty', why: 'kitty', example: { TERM: 'xterm-kitty' } },
  {
    variable: 'TERM',
    value: /ghostty/,
    takes: 'kitty',
    why: 'Ghostty, also over ssh',
    example: { TERM: 'xterm-ghostty' },
  },
  {
    variable: 'TERM',
    value: /^(?:foot|contour|mlterm)/,
    takes: 'sixel',
    why: 'foot, Contour and mlterm speak sixel by default',
    example: { TERM: 'foot-extra' },
  },
  {
    variable: 'TERM_PROGRAM',
    value: /^ghostty$/,
    takes: 'kitty',
    why: 'Ghostty',
    example: { TERM_PROGRAM: 'ghostty', TERM: 'xterm-256color' },
  },
  {
    variable: 'TERM_PROGRAM',
    value: /^(?:iTerm\.app|WezTerm|rio)$/,
    takes: 'iterm2',
    why: 'iTerm2, and two that took over its protocol (WezTerm has kitty’s switched off)',
    example: { TERM_PROGRAM: 'WezTerm' },
  },
  {
    variable: 'TERM_PROGRAM',
    value: /^mintty$/,
    takes: 'sixel',
    why: 'mintty, since 2.6',
    example: { TERM_PROGRAM: 'mintty' },
  },
  {
    variable: 'TERM_PROGRAM',
    value: /./,
    takes: 'none',
    why: 'another terminal, started from one of those below: their variables are inherited',
    example: { TERM_PROGRAM: 'Apple_Terminal', KITTY_WINDOW_ID: '1' },
  },
  {
    variable: 'LC_TERMINAL',
    value: /^iTerm2$/,
    takes: 'iterm2',
    why: 'iTerm2 over ssh, which passes LC_ variables on',
    example: { LC_TERMINAL: 'iTerm2', TERM: 'xterm-256color' },
  },
  {
    variable: 'KITTY_WINDOW_ID',
    value: /./,
    takes: 'kitty',
    why: 'kitty with another TERM',
    example: { KITTY_WINDOW_ID: '1', TERM: 'xterm-256color' },
  },
  {
    variable: 'KONSOLE_VERSION',
    value: /^(?:2[2-9]|[3-9]\d)(?:0[4-9]|1\d)\d\d$|^(?:2[3-9]|[3-9]\d)\d{4}$/,
    takes: 'sixel',
    why: 'Konsole, since 22.04',
    example: { KONSOLE_VERSION: '240202' },
  },
];

/**
 * Chooses the protocol for pictures; undefined for none. Uses the environment only, because a terminal that does not answer a
 * query would delay the preview. Without a terminal there are never pictures, whatever the user wants.
 */
export function pictureProtocol(
  wish: PictureWish,
  { isTTY, env }: { readonly isTTY: boolean; readonly env: Environment },
): PictureProtocol | undefined {
  if (!isTTY || wish === 'off') return undefined;
  if (wish !== 'auto') return wish;
  const known = TERMINALS.find(({ variable, value }) => value.test(env[variable] ?? ''));
  return known === undefined || known.takes === 'none' ? undefined : known.takes;
}
