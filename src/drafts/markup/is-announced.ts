import { UNSPACED } from '../../languages/unspaced.ts';

/** How far above a place its announcement may stand, in UTF-16 units. */
const ABOVE = 500;
/** Tags that only lay out what is inside, or name its language. */
const LAYOUT = /<[^<>]*>|\{%-?\s*(?:render\w*|raw)\b[^{}%]*%\}/g;
/** An element that a program fills: `<div id="rain"></div>`. */
const EMPTY = /<(div|span|figure)\b[^<>]*>[^\S\n]{0,9}<\/\1>/g;

/**
 * Whether the words above a place announce what is there: “Here it is:”, 「以下のような表示です。」 Elements that open between the words and
 * the place only lay it out, `<div class="centre">`, or name the language of what is inside, `{% renderTemplate "webc" %}`.
 */
export const isAnnounced = (source: string, at: number): boolean =>
  announcementAbove(source, at) !== undefined;

/** Returns the line above a place that announces what is there, without its tags. */
export function announcementAbove(source: string, at: number): string | undefined {
  const line = lineAbove(source, at);
  return announces(line) ? line : undefined;
}

const announces = (line: string): boolean =>
  (/[:：]["”’»)*_]*$/.test(line) && !/(?:^|\s):-?\)+$/.test(line)) ||
  Object.values(UNSPACED).some((script) => script.announces.pattern.test(line));

/** How far above a picture words may stand that announce a row of them, in UTF-16 units. */
const ABOVE_ROW = 2000;
/** A picture of Markdown, and its link. */
const PICTURE = /\[?!\[[^\]\n]{0,300}\]\([^()\n]{0,500}\)(?:\]\([^()\n]{0,500}\))?/g;

/** Whether the words above a picture, or above the row of pictures in which it is, announce something. */
export function announcesPictures(source: string, at: number): boolean {
  const above = source
    .slice(Math.max(0, at - ABOVE_ROW), at)
    .replace(PICTURE, '')
    .replace(LAYOUT, '');
  const line = above.trimEnd();
  return announces(line.slice(line.lastIndexOf('\n') + 1).trim());
}

/** What readers are asked to do with what is below. */
const CALLS =
  /\b(?:click|tap|press|play|try|watch|listen|use|see|shown|sign up|subscribe|donate|vote)\b[^.!?]{0,60}\bbelow\b/i;

/** Whether the paragraph above a place asks readers to use or to see what is there: “Please click below to help out. Thank you!” */
export const isCalledBelow = (source: string, at: number): boolean => CALLS.test(lineAbove(source, at));

/** Returns the last line of words above a place. */
export function lineAbove(source: string, at: number): string {
  const above = source
    .slice(Math.max(0, at - ABOVE), at)
    .replace(EMPTY, '')
    .split('\n');
  const words = above.map((line) => line.replace(LAYOUT, '').trim());
  const last = words.findLastIndex((line, index) => line !== '' || /<\/[a-z]/i.test(above[index] ?? ''));
  return words[last] ?? '';
}
