import type { Nodes, PhrasingContent, Root, RootContent } from 'mdast';
import type { Block } from '../draft.ts';
import { BLOCK_HANDLERS } from './block-handlers.ts';
import {
  type BlockHandler,
  type Conversion,
  type DraftText,
  type InlineHandler,
  type InlineWriter,
  placeOf,
  sourceOf,
} from './conversion.ts';
import { INLINE_HANDLERS } from './inline-handlers.ts';
import { createInlineWriter, finished, writeText } from './inline-writer.ts';
import { joinBlocks } from './join-blocks.ts';
import { joinOutputs } from './join-outputs.ts';
import { closeHtml } from './nodes/inline-html.ts';
import { withoutPageJumps } from './page-jumps.ts';

/**
 * Converts the Markdown tree of one chunk to blocks. `originalOffset` maps the parsed text to the draft's source; nodes from
 * `length` on were only parsed for their definitions.
 *
 * A node without a handler is an error that names it, and its source stays as a paragraph.
 */
export function convertTree(
  tree: Root,
  length: number,
  originalOffset: (offset: number) => number,
  draft: DraftText,
): Block[] {
  const conversion: Conversion = {
    ...draft,
    rangeOf: ({ position }) => ({
      start: originalOffset(position?.start.offset ?? 0),
      end: originalOffset(position?.end.offset ?? 0),
    }),
    blocks: (nodes) => joinOutputs(blocksOf(nodes, conversion)),
    inline: (nodes) => {
      const writer = createInlineWriter();
      conversion.write(nodes, writer);
      closeHtml(writer, conversion);
      return finished(writer);
    },
    write: (nodes, writer) => {
      for (const node of nodes) writeNode(node, writer, conversion);
    },
  };
  const own = tree.children.filter(({ position }) => (position?.start.offset ?? 0) < length);
  gatherDefinitions(tree, length, conversion);
  return conversion.blocks(withoutPageJumps(own, conversion));
}

/** Converts nodes to blocks. Two lists with nothing but link definitions between them become one, as on a page. */
function blocksOf(nodes: readonly RootContent[], conversion: Conversion): Block[] {
  const blocks: Block[] = [];
  let above: RootContent | undefined;
  for (const node of nodes) {
    if (node.type === 'definition') continue;
    const found = blockOf(node, conversion);
    // Without definitions between them, lists of one kind would be one node.
    const areLists = above?.type === 'list' && node.type === 'list';
    const cut = { seam: 'lines', afterBlank: true, ofBlog: conversion.ofBlog } as const;
    const joined = areLists && joinBlocks(blocks.at(-1), found[0], cut);
    for (const block of joined ? found.slice(1) : found) blocks.push(block);
    above = node;
  }
  return blocks;
}

function blockOf(node: RootContent, conversion: Conversion): readonly Block[] {
  const handler = (BLOCK_HANDLERS as Readonly<Record<string, BlockHandler<never> | undefined>>)[node.type];
  if (handler !== undefined) return handler(node as never, conversion);
  unknown(node, conversion);
  const at = placeOf(node, conversion);
  return [{ type: 'paragraph', runs: [{ type: 'text', text: oneLine(node, conversion), at }], at }];
}

function writeNode(node: PhrasingContent, writer: InlineWriter, conversion: Conversion): void {
  const handler = (INLINE_HANDLERS as Readonly<Record<string, InlineHandler<never> | undefined>>)[node.type];
  if (handler !== undefined) {
    handler(node as never, writer, conversion);
    return;
  }
  unknown(node, conversion);
  writeText(writer, oneLine(node, conversion), placeOf(node, conversion));
}

function unknown(node: Nodes, conversion: Conversion): void {
  const message = `Threadmill does not know the Markdown element \`${node.type}\`; it stays as its source. Write it another way`;
  conversion.findings.add('unknown-markdown', placeOf(node, conversion), message);
}

function oneLine(node: Nodes, conversion: Conversion): string {
  return sourceOf(node, conversion).replace(/\s+/g, ' ');
}

/** Collects definitions anywhere, also below their use and inside lists; the first of a name wins. */
function gatherDefinitions(tree: Root, length: number, conversion: Conversion): void {
  const { definitions, sharedDefinitions, destinations } = conversion;
  const open: Nodes[] = [tree];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === 'definition') {
      const { identifier } = node;
      if ((node.position?.start.offset ?? 0) >= length) sharedDefinitions.set(identifier, node);
      else if (definitions.get(identifier)?.url === node.url) continue;
      else if (!definitions.has(identifier)) {
        definitions.set(identifier, { ...node, at: placeOf(node, conversion) });
        destinations.define(identifier, conversion.rangeOf(node));
      } else {
        const target = `${node.url}${node.title ? ` "${node.title}"` : ''}`.slice(0, 200);
        const message = `\`[${node.label ?? identifier}]: ${target}\` comes too late: the name is defined above; use another name`;
        conversion.findings.add('definition-unused', placeOf(node, conversion), message);
      }
    } else if ('children' in node && node.type !== 'paragraph') {
      for (const child of [...node.children].reverse()) open.push(child);
    }
  }
}
