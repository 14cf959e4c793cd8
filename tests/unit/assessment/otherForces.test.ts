import { createHash } from 'node:crypto';
import type { Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { buildAssessment, type AssessmentInput } from '../../../src/assessment/buildAssessment.ts';
import { chooseDataSets } from '../../../src/assessment/dataSets.ts';
import { encodeAreas } from '../../../src/files/packFiles.ts';
import type { Assessment } from '../../../src/model/assessment.ts';
import type { DataSetEntry, Manifest } from '../../../src/model/manifest.ts';
import { SUPPRESSED } from '../../../src/model/results.ts';
import { createTasks } from '../../../src/worker/tasks.ts';
import { POLICE, STREET } from '../../fakes/samplePack.ts';
import { memoryPack, PACK_PATH, sourceOf } from '../worker/memoryPack.ts';
import { cellsOf, everyNumber, figureOf, figuresOf, strayNumbers } from './reading.ts';

const square = (at: number): Polygon => ({ type: 'Polygon', coordinates: [[[at, 0], [at + 1, 0], [at + 1, 1], [at, 1], [at, 0]]] });

/** A made-up county of 12 areas and random records, with boroughs and a data set entry of the test's choice. */
async function tinyCounty(boroughOf: (area: number) => string, change: Partial<DataSetEntry> = {}): Promise<{ input: AssessmentInput; manifest: Manifest }> {
  const { files, input, manifest } = memoryPack();
  const areas = { ...input.areas, borough: input.areas.code.map((_, area) => boroughOf(area)) };
  const bytes = encodeAreas(areas, areas.code.map((_, area) => square(area)));
  files.set('areas.fgb', bytes);
  const listed: Manifest = {
    ...manifest, dataSets: manifest.dataSets.map((entry) => ({ ...entry, ...change })),
    files: manifest.files.map((file) => (file.path === 'areas.fgb' ? { path: file.path, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') } : file)),
  };
  files.set('manifest.json', new TextEncoder().encode(JSON.stringify(listed)));
  const tasks = createTasks(sourceOf(files));
  const opened = await tasks.openPack(PACK_PATH);
  if (!opened.ok) throw new Error(opened.problem.what);
  const loaded = await tasks.openDataSet('tiny', 'random');
  if (!loaded.ok) throw new Error(loaded.problem.what);
  return {
    manifest: listed,
    input: {
      pack: opened.value, population: input.population,
      evaluate: (dataSet, selection, options) => {
        const outcome = tasks.evaluate({ pack: 'tiny', dataSet, selection, confidence: options?.confidence ?? 95, benchmark: { kind: 'county' }, detail: options?.detail ?? true });
        if (!outcome.ok) throw new Error(outcome.problem.what);
        return outcome.value;
      },
    },
  };
}

const REQUEST = { pack: 'tiny', period: null, confidence: 95 } as const;

const named = (entry: DataSetEntry, id: string, change: Partial<DataSetEntry> = {}): DataSetEntry => ({ ...entry, id, ...change });

/** What must hold of any assessment. */
function expectSound(assessment: Assessment): void {
  const figures = figuresOf(assessment);
  expect(figures.length).toBeGreaterThan(4);
  expect(everyNumber([assessment.sections, assessment.cautions]).filter((number) => number >= SUPPRESSED / 2)).toEqual([]);
  expect(figures.filter(({ finding }) => /NaN|undefined|Infinity|–|4,294/.test(finding)).map(({ finding }) => finding)).toEqual([]);
  expect(cellsOf(assessment).filter(({ cell }) => cell.value !== null && !Number.isFinite(cell.value)).map(({ path }) => path)).toEqual([]);
  expect(assessment.summary.flatMap((sentence) => strayNumbers(assessment, sentence))).toEqual([]);
  expect(assessment.missing.filter(({ title, reason }) => title === '' || reason === '')).toEqual([]);
}

describe('an assessment of any county', () => {
  it.each([['one borough', () => 'B1', 1], ['ten boroughs', (area: number) => `B${area % 10}`, 10]] as const)('%s, without published figures', async (_, boroughOf, boroughs) => {
    const { input } = await tinyCounty(boroughOf);
    const assessment = buildAssessment(REQUEST, input);
    expectSound(assessment);
    expect(assessment.publishedTitle).toBeNull();
    expect(figuresOf(assessment).filter(({ numbers }) => numbers !== '')).toEqual([]);
    expect(cellsOf(assessment).filter(({ cell }) => cell.published !== null)).toEqual([]);
    expect(assessment.cautions.map(({ id }) => id)).toEqual(['reading-classes']);
    expect(figureOf(assessment, 'violence-rates-by-borough').tables[0]?.rows).toHaveLength(boroughs + 1);
    expect(assessment.missing.map(({ title }) => title)).toContain('Night-time economy hotspots');
    expect(assessment.missing.filter(({ reason }) => reason === 'The pack holds no A&E attendances after assault.').length).toBeGreaterThan(5);
  });

  it.each(['police-extract', 'health-counts'] as const)('with small counts of a %s withheld', async (kind) => {
    const { input } = await tinyCounty((area) => `B${area % 3}`, { disclosureThreshold: 40, kind, ...(kind === 'health-counts' ? { unit: 'admissions' as const } : {}) });
    const assessment = buildAssessment(REQUEST, input);
    expectSound(assessment);
    expect(cellsOf(assessment).filter(({ cell }) => cell.text === 'Withheld').length).toBeGreaterThan(5);
    const small = cellsOf(assessment).filter(({ cell, path, format }) => format === 'count' && cell.value !== null && cell.value >= 1 && cell.value < 40
      && /^(violence|admissions)-(by-month|by-age-sex|by-year|by-weekday-hour|by-type|flags|rates-by-borough|rates-by-imd-decile|by-imd-quintile)\//.test(path) && !/\/(rank|areas)$/.test(path));
    expect(small.map(({ path, cell }) => `${path} ${cell.value}`)).toEqual([]);
  });

  it('tells the data sets by kind, unit and fields, whatever their ids', () => {
    const health = (id: string, unit: DataSetEntry['unit']): DataSetEntry => named(POLICE, id, { kind: 'health-counts', unit });
    const withoutAge = named(POLICE, 'old', { fields: { ...POLICE.fields, age: false } });
    const chosen = chooseDataSets({ dataSets: [health('x1', 'admissions'), named(STREET, 'x2'), withoutAge, named(POLICE, 'x3'), health('x4', 'callouts'), named(POLICE, 'x5', { kind: 'nte-profile' })] });
    expect(Object.fromEntries(Object.entries(chosen).map(([use, entry]: [string, DataSetEntry | null]) => [use, entry?.id ?? null])))
      .toEqual({ street: 'x2', police: 'x3', ambulance: 'x4', attendances: null, admissions: 'x1', nightTime: 'x5' });
  });
});
