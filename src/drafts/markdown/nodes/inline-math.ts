import type { InlineMath } from 'mdast-util-math';
import { formulaText } from '../../../text/formula-text.ts';
import { type Conversion, type InlineHandler, placeOf, sourceOf } from '../conversion.ts';
import { withoutFormulaEscapes } from '../escaped-formula.ts';
import { TEX } from '../formula-syntax.ts';
import { writeText } from '../inline-writer.ts';
import { isNoFormula } from '../not-a-formula.ts';

/** What a sentence of geometry calls something: the triangle `$$PQR$$`, its side `$$AB$$`. */
const NAMED = /^\$\$[A-Za-z]{1,3}\$\$$/;

/** Whether the content of `$$` is TeX; otherwise it is money, or a shell's process id. */
export function isTex(node: InlineMath, conversion: Conversion): boolean {
  const written = sourceOf(node, conversion);
  return (
    !written.startsWith('$$') ||
    NAMED.test(written) ||
    (TEX.test(node.value.trim()) && !isNoFormula(node.value))
  );
}

/** Whether a formula is meant to be on its own line: `$$…$$` or `\[…\]`. */
export function isDisplayed(node: InlineMath, conversion: Conversion): boolean {
  return /^\$\$|^\\{1,2}\[/.test(sourceOf(node, conversion));
}

/** A formula inside a paragraph, as text. */
export const inlineMath: InlineHandler<InlineMath> = (node, writer, conversion) => {
  const at = placeOf(node, conversion);
  const written = sourceOf(node, conversion).replace(/\s+/g, ' ');
  if (!isTex(node, conversion)) return writeText(writer, written, at);
  const formula = formulaText(withoutFormulaEscapes(node.value, 'line'));
  if (formula === undefined) {
    const message = `a post can’t show the formula ${shortened(written)} inside a sentence; put it between lines of \`$$\` to make it a picture, or say it in words`;
    conversion.findings.add('formula', at, message);
  } else if (!formula.isExact) {
    const message = `Unicode lacks a letter of ${shortened(written)}: in a post it reads ${formula.text}`;
    conversion.findings.add('formula-as-text', at, message);
  }
  writeText(writer, formula?.text ?? written, at);
};

function shortened(tex: string): string {
  const whole = tex.length <= 60 ? tex : `${tex.slice(0, 60)}…`;
  return `\`${whole}\``;
}
