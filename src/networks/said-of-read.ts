/**
 * What a table of refusals says, for a request that was to send nothing: part of a thread may be out already, so it must not
 * say that nothing was sent.
 */
export const saidOfRead = (say: string): string =>
  say
    .replace(/Nothing was sent; (\w)/g, (_, first: string) => first.toUpperCase())
    .replace(/\s*Nothing was sent\./g, '')
    .trim();
