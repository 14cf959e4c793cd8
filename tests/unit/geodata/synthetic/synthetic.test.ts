import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { decodeFlatGeobuf } from '../../../../src/files/flatgeobufReader.ts';
import { decodeAreas, decodePopulation } from '../../../../src/files/packFiles.ts';
import { areaKm2 } from '../../../../src/geometry/area.ts';
import { contains } from '../../../../src/geometry/containment.ts';
import { dissolve } from '../../../../src/geometry/dissolve.ts';
import type { RowAccount } from '../../../../src/model/manifest.ts';
import { AGE_BAND_COUNT } from '../../../../src/model/vocabulary.ts';
import { valueOf } from '../../../../geodata/problem.ts';
import { readPattern, withAreas } from '../../../../geodata/synthetic/pattern.ts';
import { AREAS, ask, buildCountry, OUTSIDE, ROWS, type BuiltCountry } from './miniCountry.ts';

let country: BuiltCountry;
beforeAll(async () => { country = await buildCountry(); });

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
const areasOf = async () => valueOf(await decodeAreas(await country.read('areas.fgb')));
const table = (part: string): string => join(country.out, `records/street/${part}.parquet`);

describe('the pattern of England and Wales', () => {
  it('has the 43 territorial police forces, 331 local authorities and 35,672 LSOAs', async () => {
    const { forces } = await readPattern('england-wales');
    expect([forces.length, sum(forces.map(({ boroughs }) => boroughs)), sum(forces.map(({ areas }) => areas))]).toEqual([43, 331, 35_672]);
    expect(forces.map(({ id }) => id)).toEqual(forces.map(({ id }) => id).toSorted());
  });

  it('is scaled to any number of areas from one a force on', async () => {
    const pattern = await readPattern('england-wales');
    const small = withAreas(pattern, 100);
    expect(sum(small.forces.map(({ areas }) => areas))).toBe(100);
    expect(small.forces.every(({ areas, boroughs }) => areas >= 1 && boroughs <= areas)).toBe(true);
    expect(withAreas(pattern, 35_672)).toEqual(pattern);
    expect(() => withAreas(pattern, 42)).toThrow('42 areas are too few for 43 police forces');
    await expect(readPattern('bedfordshire')).rejects.toThrow('"bedfordshire" has no pattern');
  });
});

describe('the synthetic pack', () => {
  it('is a pack in partitions whose every file is listed with its size and checksum', async () => {
    const { manifest, out, parts, entry } = country;
    expect([manifest.version, manifest.demonstration, manifest.seed, manifest.partitions?.by]).toEqual([2, true, 7, 'police-force']);
    expect([entry.cells, entry.table]).toEqual(['records/street/{part}.cells', 'records/street/{part}.parquet']);
    const there = (await readdir(out, { recursive: true, withFileTypes: true })).filter((file) => file.isFile() && file.name !== 'manifest.json').length;
    expect([manifest.files.length, there]).toEqual([3 + 2 * parts.length, 3 + 2 * parts.length]);
    for (const { path, bytes, sha256 } of manifest.files) {
      const content = await country.read(path);
      expect([content.length, createHash('sha256').update(content).digest('hex')]).toEqual([bytes, sha256]);
    }
  });

  it('says of each area which part it is of, and the part\'s box holds it', async () => {
    const layer = valueOf(await decodeFlatGeobuf(await country.read('areas.fgb'), 'areas.fgb'));
    expect(layer.features).toHaveLength(AREAS);
    for (const { id, areas, box: [west, south, east, north] } of country.parts) {
      const own = layer.features.filter(({ properties }) => properties?.['part'] === id);
      expect(own).toHaveLength(areas);
      const positions = own.flatMap(({ geometry }) => (geometry.type === 'Polygon' ? geometry.coordinates.flat() : []));
      expect(positions.every(([x = NaN, y = NaN]) => x >= west && x <= east && y >= south && y <= north)).toBe(true);
    }
    const places = valueOf(await decodeFlatGeobuf(await country.read('places.fgb'), 'places.fgb'));
    expect(places.features.filter(({ properties }) => properties?.['kind'] === 'borough').map(({ properties }) => String(properties?.['part'])).toSorted((a, b) => (a < b ? -1 : 1)))
      .toEqual(['east', 'east', 'east', 'inner', 'north', 'west', 'west']);
  });

  it('has areas that tile the land, each around its point, and boroughs that are exactly theirs', async () => {
    const { table: areas, shapes } = await areasOf();
    const polygons = shapes.features.map(({ geometry }) => geometry);
    const total = sum(polygons.map(areaKm2));
    // No overlap and no gap between neighbours: the union is as large as the parts together, in one piece without holes.
    const land = dissolve(polygons);
    expect(areaKm2(land) / total).toBeCloseTo(1, 9);
    expect(land.type === 'Polygon' && land.coordinates.length).toBe(1);
    polygons.forEach((polygon, area) => expect(contains(polygon, areas.longitude[area] ?? NaN, areas.latitude[area] ?? NaN)).toBe(true));
    const places = valueOf(await decodeFlatGeobuf(await country.read('places.fgb'), 'places.fgb'));
    for (const { geometry, properties } of places.features) {
      if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') continue;
      expect(areaKm2(geometry)).toBeCloseTo(sum(polygons.filter((_, area) => areas.borough[area] === properties?.['id']).map(areaKm2)), 6);
    }
  });

  it('gives every area a rank of its own and deciles of equal size', async () => {
    const { table: areas } = await areasOf();
    expect([...areas.imdRank].toSorted((a, b) => a - b)).toEqual(Array.from({ length: AREAS }, (_, i) => i + 1));
    expect([1, 10].map((decile) => areas.imdDecile.filter((value) => value === decile).length)).toEqual([6, 6]);
  });

  it('accounts for exactly the rows asked for, part by part', () => {
    const { entry, parts } = country;
    const accounts = parts.flatMap(({ accounts: { street } }) => street ?? []);
    const of = (pick: (account: RowAccount) => number): number => sum(accounts.map(pick));
    expect([entry.account.read, of(({ read }) => read), of(({ kept }) => kept)]).toEqual([ROWS, ROWS, entry.account.kept]);
    for (const { reason, rows } of entry.account.setAside) expect(of(({ setAside }) => setAside.find((each) => each.reason === reason)?.rows ?? 0)).toBe(rows);
    expect(entry.account.setAside.map(({ reason, inRecords }) => [reason, inRecords])).toEqual([['No location', true], [OUTSIDE, true]]);
  });

  it('gives the same bytes for the same seed, and other ones for another', async () => {
    const [again, other] = [await buildCountry(), await buildCountry({ seed: 8 })];
    expect(again.manifest).toEqual(country.manifest);
    expect(other.manifest.files.filter(({ sha256 }, i) => sha256 === country.manifest.files[i]?.sha256)).toEqual([]);
  });

  it('crowds records in some areas, as crime is', async () => {
    const counts = (await Promise.all(country.parts.map(async (part) => {
      const { offsets, areaCodes } = await country.cellsOf(part);
      return areaCodes.map((_, area) => (offsets[area + 1] ?? 0) - (offsets[area] ?? 0));
    }))).flat().toSorted((a, b) => b - a);
    expect(sum(counts.slice(0, AREAS / 5)) / sum(counts)).toBeGreaterThan(0.3);
    expect(Math.min(...counts)).toBeGreaterThan(0);
  });
});

describe('records of a part', () => {
  it('stand in the Parquet row for row as in the cells', async () => {
    for (const part of country.parts) {
      const { areaCodes, offsets, cell, months } = await country.cellsOf(part);
      const rows = await ask(`SELECT lsoa, crime_type, month, longitude, latitude FROM '${table(part.id)}'`);
      expect(rows).toHaveLength(cell.length);
      const { kinds } = country.entry;
      rows.forEach(([lsoa, type, month, longitude, latitude], row) => {
        const slot = offsets.findLastIndex((first) => first <= row);
        const code = cell[row] ?? NaN;
        const where = slot < areaCodes.length ? areaCodes[slot] : slot === areaCodes.length ? null : 'X01999999';
        expect([lsoa, type, month]).toEqual([where, kinds[Math.floor(code / months)]?.type, country.entry.months[code % months]]);
        expect([typeof longitude, typeof latitude]).toEqual(slot < areaCodes.length ? ['number', 'number'] : ['object', 'object']);
      });
    }
  });

  it('have points inside their areas', async () => {
    const { table: areas, shapes } = await areasOf();
    const rows = await ask(`SELECT DISTINCT lsoa, longitude, latitude FROM '${table('west')}' WHERE longitude IS NOT NULL`);
    const outside = rows.filter(([lsoa, x, y]) => {
      const shape = shapes.features[areas.code.indexOf(String(lsoa))]?.geometry;
      return !shape || !contains(shape, Number(x), Number(y));
    });
    expect([rows.length > 100, outside]).toEqual([true, []]);
  });
});

describe('population of a part', () => {
  it('is the rows that its entry names, in a row group of its own', async () => {
    const file = join(country.out, 'population.parquet');
    const groups = await ask(`SELECT DISTINCT row_group_id, row_group_num_rows FROM parquet_metadata('${file}') ORDER BY 1`);
    expect(groups.map(([, rows]) => Number(rows))).toEqual(country.parts.map(({ population }) => population.rows));
    for (const part of country.parts) {
      const { first, rows } = part.population;
      const found = await ask(`SELECT area, year, age_band FROM read_parquet('${file}', file_row_number = true) WHERE file_row_number >= ${first} AND file_row_number < ${first + rows} ORDER BY file_row_number`);
      const { areaCodes } = await country.cellsOf(part);
      expect(found).toHaveLength(areaCodes.length * country.manifest.population.years.length * AGE_BAND_COUNT);
      expect([...new Set(found.map(([area]) => area))]).toEqual(areaCodes);
      expect(found.map(([, year]) => Number(year))).toEqual(found.map(([, year]) => Number(year)).toSorted((a, b) => a - b));
    }
  });

  it('adds up to the residents about the census year', async () => {
    const { table: areas } = await areasOf();
    const { persons, years } = valueOf(await decodePopulation(await country.read('population.parquet'), areas.code));
    expect(years).toEqual([2019, 2022]);
    for (const [y, growth] of [[0, -0.012], [1, 0.006]] as const) {
      const total = sum([...persons.subarray(y * AREAS * AGE_BAND_COUNT, (y + 1) * AREAS * AGE_BAND_COUNT)]);
      expect(total / sum([...areas.residents])).toBeCloseTo(1 + growth, 3);
    }
  });
});
