import { decodeReferences } from './character-references.ts';

/** One tag of HTML. */
export type Tag = { readonly name: string; readonly closing: boolean; readonly attributes: string };

/** HTML attributes without a value. */
const VALUELESS =
  /^(?:allowfullscreen|async|autoplay|checked|controls|defer|disabled|hidden|loop|muted|noshade|open|playsinline|reversed)$/i;

/** How far from its start an element with attributes of a page's own ends, in UTF-16 units. */
const LONGEST_ELEMENT = 2000;

/**
 * Reads a tag whose attributes are all a page's own, `<span op50>`, by the end tag that follows it; `undefined` for words, as in
 * `a <b and c>`. `end` is the offset behind the tag.
 */
export function readClosedTag(html: string, source: string, end: number): Tag | undefined {
  const [, name = '', attributes = ''] = /^<([a-z][a-z0-9]*)((?:\s+[\w:.-]+)+)\s*>$/i.exec(html) ?? [];
  const isClosed = name !== '' && source.slice(end, end + LONGEST_ELEMENT).includes(`</${name}>`);
  return isClosed ? { name: name.toLowerCase(), closing: false, attributes } : undefined;
}

/** Parses `<name attributes>` or `</name>`; `undefined` for text that only looks like a tag: `a <b and c>`. */
export function readTag(html: string): Tag | undefined {
  const match = /^<(\/?)([a-z][a-z0-9-]*)([\s\S]*?)\/?>$/i.exec(html);
  if (match === null) return undefined;
  const [, slash, name = '', attributes = ''] = match;
  const words = attributes
    .replace(/=\s*(?:"[^"]*"|'[^']*'|\S+)/g, '=')
    .trim()
    .split(/\s+/);
  // If one has a value they are attributes, even if a template engine adds others: `<img src="a.png" eleventy:ignore>`.
  // So are classes written as attributes (UnoCSS): `<span i-ri-book-line />`, `<div text-xs mt1>`.
  const isTag = words.some((word) => word.endsWith('=') || /^[a-z]+(?:-[a-z0-9:]+)+$/.test(word));
  if (!isTag && words.some((word) => word !== '' && !VALUELESS.test(word))) return undefined;
  return { name: name.toLowerCase(), closing: slash === '/', attributes };
}

/** Returns an attribute's value, with its character references decoded; `undefined` if it is missing. */
export function attribute(attributes: string, name: string): string | undefined {
  const pattern = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i');
  const match = pattern.exec(attributes);
  const value = match?.[1] ?? match?.[2] ?? match?.[3];
  return value === undefined ? undefined : decodeReferences(value);
}
