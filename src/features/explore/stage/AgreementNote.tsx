import { useEffect } from 'react';
import { useAtlas } from '../../../store/react.ts';
import { ProblemNotice } from '../../../ui/Notice.tsx';

/** Asks for the agreement of the sources while the map shows it, and says on the map while it is not there. */
export function AgreementNote() {
  const agreement = useAtlas((state) => state.agreement);
  const need = useAtlas((state) => state.needAgreement);
  useEffect(() => need(), [need]);
  if (agreement.problem !== null && agreement.status === 'failed') return <div className="stage-note"><ProblemNotice problem={agreement.problem} onRetry={need} /></div>;
  return agreement.status === 'ready' ? null : <output className="stage-note stage-wait">Comparing the sources…</output>;
}
