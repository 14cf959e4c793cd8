import type { Atlas } from '../../store/state.ts';
import { useAtlas } from '../../store/react.ts';
import { DataSetProvenance } from './DataSetProvenance.tsx';
import { GeneralNotes } from './GeneralNotes.tsx';
import { MEASURE_NOTES } from './measureNotes.ts';
import type { MeasureNote } from './note.ts';
import { SourceTable } from './SourceTable.tsx';

const openedPack = (state: Atlas) => state.pack.opened;

/** How every number is made and where the data comes from, in plain English with the symbols beside. */
export function MethodsView() {
  const pack = useAtlas(openedPack);
  return (
    <div className="methods">
      <nav className="methods-contents" aria-label="On this page">
        <ul>
          {MEASURE_NOTES.map((note) => (
            <li key={note.id}><ContentsLink target={`method-${note.id}`} title={note.title} /></li>
          ))}
          <li><ContentsLink target="method-rules" title="Rules that hold everywhere" /></li>
          <li><ContentsLink target="method-data" title="Data sets and their rows" /></li>
          <li><ContentsLink target="method-sources" title="Sources and licences" /></li>
        </ul>
      </nav>
      <article className="methods-text">
        <h1>Methods</h1>
        <p className="methods-lead">How every number in Hotspot Atlas is made, and what it cannot say.</p>
        {MEASURE_NOTES.map((note) => <MeasureSection key={note.id} note={note} />)}
        <GeneralNotes demonstration={pack?.manifest.demonstration ?? false} population={pack?.manifest.population.basis ?? null} />
        <section id="method-data" tabIndex={-1} aria-labelledby="method-data-title">
          <h2 id="method-data-title">Data sets and their rows</h2>
          {pack === null ? <p>No pack is open.</p> : pack.manifest.dataSets.map((entry) => <DataSetProvenance key={entry.id} entry={entry} />)}
        </section>
        <section id="method-sources" tabIndex={-1} aria-labelledby="method-sources-title">
          <h2 id="method-sources-title">Sources and licences</h2>
          {pack === null ? <p>No pack is open.</p> : <SourceTable manifest={pack.manifest} />}
        </section>
        <p>How fast is it here? <a href="./bench.html">Measure this machine</a> with made-up records.</p>
      </article>
    </div>
  );
}

/** The hash of the page is the view, so these links move the focus instead of the address. */
function ContentsLink({ target, title }: { readonly target: string; readonly title: string }) {
  const show = () => {
    const section = document.getElementById(target);
    section?.scrollIntoView({ block: 'start' });
    section?.focus({ preventScroll: true });
  };
  return <button type="button" className="methods-link" onClick={show}>{title}</button>;
}

function MeasureSection({ note }: { readonly note: MeasureNote }) {
  return (
    <section id={`method-${note.id}`} tabIndex={-1} aria-labelledby={`method-${note.id}-title`}>
      <h2 id={`method-${note.id}-title`}>{note.title}</h2>
      <p>{note.meaning}</p>
      {note.formula !== null && <p className="methods-formula">{note.formula}</p>}
      {note.symbols.length > 0 && (
        <dl className="methods-symbols">
          {note.symbols.map(([symbol, meaning]) => (
            <div key={symbol}><dt>{symbol}</dt><dd>{meaning}</dd></div>
          ))}
        </dl>
      )}
      <ul>{note.caveats.map((caveat) => <li key={caveat}>{caveat}</li>)}</ul>
      <p className="methods-source">Source: {note.source}</p>
    </section>
  );
}
