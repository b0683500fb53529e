import type { Html } from 'mdast';
import type { Run } from '../../draft.ts';
import type { Position } from '../../finding.ts';
import { superscript } from '../../markup/superscript.ts';
import { type Conversion, type InlineHandler, type InlineWriter, placeOf } from '../conversion.ts';
import { inAnchor, type Range } from '../destinations.ts';
import { attribute, type ElementUse, elementUse, readTag, type Tag } from '../html-elements.ts';
import { flatText, writeBreak, writeText } from '../inline-writer.ts';
import { linkTarget, namesItself } from '../link-target.ts';
import { leaveOutStruck } from '../struck-out.ts';
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
  raised: ({ closing }, at, writer, conversion) => {
    closeRaised(writer, conversion);
    if (!closing) writer.html.raised = { at, firstRun: writer.runs.length };
  },
  struck: ({ closing }, at, writer, conversion) => {
    if (!closing) writer.html.struck ??= { at, firstRun: writer.runs.length };
    else closeStruck(writer, conversion);
  },
  quoted: ({ closing }, at, writer) => writeText(writer, closing ? '”' : '“', at),
  object: ({ name, closing }, at, _writer, { findings }) => {
    if (!closing)
      findings.add('html-dropped', at, `\`<${name}>\` can't be shown in a post; only its text is kept`);
  },
};

/** A tag or a comment inside a paragraph; anything that is not HTML stays as words. */
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

/** Closes open HTML tags at the end of a block. */
export function closeHtml(writer: InlineWriter, conversion: Conversion): void {
  closeRaised(writer, conversion);
  closeAnchor(writer, conversion);
}

function closeRaised(writer: InlineWriter, conversion: Conversion): void {
  const { raised } = writer.html;
  if (raised === undefined) return;
  writer.html.raised = undefined;
  const runs = writer.runs.splice(raised.firstRun);
  // A mark that leads to a source or note stays a mark.
  if (runs.some(({ type }) => type === 'reference' || type === 'note')) {
    writer.runs.push(...runs);
    return;
  }
  const words = flatText(runs);
  const { text, isMarked } = superscript(words, flatText(writer.runs.slice(-1)));
  if (isMarked) {
    const message = `Unicode has no superscript for \`${words.slice(0, 40)}\`, so it is written \`${text.slice(0, 44)}\``;
    conversion.findings.add('superscript', raised.at, message);
  }
  writeText(writer, text, raised.at);
}

function closeStruck(writer: InlineWriter, conversion: Conversion): void {
  const { struck } = writer.html;
  if (struck === undefined) return;
  writer.html.struck = undefined;
  const runs: readonly Run[] = writer.runs.splice(struck.firstRun);
  leaveOutStruck(flatText(runs), struck.at, writer, conversion);
}

/** Makes one link of the runs since an `<a href>`, also at the end of the block if it was not closed. */
function closeAnchor(writer: InlineWriter, { destinations }: Conversion): void {
  const { anchor } = writer.html;
  if (anchor === undefined) return;
  writer.html.anchor = undefined;
  const text = flatText(writer.runs.splice(anchor.firstRun));
  const { url, at, written } = anchor;
  if (text.trim() === '') writer.runs.push({ type: 'link', text: url, url, auto: true, at });
  else {
    const auto = namesItself(text, url);
    writer.runs.push({ type: 'link', text, url, auto, at });
    // Words that are the URL would have to change too, and may span many nodes.
    if (!auto && written !== undefined) destinations.add(at, [written]);
  }
}
