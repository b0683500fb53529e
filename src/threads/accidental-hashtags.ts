import type { Draft } from '../drafts/draft.ts';
import type { Finding, Position } from '../drafts/finding.ts';
import { settingsFor } from '../drafts/settings.ts';
import type { Span } from '../text/span.ts';
import { xHashtags } from '../text/x/hashtags.ts';
import { asSent } from './accidental-links.ts';
import { listed } from './accidental-mentions.ts';
import type { Profile } from './profile.ts';
import { runsByBlock } from './sources.ts';

const CODE = 'accidental-hashtag';
/** What is called with the same sign: a channel of a chat. */
const CHANNEL =
  /(?<![\p{L}\p{N}])(?:channels?|slack|discord|irc|zulip|libera|freenode|oftc|mattermost|matrix|canal|canais|kanal|салон|канал)(?![\p{L}\p{N}])/iu;
/** The same right behind it; in a draft, `new on my channel #rain` means its tag. */
const CHANNEL_BEHIND =
  /^\)?\s+(?:channels?\b|(?:on|in|at)\s+(?:[\w.’']{1,20}\s+){0,2}(?:slack|discord|irc|zulip|libera|freenode|oftc|mattermost|matrix)\b)/i;
/** How far from a tag such a word may stand, in UTF-16 units. */
const AROUND = 50;
/** An address of such a chat. */
const CHAT =
  /^https?:\/\/(?:[\w-]+\.)*(?:slack\.com|discord\.(?:gg|com)|zulip(?:chat)?\.com|libera\.chat|matrix\.to)\//i;
/** What says that a hashtag is meant: “the `#rain` hashtag”. */
const CALLED_TAG = /hash-?tags? ["“'‘`(]?$/i;
const CALLED_TAG_BEHIND = /^["”'’`)]? hash-?tag/i;
/** What parts a tag from the rest of its name, of which another finding speaks: `#gate-keepers`. */
const IS_CUT = /^[-.'’&/+#][\p{L}\p{N}]/u;

/**
 * Finds words that become a hashtag although their author meant none: code (`#include`), and channels of a chat. One finding for all of
 * them, at the first. In a blog's post, tags behind the last sentence of a paragraph name no channels.
 *
 *     Ask in `#dev`, or in #general on Slack.
 *             ├──┤           ├──────┤           two hashtags
 */
export function accidentalHashtags(draft: Draft, profile: Profile): Finding[] {
  if (draft.settings.silence.includes(CODE)) return [];
  const bare = settingsFor(draft.settings, profile.network).footnotes === 'none';
  const names = new Set<string>();
  let first: Position | undefined;
  for (const runs of runsByBlock(draft.blocks)) {
    if (!runs.some((run) => 'text' in run && /[#＃]/.test(run.text))) continue;
    const { text, pieces } = asSent(runs, bare);
    const tags = xHashtags(text);
    const row = rowAtEnd(text, tags);
    let next = 0;
    for (const { start, end } of tags) {
      while ((pieces[next + 1]?.start ?? Number.POSITIVE_INFINITY) <= start) next += 1;
      const piece = pieces[next];
      if (piece?.at === undefined || IS_CUT.test(text.slice(end, end + 2))) continue;
      const behind = text.slice(end, end + AROUND);
      const before = text.slice(Math.max(0, start - AROUND), start);
      if (CALLED_TAG.test(before) || CALLED_TAG_BEHIND.test(behind)) continue;
      const isNamed =
        draft.isOfBlog === true
          ? start < row && CHANNEL.test(`${before} ${behind}`)
          : CHANNEL_BEHIND.test(behind);
      const isChannel = isNamed && /^#\p{Ll}/u.test(text.slice(start, end));
      if (piece.isCode !== true && !isChannel && !CHAT.test(piece.url ?? '')) continue;
      names.add(`\`${text.slice(start, end)}\``);
      first ??= { line: piece.at.line, column: piece.at.column + start - piece.start };
    }
  }
  if (first === undefined) return [];
  const message = `${listed([...names])} will be ${names.size === 1 ? 'a hashtag' : 'hashtags'} on ${profile.name}; leave out the sign, or accept it with \`silence: [${CODE}]\``;
  return [{ code: CODE, severity: 'warning', message, ...first }];
}

/** Returns where the row of tags behind the last sentence of a text begins, `It rained. #rain #gates`; its length if there is none. */
function rowAtEnd(text: string, tags: readonly Span[]): number {
  let row = text.trimEnd().length;
  for (const { start, end } of tags.toReversed()) {
    if (end !== row) break;
    row = text.slice(0, start).trimEnd().length;
  }
  return row === 0 || /[.!?…。！？]["”’)]?$/.test(text.slice(Math.max(0, row - 2), row)) ? row : text.length;
}
