import { attributeOf, attributesOf } from './attributes.ts';
import type { MarkupToken } from './markup-token.ts';

/** Returns `Ana: ` for `<Talk name="Ana">Words.</Talk>`, a part in a dialogue: the page shows who says it. */
export function speakerOf(token: MarkupToken, inside: string): string | undefined {
  if (token.language === 'html' || !/^\s*[\p{L}\p{N}“"'‘(*_`[]/u.test(inside)) return undefined;
  const name = attributeOf(attributesOf(token.text), 'name', 'speaker', 'who', 'character');
  return name !== undefined && /^\p{Lu}[\p{L}\p{M}.'’-]*(?: [\p{L}\p{M}.'’-]+){0,3}$/u.test(name)
    ? `${name}: `
    : undefined;
}
