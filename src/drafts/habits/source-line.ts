import { decodeReferences } from '../html/character-references.ts';
import { PICTURE_FILE } from '../picture-file.ts';

/** An author's line `[0] title: url`. */
export type SourceLine = {
  readonly label: string;
  readonly title?: string;
  readonly url: string;
  /** Written `[0]: url`, like a Markdown link definition, which a page does not show. */
  readonly isDefinition?: true;
};

const OPENING = /^ {0,3}\[(\d{1,3})\](:?)[^\S\n]+(\S.*)$/;
/** The content of a Markdown definition: a URL, and an optional title in quotation marks or brackets. */
const DEFINED = /^<?https?:\/\/[^\s<>]+>?(?:[^\S\n]+(?:"[^"]*"|'[^']*'|\([^()]*\)))?$/i;

/** The forms that people write after the label, in the order of trying. */
const FORMS: readonly { readonly pattern: RegExp; readonly title: number; readonly url: number }[] = [
  // [0] [title](url)
  { pattern: /^\[([^\]]*)\]\(<?(https?:\/\/[^\s<>]+?)>?\)[.,;]?$/i, title: 1, url: 2 },
  // [0] title: <url>
  { pattern: /^([^<]*)<(https?:\/\/[^\s<>]+)>[.,;]?$/i, title: 1, url: 2 },
  // [0]: url "title", the form of Markdown's definitions
  { pattern: /^<?(https?:\/\/[^\s<>]+)>?[^\S\n]+(?:"([^"]*)"|\(([^()]*)\))$/i, title: 2, url: 1 },
  // [0] url - title
  { pattern: /^<?(https?:\/\/[^\s<>]+)>?[^\S\n]+[-–—|][^\S\n]+(\S.*)$/i, title: 2, url: 1 },
  // [0] title (url)
  { pattern: /^(.*\S)[^\S\n]+\((https?:\/\/[^\s]+)\)[.,;]?$/i, title: 1, url: 2 },
  // [0] title: url, or only the url
  { pattern: /^(?:(.*[\s:]))?(https?:\/\/\S+)$/i, title: 1, url: 2 },
];

/** Parses one line as a numbered source; `null` for anything else, such as a sentence that begins with a mark. */
export function readSourceLine(line: string): SourceLine | null {
  const opening = OPENING.exec(line.slice(0, 4000));
  if (opening === null) return null;
  const label = opening[1] ?? '';
  const rest = (opening[3] ?? '').trimEnd();
  const defined = opening[2] === ':' && DEFINED.test(rest) ? { isDefinition: true as const } : {};
  for (const { pattern, title, url } of FORMS) {
    const match = pattern.exec(rest);
    if (match === null) continue;
    const named = plainTitle(match[title] ?? '');
    if (/https?:\/\//i.test(named)) return null;
    const address = trimUrl(match[url] ?? '');
    // `[9]: mast.png` is where a picture `![a mast][9]` is, not a source.
    if (defined.isDefinition === true && PICTURE_FILE.test(address)) return null;
    return named === ''
      ? { label, url: address, ...defined }
      : { label, title: named, url: address, ...defined };
  }
  return null;
}

/**
 * Cleans a title: drops the sign before its URL, and emphasis. A full stop after a short word stays, because it may belong to
 * it (`et al.`, `ed.`).
 */
function plainTitle(written: string): string {
  const plain = written.replace(/(\*\*|__|\*|`)(\S(?:.*?\S)?)\1/g, '$2').replace(/\\([!-/:-@[-`{-~])/g, '$1');
  // Scan from the end: a regular expression would restart at each of many spaces.
  let end = plain.length;
  while (end > 0 && /[\s:,;–—-]/.test(plain.charAt(end - 1))) end -= 1;
  const title = plain.slice(0, end).trim();
  return /\p{L}{4}\.$/u.test(title.slice(-12)) ? title.slice(0, -1) : title;
}

/** Drops the punctuation of the surrounding sentence from a URL, and reads `&amp;` and `\_` in it as Markdown does. */
function trimUrl(written: string): string {
  const url = decodeReferences(written).replace(/\\([!-/:-@[-`{-~])/g, '$1');
  const bare = url.replace(/[.,;:!?]+$/, '');
  const count = (sign: string): number => bare.split(sign).length - 1;
  return bare.endsWith(')') && count(')') > count('(') ? bare.slice(0, -1) : bare;
}
