import { useMissingParts } from '../../ui/later.ts';
import { ProblemNotice } from '../../ui/Notice.tsx';

/** Keeps the place of a panel whose code or figures are still coming: bars where its parts will stand. Screen readers hear the words. */
export function PanelPlace({ words }: { readonly words: string }) {
  const again = useMissingParts();
  if (again !== null) {
    const problem = { what: 'This part of the page could not be loaded', where: 'The connection to the server', remedy: 'Check the connection and try again. The map is not affected.' };
    return <div className="place"><ProblemNotice problem={problem} onRetry={again} /></div>;
  }
  return (
    <div className="place">
      <p className="visually-hidden">{words}</p>
      {[3, 5, 4, 2].map((bars) => (
        <div key={bars} className="place-part" aria-hidden="true">
          {Array.from({ length: bars }, (_, bar) => <div key={bar} className="place-bar" />)}
        </div>
      ))}
    </div>
  );
}
