import type { Clock } from './clock.ts';

/** Crockford's base 32, lower case: no letter that looks like a digit. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** Makes a new id: 12 characters, 60 random bits. A million ids collide about once in two million runs. */
export function newId(clock: Clock): string {
  return Array.from({ length: 12 }, () => ALPHABET[Math.floor(clock.random() * ALPHABET.length)]).join('');
}
