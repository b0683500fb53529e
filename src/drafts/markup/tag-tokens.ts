import { htmlElement } from '../html/html-elements.ts';
import { readClosedTag, readTag } from '../html/html-tag.ts';
import { type Budget, closingSign } from './closing-sign.ts';
import type { MarkupToken } from './markup-token.ts';
import { mendedTag } from './mended-tag.ts';
import { nextSign } from './next-sign.ts';
import { beforeInLine, isLineEnd } from './token-case.ts';

/** Whether a text may contain anything that {@link tagReader} finds. */
export const mayHoldTags = (source: string): boolean => /<[A-Za-z/!?]/.test(source);

/** Elements whose content is neither Markdown nor HTML. */
const RAW = /^(?:style|script)$/i;

/**
 * Makes a reader for the tag, comment or raw element at a `<`. It returns `undefined` for text that only looks like one, and
 * for inline HTML, which the Markdown reader handles. Call it with increasing offsets.
 */
export function tagReader(
  source: string,
  isMdx: boolean,
  budget: Budget,
): (start: number) => MarkupToken | undefined {
  const comments = nextSign(source, '-->');
  const unclosed = new Set<string>();
  const instructions = nextSign(source, '?>');
  const mayHide = /sr-only|visually|screen-?reader|a11y-hidden|-for-sr/i.test(source);
  return (start) => {
    if (source.startsWith('<!--', start)) {
      const end = comments(start + 4, Number.POSITIVE_INFINITY);
      // An unclosed comment hides the rest, as on a page.
      if (end === undefined && !opensLine(source, start)) return undefined;
      return comment(source, start, end === undefined ? source.length : end + 3);
    }
    if (source.startsWith('<?', start)) {
      const end = instructions(start + 2, 20_000);
      return end === undefined ? undefined : comment(source, start, end + 2);
    }
    const hidden = mayHide ? hiddenElement(source, start, budget) : undefined;
    if (hidden !== undefined) return hidden;
    const tag = tagAt(source, start, isMdx, budget);
    return tag === undefined ? undefined : withRawContent(tag, source, unclosed);
  };
}

/** Reads a style or script with its content; `unclosed` holds the names that are never closed from here on. */
function withRawContent(tag: MarkupToken, source: string, unclosed: Set<string>): MarkupToken {
  const { role, language, name, end } = tag;
  if (role !== 'open' || language !== 'html' || !RAW.test(name) || unclosed.has(name)) return tag;
  const closer = new RegExp(`</${name}\\s*>`, 'gi');
  closer.lastIndex = end;
  const closing = closer.exec(source);
  if (closing !== null) return { ...tag, end: closing.index + closing[0].length, role: 'single', text: '' };
  unclosed.add(name);
  return tag;
}

/** Classes of frameworks and blogs for words that a page shows to screen readers only. */
const SCREEN_READERS_ONLY =
  /^<([a-z][a-z0-9]*)\s[^<>]*\bclass(?:Name)?\s*=\s*["'](?:[^"'<>]*\s)?(?:sr-only|(?:u-)?visually-?hidden|hide-visually|screen-?reader(?:-?only|-text)?|a11y-hidden|show-for-sr)(?:\s[^"'<>]*)?["']/i;

/** Reads an element for screen readers only, which says what a page shows beside it (“Skip this embed”), with its content. */
function hiddenElement(source: string, start: number, budget: Budget): MarkupToken | undefined {
  const name = SCREEN_READERS_ONLY.exec(source.slice(start, start + 300))?.[1];
  if (name === undefined) return undefined;
  const opened = closingSign(source, start, '>', budget);
  if (opened === undefined) return undefined;
  const inside = source.slice(opened, opened + 2_000);
  const end = inside.search(new RegExp(`</${name}\\s*>`, 'i'));
  if (end < 0 || new RegExp(`<${name}\\b`, 'i').test(inside.slice(0, end))) return undefined;
  const text = inside.slice(0, end).replace(/<[^<>]*>/g, ' ');
  const to = source.indexOf('>', opened + end) + 1;
  return { start, end: to, role: 'silent', language: 'comment', name: 'hidden', text };
}

const comment = (source: string, start: number, end: number): MarkupToken => ({
  start,
  end,
  role: 'silent',
  language: 'comment',
  name: 'comment',
  text: source.slice(start, end),
});

function opensLine(source: string, start: number): boolean {
  return beforeInLine(source, start).trim() === '';
}

const TAG = /^<(\/)?([A-Za-z][\w.:-]*)?(?=[\s/>])/;

/** A link of old HTML, which is no type: `<A HREF="/log">`. */
const OLD_LINK = /^<(?:A\s+(?:href|name|target|title|class)\s*=|\/A\s*>)/i;

/** An icon of a set, as Vue and Svelte write it: `<tabler:code class="inline" />`. Any other attribute belongs to a tag of XML. */
const ICON =
  /^<[a-z][\w-]*:[a-z][\w-]*(?:\s+(?:class|style|size|width|height)=(?:"[^"<>]*"|'[^'<>]*'))*\s*\/>/;

function tagAt(source: string, start: number, isMdx: boolean, budget: Budget): MarkupToken | undefined {
  const match = TAG.exec(source.slice(start, start + 80));
  if (match === null) return undefined;
  const [whole, slash, written] = match;
  // `<URL:https://example.org>` is an address, as in old mails.
  if (written?.toUpperCase().startsWith('URL:') === true) return undefined;
  if (written === undefined) {
    const fragment = isMdx ? /^<\/?>/.exec(source.slice(start, start + 3))?.[0] : undefined;
    if (fragment === undefined) return undefined;
    const role = slash === '/' ? 'close' : 'open';
    return { start, end: start + fragment.length, role, language: 'component', name: '', text: '' };
  }
  // `<DIV>` is HTML; a single capital is more often a type: `Option<A>`.
  const isShouted =
    !isMdx &&
    (OLD_LINK.test(source.slice(start, start + 80)) ||
      (/^[A-Z][A-Z\d]+$/.test(written) && htmlElement(written.toLowerCase()) !== undefined));
  const isComponent =
    (/^[A-Z]/.test(written) && !isShouted) ||
    (isMdx && written.includes('.')) ||
    written.startsWith('svelte:');
  const isIcon = ICON.test(source.slice(start, start + 300));
  const isCustom = isIcon || /^[a-z][\w]*-[\w-]*$/.test(written);
  const use = isComponent ? undefined : htmlElement(written.toLowerCase())?.layout;
  if (use === 'inline' && slash === undefined) {
    if (isMdx || JSX_OBJECT.test(source.slice(start, start + 400)))
      return withoutExpressions(source, start, start + whole.length, budget);
    return withMendedAttributes(source, start, start + whole.length, budget);
  }
  if (use === 'inline' || (use === undefined && !isComponent && !isCustom)) return undefined;
  // Outside MDX, `Vec<String>` is a type, not a component.
  if (isComponent && !isMdx && slash === undefined && /[\p{L}\p{N}_]/u.test(source.charAt(start - 1)))
    return undefined;
  const end = closingSign(source, start + whole.length, '>', budget);
  if (end === undefined) return undefined;
  const single = source[end - 2] === '/';
  const text = source.slice(start + whole.length, end - (single ? 2 : 1));
  // `<div mb-8>` alone on its line is a tag, whatever its attributes; `a <b and c>` in a sentence is not.
  const isTag =
    isComponent ||
    isIcon ||
    (!text.includes('<') &&
      (readTag(source.slice(start, end)) !== undefined ||
        readClosedTag(source.slice(start, end), source, end) !== undefined ||
        (use !== undefined && opensLine(source, start) && isLineEnd(source, end))));
  if (!isTag) return undefined;
  const name = (written.split('.').at(-1) ?? '').toLowerCase();
  const role = slash === '/' ? 'close' : single ? 'single' : 'open';
  const language = use === undefined ? 'component' : 'html';
  return { start, end, role, language, name, text };
}

function withMendedAttributes(
  source: string,
  start: number,
  from: number,
  budget: Budget,
): MarkupToken | undefined {
  if (!/\s/.test(source.charAt(from))) return undefined;
  const end = closingSign(source, from, '>', budget);
  if (end === undefined) return undefined;
  const written = source.slice(start, end);
  const text = mendedTag(written) ?? (opensBlock(source, start, end) ? oneLine(written) : undefined);
  if (text === undefined) return undefined;
  return { start, end, role: 'literal', language: 'html', name: 'tag', text };
}

/** Whether a line of a tag begins as a block of Markdown does, which would tear the tag: its `>` alone is a quotation. */
const opensBlock = (source: string, start: number, end: number): boolean =>
  /\n[ \t]*(?:[>#+*-]|\d+[.)]|\r?\n)/.test(source.slice(start, end)) &&
  !beforeInLine(source, start).includes('>') &&
  readTag(oneLine(source.slice(start, end))) !== undefined;

const oneLine = (tag: string): string => tag.replace(/\s+/g, ' ');

/** `style={{ color: 'blue' }}`, which only JSX has: no template engine has a value with a key before a colon. */
const JSX_OBJECT = /^<[^>]*=\{\{\s*['"]?[\w-]+['"]?\s*:/;

/** A JSX attribute with an expression, `style={{ color: 'blue' }}`, and the text in some of them. */
const EXPRESSION =
  /\s+(?:([\w:-]+)=)?\{(?:\s*(["'`])([^"'`{}\n]*)\2\s*|(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\}/g;

/** Rewrites an inline JSX tag as HTML, which the Markdown reader handles; `undefined` if it already is HTML. */
function withoutExpressions(
  source: string,
  start: number,
  from: number,
  budget: Budget,
): MarkupToken | undefined {
  const end = closingSign(source, from, '>', budget);
  if (end === undefined) return undefined;
  const attributes = source.slice(from, end);
  if (!attributes.includes('{')) return undefined;
  const plain = attributes.replace(EXPRESSION, (_, name?: string, quote?: string, words?: string) =>
    name === undefined || quote === undefined ? '' : ` ${name}="${words ?? ''}"`,
  );
  // In one line: a `>` that opens a line is a quotation in Markdown.
  const text = oneLine(source.slice(start, from) + plain);
  if (readTag(text) === undefined) return undefined;
  // A picture whose file only the program knows is not one of ours to drop in silence.
  if (/^<img\b/i.test(text) && !/\ssrc=/i.test(text)) {
    const single = source[end - 2] === '/';
    const written = source.slice(from, end - (single ? 2 : 1));
    return { start, end, role: 'single', language: 'component', name: 'img', text: written };
  }
  return { start, end, role: 'literal', language: 'mdx', name: 'tag', text };
}
