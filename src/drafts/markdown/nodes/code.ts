import type { Code } from 'mdast';
import { type BlockHandler, placeOf, sourceOf } from '../conversion.ts';

/** Fenced or indented code. */
export const code: BlockHandler<Code> = (node, conversion) => {
  const at = placeOf(node, conversion);
  const message = /^[`~]{3}/.test(sourceOf(node, conversion))
    ? "a post can't show a code block; show it as an image, or say it in words"
    : "four spaces at the start of a line make it code, which a post can't show; remove them, or show an image";
  const beside = node.meta ? ` (and nothing shows \`${node.meta}\` beside the fence)` : '';
  conversion.findings.add('code-block', at, message + beside);
  return [{ type: 'code', source: node.value, ...(node.lang ? { language: node.lang } : {}), at }];
};
