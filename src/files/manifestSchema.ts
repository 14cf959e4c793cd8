import { PACK_VERSION, PARTITIONED_PACK_VERSION, PART_IN_PATH, type Manifest } from '../model/manifest.ts';
import type { Outcome } from '../model/pack.ts';
import * as z from '../model/schema.ts';
import { failed, succeeded } from './outcome.ts';

const text = z.string().check(z.minLength(1));
const count = z.int().check(z.minimum(0));
const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/, 'expected a SHA-256 of 64 hexadecimal digits'));
const longitude = z.number().check(z.minimum(-180), z.maximum(180));
const latitude = z.number().check(z.minimum(-90), z.maximum(90));
const vintage = z.enum(['2011', '2021']);

const recordsPath = z.string().check(z.refine((path) => z.innerPath.safeParse(path.replace(PART_IN_PATH, 'part')).success, 'expected a path inside the pack'));

const account = { read: count, kept: count, setAside: z.array(z.strictObject({ reason: text, rows: count, inRecords: z.boolean() })) };
const balanced = z.refine<{ read: number; kept: number; setAside: readonly { rows: number }[] }>(
  ({ read, kept, setAside }) => read === kept + setAside.reduce((sum, aside) => sum + aside.rows, 0),
  'rows read are not the sum of rows kept and set aside',
);

const dataSet = z.strictObject({
  id: text,
  title: text,
  unit: z.enum(['offences', 'crimes', 'attendances', 'admissions', 'callouts']),
  kind: z.enum(['street', 'police-extract', 'health-counts', 'nte-profile']),
  months: z.array(z.monthText).check(z.minLength(1), z.refine((months) => months.every((m, i) => i === 0 || m > (months[i - 1] ?? '')), 'expected ascending months, each once')),
  kinds: z.array(z.strictObject({
    type: text, typeTitle: text, subgroup: z.nullable(z.string()), subgroupTitle: z.nullable(z.string()), crime: z.boolean(),
  })).check(z.minLength(1)),
  fields: z.strictObject({ weekdayHour: z.boolean(), subgroup: z.boolean(), age: z.boolean(), sex: z.boolean(), flags: z.boolean() }),
  rowsAreVictims: z.boolean(),
  disclosureThreshold: count,
  account: z.strictObject(account).check(balanced),
  files: z.array(z.strictObject({ ...account, file: text, vintage: z.enum(['2011', '2021', 'mixed', 'none']), sha256 }).check(balanced)),
  caveats: z.array(z.string()),
  attribution: z.string(),
  cells: recordsPath,
  table: recordsPath,
});

const box = z.tuple([longitude, latitude, longitude, latitude]);
const part = z.strictObject({
  id: z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected lower-case words with hyphens')),
  title: text,
  box,
  areas: z.int().check(z.minimum(1)),
  population: z.strictObject({ first: count, rows: count }),
  accounts: z.record(z.string(), z.strictObject(account).check(balanced)),
});
const partitions = z.strictObject({ by: z.literal('police-force'), parts: z.array(part).check(z.minLength(1)), opens: text }).check(
  z.refine(({ parts }) => new Set(parts.map(({ id }) => id)).size === parts.length, { path: ['parts'], message: 'two parts have the same id' }),
  z.refine(({ parts, opens }) => parts.some(({ id }) => id === opens), { path: ['opens'], message: 'names no part of the pack' }),
);

const VERSIONS: readonly number[] = [PACK_VERSION, PARTITIONED_PACK_VERSION];

const manifestSchema = z.strictObject({
  version: z.union([z.literal(PACK_VERSION), z.literal(PARTITIONED_PACK_VERSION)]),
  area: z.strictObject({ id: text, title: text }),
  benchmark: text,
  lsoaVintage: vintage,
  imd: z.strictObject({ edition: z.enum(['2019', '2025']), title: text }),
  densityEdges: z.nullable(z.array(z.number().check(z.minimum(0))).check(z.length(4))),
  demonstration: z.boolean(),
  seed: z.nullable(z.number()),
  built: z.iso.datetime({ offset: true }),
  sources: z.array(z.strictObject({
    file: text, title: text, publisher: text, licence: text, address: z.nullable(z.string()), date: z.nullable(z.string()), sha256,
  })),
  population: z.strictObject({ years: z.array(z.int()), basis: z.string() }),
  dataSets: z.array(dataSet).check(z.minLength(1)),
  opens: text,
  jumps: z.array(z.strictObject({ title: text, box })),
  files: z.array(z.strictObject({ path: z.innerPath, bytes: count, sha256 })),
  published: z.optional(z.innerPath),
  partitions: z.optional(partitions),
  notes: z.array(z.string()),
}).check(
  z.refine((manifest) => manifest.dataSets.some((set) => set.id === manifest.opens), { path: ['opens'], message: 'names no data set of the pack' }),
  z.refine(({ published, files }) => published === undefined || files.some(({ path }) => path === published), { path: ['published'], message: 'names no file of the pack' }),
  z.refine(({ version, partitions: parted }) => (version === PARTITIONED_PACK_VERSION) === (parted !== undefined), { path: ['partitions'], message: `goes with version ${PARTITIONED_PACK_VERSION} only` }),
  z.refine(({ partitions: parted, dataSets }) => dataSets.every(({ cells, table }) => [cells, table].every((path) => path.includes(PART_IN_PATH) === (parted !== undefined))), { path: ['dataSets'], message: `the paths of records hold ${PART_IN_PATH} where the pack has partitions, and only there` }),
  z.refine(({ partitions: parted, dataSets }) => parted === undefined || parted.parts.every(({ accounts }) => dataSets.every(({ id }) => accounts[id] !== undefined)), { path: ['partitions', 'parts'], message: 'a part has no account of a data set' }),
);

/**
 * Checks a manifest read from JSON. Every part is checked, so that the rest of the program can rely on it; a
 * manifest of another version is refused with that as the reason.
 */
export function parseManifest(json: unknown, name: string): Outcome<Manifest> {
  const version = z.object({ version: z.number() }).safeParse(json).data?.version;
  if (version !== undefined && !VERSIONS.includes(version)) {
    return failed(`The pack has format version ${version}; this program reads versions ${VERSIONS.join(' and ')}.`, name, 'Build the pack again with this version of the program.');
  }
  const result = manifestSchema.safeParse(json);
  if (result.success) return succeeded(result.data);
  const { issues } = result.error;
  const shown = issues.slice(0, 3).map((issue) => `${pathText(issue.path)}: ${issue.message}`);
  const more = issues.length > shown.length ? ` (and ${issues.length - shown.length} more)` : '';
  return failed(`${shown.join('; ')}${more}.`, name, 'Build the pack again; if you edited this file by hand, correct the places named.');
}

/** ["dataSets", 0, "months"] -> "dataSets[0].months"; the file itself for an empty path. */
function pathText(path: readonly PropertyKey[]): string {
  const dotted = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('');
  return dotted.replace(/^\./, '') || 'the whole file';
}
