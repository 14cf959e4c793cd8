/** Two ways of dividing whose sums of squares differ by less than this share are equally good: the difference is rounding. */
const TIE = 1e-12;

/**
 * Divides sorted distinct values into so many classes with the least sum of squared deviations from the class means
 * (each value counts as often as it occurs): the position of the first value of each class but the first. Exact, by
 * dynamic programming; where two divisions are equally good, the last class begins as early as it can, and so on down.
 * Needs at least as many values as classes.
 * Source: Fisher, JASA 53 (1958), 789-798; Hartigan, Clustering Algorithms (1975), ch. 6.
 */
export function fisherJenks(values: Float64Array, occurrences: Float64Array, classes: number): number[] {
  const n = values.length;
  const deviation = deviations(values, occurrences);
  /** best[i]: the least sum for the first i values in the classes so far. */
  let best = Float64Array.from({ length: n + 1 }, (_, i) => (i === 0 ? 0 : deviation(0, i)));
  const starts: Int32Array[] = [];
  for (let count = 2; count <= classes; count += 1) {
    const next = new Float64Array(n + 1).fill(Infinity);
    const start = new Int32Array(n + 1);
    for (let end = count; end <= n; end += 1) {
      for (let first = end - 1; first >= count - 1; first -= 1) {
        const sum = (best[first] ?? Infinity) + deviation(first, end);
        if (sum > (next[end] ?? 0) * (1 + TIE)) continue;
        next[end] = Math.min(next[end] ?? Infinity, sum);
        start[end] = first;
      }
    }
    starts.push(start);
    best = next;
  }
  const firsts: number[] = [];
  for (let end = n; starts.length > 0;) {
    end = starts.pop()?.[end] ?? 0;
    firsts.unshift(end);
  }
  return firsts;
}

/** Sum of squared deviations of the values from `first` to before `end`, from running sums about the mean of all. */
function deviations(values: Float64Array, occurrences: Float64Array): (first: number, end: number) => number {
  const all = values.length;
  const centre = values.reduce((sum, value) => sum + value, 0) / all;
  const [count, total, squares] = [new Float64Array(all + 1), new Float64Array(all + 1), new Float64Array(all + 1)];
  for (let i = 0; i < all; i += 1) {
    const weight = occurrences[i] ?? 0;
    const value = (values[i] ?? 0) - centre;
    count[i + 1] = (count[i] ?? 0) + weight;
    total[i + 1] = (total[i] ?? 0) + weight * value;
    squares[i + 1] = (squares[i] ?? 0) + weight * value * value;
  }
  return (first, end) => Math.max(0, between(squares, first, end) - between(total, first, end) ** 2 / between(count, first, end));
}

function between(sums: Float64Array, first: number, end: number): number {
  return (sums[end] ?? 0) - (sums[first] ?? 0);
}
