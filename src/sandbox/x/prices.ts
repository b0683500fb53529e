/** What X bills; each successful call adds one line. */
export type PriceItem = 'post' | 'post-with-url' | 'alt-text' | 'remove' | 'owned-read' | 'user-read';

/** One line of the bill: the count, and the total in US dollars. */
export type BillLine = { readonly count: number; readonly usd: number };

/** The bill so far. */
export type Bill = Record<PriceItem, BillLine>;

/** US dollars per call, from X's pricing page as of 2026-08-13 (https://docs.x.com/x-api/getting-started/pricing). */
export const PRICES: Record<PriceItem, { readonly usd: number; readonly label: string }> = {
  post: { usd: 0.015, label: 'Posts' },
  'post-with-url': { usd: 0.2, label: 'Posts with a URL' },
  'alt-text': { usd: 0.005, label: 'Alt texts' },
  // Two rows of the list could mean a deletion; this is the higher price.
  remove: { usd: 0.01, label: 'Deletions' },
  'owned-read': { usd: 0.001, label: 'Reads of own posts' },
  'user-read': { usd: 0.01, label: 'Reads of accounts' },
};

/** An empty bill. */
export function emptyBill(): Bill {
  const none = { count: 0, usd: 0 };
  return {
    post: none,
    'post-with-url': none,
    'alt-text': none,
    remove: none,
    'owned-read': none,
    'user-read': none,
  };
}

/** Sums the bill in US dollars, rounded to a tenth of a cent to hide floating-point noise. */
export function billTotal(bill: Bill): number {
  const sum = Object.values(bill).reduce((total, line) => total + line.usd, 0);
  return Math.round(sum * 1000) / 1000;
}
