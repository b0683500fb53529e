import { wordsOfHtml } from '../html/html-words.ts';
import type { Piece } from './block-layout.ts';
import { filledCells } from './cell-values.ts';
import { excerptOf } from './markup-token.ts';
import { insideOfPair, note, type TokenCase, whole } from './token-case.ts';
import { codeInCells, layoutRow, markdownTable, tableCaption } from './whole-regions.ts';

/** Makes the piece for a table of HTML, below its caption. Undefined for a tag without its other half. */
export function tablePiece(here: TokenCase): Piece | undefined {
  if (here.pair?.open !== here.token) return undefined;
  const caption = here.options.purpose === 'thread' ? tableCaption(insideOfPair(here)) : '';
  const put = (text: string): Piece => ({
    ...whole(here),
    as: { is: 'block', text: [caption, text].filter((part) => part !== '').join('\n\n') },
  });
  const row = here.options.purpose === 'thread' ? layoutRow(insideOfPair(here)) : undefined;
  if (row !== undefined) return put(row);
  const code = codeInCells(insideOfPair(here));
  if (code !== undefined) return put(code);
  const cells = filledCells(here);
  const table = markdownTable(cells);
  const words = table === undefined ? wordsOfHtml(cells) : '';
  // A program on the page fills the cells below these heads.
  if (words === '') return put(table ?? '');
  note(here, 'html-dropped', `is dropped, since its cells are empty: “${excerptOf(words)}”`);
  return { ...whole(here), as: { is: 'block', text: '' } };
}
