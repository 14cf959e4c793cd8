import { DuckDBInstance } from '@duckdb/node-api';
import { geojson } from 'flatgeobuf';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { z } from 'zod';

/** What of the manifest a recomputation needs. */
const manifestFacts = z.object({
  dataSets: z.array(z.object({
    id: z.string(), kind: z.string(), table: z.string(), months: z.array(z.string()), fields: z.object({ age: z.boolean() }), rowsAreVictims: z.boolean(),
    kinds: z.array(z.object({ type: z.string(), crime: z.boolean() })),
  })),
});
export type DataSetFacts = z.output<typeof manifestFacts>['dataSets'][number];

export interface PackDatabase {
  readonly dataSets: readonly DataSetFacts[];
  /** Rows of an SQL query over `areas`, `population` and `{records/<id>.parquet}`, checked against a schema. */
  query<T>(sql: string, row: z.ZodType<T>): Promise<T[]>;
}

/** DuckDB over the open files of a pack: the areas are read by the flatgeobuf package, everything else by DuckDB. */
export async function openPackDatabase(folder: string): Promise<PackDatabase> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const properties: string[] = [];
  for await (const feature of geojson.deserialize(new Uint8Array(await readFile(join(folder, 'areas.fgb'))))) properties.push(JSON.stringify(feature.properties));
  const file = join(tmpdir(), `hotspot-atlas-areas-${process.pid}.ndjson`);
  await writeFile(file, properties.join('\n'));
  await connection.run(`CREATE TABLE areas AS SELECT * FROM read_json('${file}', format = 'newline_delimited')`);
  await rm(file);
  await connection.run(`CREATE VIEW population AS SELECT * FROM '${join(folder, 'population.parquet')}'`);
  const { dataSets } = manifestFacts.parse(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')));
  return {
    dataSets,
    async query(sql, row) {
      const filled = sql.replaceAll(/\{([^}]+\.parquet)\}/g, (_, path: string) => `read_parquet('${join(folder, path)}')`);
      return z.array(row).parse((await connection.runAndReadAll(filled)).getRowObjectsJson());
    },
  };
}
