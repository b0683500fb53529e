import { largest } from '../../text/largest.ts';
import { printable } from '../../text/printable.ts';
import type { Block, ListItem, Run } from '../draft.ts';
import { createFindingList } from '../finding-list.ts';
import type { DraftText, InlineWriter } from '../markdown/conversion.ts';
import { createDraftText } from '../markdown/draft-text.ts';
import { createInlineWriter, finished, flatText, writeText } from '../markdown/inline-writer.ts';
import { closeHtml, writeTag } from '../markdown/nodes/inline-html.ts';
import { HOLE } from '../markup/hole.ts';
import { behindTerm } from '../markup/term-piece.ts';
import { pipeTable } from '../markup/whole-regions.ts';
import { type ElementRow, htmlElement } from './html-elements.ts';

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

/** The blocks found so far, and the paragraph that is being collected. */
type Collected = { readonly blocks: Block[]; writer: InlineWriter; isTerm: boolean };

/**
 * Converts the HTML of a page or a feed to the blocks that a draft with the same HTML would have; `pageUrl` is the base of
 * relative links. Leaves out pictures, which no summary shows, and reports nothing: the frame of a page is no loss to readers
 * of its text.
 */
export function htmlBlocks(root: HtmlNode, pageUrl: string): Block[] {
  const text = createDraftText('', () => AT, createFindingList(), {
    path: null,
    siteUrl: URL.canParse(pageUrl) ? new URL(pageUrl).origin : undefined,
    pageUrl,
    purpose: 'summary',
    ofBlog: false,
    hidesCells: false,
    runsCells: true,
    keepsLines: false,
    wrapColumn: undefined,
    writtenAt: () => '',
  });
  return blocksIn(root.childNodes, text);
}

function blocksIn(nodes: Iterable<HtmlNode>, text: DraftText): Block[] {
  const collected: Collected = { blocks: [], writer: createInlineWriter(), isTerm: false };
  const all = [...nodes];
  for (const [at, node] of all.entries()) {
    collect(node, collected, text);
    if (isElement(node, 'dt')) collected.isTerm = hasOneMeaning(all.slice(at + 1, at + 6));
  }
  endParagraph(collected, text);
  return collected.blocks;
}

function collect(node: HtmlNode, collected: Collected, text: DraftText): void {
  if (node.nodeType === TEXT && !(collected.isTerm && node.textContent?.trim() === ''))
    writeText(collected.writer, printable(node.textContent ?? '').replace(/\s+/g, ' '), AT);
  if (node.nodeType !== ELEMENT) return;
  const name = nameOf(node);
  const row = htmlElement(name);
  if (row === undefined || row.layout === 'inline') {
    inlineElement(node, row, collected, text);
    return;
  }
  const goes = row.layout === 'drop' || row.aside === true;
  if (goes && row.layout !== 'block') {
    // A sentence that loses words is never quoted.
    if (row.mute !== true && (node.textContent ?? '').trim() !== '') writeText(collected.writer, HOLE, AT);
    return;
  }
  if (name === 'dd' && collected.isTerm)
    writeText(collected.writer, behindTerm(flatText(collected.writer.runs)), AT);
  else endParagraph(collected, text);
  if (name === 'dt' || collected.isTerm) {
    for (const child of node.childNodes) collect(child, collected, text);
    if (name === 'dd') endParagraph(collected, text);
  } else if (!goes) collected.blocks.push(...blocksOf(node, row, text));
}

const isElement = (node: HtmlNode | undefined, name: string): boolean =>
  node?.nodeType === ELEMENT && nameOf(node) === name;

/** Whether exactly one `<dd>` is below a `<dt>`, so that both are one line. */
function hasOneMeaning(below: readonly HtmlNode[]): boolean {
  const [meaning, next] = below.filter(({ nodeType }) => nodeType === ELEMENT);
  return isElement(meaning, 'dd') && !isElement(next, 'dd');
}

const nameOf = (node: HtmlNode): string => node.nodeName.toLowerCase();

/** Reads an element of a paragraph. A block inside it ends the paragraph, as on a page. */
function inlineElement(
  node: HtmlNode,
  row: ElementRow | undefined,
  collected: Collected,
  text: DraftText,
): void {
  const attribute = (key: string): string | undefined => node.getAttribute?.(key) ?? undefined;
  const tag = row === undefined ? undefined : { name: nameOf(node), attribute, row, at: AT };
  if (tag !== undefined) writeTag({ ...tag, closing: false }, collected.writer, text);
  for (const child of node.childNodes) collect(child, collected, text);
  const isEmpty = row?.inline === 'break' || row?.inline === 'image';
  if (tag !== undefined && !isEmpty) writeTag({ ...tag, closing: true }, collected.writer, text);
}

function endParagraph(collected: Collected, text: DraftText): void {
  const runs = runsOf(collected.writer, text);
  const isText = runs.some((run) => run.type !== 'break' && !(run.type === 'text' && run.text === HOLE));
  if (isText) collected.blocks.push({ type: 'paragraph', runs, at: AT });
  collected.writer = createInlineWriter();
  collected.isTerm = false;
}

function runsOf(writer: InlineWriter, text: DraftText): readonly Run[] {
  closeHtml(writer, text);
  return finished(writer).runs;
}

/** Reads all of an element as one line of words. */
function lineOf(node: HtmlNode, text: DraftText): readonly Run[] {
  return blocksIn(node.childNodes, text).flatMap((block, index) => {
    const runs = block.type === 'paragraph' || block.type === 'heading' ? block.runs : [];
    return index === 0 ? runs : [{ type: 'break', hard: false } as const, ...runs];
  });
}

function blocksOf(node: HtmlNode, { layout }: ElementRow, text: DraftText): Block[] {
  switch (layout) {
    case 'heading': {
      const runs = lineOf(node, text);
      return runs.length === 0
        ? []
        : [{ type: 'heading', depth: Number(nameOf(node).charAt(1)), runs, at: AT }];
    }
    case 'quote':
      return [{ type: 'quote', blocks: blocksIn(node.childNodes, text), at: AT }];
    case 'code':
      return [{ type: 'code', source: codeOf(node).replace(/^\n/, '').trimEnd(), at: AT }];
    case 'rule':
      return [{ type: 'separator', at: AT }];
    case 'list':
      return [listOf(node, text)];
    case 'table':
      return tableOf(node, text);
    default:
      return blocksIn(node.childNodes, text);
  }
}

/** Returns code with its lines and spaces. */
function codeOf(node: HtmlNode): string {
  if (node.nodeType === TEXT) return printable(node.textContent ?? '').replaceAll('\u00a0', ' ');
  return nameOf(node) === 'br' ? '\n' : [...node.childNodes].map(codeOf).join('');
}

function listOf(node: HtmlNode, text: DraftText): Block {
  const ordered = nameOf(node) === 'ol';
  const first = Number.parseInt(node.getAttribute?.('start') ?? '1', 10);
  const items: ListItem[] = [];
  for (const child of node.childNodes) {
    const blocks = child.nodeType === ELEMENT ? blocksIn([child], text) : [];
    const above = items.at(-1);
    // A list directly in a list belongs to the item above.
    if (blocks.length > 0 && nameOf(child) !== 'li' && above !== undefined)
      items[items.length - 1] = { ...above, blocks: [...above.blocks, ...blocks] };
    else if (blocks.length > 0)
      items.push({ marker: ordered ? `${(first || 1) + items.length}.` : '-', blocks, at: AT });
  }
  return { type: 'list', ordered, tight: true, items, at: AT };
}

function tableOf(node: HtmlNode, text: DraftText): Block[] {
  const rows = elementsNamed(node, /^tr$/)
    .map((row) => elementsNamed(row, /^t[hd]$/).map((cell) => flatText(lineOf(cell, text))))
    .filter((cells) => cells.some((cell) => cell !== ''));
  if (rows.length === 0) return [];
  const aligns = Array.from({ length: largest(rows.map((cells) => cells.length)) }, () => 'left' as const);
  return [
    {
      type: 'table',
      source: pipeTable(rows),
      aligns,
      rows: rows.map((cells) => aligns.map((_, column) => cells[column] ?? '')),
      at: AT,
    },
  ];
}

/** Returns the nearest elements of a name below an element, without those inside one of them. */
function elementsNamed(node: HtmlNode, name: RegExp): HtmlNode[] {
  return [...node.childNodes].flatMap((child) => {
    if (child.nodeType !== ELEMENT) return [];
    return name.test(nameOf(child)) ? [child] : elementsNamed(child, name);
  });
}
