import type { PhrasingContent } from 'mdast';
import { decodeReferences } from '../html/character-references.ts';

/** Inline constructs that are read without a parser: each contains no sign of its own kind, so nothing else can close it. */
const CONSTRUCTS =
  /`(?<code>[^`\n]+)`|(?<image>!?)\[(?!\^)(?<words>[^\\[\]\n]*)\]\((?:<(?<pointed>[^\\<>\n]*)>|(?<url>[^\s\\`*[\]<>()"']+))(?: "(?<title>[^\\"&\n]+)")?\)|(?<signs>\*{1,2}|_{1,2})(?<inner>[^\\*\n]+?)\k<signs>|(?<tag><\/?[A-Za-z][A-Za-z\d-]*(?: [A-Za-z:-]+(?:="[^"\n]*")?)* ?\/?>)|\[(?<named>[^\\[\]\n]+)\](?:\[(?<label>[^\\[\]\n]*)\])?/g;

/** A sign that may open or close something, or belong to an address. */
const SIGN =
  /[\\`*\t]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|~~|&#|<(?=[\p{L}/!?])|\$|(?<=[\w.+-])@|:\/\/|www\./iu;
/** Signs in the words of a link, where no address is a link of its own. */
const SIGN_IN_LINK = /[\\`*\t]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|~~|&#|<(?=[\p{L}/!?])|\$/u;
/** A character reference in an address, which the parser decodes. */
const REFERENCE = /&(?:#|[A-Za-z][A-Za-z\d]*;)/;
/** Brackets before a parenthesis are a link. */
const BRACKETS_OF_LINK = /\]\(/;
/** Brackets that continue on the next line may contain a name. */
const PARTED_BRACKETS = /\[[^\]]*\n/;
/** Names that can be compared without the parser. */
const PLAIN_NAME = /^\^?[\w .,:;'/#+-]+$/;
/** White space that Markdown drops, or reads as a forced line break. */
const LOOSE = / (?:\n|$)|\n /;
const SPACE = /^\s?$/;
const PUNCTUATION = /[\p{P}\p{S}]/u;

/** The names that a text seems to define, and those that a reference uses. */
export type Names = { readonly known: ReadonlySet<string>; readonly used: Set<string> };

/** Finds the names that a text may define; footnotes as `^name`. */
export function namesIn(text: string): Names {
  const known = new Set<string>();
  if (text.includes(']:'))
    for (const [, name = ''] of text.matchAll(/\[(\^?[^[\]]{1,999})\]:/g)) known.add(plainName(name));
  return { known, used: new Set() };
}

/** Drops spaces and tabs at the end, as Markdown does; it keeps other white space, such as U+00A0. */
export function withoutEnd(text: string): string {
  let end = text.length;
  while (end > 0 && ' \t'.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** Normalises a name for comparison. */
export const plainName = (name: string): string => name.replace(/\s+/g, ' ').trim().toLowerCase();

/**
 * Reads words, code, links, images and emphasis to mdast nodes; `undefined` if a full parser is needed. Brackets around an
 * unknown name are words.
 */
export function plainWords(text: string, offset: number, names: Names): PhrasingContent[] | undefined {
  if (LOOSE.test(text) || (names.known.size > 0 && PARTED_BRACKETS.test(text))) return undefined;
  return nodesOf(text, offset, names);
}

function nodesOf(text: string, offset: number, names: Names, signs = SIGN): PhrasingContent[] | undefined {
  const isWords = (part: string): boolean => !signs.test(part) && !BRACKETS_OF_LINK.test(part);
  if (isWords(text) && (names.known.size === 0 || !text.includes('[')))
    return text === '' ? [] : [wordsAt(text, offset)];
  const nodes: PhrasingContent[] = [];
  const constructs = new RegExp(CONSTRUCTS);
  let reached = 0;
  for (let match = constructs.exec(text); match !== null; match = constructs.exec(text)) {
    if (match.groups?.['named'] !== undefined && isUnknown(match.groups, names)) {
      // Only skip the bracket; its content may be more than words.
      constructs.lastIndex = match.index + 1;
      continue;
    }
    const between = text.slice(reached, match.index);
    const node = isWords(between) ? nodeOf(match, offset, names, signs) : undefined;
    if (node === undefined) return undefined;
    if (between !== '') nodes.push(wordsAt(between, offset + reached));
    nodes.push(node);
    reached = constructs.lastIndex;
  }
  const rest = text.slice(reached);
  if (!isWords(rest)) return undefined;
  if (rest !== '') nodes.push(wordsAt(rest, offset + reached));
  return nodes;
}

function isUnknown({ named = '', label = '' }: Partial<Record<string, string>>, { known }: Names): boolean {
  return known.size === 0 || !(known.has(plainName(named)) || known.has(plainName(label)));
}

function nodeOf(
  { 0: whole, index, input: text, groups = {} }: RegExpExecArray,
  offset: number,
  names: Names,
  around: RegExp,
): PhrasingContent | undefined {
  const start = offset + index;
  const end = index + whole.length;
  const position = positionOf(start, offset + end);
  const [before, after] = [text.charAt(index - 1), text.charAt(end)];
  const {
    code,
    image,
    words,
    pointed = '',
    url = pointed,
    title = null,
    signs = '',
    inner = '',
    tag,
    named,
    label,
  } = groups;
  if (code !== undefined) {
    if (before === '`' || after === '`') return undefined;
    return { type: 'inlineCode', value: /^ .*\S.* $/.test(code) ? code.slice(1, -1) : code, position };
  }
  if (tag !== undefined) return { type: 'html', value: tag, position };
  if (words !== undefined) {
    if (words.trim() !== words || before === ']' || REFERENCE.test(url)) return undefined;
    const children = nodesOf(words, start + whole.indexOf('[') + 1, names, SIGN_IN_LINK);
    if (children === undefined) return undefined;
    if (image !== '!') return words === '' ? undefined : { type: 'link', title, url, children, position };
    const [alt] = children;
    return children.length < 2 && (alt === undefined || alt.type === 'text')
      ? { type: 'image', title, url, alt: alt?.value ?? '', position }
      : undefined;
  }
  if (named !== undefined) {
    if (before === '!' || before === ']' || after === '[') return undefined;
    return referenceTo(named, label, position, names);
  }
  const sign = signs.charAt(0);
  if (
    inner.includes(sign) ||
    before === sign ||
    after === sign ||
    !opensAndCloses(sign, before, inner, after)
  )
    return undefined;
  const children = nodesOf(inner, start + signs.length, names, around);
  return children && { type: signs.length === 2 ? 'strong' : 'emphasis', children, position };
}

/** `[words][name]`, `[name][]`, `[name]` and `[^note]`. */
function referenceTo(
  named: string,
  written: string | undefined,
  position: ReturnType<typeof positionOf>,
  { known, used }: Names,
): PhrasingContent | undefined {
  const label = written || named;
  const name = plainName(label);
  if (!known.has(name) || !PLAIN_NAME.test(label)) return undefined;
  used.add(name);
  if (label.startsWith('^'))
    return written === undefined
      ? { type: 'footnoteReference', identifier: name.slice(1), label: label.slice(1), position }
      : undefined;
  const children = nodesOf(named, (position.start.offset ?? 0) + 1, { known: NONE, used });
  const referenceType = written === undefined ? 'shortcut' : written === '' ? 'collapsed' : 'full';
  return children && { type: 'linkReference', children, position, label, identifier: name, referenceType };
}

const NONE: ReadonlySet<string> = new Set();

/** CommonMark's flanking rule, for a run before and a run after some words. */
function opensAndCloses(sign: string, before: string, inner: string, after: string): boolean {
  const [first, last] = [inner.charAt(0), inner.charAt(inner.length - 1)];
  if (SPACE.test(first) || SPACE.test(last)) return false;
  const parts = (outside: string): boolean => SPACE.test(outside) || PUNCTUATION.test(outside);
  const opens = !PUNCTUATION.test(first) || parts(before);
  const closes = !PUNCTUATION.test(last) || parts(after);
  // Inside a word, an underscore is an ordinary character.
  return opens && closes && (sign === '*' || (parts(before) && parts(after)));
}

function wordsAt(text: string, offset: number): PhrasingContent {
  const position = positionOf(offset, offset + text.length);
  return { type: 'text', value: decodeReferences(text), position };
}

/** Makes an mdast position. Lines and columns are never used: offsets are enough. */
export function positionOf(start: number, end: number): NonNullable<PhrasingContent['position']> {
  return {
    start: { line: 1, column: 1, offset: start },
    end: { line: 1, column: 1, offset: end },
  };
}
