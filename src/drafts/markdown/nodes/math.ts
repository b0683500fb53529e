import type { Math as Formula } from 'mdast-util-math';
import { type BlockHandler, placeOf } from '../conversion.ts';
import { withoutFormulaEscapes } from '../escaped-formula.ts';

/** A formula between lines of `$$`. */
export const math: BlockHandler<Formula> = (node, conversion) => {
  // Text after the opening `$$` is part of the formula, although Markdown treats it as metadata.
  const source = node.meta ? `${node.meta}\n${node.value}` : node.value;
  const tex = withoutFormulaEscapes(source, 'block');
  return tex.trim() === '' ? [] : [{ type: 'formula', source: tex, at: placeOf(node, conversion) }];
};
