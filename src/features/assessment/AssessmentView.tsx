import { useEffect } from 'react';
import type { OpenedPack } from '../../model/pack.ts';
import type { Atlas } from '../../store/state.ts';
import { useAtlas } from '../../store/react.ts';
import { ProblemNotice } from '../../ui/Notice.tsx';
import { ProgressLine } from '../../ui/ProgressLine.tsx';
import { AssessmentPage } from './AssessmentPage.tsx';
import { Controls } from './Controls.tsx';
import { ExportMenu } from './ExportMenu.tsx';

const packState = (state: Atlas) => state.pack;
const assessmentState = (state: Atlas) => state.assessment;

/** The needs assessment made anew from the open pack, for the chosen months and confidence. */
export function AssessmentView() {
  const { opened, progress, problem } = useAtlas(packState);
  const retry = useAtlas((state) => state.retry);
  if (opened !== null) return <OpenedAssessment pack={opened} />;
  return (
    <div className="status">
      <h1 className="status-title">Needs assessment</h1>
      {problem === null ? <ProgressLine progress={progress} /> : <ProblemNotice problem={problem} onRetry={retry} />}
    </div>
  );
}

function OpenedAssessment({ pack }: { readonly pack: OpenedPack }) {
  const { status, value, problem } = useAtlas(assessmentState);
  const need = useAtlas((state) => state.needAssessment);
  useEffect(() => need(), [need]);
  // An answer of the pack that was open before: its classes are not this pack's areas.
  const shown = value !== null && value.request.pack === pack.id ? value : null;
  const refreshing = status === 'loading' && shown !== null;
  return (
    <div className="assessment" aria-busy={status === 'loading'}>
      <div className="assessment-bar">
        <Controls pack={pack} />
        {shown !== null && <ExportMenu assessment={shown} pack={pack} />}
      </div>
      <output className="assessment-state">{refreshing ? 'Working it out anew; what stands below is still the last one.' : ''}</output>
      {problem !== null && (
        <div className="assessment-problem">
          <ProblemNotice problem={problem} onRetry={need} />
          {shown !== null && <p className="small muted">What stands below is the last assessment that could be made.</p>}
        </div>
      )}
      {shown === null && problem === null && (
        <div className="status">
          <h1 className="status-title">Making the needs assessment</h1>
          <p className="muted">Every data set of the pack is opened and counted in this browser. That takes a few seconds.</p>
          <ProgressLine progress={null} />
        </div>
      )}
      {shown !== null && <AssessmentPage assessment={shown} pack={pack} />}
    </div>
  );
}
