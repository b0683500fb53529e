import type { Math as Formula } from 'mdast-util-math';
import { type BlockHandler, placeOf } from '../conversion.ts';

/** A formula between lines of `$$`. */
export const math: BlockHandler<Formula> = (node, conversion) => {
  const at = placeOf(node, conversion);
  conversion.findings.add(
    'formula',
    at,
    "a post can't show a formula; say it in words, or show it as an image",
  );
  // What stands beside the opening `$$` is part of the formula, though Markdown calls it information about it.
  const source = node.meta ? `${node.meta}\n${node.value}` : node.value;
  return [{ type: 'formula', source, at }];
};
