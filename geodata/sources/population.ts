import { ageBandOf } from '../../src/model/vocabulary.ts';
import type { LsoaVintage } from '../areaDefinition.ts';
import { stop } from '../problem.ts';
import { readRows, wholeNumber, type Place } from './csvRows.ts';
import { requireAll } from './imd.ts';
import type { Candidate } from './inventory.ts';
import { PopulationRows, type Members, type PopulationYear } from './populationRows.ts';
import { ageColumns, codeColumn, columnLike, RESIDENTS_COLUMN } from './recognise.ts';

const TOTAL = /^(allages|total|allpersons)$/;
const YEAR = /^(year|midyear|datename|date)$/;

/**
 * Mid-year estimates by single year of age: one column per age (or per age and sex), or the long form of Nomis.
 * The year comes from a column, else from the file's name. A missing or negative age, ages that do not sum to the
 * printed total stop the builder. A file may cover some boroughs only; `populationOn` joins them and misses none.
 */
export async function readPopulation(candidate: Candidate, members: Members): Promise<PopulationYear[]> {
  const { file, header } = candidate;
  const code = codeColumn(header)?.column ?? stop('The file has no column of LSOA codes', file.label, 'Name it LSOA11CD or LSOA21CD.');
  const vintage = candidate.is.role === 'population' ? candidate.is.vintage : null;
  const table = new PopulationRows(members, vintage);
  const ages = ageColumns(header);
  const sha256 = ages ? await readWide(candidate, code, ages, table) : await readLong(candidate, code, table);
  return table.years(file.label).map((year) => ({ ...year, file: file.name, sha256 }));
}

async function readWide(candidate: Candidate, code: string, ages: readonly (readonly string[])[], table: PopulationRows): Promise<string> {
  const { file, header } = candidate;
  const total = columnLike(header, TOTAL);
  const yearColumn = columnLike(header, YEAR);
  const fixedYear = yearColumn ? null : yearOfName(file.name, file.label);
  const flat = ages.flatMap((columns, age) => columns.map((column) => ({ column, age })));
  const columns = [code, yearColumn ?? code, total ?? code, ...flat.map(({ column }) => column)];
  const { sha256 } = await readRows(file, columns, (row, place) => {
    const [lsoa = '', yearText, totalText] = row;
    if (!table.wants(lsoa)) return;
    const year = fixedYear ?? readYear(yearText, place);
    const bands = table.start(lsoa, year, place);
    let sum = 0;
    flat.forEach(({ column, age }, index) => {
      const persons = wholeNumber(row[index + 3]?.replaceAll(',', ''), `Persons in column "${column}" of ${lsoa}`, place);
      addTo(bands, age, persons);
      sum += persons;
    });
    if (total && wholeNumber(totalText?.replaceAll(',', ''), `The total of ${lsoa}`, place) !== sum) {
      stop(`The ages of ${lsoa} sum to ${sum}, but its total is ${totalText}`, `${place.file}, line ${place.line}`, 'A column is wrong or missing: download the file again.');
    }
  });
  return sha256;
}

/** The long form of Nomis: a row per area, year and age ("Age 0" ... "Aged 90+"); totals of several ages are passed over. */
async function readLong(candidate: Candidate, code: string, table: PopulationRows): Promise<string> {
  const { file, header } = candidate;
  const age = columnLike(header, /^cagename$/);
  const value = columnLike(header, /^obsvalue$/);
  if (!age || !value) stop('The file lacks single years of age 0 to 89 and 90+', file.label, 'Use the mid-year estimates by single year of age, for all persons.');
  const yearColumn = columnLike(header, YEAR);
  const fixedYear = yearColumn ? null : yearOfName(file.name, file.label);
  const seen = new Map<Float64Array, Set<number>>();
  const { sha256 } = await readRows(file, [code, yearColumn ?? code, age, value], ([lsoa = '', yearText, ageText = '', persons], place) => {
    const years = /^aged? (\d+)(?:\+| and over)?$/i.exec(ageText.trim())?.[1];
    if (years === undefined || !table.wants(lsoa)) return;
    const bands = table.startOrContinue(lsoa, fixedYear ?? readYear(yearText, place));
    const ages = seen.get(bands) ?? new Set<number>();
    seen.set(bands, ages);
    if (ages.has(Number(years))) stop(`${lsoa} has age ${years} twice`, `${place.file}, line ${place.line}`, 'Ask for all persons only, not for each sex.');
    ages.add(Number(years));
    addTo(bands, Number(years), wholeNumber(persons, `Persons aged ${years} in ${lsoa}`, place));
  });
  const short = [...seen.values()].find((ages) => ages.size !== 91);
  if (short) stop(`An area has ${short.size} single years of age, expected 91 (0 to 90+)`, file.label, 'Ask for every single year of age.');
  return sha256;
}

function addTo(bands: Float64Array, age: number, persons: number): void {
  const band = ageBandOf(age);
  bands[band] = (bands[band] ?? 0) + persons;
}

function readYear(text: string | undefined, place: Place): number {
  const year = /(?:^|\D)(20\d\d)(?:\D|$)/.exec(text ?? '')?.[1];
  return year === undefined ? stop(`The year is "${text ?? ''}"`, `${place.file}, line ${place.line}`, 'Give years as four digits.') : Number(year);
}

/** The mid-year in a file's name: "...mid2019..." first, else the only year that is not an LSOA vintage. */
export function yearOfName(name: string, label: string): number {
  const mid = /mid[-_ ]?(?:year[-_ ]?)?(20\d\d)/i.exec(name)?.[1];
  if (mid) return Number(mid);
  const rest = name.replace(/lsoas?[-_ ]?\(?(20)?(11|21)\)?/gi, '');
  const years = [...new Set([...rest.matchAll(/(?<!\d)(20\d\d)(?!\d)/g)].map((match) => match[1]))];
  return years.length === 1 ? Number(years[0]) : stop('The file does not say of which year it is', label, 'Add the year to its name, for example "mid2019", or a column "year".');
}

/** Census 2021 usual residents by code of one vintage; every member must have a row. */
export async function readResidents(candidate: Candidate, members: Members): Promise<{ residents: ReadonlyMap<string, number>; vintage: LsoaVintage; sha256: string }> {
  const { file, header } = candidate;
  const code = codeColumn(header) ?? stop('The file has no column of LSOA codes', file.label, 'Name it LSOA21CD.');
  const column = columnLike(header, RESIDENTS_COLUMN) ?? stop('The file has no column of residents', file.label, 'Use Census 2021 table TS001.');
  const vintage = candidate.is.role === 'residents' && candidate.is.vintage ? candidate.is.vintage : '2021';
  const residents = new Map<string, number>();
  const { sha256 } = await readRows(file, [code.column, column], ([lsoa = '', persons], place) => {
    if (!members[vintage].has(lsoa)) return;
    if (residents.has(lsoa)) stop(`${lsoa} has a second row`, `${place.file}, line ${place.line}`, 'Keep one row per LSOA.');
    residents.set(lsoa, wholeNumber(persons, `Residents of ${lsoa}`, place));
  });
  requireAll(residents, members[vintage], file.label);
  return { residents, vintage, sha256 };
}
