import { describe, expect, it } from 'vitest';
import { parseManifest } from '../../../src/files/manifestSchema.ts';
import { parseJson } from '../../../src/files/text.ts';
import type { DataSetEntry, Manifest, PartEntry, Partitions } from '../../../src/model/manifest.ts';

const SHA = 'ab'.repeat(32);
const dataSet: DataSetEntry = {
  id: 'street', title: 'Street crime', unit: 'crimes', kind: 'street', months: ['2019-01', '2019-03'],
  kinds: [{ type: 'drugs', typeTitle: 'Drugs', subgroup: null, subgroupTitle: null, crime: true }],
  fields: { weekdayHour: false, subgroup: false, age: false, sex: false, flags: false },
  rowsAreVictims: false, disclosureThreshold: 0,
  account: { read: 10, kept: 7, setAside: [{ reason: 'No location', rows: 3, inRecords: true }] },
  files: [{ file: '2019-01.csv', vintage: '2011', sha256: SHA, read: 10, kept: 7, setAside: [{ reason: 'No location', rows: 3, inRecords: true }] }],
  caveats: ['Month only.'], attribution: 'Open Government Licence', cells: 'records/street.cells', table: 'records/street.parquet',
};
const manifest: Manifest = {
  version: 1, area: { id: 'bedfordshire', title: 'Bedfordshire' }, benchmark: 'Bedfordshire', lsoaVintage: '2011', imd: { edition: '2019', title: 'IMD 2019' },
  densityEdges: [1, 2, 3, 4.5], demonstration: true, seed: 1, built: '2026-01-01T00:00:00Z',
  sources: [{ file: 'a.csv', title: 'A', publisher: 'ONS', licence: 'OGL v3', address: null, date: null, sha256: SHA }],
  population: { years: [2017, 2019], basis: 'Mid-year estimates.' }, dataSets: [dataSet], opens: 'street',
  jumps: [{ title: 'Luton', box: [-0.5, 51.85, -0.35, 51.93] }], files: [{ path: 'areas.fgb', bytes: 10, sha256: SHA }], notes: [],
};

const part: PartEntry = { id: 'thames-valley', title: 'Thames Valley', box: [-2, 51, 0, 52], areas: 3, population: { first: 0, rows: 114 }, accounts: { street: dataSet.account } };
const partitions: Partitions = { by: 'police-force', parts: [part], opens: 'thames-valley' };
const parted: Manifest = { ...manifest, version: 2, dataSets: [{ ...dataSet, cells: 'records/street/{part}.cells', table: 'records/street/{part}.parquet' }], partitions };

const problemOf = (changes: object) => {
  const read = parseManifest({ ...manifest, ...changes }, 'packs/x/manifest.json');
  if (read.ok) throw new Error('The manifest was accepted.');
  expect(read.problem.where).toBe('packs/x/manifest.json');
  return read.problem.what;
};
const withDataSet = (changes: object) => problemOf({ dataSets: [{ ...dataSet, ...changes }] });

describe('parseManifest', () => {
  it('gives back a manifest that is sound, through JSON', () => {
    expect(parseManifest(JSON.parse(JSON.stringify(manifest)), 'm')).toEqual({ ok: true, value: manifest, notes: [] });
  });

  it('says which version a pack of another version has, and nothing else', () => {
    expect(problemOf({ version: 7, dataSets: 'changed since' })).toBe('The pack has format version 7; this program reads versions 1 and 2.');
  });

  it('names the place and what is wrong there', () => {
    expect(withDataSet({ months: ['2019-01', '2019-13'] })).toBe('dataSets[0].months[1]: expected a month such as 2019-03.');
    expect(withDataSet({ months: ['2019-02', '2019-01'] })).toBe('dataSets[0].months: expected ascending months, each once.');
    expect(withDataSet({ unit: 'events' })).toMatch(/^dataSets\[0\]\.unit: /);
    expect(withDataSet({ account: { ...dataSet.account, kept: 8 } })).toBe('dataSets[0].account: rows read are not the sum of rows kept and set aside.');
    expect(problemOf({ opens: 'other' })).toBe('opens: names no data set of the pack.');
    expect(problemOf({ sources: [{ ...manifest.sources[0], sha256: 'abc' }] })).toMatch(/^sources\[0\]\.sha256: expected a SHA-256/);
    expect(problemOf({ extra: 1 })).toMatch(/^the whole file: .*extra/);
  });

  it.each(['/etc/passwd', '../other.cells', 'records/../../x', 'https://example.org/x', '', 'a//b', './a'])('refuses the path %j, which leaves the pack', (path) => {
    expect(withDataSet({ cells: path })).toMatch(/^dataSets\[0\]\.cells: /);
  });

  it('takes a pack in partitions, whose records are one file for each', () => {
    expect(parseManifest(JSON.parse(JSON.stringify(parted)), 'm')).toEqual({ ok: true, value: parted, notes: [] });
    expect(problemOf({ partitions: parted.partitions })).toContain('partitions: goes with version 2 only');
    expect(problemOf({ ...parted, partitions: undefined })).toContain('partitions: goes with version 2 only');
    expect(problemOf({ ...parted, dataSets: [dataSet] })).toBe('dataSets: the paths of records hold {part} where the pack has partitions, and only there.');
    expect(problemOf({ ...parted, partitions: { ...partitions, opens: 'kent' } })).toBe('partitions.opens: names no part of the pack.');
    expect(problemOf({ ...parted, partitions: { ...partitions, parts: [part, part] } })).toBe('partitions.parts: two parts have the same id.');
    expect(problemOf({ ...parted, partitions: { ...partitions, parts: [{ ...part, accounts: {} }] } })).toBe('partitions.parts: a part has no account of a data set.');
    expect(problemOf({ ...parted, partitions: { ...partitions, parts: [{ ...part, id: '../x' }] } })).toMatch(/^partitions\.parts\[0\]\.id: /);
  });

  it('counts what it does not show', () => {
    expect(problemOf({ area: 1, benchmark: 2, imd: 3, opens: 4, notes: 5 })).toMatch(/\(and 2 more\)\.$/);
  });

  it.each([null, 3, 'text', []])('refuses %j', (json) => {
    expect(parseManifest(json, 'm').ok).toBe(false);
  });
});

describe('parseJson', () => {
  it('gives the value, or says why not', () => {
    expect(parseJson(new TextEncoder().encode('{"a":1}'), 'j')).toEqual({ ok: true, value: { a: 1 }, notes: [] });
    expect(parseJson(new TextEncoder().encode('{"a":'), 'j')).toMatchObject({ ok: false, problem: { where: 'j' } });
    expect(parseJson(Uint8Array.of(0xff), 'j').ok).toBe(false);
    for (const json of ['\uFEFF{"a":1}', new TextEncoder().encode('\uFEFF{"a":1}')]) expect(parseJson(json, 'j')).toMatchObject({ ok: true, value: { a: 1 } });
  });
});
