/**
 * The minimum of `values[low..high)` while both ends only move right: amortised constant time per step. A monotone queue
 * (Lemire 2006, "Streaming maximum-minimum filter using no more than three comparisons per element"); for equal values, the
 * last index wins.
 */
export class SlidingMinimum {
  readonly #values: Float64Array;
  readonly #queue: Int32Array;
  #head = 0;
  #tail = 0;
  #next = 0;

  /** @param values - filled by the caller up to `high` before each call */
  constructor(values: Float64Array) {
    this.#values = values;
    this.#queue = new Int32Array(values.length);
  }

  /** Returns the index of the smallest value in `[low, high)`, or -1 for an empty range. */
  smallest(low: number, high: number): number {
    const values = this.#values;
    const queue = this.#queue;
    let tail = this.#tail;
    let head = this.#head;
    if (this.#next < low) {
      this.#next = low;
      head = tail = 0;
    }
    for (let at = this.#next; at < high; at += 1) {
      const value = values[at] ?? Number.POSITIVE_INFINITY;
      while (tail > head && (values[queue[tail - 1] ?? 0] ?? 0) >= value) tail -= 1;
      queue[tail] = at;
      tail += 1;
    }
    if (high > this.#next) this.#next = high;
    while (head < tail && (queue[head] ?? 0) < low) head += 1;
    this.#head = head;
    this.#tail = tail;
    return head < tail ? (queue[head] ?? -1) : -1;
  }
}
