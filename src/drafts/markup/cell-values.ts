import { HOLE } from './hole.ts';
import { excerptOf } from './markup-token.ts';
import { templateValue } from './template-values.ts';
import { insideOfPair, type TokenCase } from './token-case.ts';

/** Code, which shows its braces; a template's tag; a template's value. */
const IN_CELLS = /<(?:code|kbd|samp)\b[^<>]*>[^<]*<|\{%[^{}]*%\}|\{\{(?![<%])([^{}]*)\}\}/g;

/** Returns the HTML in a table's tags with the values of its templates: those known, else holes and findings. */
export function filledCells(here: TokenCase): string {
  const html = insideOfPair(here);
  const from = here.pair?.open.end ?? here.token.end;
  return html.replace(IN_CELLS, (written: string, value: string | undefined, at: number) => {
    if (written.startsWith('<')) return written;
    if (value === undefined) return '';
    const known = templateValue(value.trim(), here.options);
    if (known !== undefined) return known;
    if (here.options.purpose === 'thread') {
      const message = `only the blog can work out \`${excerptOf(written, 40)}\`; write the words themselves`;
      here.notes.push({ code: 'template-value', offset: from + at, message });
    }
    return HOLE;
  });
}
