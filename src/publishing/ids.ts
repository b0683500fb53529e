import type { Clock } from './clock.ts';

/** Crockford's base 32, lower case: no letter that can be taken for a digit. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** A new id: 12 characters, 60 random bits, so that a million of them collide about once in two million runs. */
export function newId(clock: Clock): string {
  return Array.from({ length: 12 }, () => ALPHABET[Math.floor(clock.random() * ALPHABET.length)]).join('');
}
