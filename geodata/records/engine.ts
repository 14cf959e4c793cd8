import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DuckDBInstance, type DuckDBConnection, type DuckDBDataChunk, type DuckDBValue } from '@duckdb/node-api';
import { messageOf } from '../../src/files/outcome.ts';
import { stop } from '../problem.ts';

const SQL_FOLDER = fileURLToPath(new URL('../sql/', import.meta.url));
/** What DuckDB may hold; beyond it, it sorts and joins on the disk. The rest of the builder needs about 1.5 GB. */
const MEMORY = '2500MB';

export type Value = DuckDBValue;
export type Row = readonly Value[];
type Parameters = Record<string, DuckDBValue>;

/** DuckDB with a database of its own on the disk, so that records of any number stream through limited memory. */
export interface Engine {
  run(sql: string, parameters?: Parameters): Promise<void>;
  /** All rows of an answer; for small ones. */
  rows(sql: string, parameters?: Parameters): Promise<Row[]>;
  /** An answer in blocks of some thousand rows. */
  blocks(sql: string, parameters?: Parameters): AsyncIterable<DuckDBDataChunk>;
  /** Fills a table made before. */
  append(table: string, rows: Iterable<Row>): Promise<void>;
  close(): Promise<void>;
}

/** Opens an engine whose files lie in a new folder below `temp` (default: the system's). The folder goes with `close`. */
export async function openEngine(temp: string | null = null): Promise<Engine> {
  const base = temp ?? tmpdir();
  const folder = await mkdtemp(join(base, 'hotspot-atlas-records-')).catch((error: unknown) =>
    stop(`No temporary folder can be made: ${messageOf(error)}`, base, 'Name a folder that can be written to with --temp.'));
  const instance = await DuckDBInstance.create(join(folder, 'records.duckdb'), { memory_limit: MEMORY, temp_directory: folder, preserve_insertion_order: 'false' });
  const connection = await instance.connect();
  return {
    async run(sql, parameters) {
      await connection.run(sql, parameters);
    },
    rows: async (sql, parameters) => (await connection.runAndReadAll(sql, parameters)).getRows(),
    blocks: (sql, parameters) => blocksOf(connection, sql, parameters),
    async append(table, rows) {
      const appender = await connection.createAppender(table);
      for (const row of rows) {
        for (const value of row) {
          if (value === null) appender.appendNull();
          else if (typeof value === 'string') appender.appendVarchar(value);
          else if (typeof value === 'number' && Number.isInteger(value)) appender.appendInteger(value);
          else appender.appendValue(value);
        }
        appender.endRow();
      }
      appender.closeSync();
    },
    async close() {
      connection.closeSync();
      instance.closeSync();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function* blocksOf(connection: DuckDBConnection, sql: string, parameters?: Parameters): AsyncGenerator<DuckDBDataChunk> {
  const result = await connection.stream(sql, parameters);
  for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) yield chunk;
}

/** The text of geodata/sql/<name>.sql. */
export function sqlOf(name: string): Promise<string> {
  return readFile(join(SQL_FOLDER, `${name}.sql`), 'utf8');
}

/** A path or word as it stands in SQL. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
