import type { Piece } from './block-layout.ts';
import { insideOfPair, isAlone, note, standsAlone, type TokenCase, textPiece, whole } from './token-case.ts';

/** TeX in an attribute: of HTML, or a string of JavaScript in braces. */
const TEX =
  /\s(?:math|tex|latex|formula|equation|expression|expr|value|content|children)\s*=\s*(?:"([^"]*)"|'([^']*)'|\{\s*(?:String\.raw\s*`([^`]*)`|"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|`((?:[^`\\$]|\\.)*)`)\s*\})/;

/** A command of TeX behind one backslash, which a string of JavaScript would lose. */
const COMMAND = /(?<!\\)(?:\\\\)*\\[A-Za-z]/;

/**
 * Makes a formula of what stands between tags, or in an attribute of one: `{% katex %}x^2{% endkatex %}`, `<InlineMath math="x^2" />`. A
 * component whose TeX only the page knows is a note.
 */
export function formulaPiece(here: TokenCase): Piece | undefined {
  const { token, pair, source } = here;
  if (token.role !== 'close' && (pair === undefined || insideOfPair(here).trim() === '')) {
    const tex = texOf(token.text);
    if (tex !== undefined) return formulaOf(tex, here, isAlone(source, token.start, whole(here).end));
    if (pair === undefined || token.text.trim() !== '')
      note(here, 'template-value', 'shows a formula that only the page knows; it is left out');
    return { ...whole(here), as: { is: 'text', text: '' } };
  }
  const tex = insideOfPair(here).trim();
  if (pair === undefined || tex === '') return textPiece(token, '');
  // What has the signs of a formula needs no others.
  if (tex.includes('$')) return textPiece(token, '');
  if (pair.open !== token) return undefined;
  return formulaOf(tex, here, standsAlone(source, pair) && !/^\s*inline\b/.test(token.text));
}

function texOf(attributes: string): string | undefined {
  const [, ...values] = TEX.exec(` ${attributes}`) ?? [];
  const at = values.findIndex((value) => value !== undefined);
  const value = values[at]?.trim();
  if (value === undefined || value === '') return undefined;
  // The first three are as written; the others are strings of JavaScript, unless their author wrote TeX there as it is.
  return at < 3 || COMMAND.test(value) ? value : value.replace(/\\(.)/g, '$1');
}

const formulaOf = (tex: string, here: TokenCase, isBlock: boolean): Piece =>
  isBlock
    ? { ...whole(here), as: { is: 'block', text: `$$\n${tex.replace(/\n\s*\n/g, '\n')}\n$$` } }
    : { ...whole(here), as: { is: 'text', text: `$${tex.replace(/\s+/g, ' ')}$` } };
