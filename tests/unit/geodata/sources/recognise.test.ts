import { describe, expect, it } from 'vitest';
import { ageColumns, codeColumn, recogniseCsv, recogniseGeoJson } from '../../../../geodata/sources/recognise.ts';
import { yearOfName } from '../../../../geodata/sources/population.ts';

const ages = Array.from({ length: 90 }, (_, age) => String(age));

describe('recogniseCsv', () => {
  it.each<[string, readonly string[], object]>([
    ['street crime', ['Crime ID', 'Month', 'Reported by', 'Falls within', 'Longitude', 'Latitude', 'Location', 'LSOA code', 'LSOA name', 'Crime type', 'Last outcome category', 'Context'], { role: 'street' }],
    ['outcomes', ['Crime ID', 'Month', 'Reported by', 'Falls within', 'Longitude', 'Latitude', 'Location', 'LSOA code', 'LSOA name', 'Outcome type'], { role: null }],
    ['stop and search', ['Type', 'Date', 'Part of a policing operation', 'Latitude', 'Longitude', 'Object of search'], { role: null }],
    ['IMD 2019, File 7', ['LSOA code (2011)', 'LSOA name (2011)', 'Local Authority District code (2019)', 'Index of Multiple Deprivation (IMD) Rank (where 1 is most deprived)', 'Index of Multiple Deprivation (IMD) Decile (where 1 is most deprived 10% of LSOAs)'], { role: 'imd', vintage: '2011' }],
    ['IMD 2025, File 7', ['LSOA code (2021)', 'Local Authority District code (2024)', 'Index of Multiple Deprivation (IMD) Rank (where 1 is most deprived)', 'Index of Multiple Deprivation (IMD) Decile (where 1 is most deprived 10% of LSOAs)'], { role: 'imd', vintage: '2021' }],
    ['IMD 2015, File 7', ['LSOA code (2011)', 'Local Authority District code (2013)', 'Index of Multiple Deprivation (IMD) Rank (where 1 is most deprived)', 'Index of Multiple Deprivation (IMD) Decile (where 1 is most deprived 10% of LSOAs)'], { role: null, why: 'the 2015 Indices of Deprivation; 2019 or 2025 are needed' }],
    ['population, one column per age', ['LSOA11CD', 'all_ages', ...ages, '90+'], { role: 'population', vintage: '2011' }],
    ['population by sex', ['LAD 2023 Code', 'LSOA 2021 Code', 'Total', ...ages.flatMap((age) => [`F${age}`, `M${age}`]), 'F90', 'M90'], { role: 'population', vintage: '2021' }],
    ['population of Nomis', ['DATE_NAME', 'GEOGRAPHY_CODE', 'C_AGE_NAME', 'OBS_VALUE'], { role: 'population', vintage: null }],
    ['census residents of Nomis', ['date', 'geography', 'geography code', 'Residence type: Total; measures: Value', 'Residence type: Lives in a household; measures: Value'], { role: 'residents', vintage: null }],
    ['residents that also name the parent', ['LSOA21CD', 'LSOA21NM', 'LSOA11CD', 'usual_residents_2021'], { role: 'residents', vintage: '2021' }],
    ['residents by broad age', ['LSOA21CD', 'age_group', 'usual_residents'], { role: null }],
    ['the LSOA lookup', ['F_LSOA11CD', 'LSOA11NM', 'LSOA21CD', 'LAD22CD'], { role: 'lookup' }],
    ['a ward lookup', ['LSOA21CD', 'WD24CD', 'WD24NM', 'LAD24CD'], { role: 'wards', vintage: '2021', edition: '24' }],
    ['MSOAs', ['LSOA11CD', 'MSOA11CD', 'LADCD'], { role: null }],
    ['anything else', ['name', 'value'], { role: null }],
  ])('recognises %s', (_what, header, expected) => {
    expect(recogniseCsv(header)).toMatchObject(expected);
  });

  it('takes the first code column as the table\'s own', () => {
    expect(codeColumn(['name', 'LSOA21CD', 'LSOA11CD'])).toEqual({ column: 'LSOA21CD', vintage: '2021' });
    expect(ageColumns(['0', '1'])).toBeNull();
  });
});

function feature(property: string, type: string): string {
  return `{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"${type}"},"properties":{"${property}":"E01"}}]}`;
}

describe('recogniseGeoJson', () => {
  it.each([
    [feature('lsoa11cd', 'Polygon'), { role: 'boundaries', vintage: '2011' }],
    [feature('LSOA21CD', 'MultiPolygon'), { role: 'boundaries', vintage: '2021' }],
    [feature('LSOA21CD', 'Point'), { role: null, why: 'LSOA points, not boundaries' }],
    [feature('MSOA11CD', 'Polygon'), { role: null, why: 'not LSOA boundaries' }],
    [feature('OA11CD":"E00","LSOA11CD', 'Polygon'), { role: null, why: 'output areas, not LSOAs' }],
    ['{"a":1}', { role: null, why: 'JSON, but not GeoJSON' }],
  ])('%s', (text, expected) => {
    expect(recogniseGeoJson(text)).toEqual(expected);
  });
});

describe('yearOfName', () => {
  it('takes the mid-year, never the LSOA vintage', () => {
    expect(yearOfName('lsoa2011_mid2017_persons.csv', '')).toBe(2017);
    expect(yearOfName('SAPE22 mid-2019 LSOA.csv', '')).toBe(2019);
    expect(yearOfName('lsoa11 population 2020.csv', '')).toBe(2020);
    expect(() => yearOfName('population.csv', 'population.csv')).toThrow('does not say of which year');
    expect(() => yearOfName('2018 to 2020.csv', 'x')).toThrow('does not say of which year');
  });
});
