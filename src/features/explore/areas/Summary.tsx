import { describeSelection } from '../../../selection/describe.ts';
import { useAtlas } from '../../../store/react.ts';
import { Term } from '../../../ui/Term.tsx';
import { formatCount, formatLimits, formatRate } from '../../../ui/formats.ts';
import { chanceSentence, foundByChance } from '../chance.ts';
import { benchmarkWords, perWords, rateOf, type Scene, unitOf } from '../scene.ts';
import { unitFor } from '../words.ts';

/** What matches, its rate against the benchmark, and how much of the picture chance alone would paint. */
export function Summary({ scene }: { readonly scene: Scene }) {
  const { pack, entry, evaluation, rateKind } = scene;
  const evaluating = useAtlas((state) => state.evaluating);
  // The area's card says the rest again for its area; the room is better used for the table.
  const compact = useAtlas((state) => state.view.areas.length > 0);
  if (evaluation === null) return <section className="summary" aria-label="Summary"><p className="muted">Working out the first figures…</p></section>;
  const shown = evaluation.request.selection;
  const county = rateOf(evaluation.county, rateKind);
  const chosen = rateOf(evaluation.chosen, rateKind);
  const part = evaluation.areas.inPlace.includes(0);
  return (
    <section className={`summary${evaluating ? ' is-stale' : ''}`} aria-labelledby="summary-title">
      <h2 id="summary-title" className="summary-title">{describeSelection(shown, entry, pack.places)}</h2>
      <p className="summary-count"><span className="figure">{formatCount(evaluation.matching)}</span> {unitFor(evaluation.matching, unitOf(entry, shown))}</p>
      <dl className="rates">
        {part && <RateLine title="Chosen places" rate={chosen} />}
        <RateLine title={benchmarkWords(scene).title} rate={county} />
      </dl>
      {!compact && <p className="small muted">
        {rateKind === 'dsr' ? <Term term="DSR">Directly standardised</Term> : 'Crude rate'} {perWords(evaluation)}, <Term term="Limits">{scene.confidence}% limits</Term>
        {entry.rowsAreVictims && rateKind === 'dsr' ? '; rates count victims' : ''}
      </p>}
      <p className="small">{chanceSentence(foundByChance(evaluation, rateKind))}</p>
    </section>
  );
}

function RateLine({ title, rate }: { readonly title: string; readonly rate: ReturnType<typeof rateOf> }) {
  const given = rate !== null && Number.isFinite(rate.value);
  return (
    <div className="rate-line">
      <dt>{title}</dt>
      <dd>
        {given ? <><strong>{formatRate(rate.value)}</strong> <span className="muted">({formatLimits(rate.lower, rate.upper)})</span></> : <span className="muted">Too few to say</span>}
      </dd>
    </div>
  );
}
