import { parseArgs } from 'node:util';

/** What can be measured by itself; each gives one or two rows of the table of budgets. */
export const PARTS = ['engine', 'statistics', 'frame', 'load', 'national', 'builder'] as const;
export type Part = (typeof PARTS)[number];

export interface BenchOptions {
  readonly quick: boolean;
  readonly only: ReadonlySet<Part>;
  /** A built app to measure instead of building one. */
  readonly app: string | null;
  /** A national pack to measure with instead of building one. */
  readonly national: string | null;
  readonly out: string;
}

export const HELP = `npm run bench -- [options]

  --quick          small sizes and few repeats: a minute or two, to see that all works
  --only A,B       of: ${PARTS.join(', ')}
  --app DIR        measure an app that is built already
  --national DIR   measure with a national pack that is built already
  --out DIR        where results go (default bench-results)

GEODATA_RAW=DIR names the folder of published files, for the row on building the real pack.`;

/** @throws Error in plain words */
export function readOptions(args: readonly string[]): BenchOptions | 'help' {
  const { values } = parseArgs({
    args: [...args],
    options: { quick: { type: 'boolean' }, only: { type: 'string' }, app: { type: 'string' }, national: { type: 'string' }, out: { type: 'string' }, help: { type: 'boolean' } },
  });
  if (values.help === true) return 'help';
  const asked = values.only?.split(',').map((name) => name.trim()) ?? [...PARTS];
  const known = PARTS.filter((part) => asked.includes(part));
  const unknown = asked.filter((name) => !PARTS.some((part) => part === name));
  if (unknown.length > 0) throw new Error(`--only does not know "${unknown.join(', ')}". It knows: ${PARTS.join(', ')}.`);
  return { quick: values.quick === true, only: new Set(known), app: values.app ?? null, national: values.national ?? null, out: values.out ?? 'bench-results' };
}
