import type { AssessmentSection, AssessmentTable, SummarySentence } from '../model/assessment.ts';
import { writeSentence, type CellReader } from './cellReader.ts';
import type { Context } from './context.ts';
import { joined, possessive } from './words.ts';

/**
 * What the tables say, in plain English: what, where, when and who. A sentence appears only where all its numbers do,
 * and takes each from a cell.
 */
export function summarise(context: Context, sections: readonly AssessmentSection[]): SummarySentence[] {
  const sentences: readonly (readonly [SummarySentence['question'], (cells: CellReader) => string | null])[] = [
    ['what', (cell) => `Of ${cell.of('crimes-by-category/total/total')} crimes and incidents placed in ${context.county}, ${cell.of('crimes-by-category/violence-and-sexual-offences/total')} (${cell.of('crimes-by-category/violence-and-sexual-offences/share')}) are violence and sexual offences.`],
    ['what', (cell) => `Of ${cell.of('violence-by-type/total/count')} police-recorded offences of violence, ${cell.of('violence-by-type/violence-without-injury/share')} are violence without injury and ${cell.of('violence-by-type/violence-with-injury/share')} violence with injury; ${cell.of('violence-flags/domestic-abuse/share')} are flagged as domestic abuse.`],
    ['where', (cell) => `The ${cell.of('violence-count-quintiles/county/areas')} areas with the highest counts (a fifth of all) hold ${cell.of('violence-count-quintiles/county/share')} of recorded violence and sexual offences: ${joined(context.boroughs.map(({ code }) => `${cell.of(`violence-count-quintiles/${code}/place`)} ${cell.of(`violence-count-quintiles/${code}/areas`)}`))}.`],
    ...(['violence-rates', 'violence-crude-rates'] as const).flatMap((stem) => rateSentences(context, stem)),
    ['where', hospitalAreas(context, sections, 'attendances', 'A&E attendances after assault')],
    ['where', hospitalAreas(context, sections, 'admissions', 'hospital admissions due to violence')],
    ['where', (cell) => `In the last twelve months of the data ${cell.of('ambulance-top-areas/top/area')} received ${cell.of('ambulance-top-areas/top/share')} of the ambulance callouts to assaults (${cell.of('ambulance-top-areas/top/count')}).`],
    ...['violence-by-month', 'street-violence-by-month'].map((figure): Sentence => ['when', (cell) => topMonths(sections, figure, 'violence', cell)]),
    ['when', (cell) => topHours(sections, cell)],
    ['when', (cell) => topMonths(sections, 'admissions-by-month', `hospital admissions due to violence${yearsOf(sections, 'admissions', cell)}`, cell)],
    ['who', (cell) => topRows(sections, 'violence-by-age-sex', 'ages', 'total', cell, (names) => `Victims are most often aged ${names}.`)],
    ['who', (cell) => `${cell.of('violence-by-age-sex/recorded/female-share')} of the victims whose sex is recorded are female.`],
    ['who', (cell) => topRows(sections, 'attendances-by-age-sex', 'ages', 'total', cell, (names) => `People attending A&E after assault${yearsOf(sections, 'attendances', cell)} are most often aged ${names}.`)],
    ['who', (cell) => `${cell.of('attendances-by-imd-quintile/two-most-deprived/share')} of A&E attendances after assault${yearsOf(sections, 'attendances', cell)} are of residents of the two most deprived fifths of England’s areas.`],
    ['where', (cell) => hotspots(sections, cell)],
  ];
  const order = ['what', 'where', 'when', 'who'];
  return sentences.flatMap(([question, write]) => writeSentence(sections, question, write) ?? [])
    .toSorted((a, b) => order.indexOf(a.question) - order.indexOf(b.question));
}

type Sentence = readonly [SummarySentence['question'], (cells: CellReader) => string | null];

function rateSentences({ boroughs, county }: Context, stem: 'violence-rates' | 'violence-crude-rates'): Sentence[] {
  const kind = stem === 'violence-rates' ? 'dsr' : 'rate';
  const rate = kind === 'dsr' ? 'age-standardised rate' : 'crude rate';
  return [
    ['where', (cell) => {
      const [top] = boroughs.map(({ code }) => ({ path: `${stem}-by-borough/${code}`, value: cell.value(`${stem}-by-borough/${code}/${kind}`) }))
        .filter(({ value }) => !Number.isNaN(value)).toSorted((a, b) => b.value - a.value);
      if (!top || boroughs.length < 2) return null;
      return `${cell.of(`${top.path}/place`)} has the highest ${rate} of violence, ${cell.of(`${top.path}/${kind}`)} per ${PER} residents a year (limits ${cell.limits(`${top.path}/${kind}`)}), against ${cell.of(`${stem}-by-borough/county/${kind}`)} in ${county}: ${cell.of(`${top.path}/class`).toLowerCase()}.`;
    }],
    ['where', (cell) => `${cell.of(`${stem}-by-area/higher/total`)} of ${cell.of(`${stem}-by-area/total/total`)} areas have a significantly higher ${rate} of violence than ${county}${byChance(cell, `${stem}-by-area/chance/total`)}${uncompared(cell, `${stem}-by-area`)}.`],
    ['where', (cell) => `In ${possessive(county)} areas that are in England’s most deprived tenth the ${rate} of violence is ${cell.of(`${stem}-by-imd-decile/inequality/ratio`)} times that of those in the least deprived: ${cell.of(`${stem}-by-imd-decile/decile-1/${kind}`)} against ${cell.of(`${stem}-by-imd-decile/decile-10/${kind}`)}.`],
  ];
}

/** " (2016/17 to 2020/21)": hospital data is often of other years than the rest of the page. */
function yearsOf(sections: readonly AssessmentSection[], prefix: string, cell: CellReader): string {
  const rows = (tableOf(sections, `${prefix}-by-year`, 'years')?.rows ?? []).filter(({ total }) => !total).map(({ id }) => `${prefix}-by-year/${id}/year`);
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined) return '';
  // Years that are not held whole say so in brackets of their own.
  const named = (path: string): string => cell.of(path).replace(/ \((.*)\)$/, ', $1');
  return first === last ? ` (${named(first)})` : ` (${named(first)} to ${named(last)})`;
}

/** How many would read higher without any difference; nothing where the procedure holds the share of false ones instead. */
function byChance(cell: CellReader, path: string): string {
  return Number.isNaN(cell.value(path)) ? '' : `; about ${cell.of(path)} would by chance alone`;
}

/** Where areas have too few events, or are withheld, the number found must not read as if all had been compared. */
function uncompared(cell: CellReader, figure: string): string {
  const parts = ([['too-few', 'have too few events to say'], ['withheld', 'are withheld']] as const)
    .flatMap(([row, words]) => (cell.value(`${figure}/${row}/total`) > 0 ? [`${cell.of(`${figure}/${row}/total`)} ${words}`] : []));
  return parts.length === 0 ? '' : `; ${joined(parts)}`;
}

/** The multiplier of rates in words: it is a unit, not a figure of a table. */
const PER = 'hundred thousand';

function hospitalAreas({ county }: Context, sections: readonly AssessmentSection[], prefix: string, what: string): Sentence[1] {
  return (cell) => `${cell.of(`${prefix}-rates-by-area/higher/total`)} of ${cell.of(`${prefix}-rates-by-area/total/total`)} areas have a significantly higher rate of ${what} than ${county}, which had ${cell.of(`${prefix}-rates-by-borough/county/count`)} in all${yearsOf(sections, prefix, cell)}${byChance(cell, `${prefix}-rates-by-area/chance/total`)}${uncompared(cell, `${prefix}-rates-by-area`)}.`;
}

function tableOf(sections: readonly AssessmentSection[], figure: string, table: string): AssessmentTable | null {
  return sections.flatMap(({ figures }) => figures).find(({ id }) => id === figure)?.tables.find(({ id }) => id === table) ?? null;
}

/** The three rows with most, by name and number; totals and "not recorded" apart. */
function topRows(sections: readonly AssessmentSection[], figure: string, tableId: string, columnId: string, cell: CellReader, write: (names: string) => string): string | null {
  const table = tableOf(sections, figure, tableId);
  const heading = table?.columns[0]?.id;
  if (!table || heading === undefined) return null;
  const rows = table.rows.filter(({ id, total }) => !total && id !== 'age-unknown').map(({ id }) => ({ id, value: cell.value(`${figure}/${id}/${columnId}`) }))
    .filter(({ value }) => value > 0).toSorted((a, b) => b.value - a.value).slice(0, 3);
  if (rows.length < 3) return null;
  return write(joined(rows.map(({ id }) => `${cell.of(`${figure}/${id}/${heading}`)} (${cell.of(`${figure}/${id}/${columnId}`)})`)));
}

/** By the average of the months held where the table gives one: there some calendar months are held more often. */
function topMonths(sections: readonly AssessmentSection[], figure: string, what: string, cell: CellReader): string | null {
  const uneven = tableOf(sections, figure, 'months')?.columns.some(({ id }) => id === 'mean') ?? false;
  return topRows(sections, figure, 'months', uneven ? 'mean' : 'total', cell, (names) => uneven ? `By the average of the months held, the months with most ${what} are ${names}.` : `The months with most ${what} are ${names}.`);
}

function topHours(sections: readonly AssessmentSection[], cell: CellReader): string | null {
  const figure = 'violence-by-weekday-hour';
  const [top] = (tableOf(sections, figure, 'hours')?.rows ?? []).filter(({ total }) => !total).map(({ id }) => ({ id, value: cell.value(`${figure}/${id}/total`) })).toSorted((a, b) => b.value - a.value);
  if (!top) return null;
  const midnight = cell.value(`${figure}/midnight/share-of-placed`);
  const caution = midnight > 0 ? `; but ${cell.of(`${figure}/midnight/share-of-placed`)} of those with an area are stored at exactly midnight, which usually means that the time is not known` : '';
  return `${cell.of(`${figure}/${top.id}/share`)} of violence is recorded from ${cell.of(`${figure}/${top.id}/hours`)}${caution}.`;
}

function hotspots(sections: readonly AssessmentSection[], cell: CellReader): string | null {
  const figure = 'night-time-hotspots';
  const rows = (tableOf(sections, figure, 'hotspots')?.rows ?? []).map(({ id }) => ({ id, value: cell.value(`${figure}/${id}/offences`) })).filter(({ value }) => value > 0).toSorted((a, b) => b.value - a.value);
  if (rows.length === 0) return null;
  return `In the night-time hotspots, from ${cell.of(`${figure}/${rows[0]?.id ?? ''}/period`)}, offences number ${joined(rows.map(({ id }) => `${cell.of(`${figure}/${id}/offences`)} in ${cell.of(`${figure}/${id}/hotspot`)}`))}.`;
}
