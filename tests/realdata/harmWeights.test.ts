import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { HARM_SUBGROUPS } from '../../src/model/harm.ts';

/** Weights of detailed offences, published with the ONS Crime Severity Score. Never copied. */
const file = join(process.env['GEODATA_RAW'] ?? '', 'reference', 'ons_css_weights_policeuk_category_join.csv');

/** The Home Office's detailed offences of each subgroup, by the code that ONS counts them under; the usual one first. */
const CODES: Readonly<Record<string, readonly string[]>> = {
  homicide: ['1', '4.1', '4.2', '4.10'],
  'violence-with-injury': ['8N', '2', '4.3', '4.7', '5D', '5E', '8P', '8S'],
  'violence-without-injury': ['105A', '3A', '3B', '11A', '13', '14', '36', '104', '105B', '106'],
  'stalking-and-harassment': ['8L', '8M', '8Q', '8R'],
  rape: ['19C', '19D', '19E', '19F', '19G', '19H', '19J', '19K'],
  'other-sexual-offences': ['20A', '17A', '17B', '20B', '21', '22A', '22B', '23', '70', '71', '72', '73', '88A', '88C', '88D', '88E'],
};
/** Death or serious injury by driving: in no subgroup that has a weight. */
const DRIVING = ['4.4', '4.6', '4.8', '4.9', '37.1'];
/** The same four offences as one row. */
const HOMICIDE_TOGETHER = '1/4.1/4.10/4.2';

describe.skipIf(!existsSync(file))('starting values of harm weights', () => {
  const rows = Papa.parse<Record<string, string>>(readFileSync(file, 'utf8'), { header: true, skipEmptyLines: true }).data.filter((row) => row['POLICE_UK_CAT_MAP_category'] === 'Violence and Sexual Offences');
  const weightOf = (code: string): number => Math.round(Number(rows.find((row) => row['ONS_COUNTS_code'] === code)?.['ONS_SEVERITY_weight']));

  it.each(HARM_SUBGROUPS.map((one) => [one.id, one] as const))('%s: usual offence and range as published', (id, { weight, lowest, highest, offences, usual }) => {
    const codes = CODES[id] ?? [];
    const weights = codes.map(weightOf);
    expect([weights[0], Math.min(...weights), Math.max(...weights), codes.length]).toEqual([weight, lowest, highest, offences]);
    const row = rows.find((one) => one['ONS_COUNTS_code'] === codes[0]);
    expect([row?.['ONS_COUNTS_description']?.toLowerCase(), row?.['ONS_SEVERITY_offence']?.toLowerCase()]).toContain(usual);
  });

  it('leave out no detailed offence of violence or sexual offences', () => {
    const placed = new Set([...Object.values(CODES).flat(), ...DRIVING, HOMICIDE_TOGETHER]);
    expect(rows.map((row) => row['ONS_COUNTS_code'] ?? '').filter((code) => !placed.has(code))).toEqual([]);
    expect(placed.size).toBe(rows.length);
  });
});
