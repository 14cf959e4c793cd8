import type { Assessment, AssessmentRequest } from '../../src/model/assessment.ts';
import type { DataSetEntry } from '../../src/model/manifest.ts';
import type { DrawnArea, ShapeSource } from '../../src/model/drawnAreas.ts';
import type { BacktestAnswer, BacktestRequest } from '../../src/model/backtest.ts';
import type { HotspotAnswer, HotspotRequest } from '../../src/model/hotspots.ts';
import type { BreakMethod } from '../../src/model/measures.ts';
import type { OpenedPack, Outcome, Problem } from '../../src/model/pack.ts';
import type { PlanRequest } from '../../src/model/patrol.ts';
import type { PatrolPlan } from '../../src/model/patrolPlan.ts';
import type { PatrolPlaces, PlacesRequest } from '../../src/model/patrolSettings.ts';
import type { AreaColumns, EvaluateRequest, Evaluation, RateSummary } from '../../src/model/results.ts';
import type { SurfaceAnswer, SurfaceRequest } from '../../src/model/surface.ts';
import type { AtlasWorker, EvaluateOptions, LoadOptions } from '../../src/worker/protocol.ts';

/** One call that waits until a test settles it. */
export interface PendingCall<Input, Answer> {
  readonly input: Input;
  readonly options: LoadOptions & EvaluateOptions;
  /** Settles the call and lets everything that waited for it run. */
  answer(value: Answer): Promise<void>;
  fail(what: string): Promise<void>;
  reject(error: Error): Promise<void>;
  readonly settled: boolean;
}

/** An AtlasWorker whose every answer a test gives by hand; aborting a call rejects it, as the real one does. */
export interface FakeWorker extends AtlasWorker {
  readonly packs: PendingCall<string, OpenedPack>[];
  readonly dataSets: PendingCall<{ readonly pack: string; readonly dataSet: string }, { rows: number }>[];
  readonly evaluations: PendingCall<EvaluateRequest, Evaluation>[];
  readonly assessments: PendingCall<AssessmentRequest, Assessment>[];
  readonly hotspotTests: PendingCall<HotspotRequest, HotspotAnswer>[];
  readonly backtests: PendingCall<BacktestRequest, BacktestAnswer>[];
  readonly surfaces: PendingCall<SurfaceRequest, SurfaceAnswer>[];
  readonly placesAsked: PendingCall<PlacesRequest, PatrolPlaces>[];
  readonly shapings: PendingCall<ShapeSource, readonly DrawnArea[]>[];
  readonly plans: PendingCall<PlanRequest, PatrolPlan>[];
  readonly classBreakings: PendingCall<{ readonly values: Float64Array; readonly classes: number; readonly method: BreakMethod }, readonly number[]>[];
  readonly disposed: boolean;
}

export function createFakeWorker(): FakeWorker {
  const packs: FakeWorker['packs'] = [];
  const dataSets: FakeWorker['dataSets'] = [];
  const evaluations: FakeWorker['evaluations'] = [];
  const assessments: FakeWorker['assessments'] = [];
  const hotspotTests: FakeWorker['hotspotTests'] = [];
  const backtests: FakeWorker['backtests'] = [];
  const surfaces: FakeWorker['surfaces'] = [];
  const placesAsked: FakeWorker['placesAsked'] = [];
  const shapings: FakeWorker['shapings'] = [];
  const plans: FakeWorker['plans'] = [];
  const classBreakings: FakeWorker['classBreakings'] = [];
  let disposed = false;
  return {
    packs, dataSets, evaluations, assessments, hotspotTests, backtests, surfaces, placesAsked, shapings, plans, classBreakings,
    get disposed() { return disposed; },
    openPack: (path, options = {}) => pend(packs, path, options),
    openDataSet: (pack, dataSet, options = {}) => pend(dataSets, { pack, dataSet }, options),
    evaluate: (request, options = {}) => pend(evaluations, request, options),
    assess: (request, options = {}) => pend(assessments, request, options),
    hotspots: (request, options = {}) => pend(hotspotTests, request, options),
    backtest: (request, options = {}) => pend(backtests, request, options),
    surface: (request, options = {}) => pend(surfaces, request, options),
    patrolPlaces: (request, options = {}) => pend(placesAsked, request, options),
    plan: (request, options = {}) => pend(plans, request, options),
    shapes: (source) => pend(shapings, source, {}),
    classBreaks: (values, classes, method) => pend(classBreakings, { values, classes, method }, {}),
    dispose() { disposed = true; },
  };
}

/** The call that waits longest, or an error that says what is missing. */
export function nextOf<Input, Answer>(calls: readonly PendingCall<Input, Answer>[]): PendingCall<Input, Answer> {
  const call = calls.find(({ settled }) => !settled);
  if (!call) throw new Error('No call is waiting.');
  return call;
}

/** Lets everything that only waits for settled promises run. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 30; turn += 1) await Promise.resolve();
}

function pend<Input, Answer>(calls: PendingCall<Input, Answer>[], input: Input, options: LoadOptions & EvaluateOptions): Promise<Outcome<Answer>> {
  return new Promise((resolve, reject) => {
    const state = { settled: false };
    const finish = (action: () => void) => {
      if (!state.settled) action();
      state.settled = true;
      return settle();
    };
    options.signal?.addEventListener('abort', () => void finish(() => reject(new DOMException('Aborted', 'AbortError'))));
    calls.push({
      input, options,
      get settled() { return state.settled; },
      answer: (value) => finish(() => resolve({ ok: true, value, notes: [] })),
      fail: (what) => finish(() => resolve({ ok: false, problem: problem(what) })),
      reject: (error) => finish(() => reject(error)),
    });
  });
}

function problem(what: string): Problem {
  return { what, where: 'a test', remedy: 'Try again.' };
}

/** An evaluation of so many areas, with these counts; rates are the counts times ten. */
export function evaluationOf(request: EvaluateRequest, counts: readonly number[], entry?: DataSetEntry): Evaluation {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const summary: RateSummary = { value: 100, lower: 90, upper: 110, reason: 0, events: total, personYears: 1000 };
  const group = { count: total, rate: summary, dsr: entry?.fields.age === false ? null : summary };
  return {
    request, areas: columnsOf(counts), byMonth: new Uint32Array(entry?.months.length ?? 0), byMonthOfYear: new Uint32Array(12), byWeekdayHour: new Uint32Array(175), byKind: new Uint32Array(entry?.kinds.length ?? 0),
    byBorough: {}, byHub: {}, byWard: {}, byNteHotspot: {}, matching: total, matchingVictims: total, ageUnknown: 0, byAge: null, bySex: null, byFlag: null, benchmark: { rate: group.rate, dsr: group.dsr }, ratio: null, funnel: { rate: null, dsr: null }, detail: null, withoutLocation: 0, outsideCounty: 0, atMidnight: 0,
    county: group, chosen: group, boroughs: {}, expectedHigherByChance: { rate: 0.1, dsr: 0.1 }, personTime: { months: 12, substituted: [], hoursOfWeek: 168, ages: null, sex: 'all' }, elapsed: 1,
  };
}

function columnsOf(counts: readonly number[]): AreaColumns {
  const rates = Float64Array.from(counts, (count) => count * 10);
  const zeros = () => new Uint8Array(counts.length);
  return {
    count: Uint32Array.from(counts), victims: Uint32Array.from(counts), personYears: new Float64Array(counts.length).fill(1000),
    rate: rates, rateLower: rates, rateUpper: rates, rateClass: zeros(), rateReason: zeros(), dsr: rates, dsrLower: rates, dsrUpper: rates, dsrClass: zeros(), dsrReason: zeros(),
    countQuintile: zeros(), monthsNeededRate: new Uint16Array(counts.length), monthsNeededDsr: new Uint16Array(counts.length), inPlace: new Uint8Array(counts.length).fill(1),
    rateBenchmark: new Float64Array(counts.length).fill(100), dsrBenchmark: new Float64Array(counts.length).fill(100), rateAdjustedP: new Float64Array(counts.length).fill(1), dsrAdjustedP: new Float64Array(counts.length).fill(1),
  };
}

/** An assessment without content. */
export function assessmentOf(request: AssessmentRequest): Assessment {
  return { request, title: 'Bedfordshire', period: '', demonstration: true, publishedTitle: null, summary: [], cautions: [], sections: [], missing: [] };
}
