import { NAMED_EMOJI } from './named-emoji.ts';

/** The emoji by name: `tada` is 🎉. */
export const EMOJI: ReadonlyMap<string, string> = new Map(
  [...NAMED_EMOJI.matchAll(/(\S+) (\S+)/g)].map(([, name = '', emoji = '']) => [name, emoji]),
);

/** Names of emoji, one after another, some with escaped underscores. A time, a role (`:ref:`x``) and `std::vector` are none. */
export const NAMES_OF_EMOJI =
  /(?<![\p{Script=Latin}\p{N}:`\\/=])(?::(?:[a-z\d_+-]|\\_){1,40}:)+(?![\p{Script=Latin}\p{N}:`])/gu;

/** Returns the emoji of a run of names; `undefined` if one is no name of an emoji. */
export function emojiOf(run: string): string | undefined {
  const shown = [...run.matchAll(/:([^:]+):/g)].map(([, name = '']) => EMOJI.get(name.replaceAll('\\', '')));
  return shown.includes(undefined) ? undefined : shown.join('');
}

/** Replaces names of emoji in words that are not Markdown. */
export const withEmoji = (words: string): string =>
  words.replace(NAMES_OF_EMOJI, (run) => emojiOf(run) ?? run);
