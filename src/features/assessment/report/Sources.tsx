import type { Manifest } from '../../../model/manifest.ts';
import { sharedTitles } from '../../../model/sharedTitles.ts';

type Input = Pick<Manifest['sources'][number], 'title' | 'publisher' | 'licence' | 'date' | 'address'>;

/** Inputs of one publisher, licence, date and address whose titles differ only at the end (months, years), as one. */
function together(sources: Manifest['sources']): Input[] {
  const groups = new Map<string, Input & { readonly titles: string[] }>();
  for (const { title, publisher, licence, date, address } of sources) {
    const key = JSON.stringify([publisher, licence, date, address]);
    const group = groups.get(key);
    if (group) group.titles.push(title);
    else groups.set(key, { title, publisher, licence: licence.replaceAll('(c)', '©'), date, address, titles: [title] });
  }
  return [...groups.values()].flatMap(({ titles, ...input }) => sharedTitles(titles).map((title) => ({ ...input, title })));
}

/** What the pack was made from, with licences: the last part of the report. */
export function Sources({ manifest }: { readonly manifest: Manifest }) {
  return (
    <>
      <p>
        {manifest.area.title}, LSOAs of {manifest.lsoaVintage}, pack built {manifest.built.slice(0, 10)}. {manifest.imd.title}. Population: {manifest.population.basis}
      </p>
      <ul className="report-sources">
        {manifest.dataSets.map(({ id, title, attribution }) => <li key={id}><span className="report-strong">{title}</span>: {attribution.replaceAll('(c)', '©')}</li>)}
        {together(manifest.sources).map(({ title, publisher, licence, date, address }) => (
          <li key={`${title} ${date} ${address}`}>
            <span className="report-strong">{title}</span>, {publisher}{date !== null && `, ${date}`}. {licence}.{address !== null && <> <span className="report-address">{address}</span></>}
          </li>
        ))}
      </ul>
    </>
  );
}
