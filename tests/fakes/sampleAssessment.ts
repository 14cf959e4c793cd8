import type { Assessment, AssessmentColumn, AssessmentFigure, AssessmentRow, AssessmentTable, Cell, Drawing } from '../../src/model/assessment.ts';

/** A made-up assessment with every kind of drawing, withheld and too-few cells, published values here and there. The numbers mean nothing. */

export function cell(value: number | null, more: Partial<Cell> = {}): Cell {
  return { text: null, value, lower: null, upper: null, published: null, ...more };
}
export const words = (text: string): Cell => cell(null, { text });
const beside = (value: number, published: number, note: string | null = null): Cell => cell(value, { published: { value: published, lower: null, upper: null, note, samePeriod: true } });

export function row(id: string, cells: readonly Cell[], total = false): AssessmentRow {
  return { id, total, cells };
}
function table(id: string, title: string, columns: readonly (readonly [string, AssessmentColumn['format']])[], rows: readonly AssessmentRow[]): AssessmentTable {
  return { id, title, columns: columns.map(([name, format]) => ({ id: name.toLowerCase().replaceAll(' ', '-'), title: name, format })), rows };
}

const BOROUGHS = ['Bedford', 'Central Bedfordshire', 'Luton'];
const BANDS = [...Array.from({ length: 18 }, (_, band) => `${band * 5}-${band * 5 + 4}`), '90+'];

function figure(id: string, numbers: string, title: string, drawing: Drawing | null, tables: readonly AssessmentTable[], caveat: string | null = null): AssessmentFigure {
  return {
    id, numbers, title, drawing, tables, caveat, period: 'January 2019 to December 2023', finding: `${title}: Luton has the most, with 112,298 of 298,212 (38%).`,
    method: 'Counts of records by the borough of their LSOA. Populations: mid-year estimates summed over the period.', source: 'Made-up records, January 2019 to December 2023.',
  };
}

export const boroughTable = table('boroughs', 'Offences and rates by borough', [['Borough', 'text'], ['Offences', 'count'], ['DSR per 100,000', 'rate'], ['Share', 'share'], ['Against Bedfordshire', 'text']], [
  row('E06000055', [words('Bedford'), beside(85_166, 85_166), cell(2910.4, { lower: 2850.1, upper: 2970.9, published: { value: 2905, lower: 2875, upper: 2935, note: 'The published limits are narrower than the method gives.', samePeriod: true } }), beside(0.286, 0.29), words('Similar')]),
  row('E06000056', [words('Central Bedfordshire'), beside(100_748, 100_700), cell(2011.7, { lower: 1980, upper: 2044.3, published: { value: 2020, lower: 2004, upper: 2036, note: 'The published limits are narrower than the method gives.', samePeriod: true } }), cell(0.338), words('Significantly lower')]),
  row('E06000032', [words('Luton'), cell(112_298), words('Too few to say'), words('Withheld'), words('Too few to say')]),
  row('county', [words('Bedfordshire'), beside(298_212, 298_212), cell(2876.2, { lower: 2850, upper: 2901 }), cell(1), words('')], true),
]);

const wardTable = table('wards', 'LSOAs in the highest fifth by ward', [['Ward', 'text'], ['LSOAs', 'count'], ['Ratio', 'ratio']], Array.from({ length: 48 }, (_, index) => row(`ward-${index}`, [words(`Ward ${index + 1}${index === 3 ? ' =HYPERLINK("https://example.org")' : ''}`), cell(index % 5), cell(1 + index / 31)])));

const heat: Drawing = {
  kind: 'heat', unit: 'offences', rows: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'], columns: Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0')),
  values: Array.from({ length: 7 }, (_, day) => Array.from({ length: 24 }, (_x, hour) => (day === 2 && hour === 4 ? Number.NaN : Math.round(200 + 180 * Math.sin((hour + day) / 4))))),
};

/** For a pack of so many areas. */
export function sampleAssessment(areas = 5, change: Partial<Assessment> = {}): Assessment {
  const classes = (labels: number) => Uint8Array.from({ length: areas }, (_, area) => (area * 7 + Math.floor(area / 9)) % labels);
  const month = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  return {
    request: { pack: 'bedfordshire', period: null, confidence: 95 }, title: 'Serious violence in Bedfordshire: needs assessment', period: 'January 2019 to December 2023', demonstration: true,
    publishedTitle: 'Strategic Needs Assessment 2023/24',
    summary: [
      { question: 'who', text: 'Three in ten victims (29%) were aged 15 to 29.', from: ['figure-15/a/b', 'figure-16/a/b'] },
      { question: 'where', text: 'Luton recorded 112,298 of the county’s 298,212 offences.', from: ['table-3/E06000032/offences'] },
      { question: 'when', text: 'More offences were recorded on Saturdays than on any other day.', from: ['figure-14/a/b'] },
      { question: 'what', text: 'Violence without injury was the most frequent offence.', from: ['figure-16/a/b'] },
    ],
    cautions: [{ id: 'intervals', title: 'Why our intervals are wider', paragraphs: ['The published intervals are about half as wide as the stated method gives: 2,875 to 2,935 against 2,850 to 2,971.', 'Rates agree; only the limits differ.'] }],
    sections: [
      { id: 'where', title: 'Where', introduction: ['Counts and rates by place.'], figures: [
        figure('table-3', 'Table 3, Figure 8', 'Crimes by borough', { kind: 'bars', categories: BOROUGHS, series: [{ title: 'Violence', values: [25_000, 30_000, 34_775] }, { title: 'Theft', values: [30_000, 40_000, 42_000] }, { title: 'Drugs', values: [3000, 2500, Number.NaN] }], stacked: true, horizontal: true, unit: 'crimes' }, [boroughTable], 'Points are moved to the nearest of a list of places.'),
        figure('figure-10', 'Figure 10, Table 4', 'Quintiles by count', { kind: 'map', scheme: 'quintile', classes: classes(6), labels: ['1 (lowest)', '2', '3', '4', '5 (highest)', 'No data'], title: 'Quintile of the count' }, [wardTable]),
        figure('figure-11', 'Figure 11, Table 5', 'Standardised rate against the county', { kind: 'map', scheme: 'benchmark', classes: classes(5), labels: ['Significantly lower', 'Similar', 'Significantly higher', 'Too few to say', 'No data'], title: 'Against Bedfordshire, 95%' }, [boroughTable]),
        figure('figure-7', 'Figure 7, Table 2', 'Deprivation', { kind: 'map', scheme: 'deprivation', classes: classes(6), labels: ['1 (most deprived)', '2', '3', '4', '5 (least deprived)', 'No data'], title: 'IMD 2019 quintile' }, []),
        figure('figure-6', 'Figure 6', 'Population density', { kind: 'map', scheme: 'density', classes: classes(6), labels: ['1 (least dense)', '2', '3', '4', '5 (densest)', 'No data'], title: 'Persons per km²' }, []),
        figure('figure-12', 'Figure 12', 'Standardised rate by IMD decile', { kind: 'intervals', categories: Array.from({ length: 10 }, (_, index) => `${index + 1}${index === 0 ? ' (most deprived)' : ''}`), values: [5200, 4300, 3900, 3200, 2900, 2600, 2100, 1900, 1500, Number.NaN], lower: [5100, 4200, 3800, 3100, 2800, 2500, 2000, 1800, 1400, Number.NaN], upper: [5300, 4400, 4000, 3300, 3000, 2700, 2200, 2000, 1600, Number.NaN], benchmark: { title: 'Bedfordshire', value: 2876 }, unit: 'per 100,000 residents a year' }, []),
      ] },
      { id: 'when', title: 'When', introduction: [], figures: [
        figure('figure-14', 'Figure 14', 'Offences by weekday and hour', heat, [], '46.6% of the times are 00:00 to 03:59.'),
        figure('figure-14b', '', 'Offences by month and borough', { kind: 'lines', categories: month, series: BOROUGHS.map((title, index) => ({ title, values: month.map((_, at) => (index === 1 && at === 5 ? Number.NaN : 1200 + 300 * index + Math.round(150 * Math.sin(at + index)))) })), unit: 'offences' }, []),
        figure('figure-9', 'Figure 9', 'Violence by month', { kind: 'bars', categories: Array.from({ length: 60 }, (_, at) => `${month[at % 12] ?? ''} ${2019 + Math.floor(at / 12)}`), series: [{ title: 'Offences', values: Array.from({ length: 60 }, (_, at) => 1300 + 10 * at) }], stacked: false, horizontal: false, unit: 'offences' }, []),
      ] },
      { id: 'who', title: 'Who', introduction: ['Victims with a known age and sex.', 'Rows are victims.'], figures: [
        figure('figure-15', 'Figure 15', 'Victims by age and sex', { kind: 'pyramid', categories: BANDS, left: { title: 'Female', values: BANDS.map((_, band) => Math.round(4000 * Math.exp(-((band - 5) ** 2) / 14))) }, right: { title: 'Male', values: BANDS.map((_, band) => (band === 18 ? Number.NaN : Math.round(4600 * Math.exp(-((band - 4) ** 2) / 12)))) }, unit: 'victims' }, []),
        figure('figure-16', 'Figure 16', 'Offence types', { kind: 'bars', categories: ['Violence without injury', 'Stalking and harassment', 'Violence with injury', 'Rape and attempted rape', 'Other sexual offences', 'Homicide'], series: [{ title: '2019', values: [40, 27, 22, 3.1, 5.4, 0.02] }, { title: '2023', values: [38, 30, 21, 4.1, 5.9, 0] }], stacked: false, horizontal: false, unit: '%' }, []),
        figure('figure-13', 'Figure 13', 'Aggravating factors', { kind: 'bars', categories: BOROUGHS, series: [{ title: 'Domestic abuse', values: [33, 31, 29] }, { title: 'Alcohol', values: [12, 11, 14] }], stacked: false, horizontal: false, unit: '%' }, []),
      ] },
    ],
    missing: [{ numbers: 'Figure 18', title: 'Ambulance callouts by hour', reason: 'The source gives counts by month only.' }],
    ...change,
  };
}
