/**
 * Makes `geodata/areas/bedfordshire/areas.csv`, the one table of published figures that the demonstration pack
 * stands on, from the publishers' files:
 *
 *     npx tsx geodata/demo/makeAreasTable.ts RAW
 *
 * RAW is a folder with the files named in FILES anywhere below it. Figures only: no geometry is written but a
 * point inside each area, to 3 decimals (about 100 m). Run once; kept so that every figure can be made again.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import Papa from 'papaparse';
import { z } from 'zod';
import { AGE_BAND_COUNT, ageBandOf } from '../../src/model/vocabulary.ts';
import { AREA_COLUMNS, BAND_COLUMNS } from './areasTable.ts';

const OUT = 'geodata/areas/bedfordshire/areas.csv';
const POPULATION_FILES = [2017, 2019, 2020].map((year) => `lsoa2011_mid${year}_persons_by_single_year_of_age.csv`);
const FILES = {
  wards: 'lsoa11_ward13_bestfit.csv',
  deprivation: 'imd2019_lsoa2011.csv',
  residents: 'census2021_lsoa2011_residents_density_DERIVED.csv',
  boundaries: 'lsoa2011_bgc.geojson',
};

type Row = Readonly<Record<string, string>>;

function findBelow(folder: string, name: string): string {
  const found = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find((path) => basename(path) === name);
  if (found === undefined) throw new Error(`${name} not found below ${folder}: give the folder that holds the published files`);
  return join(folder, found);
}

function tableByCode(path: string): Map<string, Row> {
  const parsed = Papa.parse<Row>(readFileSync(path, 'utf8'), { header: true, skipEmptyLines: true });
  return new Map(parsed.data.map((row) => [field(row, 'LSOA11CD', path), row]));
}

function field(row: Row | undefined, name: string, path: string): string {
  const text = row?.[name];
  if (text === undefined) throw new Error(`${path}: no value in column ${name}`);
  return text;
}

const boundarySchema = z.object({
  features: z.array(z.object({ properties: z.object({ LSOA11CD: z.string(), LONG: z.number(), LAT: z.number(), area_ha_bgc: z.number() }) })),
});

/** Persons per age band, averaged over the years held. */
function meanByBand(tables: readonly Map<string, Row>[], code: string): number[] {
  const bands = Array.from({ length: AGE_BAND_COUNT }, () => 0);
  for (const table of tables) {
    for (let age = 0; age <= 90; age += 1) {
      const persons = Number(field(table.get(code), age === 90 ? '90+' : String(age), 'population'));
      const band = ageBandOf(age);
      bands[band] = (bands[band] ?? 0) + persons / tables.length;
    }
  }
  return bands;
}

const raw = process.argv[2];
if (raw === undefined) throw new Error('Usage: npx tsx geodata/demo/makeAreasTable.ts RAW');
const wards = tableByCode(findBelow(raw, FILES.wards));
const deprivation = tableByCode(findBelow(raw, FILES.deprivation));
const residents = tableByCode(findBelow(raw, FILES.residents));
const populations = POPULATION_FILES.map((name) => tableByCode(findBelow(raw, name)));
const boundaries = boundarySchema.parse(JSON.parse(readFileSync(findBelow(raw, FILES.boundaries), 'utf8')));

const rows = boundaries.features.map(({ properties }) => properties).toSorted((a, b) => (a.LSOA11CD < b.LSOA11CD ? -1 : 1)).map((area) => {
  const code = area.LSOA11CD;
  const ward = wards.get(code);
  const imd = deprivation.get(code);
  return [
    code, field(ward, 'LSOA11NM', FILES.wards), field(ward, 'LADCD', FILES.wards), field(ward, 'LADNM', FILES.wards), field(ward, 'WD13NM', FILES.wards),
    field(imd, 'IMD_rank', FILES.deprivation), field(imd, 'IMD_decile', FILES.deprivation),
    field(residents.get(code), 'usual_residents_2021', FILES.residents),
    (area.area_ha_bgc / 100).toFixed(4), area.LONG.toFixed(3), area.LAT.toFixed(3),
    ...meanByBand(populations, code).map((persons) => String(Math.round(persons * 100) / 100)),
  ];
});
writeFileSync(OUT, `${Papa.unparse({ fields: [...AREA_COLUMNS, ...BAND_COLUMNS], data: rows }, { newline: '\n' })}\n`);
console.log(`${OUT}: ${rows.length} areas`);
