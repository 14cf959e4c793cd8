import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import { FITS, ROW_GROUP, SCHEMA, type ParquetColumn } from './parquet.ts';

export interface GroupColumn {
  readonly name: string;
  readonly type: ParquetColumn['type'];
  /** Whether a value may be missing: it must be known before the first row is. */
  readonly optional: boolean;
}

/** Rows that follow one another: values by column, in the columns' order. null is missing. */
export type RowGroup = readonly (readonly (string | number | boolean | null)[])[];

/**
 * A Parquet file written group by group, so that no more than one group stands in memory beside the file's bytes. Every
 * group starts a row group of its own (and makes several where it is longer than 131,072 rows); one without rows makes
 * none. Otherwise as `encodeParquet`, with the same faults thrown.
 */
export function encodeParquetGroups(columns: readonly GroupColumn[], groups: Iterable<RowGroup>): Uint8Array {
  const writer = new ByteWriter();
  const file = new ParquetWriter({
    writer, createdBy: 'hotspot-atlas',
    schema: [
      { name: 'root', num_children: columns.length },
      ...columns.map(({ name, type, optional }) => ({ name, repetition_type: optional ? 'OPTIONAL' as const : 'REQUIRED' as const, ...SCHEMA[type] })),
    ],
  });
  for (const group of groups) {
    check(columns, group);
    // Synchronous for a ByteWriter: only writers that flush to somewhere else return a promise.
    void file.write({ columnData: columns.map(({ name }, i) => ({ name, data: [...(group[i] ?? [])] })), rowGroupSize: ROW_GROUP });
  }
  void file.finish();
  return writer.getBytes();
}

function check(columns: readonly GroupColumn[], group: RowGroup): void {
  const rows = group[0]?.length ?? 0;
  columns.forEach(({ name, type, optional }, i) => {
    const values = group[i] ?? [];
    if (values.length !== rows) throw new RangeError(`Column "${name}" has ${values.length} values, expected ${rows}.`);
    const row = values.findIndex((value) => !(value === null ? optional : FITS[type](value)));
    if (row >= 0) throw new TypeError(`Row ${row}: ${JSON.stringify(values[row])} does not fit column "${name}" (${type}).`);
  });
}
