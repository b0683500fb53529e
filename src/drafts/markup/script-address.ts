import { attributeOf, attributesOf } from './attributes.ts';
import { excerptOf } from './markup-token.ts';
import type { TokenCase } from './token-case.ts';

/** Returns the address of a script, which is one token from its tag to its end, or of the slides that it shows; empty without one. */
export function scriptAddress({ token, source }: TokenCase): string {
  const tag = /^[^>]{0,500}/.exec(source.slice(token.start, token.end))?.[0] ?? '';
  const attributes = attributesOf(tag);
  const address = attributeOf(attributes, 'src') ?? '';
  const slides = address.includes('speakerdeck.com/') ? attributeOf(attributes, 'data-id') : undefined;
  return slides === undefined ? address : `//speakerdeck.com/player/${slides}`;
}

/** Returns what a finding says of the page that a dropped frame shows; empty for every other tag, and if its address is not known. */
export function sayFramed({ token }: TokenCase): string {
  const address = token.name === 'iframe' ? attributeOf(attributesOf(token.text), 'src') : undefined;
  return address !== undefined && /^(?:https?:\/\/|\.{0,2}\/)\S+$|^[\w-]+(?:\/\S*|\.html?)$/.test(address)
    ? `; if readers need it, write its address: ${excerptOf(address, 120)}`
    : '';
}
