import type { DataSetEntry } from '../../model/manifest.ts';

const number = new Intl.NumberFormat('en-GB');

/** One data set: what it carries, and where every row read went. */
export function DataSetProvenance({ entry }: { readonly entry: DataSetEntry }) {
  const { account } = entry;
  const carried = Object.entries({
    'weekday and hour': entry.fields.weekdayHour,
    'offence subgroup': entry.fields.subgroup,
    age: entry.fields.age,
    sex: entry.fields.sex,
    flags: entry.fields.flags,
  }).filter(([, has]) => has).map(([field]) => field);
  const rows: readonly (readonly [string, number])[] = [
    ['Kept: in the county', account.kept],
    ...account.setAside.map(({ reason, rows: count }) => [reason, count] as const),
  ];
  return (
    <section aria-labelledby={`method-data-${entry.id}`}>
      <h3 id={`method-data-${entry.id}`}>{entry.title}</h3>
      <p>
        {entry.months[0]} to {entry.months.at(-1)}, {number.format(entry.months.length)} months. Besides area, type and month it carries:{' '}
        {carried.length > 0 ? carried.join(', ') : 'nothing'}.
        {entry.disclosureThreshold > 0 && ` Counts from 1 to ${entry.disclosureThreshold - 1} are not shown.`}
      </p>
      <table className="methods-table">
        <caption>Every row read</caption>
        <thead><tr><th scope="col">Rows</th><th scope="col" className="methods-number">Number</th></tr></thead>
        <tbody>
          {rows.map(([reason, count]) => (
            <tr key={reason}><th scope="row">{reason}</th><td className="methods-number">{number.format(count)}</td></tr>
          ))}
        </tbody>
        <tfoot><tr><th scope="row">Read</th><td className="methods-number">{number.format(account.read)}</td></tr></tfoot>
      </table>
      <ul>{entry.caveats.map((caveat) => <li key={caveat}>{caveat}</li>)}</ul>
      <p className="methods-source">{entry.attribution}</p>
    </section>
  );
}
