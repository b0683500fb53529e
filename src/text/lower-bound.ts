/**
 * The first index below `length` at which `holds`, by halves; `length` if there is none. `holds` must not become false
 * again after it was true.
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
