/** An author's line `[0] title: url`. */
export type SourceLine = {
  readonly label: string;
  readonly title?: string;
  readonly url: string;
  /** Written `[0]: url`, as Markdown defines a link: a page does not show such a line where it stands. */
  readonly isDefinition?: true;
};

const OPENING = /^ {0,3}\[(\d{1,3})\](:?)[^\S\n]+(\S.*)$/;
/** What Markdown takes for a definition: an address, and a title in quotation marks or brackets. */
const DEFINED = /^<?https?:\/\/[^\s<>]+>?(?:[^\S\n]+(?:"[^"]*"|'[^']*'|\([^()]*\)))?$/i;

/** The forms that people write after the label, in the order in which they are tried. */
const FORMS: readonly { readonly pattern: RegExp; readonly title: number; readonly url: number }[] = [
  // [0] [title](url)
  { pattern: /^\[([^\]]*)\]\(<?(https?:\/\/[^\s<>]+?)>?\)[.,;]?$/i, title: 1, url: 2 },
  // [0] title: <url>
  { pattern: /^([^<]*)<(https?:\/\/[^\s<>]+)>[.,;]?$/i, title: 1, url: 2 },
  // [0]: url "title", the form of Markdown's own definitions
  { pattern: /^<?(https?:\/\/[^\s<>]+)>?[^\S\n]+(?:"([^"]*)"|\(([^()]*)\))$/i, title: 2, url: 1 },
  // [0] url - title
  { pattern: /^<?(https?:\/\/[^\s<>]+)>?[^\S\n]+[-–—|][^\S\n]+(\S.*)$/i, title: 2, url: 1 },
  // [0] title (url)
  { pattern: /^(.*\S)[^\S\n]+\((https?:\/\/[^\s]+)\)[.,;]?$/i, title: 1, url: 2 },
  // [0] title: url, or the url alone
  { pattern: /^(?:(.*[\s:]))?(https?:\/\/\S+)$/i, title: 1, url: 2 },
];

/** Reads one line as a numbered source; `null` where it is none, such as a sentence that opens with a mark. */
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
    return named === ''
      ? { label, url: address, ...defined }
      : { label, title: named, url: address, ...defined };
  }
  return null;
}

/**
 * A title without the sign that leads to its URL, and without emphasis. A full stop after a short word stays: it may
 * belong to it (`et al.`, `ed.`).
 */
function plainTitle(written: string): string {
  const plain = written.replace(/(\*\*|__|\*|`)(\S(?:.*?\S)?)\1/g, '$2').replace(/\\([!-/:-@[-`{-~])/g, '$1');
  // From the end, sign by sign: a pattern would start anew at each of many spaces.
  let end = plain.length;
  while (end > 0 && /[\s:,;–—-]/.test(plain.charAt(end - 1))) end -= 1;
  const title = plain.slice(0, end).trim();
  return /\p{L}{4}\.$/u.test(title.slice(-12)) ? title.slice(0, -1) : title;
}

/** A URL without the punctuation of the sentence around it. */
function trimUrl(url: string): string {
  const bare = url.replace(/[.,;:!?]+$/, '');
  const count = (sign: string): number => bare.split(sign).length - 1;
  return bare.endsWith(')') && count(')') > count('(') ? bare.slice(0, -1) : bare;
}
