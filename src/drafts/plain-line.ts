import { decodeReferences } from '../text/character-references.ts';

/** Inline tags around words; a lone one is what the line speaks of: `How I failed the <a>`. */
const PAIRED_TAGS =
  /<(a|abbr|b|cite|code|del|em|i|ins|kbd|mark|q|s|small|span|strong|sub|sup|u|var)(?:\s[^<>]*)?>([^\n]{0,500}?)<\/\1\s*>/gi;

/** Words that are struck out: with them, a title may say the opposite. */
const STRUCK =
  /[^\S\n]?<(del|s|strike)(?:\s[^<>]*)?>[^\n<>]{0,500}<\/\1\s*>|[^\S\n]?(?<!~)~~(?=[^\s~])[^~\n]{0,500}~~(?!~)/gi;

/**
 * Converts a title or a description to one line of plain words: leaves out struck words unless nothing else is there, decodes HTML's
 * character references, removes paired Markdown marks (`` `code` ``, `**bold**`, `[words](url)`), tags and comments. An unpaired
 * mark stays, and so do names: `__init__`, `@_ana_`.
 */
export function plainLine(text: string): string {
  const kept = text.replace(STRUCK, '');
  // One tag may be inside another.
  const words = (kept.trim() === '' ? text : kept).replace(PAIRED_TAGS, '$2').replace(PAIRED_TAGS, '$2');
  return decodeReferences(words.replace(/<wbr>|<!--[^\n]*?-->/gi, '').replace(/<br\s*\/?>/gi, ' '))
    .replace(/(?<!\\)`([^`]+)`/g, '$1')
    .replace(/!?\[([^[\]]*)\]\([^()\s]*\)/g, '$1')
    .replace(/(?<![\p{L}\p{N}*\\])\*\*(?=\S)([^*]+)(?<=\S)\*\*(?![\p{L}\p{N}*])/gu, '$1')
    .replace(/(?<![\p{L}\p{N}*\\])\*(?=\S)([^*]+)(?<=\S)\*(?![\p{L}\p{N}*])/gu, '$1')
    .replace(/(?<![\p{L}\p{N}_\\@#])_(?=[^\s_])([^_]+)(?<=[^\s_])_(?![\p{L}\p{N}_])/gu, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}
