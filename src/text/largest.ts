/** Returns the largest of many numbers; -Infinity without any. A call such as `Math.max(...numbers)` can't take a hundred thousand. */
export function largest(numbers: Iterable<number>): number {
  let most = Number.NEGATIVE_INFINITY;
  for (const number of numbers) if (number > most) most = number;
  return most;
}
