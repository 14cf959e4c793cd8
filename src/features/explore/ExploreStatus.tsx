import { useAtlas } from '../../store/react.ts';
import { Button } from '../../ui/Button.tsx';
import { ProblemNotice } from '../../ui/Notice.tsx';
import { ProgressLine } from '../../ui/ProgressLine.tsx';

/** What stands in place of the view until there is something to show: progress, a failure, or a stopped load. */
export function ExploreStatus() {
  const pack = useAtlas((state) => state.pack);
  const dataSet = useAtlas((state) => state.dataSet);
  const cancel = useAtlas((state) => state.cancelLoading);
  const start = useAtlas((state) => state.start);
  const problem = pack.problem ?? dataSet.problem;
  const failed = problem !== null && (pack.status === 'failed' || dataSet.status === 'failed');
  const loading = !failed && (pack.status === 'loading' || dataSet.status === 'loading');
  return (
    <div className="status">
      <h1 className="status-title">{failed ? 'The map could not be opened' : loading ? 'Opening the map' : 'Nothing is open'}</h1>
      {failed && <ProblemNotice problem={problem} onRetry={start} />}
      {loading && (
        <>
          <ProgressLine progress={pack.status === 'loading' ? pack.progress : dataSet.progress} />
          <p><Button onPress={cancel}>Cancel</Button></p>
        </>
      )}
      {!failed && !loading && (
        <>
          <p className="muted">Loading was stopped before there was anything to show.</p>
          <p><Button variant="primary" onPress={start}>Load it again</Button></p>
        </>
      )}
    </div>
  );
}
