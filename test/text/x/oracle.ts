import twitterText from 'twitter-text';
import { xCashtags } from '../../../src/text/x/cashtags.ts';
import { xHashtags } from '../../../src/text/x/hashtags.ts';
import { xLinks, xLinksOfTwitterText } from '../../../src/text/x/links.ts';
import { xMentions } from '../../../src/text/x/mentions.ts';
import { scanUrls } from '../../../src/text/x/url-scan.ts';
import { xTotals, xWeight } from '../../../src/text/x/weight.ts';

/** Why our answer may differ from twitter-text's. Nothing else may. */
export const REASONS = {
  'newer-tld': 'a top-level domain was delegated after the list of the package was frozen',
  throws: 'the package throws on a label of some thousand characters outside Latin (punycode overflow)',
} as const;

type Reason = keyof typeof REASONS;

/** One disagreement with the package: what, ours and theirs; `reason` where a row of the table explains it. */
export type Disagreement = {
  readonly what: string;
  readonly text: string;
  readonly ours: unknown;
  readonly theirs: unknown;
  readonly reason: Reason | undefined;
};

type Spanned = readonly (readonly [value: string, start: number, end: number])[];

/** Everything in which our reading of a text differs from twitter-text's. */
export function disagreements(text: string): Disagreement[] {
  const found: Disagreement[] = [];
  const compare = (what: string, ours: unknown, theirs: unknown, reason?: Reason): void => {
    if (JSON.stringify(ours) !== JSON.stringify(theirs)) found.push({ what, text, ours, theirs, reason });
  };
  let weight: number;
  try {
    weight = twitterText.parseTweet(text).weightedLength;
  } catch {
    // It stopped in the middle of a text, and its next search would go on from there.
    const { extractUrl } = twitterText.regexen;
    if (extractUrl === undefined) throw new Error('twitter-text keeps its state elsewhere now.');
    extractUrl.lastIndex = 0;
    return [{ what: 'weight', text, ours: xWeight(text), theirs: 'throws', reason: 'throws' }];
  }
  const links = xLinks(text);
  const normal = text.normalize('NFC');
  const newer = [text, normal].some((one) => scanUrls(one, false).sawNewer) ? 'newer-tld' : undefined;
  compare('weight', xWeight(text), newer === undefined ? weight : Math.max(xWeight(text), weight));
  compare('totals', xTotals(normal)[normal.length], xWeight(text));
  const urls: Spanned = twitterText
    .extractUrlsWithIndices(text)
    .map(({ url, indices }) => [url, ...indices] as const);
  compare(
    'urls of the package',
    xLinksOfTwitterText(text).map(({ url, start, end }) => [url, start, end]),
    urls,
  );
  compare(
    'urls',
    links.map(({ url, start, end }) => [url, start, end]),
    urls,
    newer,
  );
  compare(
    'mentions',
    xMentions(text).map(({ name, start, end }) => [name, start, end]),
    twitterText.extractMentionsWithIndices(text).map(({ screenName, indices }) => [screenName, ...indices]),
  );
  compare(
    'hashtags',
    xHashtags(text).map(({ tag, start, end }) => [tag, start, end]),
    twitterText.extractHashtagsWithIndices(text).map(({ hashtag, indices }) => [hashtag, ...indices]),
    newer,
  );
  compare(
    'cashtags',
    xCashtags(text).map(({ symbol, start, end }) => [symbol, start, end]),
    twitterText.extractCashtagsWithIndices(text).map(({ cashtag, indices }) => [cashtag, ...indices]),
  );
  return found;
}
