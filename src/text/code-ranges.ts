/** Calls `visit` with both ends, inclusive, of each range in `41-5a aa c0-d6` (hexadecimal code points). */
export function eachRange(ranges: string, visit: (from: number, to: number) => void): void {
  for (const range of ranges.trim().split(/\s+/)) {
    const [from = '', to = from] = range.split('-');
    visit(Number.parseInt(from, 16), Number.parseInt(to, 16));
  }
}
