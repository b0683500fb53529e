import { EMOJI } from '../markup/emoji-names.ts';

/** Emoji that GitHub and WordPress draw, by their code points: `emoji/unicode/1f44d.png`. */
const BY_CODE = /\/emoji\/(?:[\w.]+\/){0,5}([0-9a-f]{4,5}(?:-[0-9a-f]{4,5}){0,8})\.(?:png|svg)$/i;

/** Faces of older blogs, and icons of Notion: `emotions/smiley-wink.gif`, `smilies/icon_smile.gif`, Live Writer’s `wlEmoticon-smile_2.png`. */
const BY_NAME =
  /(?:\/(?:smil(?:ie|ey)s?|emoticons?|emotions?|notion\.so\/icons)\/(?:[\w.-]+\/){0,3}|(?:^|\/)(?=(?:smiley|(?:wl)?emoticon)[-_]))(smiley|icon|(?:wl)?emoticon)?[-_]?([\w-]+?)(?:_\d)?\.(?:gif|png|svg)$/i;

/**
 * Returns the words of a picture that is a face or an icon in a sentence, and no picture of the post: its emoji, or an alt text of
 * signs such as `:-)`; empty if it has none. Undefined for any other picture.
 */
export function emoticonOf(path: string, alt: string): string | undefined {
  const bare = path.replace(/[?#].*$/, '');
  const codes = BY_CODE.exec(bare)?.[1]?.split('-');
  if (codes !== undefined) return String.fromCodePoint(...codes.map((code) => Number.parseInt(code, 16)));
  const [found, kind, name = ''] = BY_NAME.exec(bare) ?? [];
  if (found === undefined) return undefined;
  // A picture in such a folder that somebody describes is no face: `![The six emotions](emotions/chart.png)`.
  if (kind === undefined && /\p{L}[^\S\n]+\S/u.test(alt)) return undefined;
  const signs = /[\p{L}\p{N}]/u.test(alt) ? '' : alt.trim();
  return EMOJI.get(alt.trim().toLowerCase()) ?? (signs || EMOJI.get(name.toLowerCase()) || '');
}
