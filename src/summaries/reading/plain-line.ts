import { decodeReferences } from '../../text/character-references.ts';

/**
 * A title or a description as one line of plain words: character references of HTML decoded, paired marks of Markdown
 * (`` `code` ``, `**bold**`, `[words](url)`) and tags taken off. A mark without its pair stays.
 */
export function plainLine(text: string): string {
  const words = text.replace(
    /<\/?(?:em|strong|b|i|code|span|small|sup|sub|mark|br|abbr|cite|q|kbd)(?:\s[^<>]*)?\/?>/gi,
    '',
  );
  return decodeReferences(words)
    .replace(/(?<!\\)`([^`]+)`/g, '$1')
    .replace(/!?\[([^[\]]*)\]\([^()\s]*\)/g, '$1')
    .replace(/(?<![\p{L}\p{N}*\\])\*\*(?=\S)([^*]+)(?<=\S)\*\*(?![\p{L}\p{N}*])/gu, '$1')
    .replace(/(?<![\p{L}\p{N}*\\])\*(?=\S)([^*]+)(?<=\S)\*(?![\p{L}\p{N}*])/gu, '$1')
    .replace(/(?<![\p{L}\p{N}_\\])__?(?=[^\s_])([^_]+)(?<=[^\s_])__?(?![\p{L}\p{N}_])/gu, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}
