import { describeSelection } from '../../../selection/describe.ts';
import { useAtlas } from '../../../store/react.ts';
import { Button } from '../../../ui/Button.tsx';
import { formatCount } from '../../../ui/formats.ts';
import { chanceSentence, foundByChance } from '../chance.ts';
import { midnightWords, notCoveredWords, withoutBenchmarkWords } from '../gaps.ts';
import { unitOf } from '../../../model/kinds.ts';
import { benchmarkWords, type Scene } from '../scene.ts';
import { unitFor } from '../words.ts';
import { MethodLine, SummaryRates, type SummaryRatesProps } from './SummaryRates.tsx';

/** What matches, its rate against the benchmark, and how much of the picture chance alone would paint. */
export function Summary({ scene }: { readonly scene: Scene }) {
  const { pack, entry, evaluation } = scene;
  const evaluating = useAtlas((state) => state.evaluating);
  if (evaluation === null) return <section className="summary" aria-label="Summary"><p className="muted">Working out the first figures…</p></section>;
  const shown = { ...scene, evaluation };
  const uncovered = notCoveredWords(shown);
  return (
    <section className={`summary${evaluating ? ' is-stale' : ''}`} aria-labelledby="summary-title">
      <h2 id="summary-title" className="summary-title">{describeSelection(evaluation.request.selection, entry, pack.places, pack.areas)}</h2>
      {uncovered === null ? <Figures scene={shown} /> : <p className="strong">{uncovered}. Choose hours among these: what happened in other hours is not known, which is not zero.</p>}
    </section>
  );
}

function Figures({ scene }: SummaryRatesProps) {
  const { entry, evaluation, rateKind } = scene;
  // The area's card says the rest again for its area; the room is better used for the table.
  const compact = useAtlas((state) => state.view.areas.length > 0);
  const { title } = benchmarkWords(scene);
  const nothing = withoutBenchmarkWords(evaluation, rateKind, title);
  return (
    <>
      <p className="summary-count"><span className="figure">{formatCount(evaluation.matching)}</span> {unitFor(evaluation.matching, unitOf(entry, evaluation.request.selection))}</p>
      <SummaryRates scene={scene} />
      {!compact && <MethodLine scene={scene} />}
      <MidnightLine evaluation={evaluation} />
      <p className="small">{nothing === null ? chanceSentence(foundByChance(evaluation, rateKind, title)) : <strong>{nothing}.</strong>}</p>
    </>
  );
}

/** Unknown times stored as midnight can make a night-time pattern of their own: say so where the result stands, with the remedy. */
function MidnightLine({ evaluation }: Pick<SummaryRatesProps['scene'], 'evaluation'>) {
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
