/** A table of numbers, row by row: `values[row * columns + column]`. */
export interface Table {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float64Array;
}

export function makeTable(rows: number, columns: number, cell: (row: number, column: number) => number): Table {
  const values = new Float64Array(rows * columns);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) values[row * columns + column] = cell(row, column);
  }
  return { rows, columns, values };
}

export function rowOf(table: Table, row: number): Float64Array {
  return table.values.subarray(row * table.columns, (row + 1) * table.columns);
}

export function rowSums(table: Table): Float64Array {
  const sums = new Float64Array(table.rows);
  table.values.forEach((value, i) => {
    const row = Math.floor(i / table.columns);
    sums[row] = (sums[row] ?? 0) + value;
  });
  return sums;
}

export function columnSums(table: Table): Float64Array {
  const sums = new Float64Array(table.columns);
  table.values.forEach((value, i) => {
    const column = i % table.columns;
    sums[column] = (sums[column] ?? 0) + value;
  });
  return sums;
}

export function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < values.length; i += 1) total += values[i] ?? 0;
  return total;
}
