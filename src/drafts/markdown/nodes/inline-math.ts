import type { InlineMath } from 'mdast-util-math';
import { type InlineHandler, placeOf, sourceOf } from '../conversion.ts';
import { writeText } from '../inline-writer.ts';

/** `$$…$$` inside a paragraph, kept as written; a formula if it looks like one, else money. */
export const inlineMath: InlineHandler<InlineMath> = (node, writer, conversion) => {
  const at = placeOf(node, conversion);
  if (/[\\^_={}]/.test(node.value))
    conversion.findings.add(
      'formula',
      at,
      "a post can't show a formula; say it in words, or show it as an image",
    );
  writeText(writer, sourceOf(node, conversion).replace(/\s+/g, ' '), at);
};
