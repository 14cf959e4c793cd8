import type { Benchmark } from '../model/benchmark.ts';
import type { DataSetEntry } from '../model/manifest.ts';
import { MEASURES, type MeasureId } from '../model/measures.ts';
import { type OpenedPack, packKey } from '../model/pack.ts';
import type { EvaluateRequest } from '../model/results.ts';
import { unavailable } from '../selection/availability.ts';
import { type EffectiveSelection, effectiveSelection } from '../selection/effective.ts';
import { effectiveBenchmark } from '../selection/effectiveBenchmark.ts';
import { encodeHash } from '../selection/url.ts';
import type { ViewState } from '../selection/viewState.ts';
import { memoise } from './memoise.ts';
import { agreementProblem } from './sources.ts';
import type { AtlasState } from './state.ts';

/** What is really asked and shown, as far as it differs from what the view asks for. */

const NOTHING_DROPPED: EffectiveSelection['dropped'] = [];

const effectiveOf = memoise((selection: ViewState['selection'], entry: DataSetEntry, opened: OpenedPack) => effectiveSelection(selection, entry, opened.places, opened.areas));

/** The selection that is applied to the open data set, and the clauses it cannot answer; the plain selection until one is open. */
export function shownSelection(state: AtlasState): EffectiveSelection {
  const { opened } = state.pack;
  const { entry } = state.dataSet;
  return opened && entry ? effectiveOf(state.view.selection, entry, opened) : plain(state.view.selection);
}
const plain = memoise((selection: ViewState['selection']): EffectiveSelection => ({ selection, dropped: NOTHING_DROPPED }));

/**
 * The measure on the map: the one chosen where the data set can give it; otherwise the standardised class, or the
 * crude rate class where there is no age.
 */
export function shownMeasure(state: AtlasState): MeasureId {
  const { entry } = state.dataSet;
  const { measure } = state.view;
  if (entry === null) return measure ?? 'dsr-class';
  if (measure !== null && measureProblem(measure, entry, state.pack.opened?.manifest.dataSets) === null) return measure;
  if (measure === 'dsr') return 'rate';
  return unavailable(entry).dsr === undefined ? 'dsr-class' : 'rate-class';
}

/**
 * Why a data set cannot give a measure, in plain words; null where it can.
 * @param dataSets all those of the pack, for what needs several of them.
 */
export function measureProblem(measure: MeasureId, entry: DataSetEntry, dataSets: readonly DataSetEntry[] = [entry]): string | null {
  switch (MEASURES.find(({ id }) => id === measure)?.needs) {
    case 'age': return unavailable(entry).dsr ?? null;
    case 'sources': return agreementProblem(dataSets);
    default: return null;
  }
}

/** What areas are really compared with, and why not with all that was asked for. */
export interface ShownBenchmark {
  readonly benchmark: Benchmark;
  /** Plain sentences; null where everything asked for is applied. */
  readonly reason: string | null;
}

/** The benchmark that is applied to the open data set. The same state gives the same object. */
export function shownBenchmark(state: AtlasState): ShownBenchmark {
  return benchmarkOf(state.view.benchmark, state.dataSet.entry, state.pack.opened);
}
const benchmarkOf = memoise((asked: Benchmark, entry: DataSetEntry | null, opened: OpenedPack | null): ShownBenchmark => {
  if (entry === null || opened === null) return { benchmark: asked, reason: null };
  const { benchmark, reasons } = effectiveBenchmarkOf(asked, entry, opened);
  return { benchmark, reason: reasons.length === 0 ? null : reasons.join(' ') };
});
const effectiveBenchmarkOf = memoise((asked: Benchmark, entry: DataSetEntry, opened: OpenedPack) => effectiveBenchmark(asked, entry, opened.places, opened.areas));

/** The request for what the view asks; null until a data set is open. */
export function requestOf(state: AtlasState): EvaluateRequest | null {
  const { opened } = state.pack;
  const { entry } = state.dataSet;
  return opened && entry ? requestWith(state.view, opened, entry) : null;
}

/** The request for a view of a certain data set. */
export function requestWith(view: ViewState, pack: OpenedPack, entry: DataSetEntry): EvaluateRequest {
  return {
    pack: packKey(pack), dataSet: entry.id, selection: effectiveOf(view.selection, entry, pack).selection,
    confidence: view.confidence, benchmark: effectiveBenchmarkOf(view.benchmark, entry, pack).benchmark, detail: false,
  };
}

/** The address of the view as it is now, for sharing; the address bar follows a moment later. */
export function linkOf(state: AtlasState): string {
  return encodeHash(state.view);
}
