import type { LegendWords } from '../../../src/map/layers/legend.ts';
import type { Agreement } from '../../../src/model/agreement.ts';
import type { Benchmark } from '../../../src/model/benchmark.ts';
import { samplePack } from '../../fakes/samplePack.ts';
import type { Confidence } from '../../../src/model/measures.ts';
import type { OpenedPack } from '../../../src/model/pack.ts';
import type { AreaColumns, Evaluation, RateSummary } from '../../../src/model/results.ts';
import type { Selection } from '../../../src/model/selection.ts';
import { EVERYTHING } from '../../../src/model/selection.ts';
import type { DataSetEntry } from '../../../src/model/manifest.ts';

/** Five areas, as samplePack has. Defaults: 20 events each, rate 1,000, similar, all chosen. */
export interface SceneColumns {
  readonly count?: readonly number[];
  readonly rate?: readonly number[];
  readonly rateClass?: readonly number[];
  readonly rateReason?: readonly number[];
  readonly dsr?: readonly number[];
  readonly dsrClass?: readonly number[];
  readonly dsrReason?: readonly number[];
  readonly countQuintile?: readonly number[];
  readonly inPlace?: readonly number[];
}

const five = (value: number): number[] => [value, value, value, value, value];

export function columnsOf(given: SceneColumns = {}): AreaColumns {
  const rate = Float64Array.from(given.rate ?? five(1000));
  const dsr = Float64Array.from(given.dsr ?? five(1000));
  const count = Uint32Array.from(given.count ?? five(20));
  return {
    count, victims: count, personYears: Float64Array.from(five(2000)),
    rate, rateLower: rate, rateUpper: rate, rateClass: Uint8Array.from(given.rateClass ?? five(3)), rateReason: Uint8Array.from(given.rateReason ?? five(0)),
    dsr, dsrLower: dsr, dsrUpper: dsr, dsrClass: Uint8Array.from(given.dsrClass ?? five(3)), dsrReason: Uint8Array.from(given.dsrReason ?? five(0)),
    countQuintile: Uint8Array.from(given.countQuintile ?? [1, 2, 3, 4, 5]),
    monthsNeededRate: new Uint16Array(5), monthsNeededDsr: new Uint16Array(5), inPlace: Uint8Array.from(given.inPlace ?? five(1)),
    rateBenchmark: Float64Array.from(five(2702.2)), dsrBenchmark: Float64Array.from(five(2876.4)), rateAdjustedP: Float64Array.from(five(1)), dsrAdjustedP: Float64Array.from(five(1)),
  };
}

export const WORDS: LegendWords = { benchmark: 'Bedfordshire', per: 'per 100,000 residents a year', filter: '' };

/** Sources as rows, areas as columns, CLASS codes. */
export function agreementOf(classes: readonly (readonly number[])[], change: Partial<Agreement> = {}): Agreement {
  const titles = ['Police recorded violence', 'A&E attendances', 'Admissions', 'Ambulance callouts', 'Street crime', 'Survey'];
  const tally = (counts: (code: number) => boolean) => Uint8Array.from({ length: classes[0]?.length ?? 0 }, (_, area) => classes.filter((source) => counts(source[area] ?? 0)).length);
  return {
    pack: 'bedfordshire', confidence: 95, higher: tally((code) => code === 4), compared: tally((code) => code >= 2),
    sources: classes.map((source, index) => ({
      dataSet: `source-${index}`, title: titles[index] ?? '', rate: index === 0 ? 'dsr' : 'rate', period: { from: '2019-01', to: index === 0 ? '2023-12' : '2019-01' }, classes: Uint8Array.from(source), reasons: new Uint8Array(source.length),
    })),
    ...change,
  };
}

export interface SceneOptions {
  readonly benchmark?: Benchmark;
  readonly sex?: 'female' | 'male' | 'all';
  readonly columns?: SceneColumns;
  readonly dataSet?: string;
  readonly selection?: Partial<Selection>;
  readonly confidence?: Confidence;
  readonly county?: { readonly rate?: number; readonly rateReason?: number; readonly dsr?: number | null };
  readonly hoursOfWeek?: number;
  readonly substituted?: readonly { readonly year: number; readonly used: number }[];
}

function summary(value: number, reason = 0): RateSummary {
  return { value, lower: value, upper: value, reason, events: 100, personYears: 1e5 };
}

/** As the engine gives it: none for a borough each, and a typed value for its own kind alone. */
function benchmarkOf(asked: Benchmark = { kind: 'county' }, rate: RateSummary, dsr: RateSummary | null): Evaluation['benchmark'] {
  if (asked.kind === 'own-borough') return { rate: null, dsr: null };
  if (asked.kind === 'value') return { rate: null, dsr: null, [asked.of]: summary(asked.value) };
  return { rate, dsr };
}

export function evaluationOf(options: SceneOptions = {}): Evaluation {
  const dsr = options.county?.dsr === null ? null : summary(options.county?.dsr ?? 2876.4);
  const group = { count: 100, rate: summary(options.county?.rate ?? 2702.2, options.county?.rateReason ?? 0), dsr };
  return {
    request: { pack: 'bedfordshire', dataSet: options.dataSet ?? 'street', selection: { ...EVERYTHING, ...options.selection }, confidence: options.confidence ?? 95, benchmark: options.benchmark ?? { kind: 'county' }, detail: false },
    areas: columnsOf(options.columns), byMonth: new Uint32Array(60), byMonthOfYear: new Uint32Array(12), byWeekdayHour: null, byKind: new Uint32Array(14),
    byBorough: {}, byHub: {}, byWard: {}, byNteHotspot: {}, matching: 100, matchingVictims: 100, ageUnknown: 0, byAge: null, bySex: null, byFlag: null, benchmark: benchmarkOf(options.benchmark, group.rate, group.dsr), ratio: null, funnel: { rate: null, dsr: null }, detail: null, withoutLocation: 0, outsideCounty: 0, atMidnight: 0,
    county: group, chosen: group, boroughs: {}, expectedHigherByChance: { rate: 0.1, dsr: 0.1 },
    personTime: { months: 60, substituted: options.substituted ?? [], hoursOfWeek: options.hoursOfWeek ?? 168, ages: null, sex: options.sex ?? 'all' }, elapsed: 1,
  };
}

/** samplePack with one data set's entry changed. */
export function packWith(id: string, change: Partial<DataSetEntry>): OpenedPack {
  const pack = samplePack();
  return { ...pack, manifest: { ...pack.manifest, dataSets: pack.manifest.dataSets.map((entry) => (entry.id === id ? { ...entry, ...change } : entry)) } };
}
