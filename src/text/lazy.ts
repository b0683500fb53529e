/** Makes a function that computes its value on the first call and caches it, so that tables don't slow down the start. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
