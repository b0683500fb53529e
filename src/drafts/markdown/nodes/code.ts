import type { Code } from 'mdast';
import { isProse } from '../../is-prose.ts';
import { type BlockHandler, placeOf, sourceOf } from '../conversion.ts';

/** Options by which a cell of Quarto or R Markdown hides its code: above the code, or behind the language. */
const HIDDEN_ABOVE = /^(?:[#%]|\/\/|--)\|[ \t]*(?:echo|include):[ \t]*false[ \t]*$/im;
const HIDDEN_BEHIND = /^\{.*\b(?:echo|include)\s*=\s*(?:F|FALSE)\b.*\}$/i;

/** Options of a cell above its code, which no page shows. */
const CELL_OPTIONS = /^(?:(?:[#%]{1,2}|\/\/|--)\|[^\n]*(?:\n|$))+\n*/;

const isHiddenCell = ({ lang, meta, value }: Code): boolean => {
  const info = `${lang ?? ''} ${meta ?? ''}`.trim();
  return HIDDEN_BEHIND.test(info) || (info.startsWith('{') && HIDDEN_ABOVE.test(value));
};

/** Fenced or indented code. */
export const code: BlockHandler<Code> = (node, conversion) => {
  const at = placeOf(node, conversion);
  if (isHiddenCell(node)) {
    const message =
      'this cell hides its code, and only the engine can run it; write what it shows, or add it as an image';
    conversion.findings.add('not-text-dropped', at, message);
    return [];
  }
  if (!/^[`~]{3}/.test(sourceOf(node, conversion)) && isProse(node.value))
    conversion.findings.add(
      'indented-code',
      at,
      'four spaces at the start of a line make it code, which becomes a picture; remove them if it is text',
    );
  const written = `${node.lang ?? ''} ${node.meta ?? ''}`.trim();
  const cell = /^\{\s*\.?([\w+#-]+)(?:[\s,][^}]*)?\}$/.exec(written)?.[1];
  const source = cell === undefined ? node.value : node.value.replace(CELL_OPTIONS, '');
  if (cell !== undefined && source.trim() === '') return [];
  const info = cell ?? written;
  // Some authors leave out the space between language and options: `python{2,4}`, `js:title=a.js`.
  const [, language = '', meta = ''] = /^([^\s{:=,]*)[:,]?\s*(.*)$/s.exec(info) ?? [];
  return [
    {
      type: 'code',
      source,
      ...(language === '' ? {} : { language }),
      ...(meta === '' ? {} : { meta }),
      at,
    },
  ];
};
