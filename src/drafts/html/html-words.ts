import { decodeReferences } from './character-references.ts';

/** Returns HTML without its tags, on one line; its character references stay, for a text that is read as Markdown. */
export function withoutTags(html: string): string {
  return html
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<(style|script)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/<\/?[A-Za-z][^<>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Returns the words of HTML, for a message. */
export const wordsOfHtml = (html: string): string =>
  decodeReferences(withoutTags(html)).replace(/\s+/g, ' ').trim();
