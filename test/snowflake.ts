/** An id that tells its time as X's ids do (https://docs.x.com/fundamentals/x-ids); `n` keeps those of one moment apart. */
export function idAt(at: number, n: number): string {
  return String((BigInt(Math.floor(at) - 1_288_834_974_657) << 22n) + BigInt(n));
}
