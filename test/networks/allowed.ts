/** For tests in which nothing stands in the way of a request. */
export const allowed = (): Promise<void> => Promise.resolve();
