import { messageOf } from '../../src/files/outcome.ts';
import { BuildProblem, stop } from '../problem.ts';
import { quoted, type Engine } from './engine.ts';
import type { RecordFile } from './findFiles.ts';

const SEE = 'geodata/README.md, "Records as Parquet", lists the columns.';
const TEXT = /^(VARCHAR|ENUM.*)$/;
const DATE = /^(VARCHAR|ENUM.*|DATE|TIMESTAMP.*)$/;
const NUMBER = /^(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|FLOAT|DOUBLE|DECIMAL.*)$/;
const ANY = /./;

/** Columns taken, with the types they may have; the rest of a file is left alone. */
const COLUMNS: readonly { readonly name: string; readonly required: boolean; readonly type: RegExp; readonly expected: string }[] = [
  { name: 'lsoa', required: true, type: TEXT, expected: 'text' },
  { name: 'crime_type', required: true, type: TEXT, expected: 'text' },
  { name: 'month', required: true, type: DATE, expected: 'text such as 2023-01, or a date' },
  { name: 'force', required: false, type: ANY, expected: 'text' },
  { name: 'count', required: false, type: NUMBER, expected: 'a whole number' },
  { name: 'longitude', required: false, type: NUMBER, expected: 'degrees' },
  { name: 'latitude', required: false, type: NUMBER, expected: 'degrees' },
];

/**
 * Makes the view `input` over the files (see 01_standard.sql): columns of the folder names ("month=2023-01") count like
 * columns of the files. Stops for a file that is no Parquet, a column that is missing and one of a wrong type.
 */
export async function openInput(files: readonly RecordFile[], pattern: string, engine: Engine): Promise<{ readonly hasPoints: boolean }> {
  await engine.run('CREATE TABLE files (path VARCHAR, file INTEGER)');
  await engine.append('files', files.map(({ path }, number) => [path, number]));
  const list = files.map(({ path }) => quoted(path)).join(', ');
  // Old ClickHouse writes text as bytes; folder names are text whatever they look like.
  const source = `read_parquet([${list}], hive_partitioning = true, hive_types_autocast = false, union_by_name = true, binary_as_string = true, filename = 'hotspot_atlas_path')`;
  const types = await typesOf(source, pattern, engine);
  for (const { name, required, type, expected } of COLUMNS) {
    const found = types.get(name);
    if (found === undefined && required) stop(`The records have no column "${name}"`, pattern, `Columns found: ${[...types.keys()].filter((column) => column !== 'hotspot_atlas_path').join(', ')}. ${SEE}`);
    if (found !== undefined && !type.test(found)) stop(`The column "${name}" is of type ${found}, expected ${expected}`, pattern, SEE);
  }
  const one = types.has('longitude') === types.has('latitude');
  if (!one) stop('Only one of the columns "longitude" and "latitude" is there', pattern, SEE);
  const column = (name: string, as: string): string => (types.has(name) ? `CAST(source.${name} AS ${as})` : `CAST(NULL AS ${as})`);
  await engine.run(`
    CREATE VIEW input AS
    SELECT files.file, ${column('lsoa', 'VARCHAR')} AS lsoa, ${column('crime_type', 'VARCHAR')} AS crime_type, ${column('month', 'VARCHAR')} AS month,
      ${column('force', 'VARCHAR')} AS force, ${types.has('count') ? column('count', 'DOUBLE') : 'CAST(1 AS DOUBLE)'} AS records,
      ${column('longitude', 'DOUBLE')} AS longitude, ${column('latitude', 'DOUBLE')} AS latitude
    FROM ${source} AS source JOIN files ON files.path = source.hotspot_atlas_path`);
  return { hasPoints: types.has('longitude') };
}

/** Types by lower-case name. */
async function typesOf(source: string, pattern: string, engine: Engine): Promise<Map<string, string>> {
  try {
    const described = await engine.rows(`DESCRIBE SELECT * FROM ${source}`);
    return new Map(described.map(([name, type]) => [String(name).toLowerCase(), String(type)]));
  } catch (error) {
    throw unreadable(error, pattern);
  }
}

/** What DuckDB says of files it cannot read, as a problem a person can act on. */
export function unreadable(error: unknown, pattern: string): BuildProblem {
  return new BuildProblem({ what: `The records cannot be read: ${messageOf(error)}`, where: pattern, remedy: `Write every file as Parquet with the same types of columns. ${SEE}` });
}
