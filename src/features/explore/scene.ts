import { useMemo } from 'react';
import type { DataSetEntry } from '../../model/manifest.ts';
import type { Confidence, MeasureId } from '../../model/measures.ts';
import type { OpenedPack } from '../../model/pack.ts';
import type { Evaluation, RateSummary } from '../../model/results.ts';
import type { Selection } from '../../model/selection.ts';
import { type Unavailable, unavailable } from '../../selection/availability.ts';
import { useAtlas } from '../../store/react.ts';
import { shownMeasure, shownSelection } from '../../store/shown.ts';

/** Which of the two rates stands in tables and cards. */
export type RateKind = 'dsr' | 'rate';

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

/** What a rate is per: "per 100,000 residents a year", said of the chosen hours where they are not the whole week. */
export function perWords(evaluation: Evaluation | null): string {
  const part = evaluation !== null && evaluation.personTime.hoursOfWeek < 168;
  return `per 100,000 residents a year${part ? ' in these hours' : ''}`;
}

/** Who the benchmark is: the county, or what of it the data set covers. */
export function benchmarkWords({ pack, entry }: Pick<Scene, 'pack' | 'entry'>): { readonly title: string; readonly possessive: string } {
  if (entry.kind === 'nte-profile') return { title: 'the areas covered', possessive: 'the covered areas’' };
  return { title: pack.manifest.benchmark, possessive: `${pack.manifest.benchmark}’s` };
}

/** Null until a pack and a data set are open. */
export function useScene(): Scene | null {
  const pack = useAtlas((state) => state.pack.opened);
  const entry = useAtlas((state) => state.dataSet.entry);
  const evaluation = useAtlas((state) => state.evaluation);
  const selection = useAtlas((state) => state.view.selection);
  const confidence = useAtlas((state) => state.view.confidence);
  const applied = useAtlas(shownSelection).selection;
  const measure = useAtlas(shownMeasure);
  return useMemo(() => {
    if (pack === null || entry === null) return null;
    return { pack, entry, evaluation, selection, applied, lacks: unavailable(entry), measure, rateKind: rateKindOf(measure, entry), confidence };
  }, [pack, entry, evaluation, selection, applied, measure, confidence]);
}
