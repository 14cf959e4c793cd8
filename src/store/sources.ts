import type { Agreement, SourceClasses } from '../model/agreement.ts';
import { COUNTY_BENCHMARK } from '../model/benchmark.ts';
import type { DataSetEntry } from '../model/manifest.ts';
import { CLASS, type Confidence } from '../model/measures.ts';
import type { EvaluateRequest, Evaluation } from '../model/results.ts';
import { EVERYTHING, type Selection } from '../model/selection.ts';

const VIOLENCE = 'violence-and-sexual-offences';

/**
 * The data sets whose classes are compared: the police's extracts and the health services' counts; street-level crime,
 * its violence only, where there is no extract. Never a night-time profile, which covers some areas only.
 */
export function agreementSources(dataSets: readonly DataSetEntry[]): readonly DataSetEntry[] {
  const extract = dataSets.some(({ kind }) => kind === 'police-extract');
  return dataSets.filter(({ kind, kinds }) =>
    kind === 'police-extract' || kind === 'health-counts' || (kind === 'street' && !extract && kinds.some(({ type }) => type === VIOLENCE)));
}

/** Why the sources of a pack cannot be held against one another, in plain words; null where they can. */
export function agreementProblem(dataSets: readonly DataSetEntry[]): string | null {
  const [one, two] = agreementSources(dataSets);
  if (two !== undefined) return null;
  const held = one === undefined ? 'none' : `only “${one.title}”`;
  return `Agreement needs at least two sources of violence (police, A&E, admissions or ambulance); this pack holds ${held}.`;
}

/** A source's request: its own whole period, all its violence, against the county. */
export function agreementRequest(pack: string, entry: DataSetEntry, confidence: Confidence): EvaluateRequest {
  return { pack, dataSet: entry.id, selection: violenceOf(entry), confidence, benchmark: COUNTY_BENCHMARK, detail: false };
}

/** A choice of types only where a source counts other crimes as well. */
function violenceOf({ kinds }: DataSetEntry): Selection {
  const types = new Set(kinds.filter(({ crime }) => crime).map(({ type }) => type));
  return types.has(VIOLENCE) && types.size > 1 ? { ...EVERYTHING, types: [VIOLENCE] } : EVERYTHING;
}

/** In how many sources each area reads higher, and has a class at all; areas too few to say in a source are not compared in it. */
export function agreementOf(pack: string, confidence: Confidence, answers: readonly { readonly entry: DataSetEntry; readonly evaluation: Evaluation }[]): Agreement {
  const sources = answers.map(({ entry, evaluation }) => sourceClasses(entry, evaluation));
  const areas = sources[0]?.classes.length ?? 0;
  const tally = (counts: (code: number) => boolean) =>
    Uint8Array.from({ length: areas }, (_, area) => sources.filter(({ classes }) => counts(classes[area] ?? CLASS.noData)).length);
  return { pack, confidence, sources, higher: tally((code) => code === CLASS.higher), compared: tally((code) => code >= CLASS.lower) };
}

function sourceClasses(entry: DataSetEntry, { areas }: Evaluation): SourceClasses {
  const standardised = entry.fields.age;
  return {
    dataSet: entry.id, title: entry.title, rate: standardised ? 'dsr' : 'rate',
    period: { from: entry.months[0] ?? '', to: entry.months.at(-1) ?? '' },
    classes: standardised ? areas.dsrClass : areas.rateClass,
    reasons: standardised ? areas.dsrReason : areas.rateReason,
  };
}
