import type { Html } from 'mdast';
import type { Block } from '../../draft.ts';
import { type BlockHandler, type Conversion, type InlineWriter, placeOf } from '../conversion.ts';
import { attribute, elementUse, readTag } from '../html-elements.ts';
import { createInlineWriter } from '../inline-writer.ts';
import { writeImage } from './image.ts';

const COMMENT = /<!--[\s\S]*?(?:-->|$)/g;
const TAG = /<\/?[a-z][^<>]*>/gi;

/** A block of HTML: dropped with a finding, but for images, and but for the place of a list of sources. */
export const html: BlockHandler<Html> = (node, conversion) => {
  const sources = conversion.references.blockAt(conversion.rangeOf(node).start);
  if (sources !== undefined) return [sources];
  const at = placeOf(node, conversion);
  const [comment] = node.value.match(COMMENT) ?? [];
  const content = node.value.replace(COMMENT, '');
  if (comment !== undefined) {
    const shown = comment.replace(/\s+/g, ' ').slice(0, 60);
    conversion.findings.add('html-comment-dropped', at, `the comment \`${shown}\` is not published`);
  }
  if (content.trim() === '') return [];
  const writer = createInlineWriter();
  const dropped = droppedFrom(content, node, writer, conversion);
  if (dropped !== undefined) {
    const message = `${dropped} is dropped: a post can't hold HTML; write it in Markdown, or remove it`;
    conversion.findings.add('html-dropped', at, message);
  }
  return writer.images.map((image): Block => ({ type: 'image', image, at: image.at }));
};

/** What is lost of a block, by name, once its images are taken out; `undefined` where nothing is. */
function droppedFrom(
  content: string,
  node: Html,
  writer: InlineWriter,
  conversion: Conversion,
): string | undefined {
  const at = placeOf(node, conversion);
  let first: string | undefined;
  let lost = content.replace(TAG, '').trim() !== '';
  for (const [written] of content.matchAll(TAG)) {
    const tag = readTag(written);
    if (tag === undefined) continue;
    first ??= `\`<${tag.closing ? '/' : ''}${tag.name}>\``;
    const path = tag.name === 'img' ? attribute(tag.attributes, 'src') : undefined;
    if (path !== undefined)
      writeImage(path, attribute(tag.attributes, 'alt') ?? '', '', at, writer, conversion);
    const use = elementUse(tag.name);
    if (use === undefined || use === 'object' || use === 'anchor') lost = true;
  }
  if (!lost && writer.images.length > 0) return undefined;
  return first ?? `\`${content.trim().replace(/\s+/g, ' ').slice(0, 40)}\``;
}
