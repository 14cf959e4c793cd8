import { useMemo } from 'react';
import type { DataSetEntry } from '../../model/manifest.ts';
import { COUNTY_BENCHMARK } from '../../model/benchmark.ts';
import type { Confidence, MeasureId, RateKind } from '../../model/measures.ts';
import type { OpenedPack } from '../../model/pack.ts';
import { reasonTitle } from '../../model/reasons.ts';
import { lowerFirst } from '../../model/text.ts';
import { denominatorWords } from '../../model/population.ts';
import type { Evaluation, RateSummary } from '../../model/results.ts';
import type { Selection } from '../../model/selection.ts';
import { type Unavailable, unavailable } from '../../selection/availability.ts';
import { benchmarkTitle } from '../../selection/describe.ts';
import { useAtlas } from '../../store/react.ts';
import { shownMeasure, shownSelection } from '../../store/shown.ts';
import { formatRate } from '../../ui/formats.ts';

/** All that the Explore view draws from, once a pack and a data set are open. */
export interface Scene {
  readonly pack: OpenedPack;
  readonly entry: DataSetEntry;
  /** The last complete answer; it may be older than `selection` while another is on its way. */
  readonly evaluation: Evaluation | null;
  readonly selection: Selection;
  /** The part of the selection that this data set can answer. */
  readonly applied: Selection;
  /** Why something cannot be used here, by what it is. */
  readonly lacks: Unavailable;
  readonly measure: MeasureId;
  readonly rateKind: RateKind;
  readonly confidence: Confidence;
}

/** The rate beside a measure: its own, otherwise the standardised one where there is one. */
export function rateKindOf(measure: MeasureId, entry: DataSetEntry): RateKind {
  if (measure === 'rate' || measure === 'rate-class') return 'rate';
  return entry.fields.age ? 'dsr' : 'rate';
}

/** A summary's rate of the kind shown; null where the data set has none of it. */
export function rateOf(summary: { readonly rate: RateSummary; readonly dsr: RateSummary | null }, kind: RateKind): RateSummary | null {
  return kind === 'dsr' ? summary.dsr : summary.rate;
}

/** The one rate that areas are compared with; null where each has its own or there is none of this kind. */
export function benchmarkOf(evaluation: Evaluation | null, kind: RateKind): RateSummary | null {
  return evaluation?.benchmark[kind] ?? null;
}

/** "2,876"; "too few to say" or another reason where it is not given. */
export function rateWords({ value, reason }: RateSummary): string {
  return Number.isFinite(value) ? formatRate(value) : lowerFirst(reasonTitle(reason));
}

/** What a rate is per: "per 100,000 residents aged 10-24 a year", said of the chosen hours where they are not the whole week. */
export function perWords(evaluation: Evaluation | null): string {
  return evaluation === null ? 'per 100,000 residents a year' : denominatorWords(evaluation.personTime);
}

/** Who the benchmark of the answer is: the county, what of it the data set covers, a borough, a typed value, a saved selection. */
export function benchmarkWords({ pack, entry, evaluation }: Pick<Scene, 'pack' | 'entry' | 'evaluation'>): { readonly title: string; readonly possessive: string } {
  return benchmarkTitle(evaluation?.request.benchmark ?? COUNTY_BENCHMARK, pack, entry);
}

/**
 * The scene of the answer on screen: the same object from the question to its answer, so that what shows figures is not
 * drawn twice for one change. Its selection is the answer's own; before the first answer the one asked for.
 */
export function useAnswered(scene: Scene | null): Scene | null {
  const { pack, entry, evaluation, selection, applied, lacks, measure, rateKind, confidence } = scene ?? NO_SCENE;
  const [asked, given] = evaluation === null ? [selection, applied] : [evaluation.request.selection, evaluation.request.selection];
  return useMemo(
    () => (pack === null || asked === null || given === null ? null : { pack, entry, evaluation, selection: asked, applied: given, lacks, measure, rateKind, confidence }),
    [pack, entry, evaluation, asked, given, lacks, measure, rateKind, confidence],
  );
}
const NO_SCENE = { pack: null, entry: null, evaluation: null, selection: null, applied: null, lacks: null, measure: null, rateKind: null, confidence: null } as const;

/** Null until a pack and a data set are open. */
export function useScene(): Scene | null {
  const pack = useAtlas((state) => state.pack.opened);
  const entry = useAtlas((state) => state.dataSet.entry);
  const evaluation = useAtlas((state) => state.evaluation);
  const selection = useAtlas((state) => state.view.selection);
  const confidence = useAtlas((state) => state.view.confidence);
  const applied = useAtlas(shownSelection).selection;
  const measure = useAtlas(shownMeasure);
  const lacks = useMemo(() => (entry === null ? null : unavailable(entry)), [entry]);
  return useMemo(() => {
    if (pack === null || entry === null || lacks === null) return null;
    return { pack, entry, evaluation, selection, applied, lacks, measure, rateKind: rateKindOf(measure, entry), confidence };
  }, [pack, entry, evaluation, selection, applied, lacks, measure, confidence]);
}
