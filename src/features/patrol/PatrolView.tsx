import { useEffect } from 'react';
import type { OpenedPack } from '../../model/pack.ts';
import type { Atlas } from '../../store/state.ts';
import { useAtlas } from '../../store/react.ts';
import { ProblemNotice } from '../../ui/Notice.tsx';
import { ProgressLine } from '../../ui/ProgressLine.tsx';
/* oxlint-disable import/no-unassigned-import -- stylesheets have nothing to name; they come with the view, after the first map */
import './patrol.css';
import './patrolPrint.css';
/* oxlint-enable import/no-unassigned-import */
import { PatrolPage } from './PatrolPage.tsx';

const packState = (state: Atlas) => state.pack;
const dataSetState = (state: Atlas) => state.dataSet;

/** Who goes where, when: places, officers and a rule make a plan, or the reason why there is none. */
export function PatrolView() {
  const { opened, progress, problem } = useAtlas(packState);
  const dataSet = useAtlas(dataSetState);
  const retry = useAtlas((state) => state.retry);
  const trouble = problem ?? dataSet.problem;
  if (opened !== null && dataSet.entry !== null) return <Opened pack={opened} />;
  return (
    <div className="status">
      <h1 className="status-title">Patrol planning</h1>
      {trouble === null ? <ProgressLine progress={dataSet.progress ?? progress} /> : <ProblemNotice problem={trouble} onRetry={retry} />}
    </div>
  );
}

function Opened({ pack }: { readonly pack: OpenedPack }) {
  const need = useAtlas((state) => state.needPatrol);
  useEffect(() => need(), [need]);
  return <PatrolPage pack={pack} />;
}
