/** Numbers by index: `values[at] + slope * before[at]`. */
export type Sloped = { readonly values: Float64Array; readonly before: Float64Array; readonly slope: number };

/**
 * Finds the smallest number in a window whose two ends only move right, in amortised constant time per step. It is a monotone
 * queue (Lemire 2006, "Streaming maximum-minimum filter using no more than three comparisons per element"). Among equal numbers,
 * the last one wins.
 */
export class SlidingMinimum {
  readonly #values: Float64Array;
  readonly #before: Float64Array;
  readonly #slope: number;
  /** The indexes that may still be the smallest, in order, and their numbers, which increase. */
  readonly #queue: Int32Array;
  readonly #numbers: Float64Array;
  #head = 0;
  #tail = 0;
  #next = 0;

  /** The caller fills `values` up to `high` before each call. */
  constructor({ values, before, slope }: Sloped) {
    this.#values = values;
    this.#before = before;
    this.#slope = slope;
    this.#queue = new Int32Array(values.length);
    this.#numbers = new Float64Array(values.length);
  }

  /** The number that {@link smallest} found last. */
  get least(): number {
    return this.#numbers[this.#head] ?? 0;
  }

  /** Returns the index of the smallest number from `low` to before `high`; -1 if there is none. */
  smallest(low: number, high: number): number {
    const queue = this.#queue;
    const numbers = this.#numbers;
    let tail = this.#tail;
    let head = this.#head;
    if (this.#next < low) {
      this.#next = low;
      head = tail = 0;
    }
    for (let at = this.#next; at < high; at += 1) {
      const number = (this.#values[at] ?? 0) + this.#slope * (this.#before[at] ?? 0);
      while (tail > head && (numbers[tail - 1] ?? 0) >= number) tail -= 1;
      queue[tail] = at;
      numbers[tail] = number;
      tail += 1;
    }
    if (high > this.#next) this.#next = high;
    while (head < tail && (queue[head] ?? 0) < low) head += 1;
    this.#head = head;
    this.#tail = tail;
    return head < tail ? (queue[head] ?? -1) : -1;
  }
}
