import { useAtlas } from '../../../store/react.ts';
import { shownSurface } from '../../../store/surfaceKeeper.ts';

/** On the map itself: that the lines of density are of an earlier filter, why there are none, or, where the legend is folded, what they cannot say. */
export function SurfaceNote() {
  const { status, problem } = useAtlas((state) => state.surface);
  const shown = useAtlas(shownSurface);
  if (problem !== null) return <output className="stage-note stage-wait">No lines of density: {problem.what}</output>;
  if (status === 'loading') return <output className="stage-note stage-wait">{shown === null ? 'Making the lines of density…' : 'Updating the lines of density…'}</output>;
  return shown === null || shown.answer.caution === null ? null : <p className="stage-note stage-wait surface-short small">Lines from moved points: nothing about a street. Never compare across July 2022.</p>;
}
