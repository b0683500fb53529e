import { attributeOf, attributesOf } from './attributes.ts';
import type { TokenCase } from './token-case.ts';

/** Returns the address of a script, which is one token from its tag to its end; empty without one. */
export function scriptAddress({ token, source }: TokenCase): string {
  const tag = /^[^>]{0,500}/.exec(source.slice(token.start, token.end))?.[0] ?? '';
  return attributeOf(attributesOf(tag), 'src') ?? '';
}
