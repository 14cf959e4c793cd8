import { describe, expect, it } from 'vitest';
import { areaClassIds, CLASS_ROWS } from '../../../src/assessment/figures/rateKind.ts';
import { inputsOf, mapInputsOf, sentences } from '../../../src/assessment/words.ts';
import { MAP_STYLES } from '../../../src/features/assessment/mapLook.ts';
import { CLASS, REASON } from '../../../src/model/measures.ts';
import { SUPPRESSED, type AreaColumns } from '../../../src/model/results.ts';

/** Only the columns that a class by the crude rate is told from. */
function columns(areas: readonly (readonly [count: number, code: number, reason: number])[]): AreaColumns {
  const none = new Float64Array(areas.length);
  const zeros = new Uint32Array(areas.length);
  const codes = Uint8Array.from(areas, ([, code]) => code);
  const reasons = Uint8Array.from(areas, ([, , reason]) => reason);
  return {
    count: Uint32Array.from(areas, ([count]) => count), victims: zeros, personYears: none,
    rate: none, rateLower: none, rateUpper: none, rateClass: codes, rateReason: reasons,
    dsr: none, dsrLower: none, dsrUpper: none, dsrClass: codes, dsrReason: reasons,
    countQuintile: new Uint8Array(areas.length), monthsNeededRate: new Uint16Array(areas.length), monthsNeededDsr: new Uint16Array(areas.length),
    rateBenchmark: none, dsrBenchmark: none, rateAdjustedP: none, dsrAdjustedP: none, inPlace: new Uint8Array(areas.length),
  };
}

describe('classes of areas', () => {
  it('tell withheld from too few and from no data', () => {
    const areas = columns([
      [40, CLASS.higher, REASON.given], [40, CLASS.similar, REASON.given], [40, CLASS.lower, REASON.given],
      [7, CLASS.tooFew, REASON.fewerThan10], [SUPPRESSED, CLASS.tooFew, REASON.belowThreshold], [40, CLASS.tooFew, REASON.belowThreshold],
      [0, CLASS.noData, REASON.noPopulation],
    ]);
    for (const kind of ['rate', 'dsr'] as const) expect(areaClassIds({ areas }, kind)).toEqual(['higher', 'similar', 'lower', 'too-few', 'withheld', 'withheld', 'no-data']);
  });

  it('have a look each, none like another', () => {
    expect(MAP_STYLES.benchmark).toHaveLength(CLASS_ROWS.length);
    for (const styles of Object.values(MAP_STYLES)) expect(new Set(styles.map((style) => JSON.stringify({ ...style, always: true }))).size).toBe(styles.length);
  });
});

const source = (title: string, licence: string) => ({ file: title, sha256: title, title, publisher: 'ONS', licence, date: null, address: null, bytes: 1 });
const LICENCE = 'OGL v3.0';
const sources = [
  source('Population, mid-2019', LICENCE), source('Population, mid-2020', LICENCE), source('Deprivation 2019', LICENCE), source('Area boundaries, 2011', `${LICENCE}; contains OS data (c) Crown copyright`),
];

describe('sources of a figure', () => {
  it('name what differs only at its end once, with publisher and licence', () => {
    expect(inputsOf({ sources }, /population/i)).toBe('Population, mid-2019 and mid-2020 (ONS; OGL v3.0)');
  });

  it('of a map carry the attribution of its boundaries', () => {
    expect(mapInputsOf({ sources }, /deprivation/i)).toBe('Deprivation 2019 (ONS; OGL v3.0). Area boundaries, 2011 (ONS; OGL v3.0; contains OS data © Crown copyright)');
    expect(mapInputsOf({ sources })).toBe('Area boundaries, 2011 (ONS; OGL v3.0; contains OS data © Crown copyright)');
  });

  it('end with a full stop each, without empty ones', () => {
    expect(sentences('One', '', 'Two.')).toBe('One. Two.');
  });
});
