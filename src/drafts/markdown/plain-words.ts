import type { PhrasingContent } from 'mdast';

/** Inline constructs that are read without a parser: each contains no sign of its own kind, so nothing else can close it. */
const CONSTRUCTS =
  /`(?<code>[^`\n]+)`|(?<image>!?)\[(?!\^)(?<words>[^\\[\]\n]+)\]\((?<url>[^\s\\`*_[\]<>()&"']+|[^\s\\`*[\]<>()&"']+)(?: "(?<title>[^\\"&\n]+)")?\)|(?<signs>\*{1,2}|_{1,2})(?<inner>[^\\*\n]+?)\k<signs>/g;

/** A sign that may open or close something, or belong to an address. */
const SIGN =
  /[\\`*\t]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|~~|&(?=[#\p{L}])|<(?=[\p{L}/!?])|\$|(?<=[\w.+-])@|:\/\/|www\./iu;
const BRACKET = /[[\]]/;
/** White space that Markdown drops, or reads as a forced line break. */
const LOOSE = / (?:\n|$)|\n /;
const SPACE = /^\s?$/;
const PUNCTUATION = /[\p{P}\p{S}]/u;

/**
 * Reads words, code, links, images and emphasis to mdast nodes; `undefined` if a full parser is needed. If nothing is
 * `defined`, `[words]` are words.
 */
export function plainWords(text: string, offset: number, defined: boolean): PhrasingContent[] | undefined {
  return LOOSE.test(text) ? undefined : nodesOf(text, offset, defined);
}

function nodesOf(text: string, offset: number, defined: boolean): PhrasingContent[] | undefined {
  const isWords = (part: string): boolean =>
    !SIGN.test(part) && !(BRACKET.test(part) && (defined || part.includes('](')));
  if (isWords(text)) return text === '' ? [] : [wordsAt(text, offset)];
  const nodes: PhrasingContent[] = [];
  const constructs = new RegExp(CONSTRUCTS);
  let reached = 0;
  for (let match = constructs.exec(text); match !== null; match = constructs.exec(text)) {
    const between = text.slice(reached, match.index);
    const node = isWords(between) ? nodeOf(match, offset, text, defined) : undefined;
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

function nodeOf(
  { 0: whole, index, groups = {} }: RegExpExecArray,
  offset: number,
  text: string,
  defined: boolean,
): PhrasingContent | undefined {
  const start = offset + index;
  const end = index + whole.length;
  const position = positionOf(start, offset + end);
  const [before, after] = [text.charAt(index - 1), text.charAt(end)];
  const { code, image, words, url = '', title = null, signs = '', inner = '' } = groups;
  if (code !== undefined) {
    if (before === '`' || after === '`') return undefined;
    return { type: 'inlineCode', value: /^ .*\S.* $/.test(code) ? code.slice(1, -1) : code, position };
  }
  if (words !== undefined) {
    if (words.trim() !== words || before === ']') return undefined;
    const children = nodesOf(words, start + whole.indexOf('[') + 1, false);
    if (children === undefined) return undefined;
    if (image !== '!') return { type: 'link', title, url, children, position };
    const [alt] = children;
    return alt?.type === 'text' && children.length === 1
      ? { type: 'image', title, url, alt: alt.value, position }
      : undefined;
  }
  const sign = signs.charAt(0);
  if (
    inner.includes(sign) ||
    before === sign ||
    after === sign ||
    !opensAndCloses(sign, before, inner, after)
  )
    return undefined;
  const children = nodesOf(inner, start + signs.length, defined);
  return children && { type: signs.length === 2 ? 'strong' : 'emphasis', children, position };
}

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

function wordsAt(value: string, offset: number): PhrasingContent {
  return { type: 'text', value, position: positionOf(offset, offset + value.length) };
}

/** Makes an mdast position. Lines and columns are never used: offsets are enough. */
export function positionOf(start: number, end: number): NonNullable<PhrasingContent['position']> {
  return {
    start: { line: 1, column: 1, offset: start },
    end: { line: 1, column: 1, offset: end },
  };
}
