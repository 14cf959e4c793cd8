import type { AssessmentRequest } from '../model/assessment.ts';
import type { PopulationTable } from '../model/areas.ts';
import type { DataSetEntry } from '../model/manifest.ts';
import type { Confidence } from '../model/measures.ts';
import type { OpenedPack } from '../model/pack.ts';
import type { PublishedValue } from '../model/published.ts';
import type { Evaluation } from '../model/results.ts';
import { EVERYTHING, type Selection } from '../model/selection.ts';

export interface EvaluateOptions {
  readonly confidence?: Confidence;
  /** False where `detail` is not read: it may then be left out, which is quicker. */
  readonly detail?: boolean;
}

/** What an assessment is made from. `evaluate` answers against the county, at the request's confidence, with `detail` unless told otherwise. */
export interface AssessmentInput {
  readonly pack: OpenedPack;
  readonly population: PopulationTable;
  evaluate(dataSet: string, selection: Selection, options?: EvaluateOptions): Evaluation;
}

export interface Borough {
  readonly code: string;
  readonly title: string;
}

/** What every figure needs to know besides its data set. */
export interface Context extends AssessmentInput {
  readonly request: AssessmentRequest;
  /** In order of their names. */
  readonly boroughs: readonly Borough[];
  /** What the areas are compared with: "Bedfordshire". */
  readonly county: string;
  /** Confidence of limits as a proportion: 0.95 or 0.998; 0.95 under FDR. */
  readonly level: number;
  /** Published values by key. */
  readonly published: ReadonlyMap<string, PublishedValue>;
}

/** Confidence of limits; under FDR they are drawn at 95% (model/measures.ts). */
const LEVEL: Readonly<Record<Confidence, number>> = { 95: 0.95, 99.8: 0.998, fdr: 0.95 };

export function makeContext(request: AssessmentRequest, input: AssessmentInput): Context {
  const { pack } = input;
  return {
    ...input,
    evaluate: (dataSet, selection, options) => input.evaluate(dataSet, selection, options),
    request,
    boroughs: boroughsOf(pack),
    county: pack.manifest.benchmark,
    level: LEVEL[request.confidence],
    published: new Map(pack.published?.values.map((value) => [value.key, value]) ?? []),
  };
}

/** Boroughs that hold areas, by name; one that the places do not name goes by its code. */
function boroughsOf({ areas, places }: OpenedPack): Borough[] {
  const titles = new Map(places.features.flatMap(({ properties }) => (properties.kind === 'borough' ? [[properties.id, properties.title] as const] : [])));
  return [...new Set(areas.borough)].filter((code) => code !== '').map((code) => ({ code, title: titles.get(code) ?? code }))
    .toSorted((a, b) => a.title.localeCompare(b.title, 'en-GB'));
}

/** A data set as the assessment reads it: what of it, over which months, and the answer. */
export interface Source {
  readonly entry: DataSetEntry;
  readonly selection: Selection;
  /** Months that count, ascending: chosen and held. */
  readonly months: readonly string[];
  /** True where the data set has none of the chosen months and so answers for its own. */
  readonly ownPeriod: boolean;
  readonly evaluation: Evaluation;
}

/** The months of a data set that count: those chosen, or its own where it holds none of them. */
export function monthsFor({ period }: Pick<AssessmentRequest, 'period'>, { months }: Pick<DataSetEntry, 'months'>): Pick<Source, 'months' | 'ownPeriod'> {
  const chosen = period === null ? months : months.filter((month) => month >= period.from && month <= period.to);
  return chosen.length === 0 ? { months, ownPeriod: true } : { months: chosen, ownPeriod: false };
}

/**
 * Reads a data set over the request's period, or over its own where it has no month of it.
 *
 * @param what clauses other than the period, such as the types that count.
 */
export function readSource(context: Context, entry: DataSetEntry, what: Partial<Selection> = {}): Source {
  const { months, ownPeriod } = monthsFor(context.request, entry);
  const [from, to] = [months[0], months.at(-1)];
  const selection: Selection = { ...EVERYTHING, ...what, period: from === undefined || to === undefined ? null : { from, to } };
  return { entry, selection, months, ownPeriod, evaluation: context.evaluate(entry.id, selection) };
}

/** The same source under further clauses; without `detail`, unless it is asked for. */
export function narrowed(context: Context, source: Source, clauses: Partial<Selection>, detail = false): Source {
  const selection = { ...source.selection, ...clauses };
  const { period } = selection;
  const months = period === null ? source.entry.months : source.entry.months.filter((month) => month >= period.from && month <= period.to);
  return { ...source, selection, months, evaluation: context.evaluate(source.entry.id, selection, { detail }) };
}

/**
 * Matching records without an area of the county: without a location, or elsewhere. 0 under a disclosure threshold,
 * where they are left out rather than added to counts that may be withheld.
 */
export function nowhereOf({ entry, evaluation }: Pick<Source, 'entry' | 'evaluation'>): number {
  return entry.disclosureThreshold > 1 ? 0 : evaluation.withoutLocation + evaluation.outsideCounty;
}
