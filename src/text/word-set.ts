import type { WordList } from '../languages/language.ts';

/** The words of some lists, as a set. */
export function wordSet(...lists: readonly WordList[]): ReadonlySet<string> {
  return new Set(lists.join(' ').split(/\s+/).filter(Boolean));
}
