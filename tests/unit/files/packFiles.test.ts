import type { Geometry } from 'geojson';
import { describe, expect, it } from 'vitest';
import { decodeAreas, decodePlaces, decodePopulation, encodeAreas, encodePlaces, encodePopulation } from '../../../src/files/packFiles.ts';
import { encodeFlatGeobuf } from '../../../src/files/flatgeobufWriter.ts';
import { decodeParquet, encodeParquet } from '../../../src/files/parquet.ts';
import type { AreaTable, Places, PopulationTable } from '../../../src/model/areas.ts';
import { AGE_BAND_COUNT } from '../../../src/model/vocabulary.ts';
import { inspectFlatGeobuf } from './inspectFlatGeobuf.ts';
import { problemOf, valueOf } from './outcomes.ts';
import { scatteredSquares, square } from './shapes.ts';

const AREAS = 40;
const CODES = Array.from({ length: AREAS }, (_, i) => `E0101${5000 + i}`);
const numbers = (make: (i: number) => number) => Float64Array.from({ length: AREAS }, (_, i) => make(i));

const layer = (codes: (string | null)[], geometry: Geometry = square(0, 52)) =>
  encodeFlatGeobuf({ name: 'areas', columns: [{ name: 'code', type: 'string' }], features: codes.map((code) => ({ geometry, properties: { code } })) });

describe('areas', () => {
  const table: AreaTable = {
    code: CODES,
    name: CODES.map((_, i) => `Luton 0${i}`), borough: CODES.map(() => 'E06000032'), ward: CODES.map((_, i) => (i === 3 ? '' : 'South')),
    wardId: CODES.map(() => 'luton--south'), hub: CODES.map((_, i) => (i % 2 ? 'luton-south' : '')),
    imdRank: numbers((i) => (i === 4 ? NaN : 1000 + i)), imdDecile: numbers((i) => (i === 4 ? NaN : 1 + (i % 10))), areaKm2: numbers((i) => 0.1 * i),
    residents: numbers((i) => 1500 + i / 2), longitude: numbers((i) => -0.4 - i / 100), latitude: numbers((i) => 51.9 + i / 100), nteHotspot: CODES.map((_, i) => (i === 7 ? 'luton' : '')),
  };
  const geometries = scatteredSquares(AREAS, 9);

  it('come back in order of code, each with its own geometry, whatever the order in the file', async () => {
    const bytes = encodeAreas(table, geometries);
    expect(inspectFlatGeobuf(bytes)).toMatchObject({ errors: [], name: 'areas', count: AREAS });
    const read = valueOf(await decodeAreas(bytes));
    expect(read.table).toEqual(table);
    expect(read.shapes.features.map(({ geometry }) => geometry)).toEqual(geometries);
    expect(read.shapes.features.map(({ id, properties }) => [id, properties.area, properties.code])).toEqual(CODES.map((code, i) => [i, i, code]));
  });

  it('carry the columns that other tools see', () => {
    expect(inspectFlatGeobuf(encodeAreas(table, geometries)).columns.map(({ name, type }) => `${name} ${type}`)).toEqual([
      'code 11', 'name 11', 'borough 11', 'ward 11', 'ward_id 11', 'hub 11', 'imd_rank 5', 'imd_decile 5', 'area_km2 10', 'residents 10', 'longitude 10', 'latitude 10', 'nte_hotspot 11',
    ]);
  });

  it('are refused without a code, with one twice, or as points', async () => {
    expect(problemOf(await decodeAreas(layer(['A', null])))).toMatch(/areas\.fgb, feature \d: An area has no code/);
    expect(problemOf(await decodeAreas(layer(['A', 'B', 'A'])))).toMatch(/Area A stands twice/);
    expect(problemOf(await decodeAreas(layer(['A'], { type: 'Point', coordinates: [0, 52] })))).toMatch(/Area A is a Point/);
    expect(() => encodeAreas(table, geometries.slice(1))).toThrow(/39 geometries for 40 areas/);
    expect(() => encodeAreas({ ...table, code: CODES.map(() => 'A') }, geometries)).toThrow(/twice/);
  });
});

describe('places', () => {
  const base = { borough: 'E06000032', rank: 0, approximate: true, profile: null };
  const places: Places = {
    type: 'FeatureCollection',
    features: [
      { type: 'Feature', id: 0, geometry: square(-0.5, 51.9), properties: { ...base, kind: 'borough', id: 'E06000032', title: 'Luton', approximate: false } },
      { type: 'Feature', id: 1, geometry: { type: 'MultiPolygon', coordinates: [square(-0.5, 51.9).coordinates] }, properties: {
        ...base, kind: 'hub', id: 'luton-south', title: 'Luton South',
        profile: { kind: 'hub', staffing: [{ date: '2022-12', source: 'Report', posts: [{ role: 'Constable', inPost: 8.5, budgeted: null }] }] },
      } },
      { type: 'Feature', id: 2, geometry: square(-0.42, 51.87), properties: {
        ...base, kind: 'nte-hotspot', id: 'luton', title: 'Luton town centre',
        profile: {
          kind: 'nte', period: { from: '2021-05', to: '2022-10' }, hours: [19, 7], offences: 10, asbIncidents: 4, offencesPerWeekend: 1.5,
          keyLocations: [{ title: 'George Street', share: 0.2 }], topOffences: [], domesticShare: 0.1, hateShare: 0, peak: 'Saturday', source: 'Report',
        },
      } },
      { type: 'Feature', id: 3, geometry: { type: 'Point', coordinates: [-0.42, 51.88] }, properties: { ...base, kind: 'label', id: 'luton', title: 'Luton', rank: 1 } },
    ],
  };

  it('come back by kind and id, with polygons, points and profiles as they were', async () => {
    const bytes = encodePlaces({ ...places, features: places.features.toReversed() });
    expect(inspectFlatGeobuf(bytes)).toMatchObject({ errors: [], geometryType: 0, name: 'places' });
    expect(valueOf(await decodePlaces(bytes))).toEqual(places);
  });

  it('are refused with a property or a profile of another form', async () => {
    const [, hub] = places.features;
    if (!hub) throw new Error('No hub.');
    const changed = (properties: Record<string, unknown>) => encodeFlatGeobuf({
      name: 'places', columns: [{ name: 'kind', type: 'string' }, { name: 'id', type: 'string' }, { name: 'title', type: 'string' }, { name: 'borough', type: 'string' }, { name: 'rank', type: 'int' }, { name: 'approximate', type: 'bool' }, { name: 'profile', type: 'json' }],
      features: [{ geometry: hub.geometry, properties: { ...hub.properties, ...properties } }],
    });
    expect((await decodePlaces(changed({}))).ok).toBe(true);
    expect(problemOf(await decodePlaces(changed({ kind: 'county' })))).toMatch(/places\.fgb, feature 0: .*property kind/);
    expect(problemOf(await decodePlaces(changed({ profile: { kind: 'hub', staffing: 3 } })))).toMatch(/property profile.staffing/);
  });
});

describe('population', () => {
  const years = [2017, 2019];
  const population: PopulationTable = { years, areas: AREAS, persons: Float64Array.from({ length: years.length * AREAS * AGE_BAND_COUNT }, (_, i) => i / 4) };

  it('is joined by code', async () => {
    const bytes = encodePopulation(CODES, population);
    expect(valueOf(await decodePopulation(bytes, CODES))).toEqual(population);
    const swapped = [CODES[1] ?? '', CODES[0] ?? '', ...CODES.slice(2)];
    const read = valueOf(await decodePopulation(bytes, swapped));
    expect(read.persons[0]).toBe(population.persons[AGE_BAND_COUNT]);
    expect(read.persons[AGE_BAND_COUNT]).toBe(population.persons[0]);
  });

  it('holds women where they are held, and refuses what cannot be', async () => {
    const female = population.persons.map((persons) => persons / 4);
    const held = { ...population, female };
    expect(valueOf(await decodePopulation(encodePopulation(CODES, held), CODES))).toEqual(held);
    expect(valueOf(await decodePopulation(encodePopulation(CODES, population), CODES))).not.toHaveProperty('female');
    for (const wrong of [-1, NaN, 1e6]) {
      expect(() => encodePopulation(CODES, { ...held, female: female.with(3, wrong) })).toThrow(/female population figure/);
      const bytes = encodeParquet(Object.entries(valueOf(await decodeParquet(encodePopulation(CODES, held), 'population.parquet'))).map(([name, values]) => (
        name === 'persons' || name === 'year' ? { name, type: 'double', values: values.map(Number) }
          : name === 'female' ? { name, type: 'double', values: values.map((value, i) => (i === 3 ? wrong : Number(value))) } : { name, type: 'string', values: values.map(String) })));
      expect(problemOf(await decodePopulation(bytes, CODES))).toMatch(/row 4: The number of women is missing, negative or larger/);
    }
  });

  it('is refused with a figure missing, twice, negative, or of an area that is not in the pack', async () => {
    const bytes = encodePopulation(CODES, population);
    const table = valueOf(await decodeParquet(bytes, 'population.parquet'));
    const rows = (keep: number[], persons = (row: number) => Number(table['persons']?.[row])) => encodeParquet([
      { name: 'area', type: 'string', values: keep.map((row) => String(table['area']?.[row])) },
      { name: 'year', type: 'int32', values: keep.map((row) => Number(table['year']?.[row])) },
      { name: 'age_band', type: 'string', values: keep.map((row) => String(table['age_band']?.[row])) },
      { name: 'persons', type: 'double', values: keep.map(persons) },
    ]);
    const all = Array.from(population.persons, (_, i) => i);
    expect((await decodePopulation(rows(all.toReversed()), CODES)).ok).toBe(true);
    expect(problemOf(await decodePopulation(rows(all.filter((row) => row !== 25)), CODES))).toMatch(/missing, first for E01015001/);
    expect(problemOf(await decodePopulation(rows([...all, 25]), CODES))).toMatch(/row 1521: The figure stands twice: E01015001, 2017, 30-34/);
    expect(problemOf(await decodePopulation(rows(all, (row) => (row === 2 ? -1 : 1)), CODES))).toMatch(/row 3: .*negative/);
    expect(problemOf(await decodePopulation(rows(all, (row) => (row === 2 ? NaN : 1)), CODES))).toMatch(/row 3: .*missing/);
    expect(problemOf(await decodePopulation(bytes, CODES.slice(1)))).toMatch(/No area, year or age band of this pack: E01015000/);
    expect(problemOf(await decodePopulation(rows([]), CODES))).toMatch(/missing/);
    expect(() => encodePopulation(CODES, { ...population, persons: population.persons.map((value, i) => (i === 3 ? NaN : value)) })).toThrow(/missing or negative/);
  });
});
