import type { Nodes, Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { mathFromMarkdown } from 'mdast-util-math';
import { gfm } from 'micromark-extension-gfm';
import { math } from 'micromark-extension-math';
import { combineExtensions } from 'micromark-util-combine-extensions';
import { FORMULA_SYNTAX } from './formula-syntax.ts';
import { type PlainRun, plainRuns } from './plain-runs.ts';
import { namesIn, plainName } from './plain-words.ts';

/**
 * One tilde is "about" in prose (`~14 tokens`): only two of them mark anything. One dollar is money, unless TeX stands
 * between two (`formula-syntax.ts`). A task's box stays text, as posts show it. What HTML lays out was turned into
 * Markdown before, and no line of it hides what stands on the lines below.
 */
const EXTENSIONS = [
  combineExtensions([
    gfm({ singleTilde: false }),
    math({ singleDollarTextMath: false }),
    FORMULA_SYNTAX,
    { disable: { null: ['tasklistCheck', 'htmlFlow'] } },
  ]),
];

/** Without their passes over the whole tree, which look for links that the parser itself missed. */
const TREE_EXTENSIONS = [
  ...gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] })),
  mathFromMarkdown(),
];

/**
 * Parses a text to a Markdown tree: CommonMark, GFM (tables, strikethrough, autolinks, footnotes) and formulas. Positions only
 * have offsets. Simple blocks are read without the parser; in the text for the parser, an empty heading replaces each run of
 * them and separates its neighbours as they did.
 */
export function parseMarkdown(text: string): Root {
  const names = namesIn(text);
  const runs = plainRuns(text, names);
  if (runs.length === 0) return parsedWhole(text);
  const [only] = runs;
  if (runs.length === 1 && only?.start === 0 && only.end >= text.length && names.used.size === 0)
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
  const root = parsedWhole(rest + text.slice(reached));
  // Something that looked like a definition may have been words.
  if (names.used.size > 0 && !names.used.isSubsetOf(definedIn(root))) return parsedWhole(text);
  for (const node of root.children) {
    const place = places[next];
    if (place !== undefined && node.position?.start.offset === place.offset) {
      children.push(...place.run.nodes);
      shift = place.shift;
      next += 1;
    } else children.push(moved(node, shift));
  }
  return { type: 'root', children };
}

/** Returns the names that a tree defines, in the form of {@link Names}. */
function definedIn(root: Root): Set<string> {
  const found = new Set<string>();
  const open: Nodes[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === 'definition') found.add(plainName(node.identifier));
    else if (node.type === 'footnoteDefinition') found.add(`^${plainName(node.identifier)}`);
    if ('children' in node && node.type !== 'paragraph') open.push(...node.children);
  }
  return found;
}

/** Moves a node and its children to a later offset. */
function moved<Node extends Nodes>(node: Node, by: number): Node {
  const { position } = node;
  if (position !== undefined) {
    position.start.offset = (position.start.offset ?? 0) + by;
    position.end.offset = (position.end.offset ?? 0) + by;
  }
  if ('children' in node) for (const child of node.children) moved(child, by);
  return node;
}

/** Makes the same tree with the parser alone: slower, used to test {@link parseMarkdown}. */
export function parsedWhole(text: string): Root {
  return fromMarkdown(text, { extensions: EXTENSIONS, mdastExtensions: TREE_EXTENSIONS });
}
