import { decodeReferences } from '../../text/character-references.ts';

/**
 * Converts a title or a description to one line of plain words: decodes HTML's character references, removes paired Markdown
 * marks (`` `code` ``, `**bold**`, `[words](url)`) and tags. An unpaired mark stays.
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
