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

/** The handler of every node that can stand inside a paragraph, by its type in the tree; none may be missing. */
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
