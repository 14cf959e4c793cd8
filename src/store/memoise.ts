/** Remembers the last result: the same arguments (Object.is) give the same value, as React's store hook needs. */
export function memoise<Arguments extends readonly unknown[], Result>(compute: (...values: Arguments) => Result): (...values: Arguments) => Result {
  let last: { readonly values: Arguments; readonly result: Result } | null = null;
  return (...values) => {
    const same = last !== null && last.values.length === values.length && last.values.every((value, index) => Object.is(value, values[index]));
    if (!same || last === null) last = { values, result: compute(...values) };
    return last.result;
  };
}
