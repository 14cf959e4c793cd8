import type { Manifest } from '../../../model/manifest.ts';

/** What the pack was made from, with licences: the last part of the report. */
export function Sources({ manifest }: { readonly manifest: Manifest }) {
  return (
    <>
      <p>
        {manifest.area.title}, LSOAs of {manifest.lsoaVintage}, pack built {manifest.built.slice(0, 10)}. {manifest.imd.title}. Population: {manifest.population.basis}
      </p>
      <ul className="report-sources">
        {manifest.dataSets.map(({ id, title, attribution }) => <li key={id}><span className="report-strong">{title}</span>: {attribution}</li>)}
        {manifest.sources.map(({ file, sha256, title, publisher, licence, date, address }) => (
          <li key={`${file} ${sha256}`}>
            <span className="report-strong">{title}</span>, {publisher}{date !== null && `, ${date}`}. {licence}.{address !== null && <> <span className="report-address">{address}</span></>}
          </li>
        ))}
      </ul>
    </>
  );
}
