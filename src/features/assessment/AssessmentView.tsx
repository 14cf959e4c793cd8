import { useEffect } from 'react';
import { type OpenedPack, packKey, type Problem, type Progress } from '../../model/pack.ts';
import type { Atlas } from '../../store/state.ts';
import { useAtlas } from '../../store/react.ts';
import { ProblemNotice } from '../../ui/Notice.tsx';
import { ProgressLine } from '../../ui/ProgressLine.tsx';
import { AssessmentPage } from './AssessmentPage.tsx';
import { Controls } from './Controls.tsx';
import { ExportMenu } from './ExportMenu.tsx';

const packState = (state: Atlas) => state.pack;
const dataSetState = (state: Atlas) => state.dataSet;
const assessmentState = (state: Atlas) => state.assessment;
const COUNTING: Progress = { step: 'Opening every data set and counting', done: 0, total: 0 };

/** The needs assessment made anew from the open pack, for the chosen months and confidence. */
export function AssessmentView() {
  const { opened, progress, problem } = useAtlas(packState);
  const retry = useAtlas((state) => state.retry);
  return opened === null ? <div className="assessment"><Waiting progress={progress} problem={problem} onRetry={retry} /></div> : <OpenedAssessment pack={opened} />;
}

function OpenedAssessment({ pack }: { readonly pack: OpenedPack }) {
  const { status, value, problem } = useAtlas(assessmentState);
  const dataSet = useAtlas(dataSetState);
  const need = useAtlas((state) => state.needAssessment);
  const retry = useAtlas((state) => state.retry);
  useEffect(() => need(), [need]);
  // An answer of the pack that was open before: its classes are not of this pack's areas.
  const shown = value !== null && value.request.pack === packKey(pack) ? value : null;
  const trouble = problem === null && shown === null ? { problem: dataSet.problem, again: retry } : { problem, again: need };
  return (
    <div className="assessment" aria-busy={status === 'loading'}>
      <div className="assessment-bar">
        <Controls pack={pack} />
        {shown !== null && <ExportMenu assessment={shown} pack={pack} />}
      </div>
      <output className="assessment-state">{status === 'loading' && shown !== null ? 'Working it out anew; what stands below is still the last one.' : ''}</output>
      {shown === null && <Waiting progress={dataSet.progress ?? COUNTING} problem={trouble.problem} onRetry={trouble.again} />}
      {shown !== null && problem !== null && (
        <div className="assessment-problem">
          <ProblemNotice problem={problem} onRetry={need} />
          <p className="small muted">What stands below is the last assessment that could be made.</p>
        </div>
      )}
      {shown !== null && <AssessmentPage assessment={shown} pack={pack} />}
    </div>
  );
}

interface WaitingProps {
  readonly progress: Progress | null;
  readonly problem: Problem | null;
  readonly onRetry: () => void;
}

/** Before there is anything to read: how far it is, or what went wrong and what to do. */
function Waiting({ progress, problem, onRetry }: WaitingProps) {
  return (
    <div className="status">
      <h1 className="status-title">{problem === null ? 'Making the needs assessment' : 'Needs assessment'}</h1>
      {problem === null && <p className="muted">Every data set of the pack is opened and counted in this browser. That takes some seconds.</p>}
      {problem === null ? <ProgressLine progress={progress} /> : <ProblemNotice problem={problem} onRetry={onRetry} />}
    </div>
  );
}
