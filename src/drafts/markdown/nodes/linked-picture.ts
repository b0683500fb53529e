import type { Position } from '../../finding.ts';
import { announcesPictures } from '../../markup/is-announced.ts';
import type { Conversion, DraftText, InlineWriter } from '../conversion.ts';
import { writeBreak } from '../inline-writer.ts';

/** The link around a picture: where it leads, and where it is in the file and in the text, if it has a place there. */
type PictureLink = {
  readonly url: string;
  readonly at: Position;
  readonly from: number | undefined;
  /** The paths of its pictures. */
  readonly paths: readonly string[];
};

/**
 * Writes the address to which a picture leads, where readers would miss it: of what plays something, in a line of words, and below words that
 * announce it, “You can find the app here:”. Any other is left out with a finding.
 */
export function writePictureLink(link: PictureLink, writer: InlineWriter, text: DraftText): void {
  const { url, at } = link;
  const isLine = opensLine(writer);
  if (isLine && !PLAYERS.test(url) && !isMeant(link, text)) {
    pictureLeads(url, at, text);
    return;
  }
  writer.runs.push({ type: 'link', text: url, url, auto: true, at });
  // Another address of a row, and words on the next line, are lines of their own.
  if (isLine) writeBreak(writer, true);
}

/** The longest address that is written out, in UTF-16 units: a longer one holds a program’s state. */
const LONGEST = 300;

/** Pages that play what a picture in a link stands for. */
const PLAYERS =
  /^https?:\/\/(?:www\.|m\.)?(?:youtube\.com|youtu\.be|vimeo\.com|twitch\.tv|dailymotion\.com|ted\.com|soundcloud\.com|bilibili\.com|v\.qq\.com|nicovideo\.jp|asciinema\.org|loom\.com|archive\.org)\//i;

/** Pages that show the picture itself. */
const ALBUMS =
  /^https?:\/\/(?:[\w-]+\.)*(?:flickr\.com|flic\.kr|imgur\.com|instagram\.com|unsplash\.com|pexels\.com|pixabay\.com|500px\.com|smugmug\.com|commons\.wikimedia\.org|gallery\.\w[\w.-]*|giphy\.com|photos\.app\.goo\.gl|photos\.google\.com|picasaweb\.google\.com)\//i;

const shownBy = new WeakMap<Conversion['references'], Set<string>>();

/** Whether words announce what a picture leads to; once for each address, and not for a page that only shows the picture. */
function isMeant(
  { url, from, paths }: PictureLink,
  { source, purpose, references, siteUrl }: DraftText,
): boolean {
  if (from === undefined || purpose === 'summary' || url.length > LONGEST || ALBUMS.test(url)) return false;
  const host = hostOf(url);
  if (host === undefined || (siteUrl !== undefined && host === hostOf(siteUrl))) return false;
  if (paths.some((path) => hostOf(path) === host) || !announcesPictures(source, from)) return false;
  if (standsBelow(url, source, from)) return false;
  const shown = shownBy.get(references) ?? new Set();
  shownBy.set(references, shown);
  return !shown.has(url) && shown.add(url).has(url);
}

/** How far below a picture its own address is looked for, in UTF-16 units. */
const BELOW = 1500;

/** Whether the words below a picture or its link, at an offset in the text, show its address. */
export function standsBelow(url: string, source: string, from = source.length): boolean {
  const below = source.slice(from, from + BELOW);
  for (let at = below.indexOf(url); at !== -1; at = below.indexOf(url, at + 1)) {
    const line = below.slice(Math.max(0, below.lastIndexOf('\n', at) + 1), at);
    const end = at + url.length;
    if (IN_WORDS.test(line) && /^[.,;:!?]?(?:[\s>]|$)/.test(below.slice(end, end + 2))) return true;
  }
  return false;
}

/** What stands before an address of words in its line: nothing, or white space, and not the mark of a definition. */
const IN_WORDS = /^(?!\s*\[[^\]]*\]:).*\s<?$|^<?$/;

const hostOf = (url: string): string | undefined =>
  /^https?:\/\/(?:www\.)?([^/?#]+)/i.exec(url)?.[1]?.toLowerCase();

/** Whether no words stand before a place in its line. */
function opensLine({ runs }: InlineWriter): boolean {
  const last = runs.at(-1);
  return last === undefined || last.type === 'break' || (last.type === 'text' && last.text.trim() === '');
}

/** Reports that a picture’s link goes: its address alone on a line would be part of the text. */
function pictureLeads(url: string, at: Position, { findings, purpose }: DraftText): void {
  if (purpose === 'summary') return;
  const message = `the picture’s link to \`${url.slice(0, 80)}\` is left out; write the address in words if readers need it`;
  findings.add('not-text', at, message);
}
