import type { Code } from 'mdast';
import { isProse } from '../../is-prose.ts';
import { type BlockHandler, placeOf, sourceOf } from '../conversion.ts';

/** Fenced or indented code. */
export const code: BlockHandler<Code> = (node, conversion) => {
  const at = placeOf(node, conversion);
  if (!/^[`~]{3}/.test(sourceOf(node, conversion)) && isProse(node.value))
    conversion.findings.add(
      'indented-code',
      at,
      'four spaces at the start of a line make it code, which becomes a picture; remove them if it is text',
    );
  const info = `${node.lang ?? ''} ${node.meta ?? ''}`.trim();
  // Some authors leave out the space between language and options: `python{2,4}`, `js:title=a.js`.
  const [, language = '', meta = ''] = /^([^\s{:=,]*)[:,]?\s*(.*)$/s.exec(info) ?? [];
  return [
    {
      type: 'code',
      source: node.value,
      ...(language === '' ? {} : { language }),
      ...(meta === '' ? {} : { meta }),
      at,
    },
  ];
};
