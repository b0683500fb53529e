import type { List, ListItem as ListItemNode } from 'mdast';
import type { Block, ListItem } from '../../draft.ts';
import { markerAt } from '../../habits/bullet-marks.ts';
import { type BlockHandler, type Conversion, placeOf } from '../conversion.ts';

/** A list; each item has the marker that its author wrote. */
export const list: BlockHandler<List> = (node, conversion) => {
  const markers = markersOf(node, conversion);
  const items = node.children.map((item, index) => listItem(item, markers[index] ?? '-', conversion));
  // One blank line among many items is a mistake, or separates two groups: it does not mean a blank line after each item.
  const blank = node.children.filter((item, index) => {
    const next = node.children[index + 1];
    if (next === undefined) return false;
    const between = conversion.source.slice(conversion.rangeOf(item).end, conversion.rangeOf(next).start);
    return /(?:\n|\r(?!\n))[^\S\r\n]*(?:\r|\n)/.test(between);
  });
  const tight = blank.length * 2 < node.children.length - 1 || blank.length === 0;
  const { filled, above } = withPictures(items);
  if (filled.length === 0) return above;
  return [
    ...above,
    { type: 'list', ordered: node.ordered === true, tight, items: filled, at: placeOf(node, conversion) },
  ];
};

/**
 * Drops items without content. An item of pictures only would leave a marker without words, because a post shows pictures apart: they
 * go to the item above, or above the list if there is none.
 */
function withPictures(items: readonly ListItem[]): {
  readonly filled: readonly ListItem[];
  readonly above: readonly Block[];
} {
  const filled: ListItem[] = [];
  const above: Block[] = [];
  for (const item of items) {
    const last = filled.at(-1);
    if (!item.blocks.every(({ type }) => type === 'image')) filled.push(item);
    else if (last === undefined) above.push(...item.blocks);
    else filled[filled.length - 1] = { ...last, blocks: [...last.blocks, ...item.blocks] };
  }
  return { filled, above };
}

/**
 * Returns numbers as written; if they neither rise nor fall (`1. 1. 1.`, `1. 1. 3.`), counts on from the first, as Markdown does. In a blog,
 * whose page counts in any case, so do those with a gap (`1. 3. 4.`), unless marks of the text name them.
 */
function markersOf(node: List, conversion: Conversion): string[] {
  const written = node.children.map((item) => {
    const { start } = conversion.rangeOf(item);
    return markerAt(conversion.source.slice(start, start + 20));
  });
  const [number = Number.NaN, ...more] = written.map((marker) => Number.parseInt(marker, 10));
  const steps = more.map((one, index) => one - (more[index - 1] ?? number));
  const isMeant = steps.every((step) => step > 0) || steps.every((step) => step < 0);
  if (node.ordered !== true || Number.isNaN(number)) return written;
  if (isMeant && !(conversion.ofBlog && hasSlip(steps) && !written.some((one) => isNamed(one, conversion))))
    return written;
  return written.map((marker, index) => `${number + index}${marker.slice(-1)}`);
}

/** Whether numbers rise by one but for a few: an item was taken out, or moved. */
const hasSlip = (steps: readonly number[]): boolean =>
  steps.some((step) => step > 1) && steps.every((step) => step === 1 || step === 2 || step === 3);

const namedIn = new WeakMap<Conversion['references'], ReadonlySet<number>>();

/** Whether a mark of the text, `[3]`, names a number; the marks are found once for each text. */
function isNamed(marker: string, { source, references }: Conversion): boolean {
  const named =
    namedIn.get(references) ??
    new Set([...source.matchAll(/\[(\d{1,9})\]/g)].map(([, number]) => Number(number)));
  namedIn.set(references, named);
  return named.has(Number.parseInt(marker, 10));
}

function listItem(node: ListItemNode, marker: string, conversion: Conversion): ListItem {
  const [first, ...others] = wordsFirst(conversion.blocks(node.children));
  const blocks = first === undefined ? [] : [withBox(first), ...others];
  return { marker, blocks, at: placeOf(node, conversion) };
}

/** Puts pictures that open an item behind its own words, which follow its marker. */
function wordsFirst(blocks: readonly Block[]): readonly Block[] {
  const words = blocks.findIndex(({ type }) => type !== 'image');
  const own = blocks[words];
  if (words < 1 || own?.type !== 'paragraph') return blocks;
  const pictures = blocks
    .slice(0, words)
    .map((block) =>
      block.type === 'image' ? { type: block.type, image: block.image, at: block.at } : block,
    );
  return [own, ...pictures, ...blocks.slice(words + 1)];
}

const BOX = /^\[([ xX])\]\s+/;

/** Writes a task's box as a sign: `[ ]` is ☐, `[x]` is ☑. */
function withBox(block: Block): Block {
  if (block.type !== 'paragraph') return block;
  const [run, ...others] = block.runs;
  if (run?.type !== 'text' || run.emphasis !== undefined) return block;
  const text = run.text.replace(BOX, (_, sign: string) => (sign === ' ' ? '☐ ' : '☑ '));
  return text === run.text ? block : { ...block, runs: [{ ...run, text }, ...others] };
}
