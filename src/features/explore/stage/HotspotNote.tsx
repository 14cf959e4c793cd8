import { useEffect } from 'react';
import { useAtlas } from '../../../store/react.ts';
import { ProblemNotice } from '../../../ui/Notice.tsx';

/** Asks for the hotspot tests while the map shows one of them, and says on the map how far they are. */
export function HotspotNote() {
  const { status, problem } = useAtlas((state) => state.hotspots);
  const progress = useAtlas((state) => state.hotspotProgress);
  const need = useAtlas((state) => state.needHotspots);
  useEffect(() => need(), [need]);
  if (problem !== null && status === 'failed') return <div className="stage-note"><ProblemNotice problem={problem} onRetry={need} /></div>;
  if (status === 'ready') return null;
  const share = progress === null || progress.total === 0 ? '' : ` ${Math.floor(100 * progress.done / progress.total)}%`;
  return <output className="stage-note stage-wait">Testing hotspots…{share}</output>;
}
