/** Coefficients are 0 and 1 and combinations of few of them: what is smaller than this is rounding. */
const ZERO = 1e-9;

/** Asked sum by sum, most wanted first: true where the sum may be shown beside all that was shown before. */
export type SumGuard = (members: readonly number[]) => boolean;

/**
 * Guards hidden counts against subtraction. Every shown sum is an equation between hidden counts (the other counts are
 * on the page); a sum is refused where it and the sums shown before would fix a hidden count, or one of `smallSums`,
 * whatever sums are added and subtracted. Exact: a secret is fixed just when it is a linear combination of the shown
 * sums, which row reduction tells. Limits on hidden counts (they are small, whole, not negative) are not considered.
 *
 * @param hidden 1 for areas whose count is hidden and not 0
 * @param smallSums areas of each sum that is itself too small to be known
 */
export function sumGuard(hidden: Uint8Array, smallSums: readonly (readonly number[])[]): SumGuard {
  const unknown = [...hidden.keys()].filter((area) => hidden[area] === 1);
  const column = new Map(unknown.map((area, i) => [area, i]));
  const vector = (members: readonly number[]): Float64Array => {
    const values = new Float64Array(unknown.length);
    for (const area of members) {
      const i = column.get(area);
      if (i !== undefined) values[i] = 1;
    }
    return values;
  };
  // What of each secret the shown sums leave open; zero at the pivots of `rows`.
  const secrets = [...unknown.map((area) => [area]), ...smallSums].map(vector).filter((values) => !isZero(values));
  const rows: { readonly pivot: number; readonly values: Float64Array }[] = [];
  return (members) => {
    const rest = vector(members);
    for (const { pivot, values } of rows) subtract(rest, rest[pivot]!, values);
    const pivot = largest(rest);
    if (pivot < 0) return true;
    const scale = rest[pivot]!;
    const values = rest.map((value) => value / scale);
    if (secrets.some((secret) => isMultiple(secret, secret[pivot]!, values))) return false;
    for (const secret of secrets) subtract(secret, secret[pivot]!, values);
    rows.push({ pivot, values });
    return true;
  };
}

function subtract(from: Float64Array, times: number, values: Float64Array): void {
  if (times === 0) return;
  for (let i = 0; i < from.length; i += 1) from[i]! -= times * values[i]!;
}

function isZero(values: Float64Array): boolean {
  return values.every((value) => Math.abs(value) < ZERO);
}

/** Whether `secret` is `times` the values, so that nothing of it is left open. */
function isMultiple(secret: Float64Array, times: number, values: Float64Array): boolean {
  return Math.abs(times) >= ZERO && secret.every((value, i) => Math.abs(value - times * values[i]!) < ZERO);
}

/** Position of the largest value by size; -1 where all are zero. */
function largest(values: Float64Array): number {
  let position = -1;
  let size = ZERO;
  values.forEach((value, i) => {
    if (Math.abs(value) <= size) return;
    size = Math.abs(value);
    position = i;
  });
  return position;
}
