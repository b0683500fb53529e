import type { Link, LinkReference, PhrasingContent } from 'mdast';
import type { Run } from '../../draft.ts';
import type { Position } from '../../finding.ts';
import { excerptOf } from '../../markup/markup-token.ts';
import { PICTURE_FILE } from '../../picture-file.ts';
import { addressReached, letterOf, withAddress } from '../address-reached.ts';
import {
  type Conversion,
  type InlineHandler,
  type InlineWriter,
  placeOf,
  sourceOf,
  useDefinition,
} from '../conversion.ts';
import { inBrackets, type Range } from '../destinations.ts';
import { withoutForeignHandle } from '../foreign-handle.ts';
import { flatText, writeText } from '../inline-writer.ts';
import { isFootnoteBacklink } from '../is-footnote-backlink.ts';
import { linkTarget, namesItself } from '../link-target.ts';
import { writePictureLink } from './linked-picture.ts';

/** Characters that end a bare URL although the parser continued: punctuation of other scripts, and quotation marks. */
const AFTER_URL = /[\u3000-\u303f\uff00-\uffef\u2018-\u201f\u2026«»]/;

/** `[words](url)`, `<url>`, and bare URLs. */
export const link: InlineHandler<Link> = (node, writer, conversion) => {
  const at = placeOf(node, conversion);
  const written = sourceOf(node, conversion);
  const { start: from } = conversion.rangeOf(node);
  if (written.startsWith('![')) {
    const message = `\`![…](${node.url.slice(0, 80)})\` leads to a page, not to a picture, so it is a link; take away the \`!\``;
    conversion.findings.add('not-text', at, message, { severity: 'warning' });
    writeLink({ children: node.children, target: node.url, title: node.title, at, from }, writer, conversion);
    return;
  }
  if (written.startsWith('[')) {
    const { end } = conversion.rangeOf(node);
    writeLink({ children: node.children, target: node.url, title: node.title, at, from }, writer, conversion);
    const last = node.children.at(-1);
    const wordsEnd = last === undefined ? from + 1 : conversion.rangeOf(last).end;
    const target = inBrackets(conversion.source, wordsEnd, end);
    const words = wordsAsUrl(node.children, writer.runs.at(-1), conversion);
    if (target !== undefined && words !== undefined) conversion.destinations.add(at, [target, ...words]);
    return;
  }
  const words = flatText(conversion.inline(node.children).runs);
  // An email address stays words: no network makes it a link.
  if (node.url === `mailto:${words}`) return writeText(writer, words, at);
  const pointed = written.startsWith('<');
  const cut = pointed ? -1 : words.search(AFTER_URL);
  const start = from + (pointed ? 1 : 0);
  const length = cut > 0 ? cut : words.length;
  if (written.startsWith(words, pointed ? 1 : 0))
    conversion.destinations.add(at, [{ start, end: start + length }]);
  if (cut <= 0) {
    writer.runs.push({ type: 'link', text: words, url: node.url, auto: true, at });
    return;
  }
  const text = words.slice(0, cut);
  const url = node.url.startsWith(text) ? text : `http://${text}`;
  writer.runs.push({ type: 'link', text, url, auto: true, at });
  writeText(writer, words.slice(cut), { line: at.line, column: at.column + cut });
};

/** `[words][name]`, with `[name]: url` elsewhere. */
export const linkReference: InlineHandler<LinkReference> = (node, writer, conversion) => {
  const at = placeOf(node, conversion);
  // `[words][1]` with a numbered source: the words, and its mark.
  const mark =
    node.referenceType === 'full' && /^\d{1,3}$/.test(node.identifier)
      ? conversion.references.mark(node.identifier, conversion.rangeOf(node).start)
      : undefined;
  if (mark !== undefined) {
    const { runs, images } = conversion.inline(node.children);
    writer.images.push(...images);
    // A picture that links to a source has no words for a mark to follow.
    if (flatText(runs).trim() !== '') writer.runs.push(...runs, { type: 'text', text: ' ', at }, mark);
    return;
  }
  const definition = useDefinition(node.identifier, conversion);
  if (definition === undefined) return writeText(writer, sourceOf(node, conversion), at);
  const { url: target, title } = definition;
  const from = conversion.rangeOf(node).start;
  writeLink({ children: node.children, target, title, at, from }, writer, conversion);
  const words = wordsAsUrl(node.children, writer.runs.at(-1), conversion);
  if (words !== undefined) conversion.destinations.addNamed(at, node.identifier, words);
};

/** Returns where a link's words are written, if they are its URL; `undefined` if unknown. */
function wordsAsUrl(
  children: readonly PhrasingContent[],
  run: Run | undefined,
  conversion: Conversion,
): readonly Range[] | undefined {
  if (run?.type !== 'link' || !run.auto || children.length === 0) return [];
  const [words, ...more] = children;
  return words?.type === 'text' && more.length === 0 ? [conversion.rangeOf(words)] : undefined;
}

/** A link as the author wrote it. */
type WrittenLink = {
  readonly children: readonly PhrasingContent[];
  readonly target: string;
  readonly title?: string | null | undefined;
  readonly at: Position;
  /** Where it begins in the text. */
  readonly from: number;
};

/** Adds a link with its words in one run; moves images inside it out, and shows the URL of a link without words. */
export function writeLink(
  { children, target, title, at, from }: WrittenLink,
  writer: InlineWriter,
  conversion: Conversion,
): void {
  const [first, last] = [children[0], children.at(-1)];
  // Blanks inside the brackets belong to the sentence: `[the log ](url)is`.
  if (first?.type === 'text' && /^\s/.test(first.value)) writeText(writer, ' ', at);
  writeWords({ children, target, title, at, from }, writer, conversion);
  if (last?.type === 'text' && /\s$/.test(last.value)) writeText(writer, ' ', at);
}

function writeWords(
  { children, target, title, at, from }: WrittenLink,
  writer: InlineWriter,
  conversion: Conversion,
): void {
  const { runs, images } = conversion.inline(children);
  writer.images.push(...images);
  const text = flatText(runs);
  if (isFootnoteBacklink(text, target)) return;
  // `[![](small.jpg)](large.jpg)`: the picture is already there, or other words lead to what it leads to.
  const isPicture = text.trim() === '' && images.length > 0;
  if (isPicture && (PICTURE_FILE.test(target) || hasWords(target, conversion))) return;
  if (title && !saysTheSame(title, text, target)) titleSeldomShown(title, at, conversion);
  const reached = addressReached(target);
  if (reached !== undefined) {
    writeText(writer, withAddress(text, reached), at);
    const letter = letterOf(target);
    if (letter !== undefined) letterLost(letter, at, conversion);
    return;
  }
  const url = linkTarget(target, at, conversion);
  if (url === undefined) writeText(writer, text, at);
  else if (isPicture)
    writePictureLink({ url, at, from, paths: images.map(({ path }) => path) }, writer, conversion);
  else if (text.trim() === '') writer.runs.push({ type: 'link', text: url, url, auto: true, at });
  else {
    const auto = namesItself(text, url);
    // Some editors write the address as the title, which says nothing beside its source.
    const named = title && oneLine(title) !== target ? { title: oneLine(title) } : {};
    const words = withoutForeignHandle(text, url, at, conversion);
    writer.runs.push({ type: 'link', text: words, url, auto, ...named, at });
  }
}

/** An address behind words, in HTML, or on its own; `)](` before it is the end of a picture. */
const OF_WORDS = /(?:(?<!\))\]\(<?|href=["']|(?:^|\s)<?)(https?:\/\/[^\s()<>"']+)/gm;
const ofWords = new WeakMap<Conversion['references'], ReadonlySet<string>>();

/** Whether a text leads to an address in another way than by a picture. */
function hasWords(target: string, { references, source }: Conversion): boolean {
  const known = ofWords.get(references) ?? new Set([...source.matchAll(OF_WORDS)].map(([, url = '']) => url));
  ofWords.set(references, known);
  return known.has(target);
}

const oneLine = (title: string): string => title.trim().replace(/\s+/g, ' ');

/** Whether the link's words or its address already contain the title, so that nothing is lost without it. */
function saysTheSame(title: string, text: string, target: string): boolean {
  const said = oneLine(title).toLowerCase();
  return said === target.toLowerCase() || oneLine(text).toLowerCase().includes(said);
}

function letterLost(letter: string, at: Position, { findings }: Conversion): void {
  const message = `the link writes a mail for its readers, which a post can’t: “${excerptOf(letter)}” is lost; put the words in the text if they matter`;
  findings.add('not-text-dropped', at, message);
}

function titleSeldomShown(title: string, at: Position, { findings }: Conversion): void {
  const message = `the link's title "${oneLine(title).slice(0, 60)}" is shown only in a list of sources, where there is room; put it in the text if it matters`;
  findings.add('link-title', at, message);
}
