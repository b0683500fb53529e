/** What the tests and benches use of the package; it comes without types. */
declare module 'twitter-text' {
  type Indices = [start: number, end: number];
  type TwitterText = {
    parseTweet(text: string): { weightedLength: number; valid: boolean };
    extractUrlsWithIndices(text: string): { url: string; indices: Indices }[];
    extractMentionsWithIndices(text: string): { screenName: string; indices: Indices }[];
    extractHashtagsWithIndices(text: string): { hashtag: string; indices: Indices }[];
    extractCashtagsWithIndices(text: string): { cashtag: string; indices: Indices }[];
    regexen: Record<string, RegExp>;
  };
  const twitterText: TwitterText;
  export = twitterText;
}
