import type { DataSetEntry } from '../../src/model/manifest.ts';
import type { BuildResult } from './buildPack.ts';

const number = (value: number): string => value.toLocaleString('en-GB');

/** The account of a build for people: what was used, what was not, and where every row went. */
export function describeBuild(result: BuildResult): string {
  const { manifest, unused } = result;
  return [
    `${manifest.area.title} on ${manifest.lsoaVintage} LSOAs, ${manifest.imd.title}`,
    '',
    'Used:',
    ...manifest.sources.filter((source) => !manifest.dataSets.some((set) => set.files.some((file) => file.sha256 === source.sha256))).map((source) => `  ${source.file}: ${source.title}`),
    ...manifest.dataSets.map((set) => `  ${set.files.length} files of ${set.title}, ${set.months[0] ?? ''} to ${set.months[set.months.length - 1] ?? ''}, ${set.months.length} months`),
    ...(unused.length > 0 ? ['', 'Not used:', ...unused.map(({ label, why }) => `  ${label}: ${why}`)] : []),
    '',
    describeAccounts(manifest.dataSets),
    '',
    `Population: ${manifest.population.basis}`,
    ...manifest.notes.map((note) => `Note: ${note}`),
  ].join('\n');
}

/** Where every row went, data set by data set. */
export function describeAccounts(dataSets: readonly DataSetEntry[]): string {
  return dataSets.map((set) => describeAccount(set).join('\n')).join('\n\n');
}

function describeAccount(entry: DataSetEntry): string[] {
  const { account } = entry;
  const total = account.kept + account.setAside.reduce((sum, aside) => sum + aside.rows, 0);
  return [
    `${entry.title}, rows:`,
    ...entry.files.map((file) => `  ${file.file}: read ${number(file.read)} = in the area ${number(file.kept)}${file.setAside.map((aside) => ` + ${aside.reason.toLowerCase()} ${number(aside.rows)}`).join('')}; LSOA codes of ${file.vintage}`),
    `  In all: read ${number(account.read)}, in the area ${number(account.kept)}`,
    ...account.setAside.map((aside) => `    ${aside.reason}: ${number(aside.rows)}${aside.inRecords ? ' (kept in the records, without an area)' : ' (not in the records)'}`),
    `    Sum: ${number(total)}`,
    ...entry.caveats.map((caveat) => `  - ${caveat}`),
  ];
}
