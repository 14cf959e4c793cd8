import { Button } from '../../ui/Button.tsx';
import { usePartsMissing } from '../../ui/later.ts';
import { ProblemNotice } from '../../ui/Notice.tsx';

/** Keeps the place of a panel whose code or figures are still coming: bars where its parts will stand. Screen readers hear the words. */
export function PanelPlace({ words }: { readonly words: string }) {
  if (usePartsMissing()) {
    const problem = { what: 'This part of the page could not be loaded', where: 'The connection to the server', remedy: 'The map is not affected. Loading the page again keeps what it shows.' };
    return (
      <div className="place">
        <ProblemNotice problem={problem} />
        <p className="place-again"><Button variant="primary" onPress={() => window.location.reload()}>Reload the page</Button></p>
      </div>
    );
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
