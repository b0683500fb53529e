import type { Html } from 'mdast';
import type { Position } from '../../finding.ts';
import { type Conversion, type InlineHandler, type InlineWriter, placeOf } from '../conversion.ts';
import { inAnchor, type Range } from '../destinations.ts';
import { attribute, type ElementUse, elementUse, readTag, type Tag } from '../html-elements.ts';
import { flatText, writeBreak, writeText } from '../inline-writer.ts';
import { linkTarget, namesItself } from '../link-target.ts';
import { writeImage } from './image.ts';

type Use = (tag: Tag, at: Position, writer: InlineWriter, conversion: Conversion, range: Range) => void;

const BY_USE: Record<ElementUse, Use> = {
  format: () => {},
  break: (_tag, _at, writer) => {
    writeBreak(writer, true);
  },
  image: ({ attributes }, at, writer, conversion) => {
    const path = attribute(attributes, 'src');
    if (path !== undefined) writeImage(path, attribute(attributes, 'alt') ?? '', '', at, writer, conversion);
  },
  anchor: ({ closing, attributes }, at, writer, conversion, range) => {
    closeAnchor(writer, conversion);
    const target = closing ? undefined : attribute(attributes, 'href');
    const url = target === undefined ? undefined : linkTarget(target, at, conversion);
    if (url === undefined) return;
    const written = inAnchor(conversion.source, range);
    writer.html.anchor = { url, at, written, firstRun: writer.runs.length };
  },
  object: ({ name, closing }, at, _writer, { findings }) => {
    if (!closing)
      findings.add('html-dropped', at, `\`<${name}>\` can't be shown in a post; only its text is kept`);
  },
};

/** A tag or a comment inside a paragraph; what is no HTML is words. */
export const inlineHtml: InlineHandler<Html> = (node, writer, conversion) => {
  const at = placeOf(node, conversion);
  if (node.value.startsWith('<!--')) {
    const comment = node.value.replace(/\s+/g, ' ').slice(0, 60);
    conversion.findings.add('html-comment-dropped', at, `the comment \`${comment}\` is not published`);
    return;
  }
  const tag = readTag(node.value);
  const use = tag === undefined ? undefined : elementUse(tag.name);
  if (tag === undefined || use === undefined) writeText(writer, node.value.replace(/\s+/g, ' '), at);
  else BY_USE[use](tag, at, writer, conversion, conversion.rangeOf(node));
};

/** Makes one link of the runs since an `<a href>`; also at the end of the block, where nothing closed it. */
export function closeAnchor(writer: InlineWriter, { destinations }: Conversion): void {
  const { anchor } = writer.html;
  if (anchor === undefined) return;
  writer.html.anchor = undefined;
  const text = flatText(writer.runs.splice(anchor.firstRun));
  const { url, at, written } = anchor;
  if (text.trim() === '') writer.runs.push({ type: 'link', text: url, url, auto: true, at });
  else {
    const auto = namesItself(text, url);
    writer.runs.push({ type: 'link', text, url, auto, at });
    // Words that are the URL would have to change with it, and may be many nodes.
    if (!auto && written !== undefined) destinations.add(at, [written]);
  }
}
