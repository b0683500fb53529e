import { DEEPEST_NESTING } from '../limits.ts';
import type { MarkupToken } from './markup-token.ts';

/** A tag, and the one that closes it. */
export type Pair = { readonly open: MarkupToken; readonly close: MarkupToken };

/** Pairs tags of one language and name; returns pairs by both their opening and closing token. */
export function pairUp(tokens: readonly MarkupToken[]): ReadonlyMap<MarkupToken, Pair> {
  const open: MarkupToken[] = [];
  const pairs = new Map<MarkupToken, Pair>();
  const counts = new Map<string, number>();
  const key = ({ language, name }: MarkupToken): string => `${language} ${name}`;
  const count = (token: MarkupToken, by: number): void => {
    counts.set(key(token), (counts.get(key(token)) ?? 0) + by);
  };
  for (const token of tokens) {
    if (token.role === 'open') {
      open.push(token);
      count(token, 1);
    }
    if (token.role !== 'close' || (counts.get(key(token)) ?? 0) === 0) continue;
    // Unclosed tags, such as `{% include %}`, are above the one that this closes.
    for (let above = open.pop(); above !== undefined; above = open.pop()) {
      count(above, -1);
      if (key(above) !== key(token)) continue;
      const pair = { open: above, close: token };
      // Ignore deeper pairs: every line would be edited once for each pair around it.
      if (open.length <= DEEPEST_NESTING) {
        pairs.set(above, pair);
        pairs.set(token, pair);
      }
      break;
    }
  }
  return pairs;
}
