import type { Manifest } from '../../model/manifest.ts';
import { ScrollBox } from '../../ui/ScrollBox.tsx';

/** Every input of the pack with publisher, licence, address and checksum. */
export function SourceTable({ manifest }: { readonly manifest: Manifest }) {
  return (
    <>
      <p>
        Pack of {manifest.area.title}, LSOAs of {manifest.lsoaVintage}, built {manifest.built.slice(0, 10)}
        {manifest.seed !== null && `, seed ${manifest.seed}`}.
      </p>
      {manifest.notes.length > 0 && <ul>{manifest.notes.map((note) => <li key={note}>{note}</li>)}</ul>}
      <ScrollBox className="methods-scroll" label="Table of sources">
        <table className="methods-table">
          <caption>Inputs of this pack</caption>
          <thead>
            <tr>
              <th scope="col">Source</th><th scope="col">Publisher</th><th scope="col">Licence</th><th scope="col">Date</th>
              <th scope="col">Published at</th><th scope="col">SHA-256</th>
            </tr>
          </thead>
          <tbody>
            {manifest.sources.map((source) => (
              <tr key={`${source.file} ${source.sha256}`}>
                <th scope="row">{source.title}<span className="methods-file">{source.file}</span></th>
                <td>{source.publisher}</td>
                <td>{source.licence}</td>
                <td>{source.date ?? 'not stated'}</td>
                <td className="methods-address">{source.address ?? 'made by this project'}</td>
                <td><code title={source.sha256}>{source.sha256.slice(0, 12)}…</code></td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </>
  );
}
