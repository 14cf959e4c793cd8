import type { Evaluation } from '../../../model/results.ts';
import { describeSelection } from '../../../selection/describe.ts';
import { useAtlas } from '../../../store/react.ts';
import { Button } from '../../../ui/Button.tsx';
import { Term } from '../../../ui/Term.tsx';
import { formatCount, formatLimits, formatRate } from '../../../ui/formats.ts';
import { chanceSentence, foundByChance } from '../chance.ts';
import { midnightWords, notCoveredWords } from '../gaps.ts';
import { unitOf } from '../../../model/kinds.ts';
import { benchmarkWords, perWords, rateOf, type Scene } from '../scene.ts';
import { sentenceCase, unitFor } from '../words.ts';

/** What matches, its rate against the benchmark, and how much of the picture chance alone would paint. */
export function Summary({ scene }: { readonly scene: Scene }) {
  const { pack, entry, evaluation } = scene;
  const evaluating = useAtlas((state) => state.evaluating);
  if (evaluation === null) return <section className="summary" aria-label="Summary"><p className="muted">Working out the first figures…</p></section>;
  const shown = { ...scene, evaluation };
  const uncovered = notCoveredWords(shown);
  return (
    <section className={`summary${evaluating ? ' is-stale' : ''}`} aria-labelledby="summary-title">
      <h2 id="summary-title" className="summary-title">{describeSelection(evaluation.request.selection, entry, pack.places)}</h2>
      {uncovered === null ? <Figures scene={shown} /> : <p className="strong">{uncovered}. Choose hours among these: what happened in other hours is not known, which is not zero.</p>}
    </section>
  );
}

interface FiguresProps {
  readonly scene: Scene & { readonly evaluation: Evaluation };
}

function Figures({ scene }: FiguresProps) {
  const { entry, evaluation, rateKind } = scene;
  // The area's card says the rest again for its area; the room is better used for the table.
  const compact = useAtlas((state) => state.view.areas.length > 0);
  const part = evaluation.areas.inPlace.includes(0);
  return (
    <>
      <p className="summary-count"><span className="figure">{formatCount(evaluation.matching)}</span> {unitFor(evaluation.matching, unitOf(entry, evaluation.request.selection))}</p>
      <dl className="rates">
        {part && <RateLine title="Chosen places" rate={rateOf(evaluation.chosen, rateKind)} />}
        <RateLine title={sentenceCase(benchmarkWords(scene).title)} rate={rateOf(evaluation.county, rateKind)} />
      </dl>
      {!compact && <p className="small muted">
        {rateKind === 'dsr' ? <Term term="DSR">Directly standardised</Term> : 'Crude rate'} {perWords(evaluation)}, <Term term="Limits">{scene.confidence}% limits</Term>
        {entry.rowsAreVictims && rateKind === 'dsr' ? '; rates count victims' : ''}
      </p>}
      <MidnightLine evaluation={evaluation} />
      <p className="small">{chanceSentence(foundByChance(evaluation, rateKind))}</p>
    </>
  );
}

/** Unknown times stored as midnight can make a night-time pattern of their own: say so where the result stands, with the remedy. */
function MidnightLine({ evaluation }: Pick<FiguresProps['scene'], 'evaluation'>) {
  const setSelection = useAtlas((state) => state.setSelection);
  const words = midnightWords(evaluation);
  if (words === null) return null;
  const aside = evaluation.request.selection.midnightAside;
  return (
    <p className="small midnight-line">
      <strong>{words}.</strong> <Button variant="link" className="small" onPress={() => setSelection({ midnightAside: !aside })}>{aside ? 'Count them again' : 'Set them aside'}</Button>
    </p>
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
