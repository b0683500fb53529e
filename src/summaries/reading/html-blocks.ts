import type { Block, Emphasis, ListItem, Run } from '../../drafts/draft.ts';
import { printable } from './printable.ts';

/** The part of the DOM that is used here; linkedom's nodes and a browser's have it. */
export type HtmlNode = {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<HtmlNode>;
  getAttribute?(name: string): string | null;
};

const AT = { line: 1, column: 1 };
const ELEMENT = 1;
const TEXT = 3;

/** The kind of an element's content, by name; other elements pass their content on. */
const BLOCKS: Readonly<
  Record<string, 'paragraph' | 'heading' | 'list' | 'quote' | 'code' | 'skip' | 'line' | 'group'>
> = {
  P: 'paragraph',
  H1: 'heading',
  H2: 'heading',
  H3: 'heading',
  H4: 'heading',
  H5: 'heading',
  H6: 'heading',
  UL: 'list',
  OL: 'list',
  BLOCKQUOTE: 'quote',
  PRE: 'code',
  HR: 'line',
  ...Object.fromEntries(
    'DIV SECTION ARTICLE MAIN HEADER DETAILS SUMMARY DL DD DT LI BODY HTML'
      .split(' ')
      .map((name) => [name, 'group'] as const),
  ),
  ...Object.fromEntries(
    'SCRIPT STYLE NOSCRIPT TEMPLATE IFRAME SVG MATH CANVAS VIDEO AUDIO OBJECT EMBED FORM BUTTON INPUT SELECT TEXTAREA NAV FOOTER ASIDE FIGURE PICTURE IMG TABLE HEAD TITLE'
      .split(' ')
      .map((name) => [name, 'skip'] as const),
  ),
};

const EMPHASIS: Readonly<Record<string, Emphasis>> = {
  STRONG: 'strong',
  B: 'strong',
  EM: 'emphasis',
  I: 'emphasis',
  CODE: 'code',
  KBD: 'code',
  SAMP: 'code',
  DEL: 'strike',
  S: 'strike',
};

/** Converts HTML to a draft's blocks: text, links, lists and quotations; leaves out pictures, tables and everything else. */
export function htmlBlocks(root: HtmlNode, baseUrl: string): Block[] {
  const blocks: Block[] = [];
  let loose: Run[] = [];
  const flush = (): void => {
    const runs = trimmed(loose);
    if (runs.length > 0) blocks.push({ type: 'paragraph', runs, at: AT });
    loose = [];
  };
  for (const node of root.childNodes) {
    const what = node.nodeType === ELEMENT ? BLOCKS[nameOf(node)] : undefined;
    if (what === undefined) {
      loose.push(...inlineRuns(node, baseUrl, undefined));
      continue;
    }
    if (what === 'skip') continue;
    flush();
    blocks.push(...blocksOf(node, what, baseUrl));
  }
  flush();
  return blocks;
}

const nameOf = (node: HtmlNode): string => node.nodeName.toUpperCase();

function blocksOf(node: HtmlNode, what: (typeof BLOCKS)[string], baseUrl: string): Block[] {
  switch (what) {
    case 'paragraph':
    case 'group':
      return htmlBlocks(node, baseUrl);
    case 'heading': {
      const runs = trimmed(inlineRuns(node, baseUrl, undefined));
      return runs.length === 0
        ? []
        : [{ type: 'heading', depth: Number(nameOf(node).slice(1)), runs, at: AT }];
    }
    case 'quote':
      return [{ type: 'quote', blocks: htmlBlocks(node, baseUrl), at: AT }];
    case 'code':
      return [{ type: 'code', source: printable(node.textContent ?? ''), at: AT }];
    case 'line':
      return [{ type: 'separator', at: AT }];
    default:
      return [listOf(node, baseUrl)];
  }
}

function listOf(node: HtmlNode, baseUrl: string): Block {
  const ordered = nameOf(node) === 'OL';
  const items: ListItem[] = [];
  for (const child of node.childNodes) {
    if (child.nodeType !== ELEMENT) continue;
    const blocks = htmlBlocks(child, baseUrl);
    if (blocks.length > 0) items.push({ marker: ordered ? `${items.length + 1}.` : '-', blocks, at: AT });
  }
  return { type: 'list', ordered, tight: true, items, at: AT };
}

function inlineRuns(node: HtmlNode, baseUrl: string, emphasis: Emphasis | undefined): Run[] {
  if (node.nodeType === TEXT) {
    const text = printable(node.textContent ?? '').replace(/\s+/g, ' ');
    return text === ''
      ? []
      : [{ type: 'text', text, at: AT, ...(emphasis === undefined ? {} : { emphasis }) }];
  }
  if (node.nodeType !== ELEMENT) return [];
  const name = nameOf(node);
  if (name === 'BR') return [{ type: 'break', hard: false }];
  if (BLOCKS[name] === 'skip' || isFootnoteMark(node)) return [];
  const runs: Run[] = [];
  for (const child of node.childNodes) runs.push(...inlineRuns(child, baseUrl, emphasis ?? EMPHASIS[name]));
  if (name === 'Q')
    return [{ type: 'text', text: '“', at: AT }, ...runs, { type: 'text', text: '”', at: AT }];
  return name === 'A' ? linkRuns(node, runs, baseUrl) : runs;
}

function linkRuns(node: HtmlNode, runs: readonly Run[], baseUrl: string): Run[] {
  const target = node.getAttribute?.('href') ?? '';
  const text = runs
    .map((run) => ('text' in run ? run.text : ' '))
    .join('')
    .replace(/\s+/g, ' ');
  const url = target !== '' && URL.canParse(target, baseUrl) ? new URL(target, baseUrl) : undefined;
  if (text.trim() === '' || url === undefined || !/^https?:$/.test(url.protocol)) return [...runs];
  const auto = text.trim() === url.href || text.trim() === target;
  return [{ type: 'link', text, url: url.href, auto, at: AT }];
}

/** Whether a node is a footnote's mark, `<sup><a href="#fn1">1</a></sup>`, or the arrow back. */
function isFootnoteMark(node: HtmlNode): boolean {
  const text = printable(node.textContent ?? '').trim();
  if (!/^(?:\[?\d{1,3}\]?|(?:[*†‡↩]\ufe0e?){1,3})$/u.test(text)) return false;
  const isLink = (one: HtmlNode): boolean =>
    nameOf(one) === 'A' && one.getAttribute?.('href')?.includes('#') === true;
  return isLink(node) || (nameOf(node) === 'SUP' && [...node.childNodes].some(isLink));
}

function trimmed(runs: readonly Run[]): Run[] {
  const kept = [...runs];
  const blank = (run: Run | undefined): boolean =>
    run?.type === 'break' || (run?.type === 'text' && run.text.trim() === '');
  while (blank(kept[0])) kept.shift();
  while (blank(kept.at(-1))) kept.pop();
  const first = kept[0];
  if (first?.type === 'text') kept[0] = { ...first, text: first.text.trimStart() };
  const last = kept.at(-1);
  if (last?.type === 'text') kept[kept.length - 1] = { ...last, text: last.text.trimEnd() };
  return kept;
}
