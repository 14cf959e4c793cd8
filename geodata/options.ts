import { parseArgs, type ParseArgsConfig } from 'node:util';
import { messageOf } from '../src/files/outcome.ts';
import { parseMonth } from '../src/model/months.ts';
import type { LsoaVintage } from './areaDefinition.ts';
import { HELP } from './help.ts';
import { stop } from './problem.ts';

export type Command =
  | { readonly name: 'help' }
  | { readonly name: 'verify'; readonly pack: string }
  | { readonly name: 'new-area'; readonly id: string; readonly lad: readonly string[]; readonly title: string }
  | { readonly name: 'demonstration'; readonly area: string; readonly out: string }
  | SyntheticCommand
  | BuildCommand;

export interface SyntheticCommand {
  readonly name: 'synthetic';
  readonly area: string;
  readonly out: string;
  /** Null for as many as there are. */
  readonly areas: number | null;
  readonly seed: number;
  /** How many records to make, or where to read them. */
  readonly records: { readonly rows: number; readonly months: number } | RecordsChoice;
}

export interface RecordsChoice {
  /** Folder or pattern of Parquet files. */
  readonly pattern: string;
  readonly from: string | null;
  readonly to: string | null;
  /** Folder for temporary files; null for the system's. */
  readonly temp: string | null;
}

export interface BuildCommand {
  readonly name: 'build';
  readonly area: string;
  /** Null with --download. */
  readonly raw: string | null;
  readonly cache: string;
  readonly out: string;
  readonly lsoa: LsoaVintage | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly hubs: string | null;
  readonly nte: string | null;
  /** Records as Parquet in place of the street files; null where there are none. */
  readonly records: { readonly pattern: string; readonly temp: string | null } | null;
}

const OPTIONS = {
  area: { type: 'string' }, raw: { type: 'string' }, out: { type: 'string' }, lsoa: { type: 'string' }, from: { type: 'string' }, to: { type: 'string' },
  hubs: { type: 'string' }, nte: { type: 'string' }, cache: { type: 'string' }, lad: { type: 'string' }, title: { type: 'string' },
  records: { type: 'string' }, temp: { type: 'string' }, rows: { type: 'string' }, areas: { type: 'string' }, months: { type: 'string' }, seed: { type: 'string' },
  download: { type: 'boolean' }, synthetic: { type: 'boolean' }, demonstration: { type: 'boolean' }, help: { type: 'boolean' },
} as const satisfies ParseArgsConfig['options'];
type Name = keyof typeof OPTIONS;
type Values = { [K in Name]?: (typeof OPTIONS)[K]['type'] extends 'string' ? string : boolean };

const ALLOWED: Readonly<Record<string, readonly Name[]>> = {
  verify: [],
  'new-area': ['lad', 'title'],
  demonstration: ['area', 'demonstration', 'out'],
  synthetic: ['area', 'synthetic', 'out', 'rows', 'areas', 'months', 'seed', 'records', 'temp', 'from', 'to'],
  build: ['area', 'raw', 'download', 'cache', 'out', 'lsoa', 'from', 'to', 'hubs', 'nte', 'records', 'temp'],
};

/** Reads the command line. Stops, with the help, for anything it does not know or that does not fit together. */
export function parseCommand(args: readonly string[]): Command {
  const { values, positionals } = parse(args);
  if (values.help || (args.length === 0)) return { name: 'help' };
  const [verb, ...rest] = positionals;
  if (verb === 'verify') {
    onlyAllowed('verify', values);
    return { name: 'verify', pack: single(rest, 'verify PACK') };
  }
  if (verb === 'new-area') {
    onlyAllowed('new-area', values);
    const lad = (values.lad ?? refuse('new-area needs --lad CODE,CODE')).split(',').map((code) => code.trim());
    return { name: 'new-area', id: single(rest, 'new-area ID'), lad, title: values.title ?? refuse('new-area needs --title TEXT') };
  }
  if (verb !== undefined) refuse(`"${verb}" is not a command`);
  const area = values.area ?? refuse('Say which area with --area ID');
  if (values.demonstration) {
    onlyAllowed('demonstration', values);
    return { name: 'demonstration', area, out: values.out ?? `public/packs/${area}` };
  }
  return values.synthetic ? syntheticCommand(area, values) : buildCommand(area, values);
}

/** Up to so many rows: offsets and counts are 32-bit integers. */
const MOST_ROWS = 2_000_000_000;
/** 14 types x 4,681 months are the codes that 16 bits hold; two centuries are plenty. */
const MOST_MONTHS = 2400;

function syntheticCommand(area: string, values: Values): SyntheticCommand {
  onlyAllowed('synthetic', values);
  const records = recordsChoice(values);
  const stray = (records ? ['rows', 'months'] as const : ['from', 'to'] as const).find((name) => values[name] !== undefined);
  if (stray) refuse(`--${stray} does not go with records that are ${records ? 'read' : 'made'}`);
  return {
    name: 'synthetic', area, out: values.out ?? `public/packs/${area}`,
    areas: values.areas === undefined ? null : whole(values.areas, '--areas', 0, 1, 1_000_000), seed: whole(values.seed, '--seed', 1, 0, 0xffffffff),
    records: records ? { ...records, ...period(values) } : { rows: whole(values.rows, '--rows', 33_000_000, 0, MOST_ROWS), months: whole(values.months, '--months', 60, 1, MOST_MONTHS) },
  };
}

function recordsChoice(values: Values): BuildCommand['records'] {
  if (values.records === undefined && values.temp !== undefined) refuse('--temp goes with --records only');
  return values.records === undefined ? null : { pattern: values.records, temp: values.temp ?? null };
}

function period(values: Values): { from: string | null; to: string | null } {
  const [from, to] = [month(values.from, '--from'), month(values.to, '--to')];
  if (from !== null && to !== null && from > to) refuse(`--from ${from} is after --to ${to}`);
  return { from, to };
}

function buildCommand(area: string, values: Values): BuildCommand {
  onlyAllowed('build', values);
  if ((values.raw === undefined) === (values.download === undefined)) refuse('Give either --raw DIR or --download');
  const lsoa = values.lsoa ?? null;
  if (lsoa !== null && lsoa !== '2011' && lsoa !== '2021') refuse(`--lsoa is 2011 or 2021, not "${lsoa}"`);
  return {
    name: 'build', area, raw: values.raw ?? null, cache: values.cache ?? '.cache', out: values.out ?? `public/packs/${area}`,
    lsoa, ...period(values), hubs: values.hubs ?? null, nte: values.nte ?? null, records: recordsChoice(values),
  };
}

function parse(args: readonly string[]): { values: Values; positionals: string[] } {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true });
  } catch (error) {
    return refuse(messageOf(error));
  }
}

function onlyAllowed(command: string, values: Values): void {
  const allowed: readonly string[] = ALLOWED[command] ?? [];
  const stray = Object.keys(values).find((name) => !allowed.includes(name));
  if (stray) refuse(`--${stray} does not go with ${command === 'build' ? 'building a pack' : command}`);
}

function month(text: string | undefined, option: string): string | null {
  if (text === undefined) return null;
  return parseMonth(text) !== null ? text : refuse(`${option} is "${text}", expected a month such as 2019-01`);
}

function whole(text: string | undefined, option: string, otherwise: number, least: number, most: number): number {
  if (text === undefined) return otherwise;
  const value = Number(text);
  return /^\d+$/.test(text) && value >= least && value <= most ? value : refuse(`${option} is "${text}", expected a whole number from ${least} to ${most}`);
}

function single(rest: readonly string[], form: string): string {
  const [first] = rest;
  return first !== undefined && rest.length === 1 ? first : refuse(`Write it as: ${form}`);
}

function refuse(what: string): never {
  return stop(what, 'command line', `\n${HELP}`);
}
