import type { WordList } from '../languages/language.ts';

/** Makes a set of the words of some lists. */
export function wordSet(...lists: readonly WordList[]): ReadonlySet<string> {
  return new Set(lists.join(' ').split(/\s+/).filter(Boolean));
}
