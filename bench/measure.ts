/** Small arithmetic for benchmarks. */

/** The middle value; of an even number of values the mean of the two in the middle. Throws for no values. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const high = sorted[sorted.length >> 1];
  const low = sorted[(sorted.length - 1) >> 1];
  if (high === undefined || low === undefined) throw new Error("the median of nothing");
  return (low + high) / 2;
}

/** The same, and null for no values: nothing was measured. */
export function medianOrNull(values: readonly number[]): number | null {
  return values.length > 0 ? median(values) : null;
}

/** The smallest value that so many percent of the values do not exceed. Throws for no values. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  const value = sorted[Math.ceil((percent / 100) * sorted.length) - 1];
  if (value === undefined) throw new Error("the percentile of nothing");
  return value;
}
