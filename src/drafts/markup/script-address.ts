import { attributeOf, attributesOf } from './attributes.ts';
import type { TokenCase } from './token-case.ts';

/** Returns the address of a script, which is one token from its tag to its end, or of the slides that it shows; empty without one. */
export function scriptAddress({ token, source }: TokenCase): string {
  const tag = /^[^>]{0,500}/.exec(source.slice(token.start, token.end))?.[0] ?? '';
  const attributes = attributesOf(tag);
  const address = attributeOf(attributes, 'src') ?? '';
  const slides = address.includes('speakerdeck.com/') ? attributeOf(attributes, 'data-id') : undefined;
  return slides === undefined ? address : `//speakerdeck.com/player/${slides}`;
}
