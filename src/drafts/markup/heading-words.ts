import { HOLE } from './hole.ts';
import { excerptOf } from './markup-token.ts';
import { templateValue } from './template-values.ts';
import type { TokenCase } from './token-case.ts';

/** Returns the words of a heading, with its own markup removed, as one line. */
export function headingWords(inside: string, { options, notes, token }: TokenCase): string {
  return inside
    .replace(/<\/?(?:[A-Z]|div|p|center|figure)\b[^<>]*>|\{%[\s\S]*?%\}|\{\{[<%][\s\S]*?[>%]\}\}/g, ' ')
    .replace(/\{\{([\s\S]*?)\}\}/g, (written: string, expression: string) => {
      const known = templateValue(expression.trim(), options);
      if (known !== undefined) return known;
      const message = `only the blog can work out \`${excerptOf(written, 40)}\` in this heading; write the words themselves`;
      notes.push({ code: 'template-value', offset: token.start, message });
      return HOLE;
    });
}
