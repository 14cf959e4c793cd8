import type { Evaluation, RateSummary } from '../../../model/results.ts';
import { reasonTitle } from '../../../model/reasons.ts';
import { standardisedWords } from '../../../model/population.ts';
import { sentenceCase } from '../../../model/text.ts';
import { mayShareOffences } from '../../../selection/sharing.ts';
import { Term } from '../../../ui/Term.tsx';
import { formatLimits, formatRate } from '../../../ui/formats.ts';
import { sexesWords } from '../gaps.ts';
import { benchmarkOf, benchmarkWords, perWords, rateOf, type Scene } from '../scene.ts';
import { ratioWords } from '../words.ts';

export interface SummaryRatesProps {
  readonly scene: Scene & { readonly evaluation: Evaluation };
}

/** The chosen places, the county and what areas are compared with, where that is something else. */
export function SummaryRates({ scene }: SummaryRatesProps) {
  const { pack, entry, evaluation, rateKind } = scene;
  const { benchmark: asked } = evaluation.request;
  const part = evaluation.areas.inPlace.includes(0);
  const county = benchmarkWords({ pack, entry, evaluation: null }).title;
  const { title } = benchmarkWords(scene);
  const ratio = asked.kind === 'selection' && evaluation.ratio !== null ? ratioWords(evaluation.ratio, asked.title, evaluation.request.confidence) : null;
  const shared = asked.kind === 'selection' && mayShareOffences(evaluation.request.selection, asked.selection);
  return (
    <>
      <dl className="rates">
        {part && <RateLine title="Chosen places" rate={rateOf(evaluation.chosen, rateKind)} />}
        <RateLine title={sentenceCase(county)} rate={rateOf(evaluation.county, rateKind)} />
        {asked.kind !== 'county' && asked.kind !== 'own-borough' && <RateLine title={`Benchmark: ${title}`} rate={benchmarkOf(evaluation, rateKind)} />}
      </dl>
      {asked.kind === 'own-borough' && <p className="small">Each area is compared with its own borough.</p>}
      {ratio !== null && <p className="small">{ratio}{shared && <span className="muted"> Both may count the same offences; the limits are then wider than they need be.</span>}</p>}
    </>
  );
}

/** Which rate, per whom, with which limits. */
export function MethodLine({ scene: { entry, evaluation, rateKind } }: SummaryRatesProps) {
  const { confidence } = evaluation.request;
  const sexes = sexesWords(evaluation);
  return (
    <p className="small muted">
      {rateKind === 'dsr' ? <Term term="DSR">{sentenceCase(standardisedWords(evaluation.personTime))}</Term> : 'Crude rate'} {perWords(evaluation)}, <Term term="Limits">{confidence === 'fdr' ? 95 : confidence}% limits</Term>
      {confidence === 'fdr' && <>, marked at a <Term term="FDR">false discovery rate</Term> of 5%</>}
      {entry.rowsAreVictims && rateKind === 'dsr' ? '; rates count victims' : ''}
      {sexes === null ? '' : `. ${sexes}.`}
    </p>
  );
}

/** A typed value is its own limits, so only itself is shown. A rate that is not given says why. */
export function RateLine({ title, rate }: { readonly title: string; readonly rate: RateSummary | null }) {
  const given = rate !== null && Number.isFinite(rate.value);
  return (
    <div className="rate-line">
      <dt>{title}</dt>
      <dd className="rate-figure">
        {given ? <><strong>{formatRate(rate.value)}</strong>{rate.lower < rate.upper && <> <span className="muted">({formatLimits(rate.lower, rate.upper)})</span></>}</> : <span className="muted">{reasonTitle(rate?.reason)}</span>}
      </dd>
    </div>
  );
}
