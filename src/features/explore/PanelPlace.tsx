/** Keeps the place of a panel whose code or figures are still coming: bars where its parts will stand. Screen readers hear the words. */
export function PanelPlace({ words }: { readonly words: string }) {
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
