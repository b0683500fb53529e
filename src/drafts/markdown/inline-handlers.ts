import type { PhrasingContent } from 'mdast';
import type { InlineHandler } from './conversion.ts';
import { hardBreak } from './nodes/break.ts';
import { emphasis, strike, strong } from './nodes/emphasis.ts';
import { footnoteReference } from './nodes/footnote-reference.ts';
import { image, imageReference } from './nodes/image.ts';
import { inlineCode } from './nodes/inline-code.ts';
import { inlineHtml } from './nodes/inline-html.ts';
import { inlineMath } from './nodes/inline-math.ts';
import { link, linkReference } from './nodes/link.ts';
import { text } from './nodes/text.ts';

/** The handlers of inline nodes, by their type in the tree; the type checks that none is missing. */
export const INLINE_HANDLERS: {
  readonly [Type in PhrasingContent['type']]: InlineHandler<Extract<PhrasingContent, { type: Type }>>;
} = {
  break: hardBreak,
  delete: strike,
  emphasis,
  footnoteReference,
  html: inlineHtml,
  image,
  imageReference,
  inlineCode,
  inlineMath,
  link,
  linkReference,
  strong,
  text,
};
