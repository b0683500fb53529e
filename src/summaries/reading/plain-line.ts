/** Names of HTML that people write in titles; numbers are decoded as such. */
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  shy: '',
};

/** Largest code point of Unicode. */
const LAST_CODE_POINT = 0x10ffff;

/**
 * A title or a description as one line of plain words: character references of HTML decoded, paired marks of Markdown
 * (`` `code` ``, `**bold**`, `[words](url)`) and tags taken off. A mark without its pair stays.
 */
export function plainLine(text: string): string {
  return text
    .replace(/<\/?(?:em|strong|b|i|code|span|small|sup|sub|mark|br|abbr|cite|q|kbd)(?:\s[^<>]*)?\/?>/gi, '')
    .replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
      if (name !== undefined) return NAMED[String(name).toLowerCase()] ?? whole;
      const code = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal);
      return code > 31 && code <= LAST_CODE_POINT ? String.fromCodePoint(code) : whole;
    })
    .replace(/(?<!\\)`([^`]+)`/g, '$1')
    .replace(/!?\[([^[\]]*)\]\([^()\s]*\)/g, '$1')
    .replace(/(?<![\p{L}\p{N}*\\])\*\*(?=\S)([^*]+)(?<=\S)\*\*(?![\p{L}\p{N}*])/gu, '$1')
    .replace(/(?<![\p{L}\p{N}*\\])\*(?=\S)([^*]+)(?<=\S)\*(?![\p{L}\p{N}*])/gu, '$1')
    .replace(/(?<![\p{L}\p{N}_\\])__?(?=[^\s_])([^_]+)(?<=[^\s_])__?(?![\p{L}\p{N}_])/gu, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}
