/** One figure that the design promises, as it was measured now. */
export type Goal = {
  readonly what: string;
  readonly measured: number;
  /** The promise: the figure is at least, or at most, this. */
  readonly promise: { readonly least: number } | { readonly most: number };
  /** What stands behind the figure: `×`, ` MB/s`, ` %`, or nothing. */
  readonly unit: string;
};

const holds = ({ measured, promise }: Goal): boolean =>
  'least' in promise ? measured >= promise.least : measured <= promise.most;

/** A number with three digits that count, or all before the point. */
export function digits(value: number): string {
  const size = Math.abs(value);
  if (size >= 100) return value.toFixed(0);
  return size >= 1 && size < 2 ? value.toFixed(3) : value.toPrecision(3);
}

/** Lines whose cells stand below each other: the first column to the left, the others to the right. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('   ')
        .trimEnd(),
    )
    .join('\n');
}

/** The goals as a table: what was promised, what was measured, and whether it holds. */
export function goalTable(goals: readonly Goal[]): string {
  const rows = goals.map((goal) => {
    const { promise, unit } = goal;
    const promised = 'least' in promise ? `≥ ${promise.least}` : `≤ ${promise.most}`;
    return [
      goal.what,
      `${promised}${unit}`,
      `${digits(goal.measured)}${unit}`,
      holds(goal) ? 'holds' : 'MISSED',
    ];
  });
  return table([['', 'promised', 'measured', ''], ...rows]);
}

/**
 * Ends one benchmark: prints its goals, or, when `bench/main.ts` runs it, hands them over for the table at the end.
 */
export function reportGoals(goals: readonly Goal[]): void {
  if (process.send === undefined) console.log(`\n${goalTable(goals)}`);
  else process.send(goals);
}
