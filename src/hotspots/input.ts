import type { Benchmark } from '../model/benchmark.ts';
import type { DataSetEntry } from '../model/manifest.ts';
import type { Confidence } from '../model/measures.ts';
import type { OpenedPack } from '../model/pack.ts';
import type { Evaluation } from '../model/results.ts';
import type { Selection } from '../model/selection.ts';

/** Events as points in metres (British National Grid), with the area that each is counted in. */
export interface EventPoints {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly area: Int32Array;
}

/**
 * Events of the data set as points, each once, that match a selection and are counted in an area of the chosen places;
 * or why there are none. An event without a finite place has NaN.
 */
export type Points =
  | { readonly of: (selection: Selection) => EventPoints; readonly problem: null }
  | { readonly of: null; readonly problem: string };

/** What the tests are made from: everything is counted by `evaluate`, under the data set's disclosure threshold. */
export interface HotspotInput {
  readonly pack: OpenedPack;
  readonly points: Points;
  evaluate(dataSet: string, selection: Selection, against: { readonly confidence: Confidence; readonly benchmark: Benchmark }): Evaluation;
}

/** How far a test is. */
export interface HotspotStep {
  readonly done: number;
  readonly total: number;
}

/** The data set asked for. Throws where the pack has none of that id; the worker has opened it before. */
export function entryOf({ manifest }: OpenedPack, dataSet: string): DataSetEntry {
  const entry = manifest.dataSets.find(({ id }) => id === dataSet);
  if (entry === undefined) throw new Error(`The pack has no data set "${dataSet}".`);
  return entry;
}

/** Runs a generator of steps to its end. */
export function finished<Answer>(steps: Generator<HotspotStep, Answer, void>): Answer {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
