import type { Nodes, Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { mathFromMarkdown } from 'mdast-util-math';
import { gfm } from 'micromark-extension-gfm';
import { math } from 'micromark-extension-math';
import { FORMULA_SYNTAX } from './formula-syntax.ts';
import { type PlainRun, plainRuns } from './plain-blocks.ts';

/**
 * One tilde is "about" in prose (`~14 tokens`): only two of them mark anything. One dollar is money, unless TeX stands
 * between two (`formula-syntax.ts`). A task's box stays text, as posts show it. What HTML lays out was turned into
 * Markdown before, and no line of it hides what stands on the lines below.
 */
const EXTENSIONS = [
  gfm({ singleTilde: false }),
  math({ singleDollarTextMath: false }),
  FORMULA_SYNTAX,
  { disable: { null: ['tasklistCheck', 'htmlFlow'] } },
];

/** Without their passes over the whole tree, which look for links where the parser itself found none. */
const TREE_EXTENSIONS = [
  ...gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] })),
  mathFromMarkdown(),
];

/**
 * The Markdown tree of a text: CommonMark, GFM (tables, strikethrough, autolinks, footnotes) and formulas. Of every
 * place, only the offset is told. Blocks that need no parser are read without one; in the text that it gets, an empty
 * heading stands for each run of them, which parts what stands around it as they do.
 */
export function parseMarkdown(text: string): Root {
  const runs = plainRuns(text);
  if (runs.length === 0) return parsedWhole(text);
  const [only] = runs;
  if (runs.length === 1 && only?.start === 0 && only.end >= text.length)
    return { type: 'root', children: [...only.nodes] };

  let rest = '';
  let reached = 0;
  const places: { readonly offset: number; readonly shift: number; readonly run: PlainRun }[] = [];
  for (const run of runs) {
    rest += text.slice(reached, run.start);
    const offset = rest.length;
    rest += '#\n';
    places.push({ offset, shift: run.end - rest.length, run });
    reached = run.end;
  }
  const children: RootContent[] = [];
  let next = 0;
  let shift = 0;
  for (const node of parsedWhole(rest + text.slice(reached)).children) {
    const place = places[next];
    if (place !== undefined && node.position?.start.offset === place.offset) {
      children.push(...place.run.nodes);
      shift = place.shift;
      next += 1;
    } else children.push(moved(node, shift));
  }
  return { type: 'root', children };
}

/** The same node and what it holds, further on in the text. */
function moved<Node extends Nodes>(node: Node, by: number): Node {
  const { position } = node;
  if (position !== undefined) {
    position.start.offset = (position.start.offset ?? 0) + by;
    position.end.offset = (position.end.offset ?? 0) + by;
  }
  if ('children' in node) for (const child of node.children) moved(child, by);
  return node;
}

/** The same tree from the parser alone: slower, and what {@link parseMarkdown} is tested against. */
export function parsedWhole(text: string): Root {
  return fromMarkdown(text, { extensions: EXTENSIONS, mdastExtensions: TREE_EXTENSIONS });
}
