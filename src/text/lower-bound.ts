/**
 * Finds the first index below `length` at which `holds`, by binary search; `length` if there is none. `holds` must be
 * monotonic.
 */
export function lowerBound(length: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
