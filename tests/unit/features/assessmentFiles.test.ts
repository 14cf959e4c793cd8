import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { figureCsv } from '../../../src/features/assessment/export/figureCsv.ts';
import { fileName } from '../../../src/features/assessment/export/fileNames.ts';
import { figureText } from '../../../src/features/assessment/export/figureText.ts';
import { figureSvg } from '../../../src/features/assessment/export/pictures.ts';
import { tablesCsv } from '../../../src/features/assessment/export/tablesCsv.ts';
import { monthShown, monthsHeld, withEnd } from '../../../src/features/assessment/period.ts';
import type { Assessment, AssessmentFigure } from '../../../src/model/assessment.ts';
import { sampleAssessment } from '../../fakes/sampleAssessment.ts';
import { samplePack } from '../../fakes/samplePack.ts';

const assessment = sampleAssessment();
const figureOf = (id: string, of: Assessment = assessment): AssessmentFigure => {
  const found = of.sections.flatMap(({ figures }) => figures).find((figure) => figure.id === id);
  if (found === undefined) throw new Error(`No figure ${id}`);
  return found;
};
const rowsOf = (csv: string): string[][] => Papa.parse<string[]>(csv.replace('\uFEFF', '').trim(), { header: false }).data;

describe('CSV of a figure', () => {
  const rows = rowsOf(figureCsv(assessment, figureOf('table-3')));
  const header = rows.find(([first]) => first === 'Borough') ?? [];
  const line = (name: string): Record<string, string> => Object.fromEntries((rows.find(([first]) => first === name) ?? []).map((text, index) => [header[index] ?? '', text]));

  it('starts with the figure’s published number and title', () => {
    expect(rows[0]).toEqual(['Table 3, Figure 8: Crimes by borough']);
  });

  it('has plain numbers: value, limits, published value and the difference; shares in per cent', () => {
    expect(line('Central Bedfordshire')).toMatchObject({
      'Offences': '100748', 'Offences, published': '100700', 'Offences, difference': '48', 'Offences, difference in % of the published value': '0.048',
      'DSR per 100,000': '2011.7', 'DSR per 100,000, lower 95% limit': '1980', 'DSR per 100,000, upper 95% limit': '2044.3', 'DSR per 100,000, published lower limit': '2004', 'Share (%)': '33.8',
    });
  });

  it('says why there is no value instead of leaving it empty', () => {
    expect(line('Luton')).toMatchObject({ 'DSR per 100,000': 'Too few to say', 'Share (%)': 'Withheld', 'Share (%), published': '' });
  });

  it('carries finding, method, source, caution, what was published where, and the demonstration mark', () => {
    const about = new Map(rows.slice(-8).map(([title = '', text = '']) => [title, text]));
    expect([...about.keys()]).toEqual(['Finding', 'Method', 'Source', 'Caution', 'Period', 'Assessment', 'Published values from', 'Data']);
    expect(about.get('Data')).toMatch(/^Demonstration data/);
    expect(figureCsv(sampleAssessment(5, { demonstration: false }), figureOf('table-3'))).not.toContain('emonstration');
  });
});

/** Cells that a spreadsheet would run. */
function attacked(): Assessment {
  const [section] = assessment.sections;
  const figure = figureOf('table-3');
  const [table] = figure.tables;
  if (section === undefined || table === undefined) throw new Error('The sample has no table');
  const rows = table.rows.map((row, index) => (index === 0 ? { ...row, cells: row.cells.map((cell, at) => (at === 0 ? { ...cell, text: '=HYPERLINK("https://example.org")\tB' } : cell)) } : row));
  return { ...assessment, sections: [{ ...section, figures: [{ ...figure, finding: '@SUM(A1)', tables: [{ ...table, rows }] }] }] };
}

describe('formulas', () => {
  it.each([['the CSV of a figure', (of: Assessment) => figureCsv(of, figureOf('table-3', of))], ['the CSV of all tables', tablesCsv]])('are text in %s', (_, make) => {
    const cells = rowsOf(make(attacked())).flat();
    expect(cells.filter((cell) => /^[=@\t]/.test(cell))).toEqual([]);
    expect(cells.some((cell) => cell.startsWith("'=HYPERLINK"))).toBe(true);
  });

  it('are text in what is copied, and cannot move columns', () => {
    const lines = figureText(attacked(), figureOf('table-3', attacked())).split('\n');
    const line = lines.find((each) => each.includes('HYPERLINK')) ?? '';
    expect(line.startsWith("'=HYPERLINK")).toBe(true);
    expect(line.split('\t')).toHaveLength((lines.find((each) => each.startsWith('Borough\t')) ?? '').split('\t').length);
    expect(lines.flatMap((each) => each.split('\t')).filter((cell) => /^[=+@]/.test(cell))).toEqual([]);
  });
});

describe('text of a figure', () => {
  const lines = figureText(assessment, figureOf('table-3')).split('\n');

  it('is heading, finding, tables by tabs, method, source and the demonstration mark', () => {
    expect(lines.slice(0, 2)).toEqual(['Table 3, Figure 8: Crimes by borough', figureOf('table-3').finding]);
    expect(lines.find((line) => line.startsWith('Bedford\t'))).toBe('Bedford\t85,166\t85,166\t0\t2,910.4\t2,850.1 to 2,970.9\t2,905.0 (2,875.0 to 2,935.0)\t5.4 (0.2%)\t28.6%\t29.0%\t−0.4 points\tSimilar');
    expect(lines.filter((line) => /^(Method|Source|Caution|Data): /.test(line))).toHaveLength(4);
  });
});

describe('CSV of all tables', () => {
  const [header = [], ...rows] = rowsOf(tablesCsv(assessment));

  it('has a row for every cell but the headings, each with everything it needs', () => {
    const cells = assessment.sections.flatMap(({ figures }) => figures.flatMap(({ tables }) => tables.map((table) => table.rows.length * (table.columns.length - 1)))).reduce((sum, each) => sum + each, 0);
    expect(rows).toHaveLength(cells);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([header.length]));
    expect(rows.every((row) => row[header.indexOf('Method')] !== '' && row[header.indexOf('Data')]?.startsWith('Demonstration'))).toBe(true);
  });

  it('gives a value or words, and neither only where the table itself is blank (beside the totals)', () => {
    const value = header.indexOf('Value');
    expect(rows.filter((row) => row[value] === '' && row[value + 1] === '').map((row) => row[4])).toEqual(['Bedfordshire', 'Bedfordshire']);
  });
});

describe('picture of a figure', () => {
  it('is a file of its own with title, source and the demonstration mark inside', async () => {
    const svg = await figureSvg(assessment, figureOf('figure-12'), samplePack());
    expect(svg).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(svg).toContain('>Figure 12: Standardised rate by IMD decile</text>');
    expect(svg).toContain('Demonstration data');
    expect(svg).not.toMatch(/ (class|style)=|<script|href=/);
  });

  it('is missing where a figure has no drawing', async () => {
    expect(await figureSvg(assessment, { ...figureOf('table-3'), drawing: null }, samplePack())).toBeNull();
  });
});

describe('names of files', () => {
  it('say what is invented', () => {
    expect([fileName(assessment, 'figure-10', 'csv'), fileName(sampleAssessment(5, { demonstration: false }), 'needs assessment', 'html')]).toEqual(['demonstration-bedfordshire-figure-10.csv', 'bedfordshire-needs-assessment.html']);
  });
});

describe('months of the assessment', () => {
  const held = monthsHeld([{ months: ['2021-11', '2021-12'] }, { months: ['2022-02'] }]);

  it('run from the first to the last that any data set holds', () => {
    expect([held, monthsHeld([])]).toEqual([['2021-11', '2021-12', '2022-01', '2022-02'], []]);
  });

  it('move one end and take the other along where it would lie beyond', () => {
    expect([withEnd(null, held, 'from', '2021-12'), withEnd({ from: '2021-11', to: '2021-12' }, held, 'from', '2022-02'), withEnd({ from: '2022-01', to: '2022-02' }, held, 'to', '2021-12')])
      .toEqual([{ from: '2021-12', to: '2022-02' }, { from: '2022-02', to: '2022-02' }, { from: '2021-12', to: '2021-12' }]);
  });

  it('show what is held for an end that a link leaves open', () => {
    expect([monthShown(held, '0001-01', held[0]), monthShown(held, '2021-12', held[0]), monthShown([], undefined, undefined)]).toEqual(['2021-11', '2021-12', '']);
  });
});
