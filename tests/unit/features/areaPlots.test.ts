import { describe, expect, it } from 'vitest';
import { allRows, areaRows } from '../../../src/features/explore/areaRows.ts';
import { residentsIn } from '../../../src/features/explore/areas/AreaFacts.tsx';
import { plotSvg } from '../../../src/features/explore/areas/plotFile.ts';
import { noFunnelReason, notDrawnWords, pastAxis, pastAxisWords, plotPoints } from '../../../src/features/explore/areas/plotPoints.ts';
import type { Scene } from '../../../src/features/explore/scene.ts';
import type { Benchmark } from '../../../src/model/benchmark.ts';
import { REASON } from '../../../src/model/measures.ts';
import { EVERYTHING } from '../../../src/model/selection.ts';
import { POLICE, samplePack } from '../../fakes/samplePack.ts';
import { evaluationOf } from '../map/scene.ts';

const NONE = Number.NaN;
const pack = samplePack();

describe('plotPoints', () => {
  const evaluation = evaluationOf({ columns: { rate: [500, NONE, NONE, 0, 900], dsr: [400, NONE, NONE, 0, 800], count: [20, 4, 9, 10, 40], rateReason: [0, 1, 4, 0, 0], dsrReason: [0, 1, 4, 0, 0], inPlace: [1, 1, 1, 1, 0] } });

  it('draws only areas with a rate, by their person-years', () => {
    expect(plotPoints(allRows(areaRows(pack, evaluation, 'rate')), 'rate').map(({ area, value, size, chosen }) => [area, value, size, chosen])).toEqual([[0, 500, 2000, true], [3, 0, 2000, true], [4, 900, 2000, false]]);
  });

  it('sizes a standardised rate by the person-years that would give its victims', () => {
    expect(plotPoints(allRows(areaRows(pack, evaluation, 'dsr')), 'dsr').map(({ size }) => size)).toEqual([5000, NONE, 5000]);
  });
});

const withReasons = (...reasons: readonly (0 | 1 | 2 | 3 | 4 | 5)[]) => reasons.map((reason) => ({ reason }));

describe('what is not drawn', () => {
  it('is counted by its reason, every area once', () => {
    expect(notDrawnWords(withReasons(...Array<1>(35).fill(REASON.fewerThan10), REASON.belowThreshold, REASON.belowThreshold, REASON.given))).toBe('Not drawn: 35 areas too few to say, 2 withheld.');
    expect(notDrawnWords(withReasons(REASON.notCovered, REASON.noPopulation))).toBe('Not drawn: 1 area without residents, 1 not covered by this data set.');
    expect(notDrawnWords(withReasons(REASON.given))).toBeNull();
  });
});

describe('what stands past the end of the axis', () => {
  it('is counted and said', () => {
    const evaluation = evaluationOf({ columns: { rate: [500, 600, 700, 800, 40_000] } });
    const points = plotPoints(allRows(areaRows(pack, evaluation, 'rate')), 'rate');
    const many = Array.from({ length: 12 }, () => points.slice(0, 4)).flat();
    expect([pastAxis([...many, ...points], 'caterpillar', 600), pastAxis([...many, ...points], 'funnel', 600), pastAxis(many, 'funnel', 600)]).toEqual([1, 1, 0]);
    expect([pastAxisWords(1), pastAxisWords(8), pastAxisWords(0)]).toEqual(['1 area stands above the dotted line, past the end of the axis.', '8 areas stand above the dotted line, past the end of the axis.', null]);
  });
});

describe('noFunnelReason', () => {
  const limits = { benchmark: 100, size: new Float64Array(), lower95: new Float64Array(), upper95: new Float64Array(), lower998: new Float64Array(), upper998: new Float64Array() };
  const reasonFor = (benchmark: Benchmark, funnel: { rate: typeof limits | null; dsr: typeof limits | null } = { rate: null, dsr: null }) => {
    const base = evaluationOf();
    const evaluation = { ...base, request: { ...base.request, benchmark }, funnel };
    const scene: Scene & { evaluation: typeof evaluation } = { pack, entry: POLICE, evaluation, selection: EVERYTHING, applied: EVERYTHING, lacks: {}, measure: 'dsr-class', rateKind: 'dsr', confidence: 95 };
    return noFunnelReason(scene);
  };

  it('says that each area has its own, that the typed value is of the other kind, or that there is no rate', () => {
    expect(reasonFor({ kind: 'own-borough' })).toMatch(/^Each area has its own benchmark/);
    expect(reasonFor({ kind: 'value', value: 2000, of: 'rate', title: 'England' })).toContain('The typed value is a crude rate');
    expect(reasonFor({ kind: 'borough', borough: 'E06000032' })).toContain('no rate of Luton');
    expect(reasonFor({ kind: 'county' }, { rate: null, dsr: limits })).toBeNull();
  });
});

describe('residentsIn', () => {
  it('is the mean over the months that count', () => {
    expect([residentsIn({ personYears: 7500 }, 60), residentsIn({ personYears: 250 }, 2), residentsIn({ personYears: 0 }, 0)]).toEqual([1500, 1500, NONE]);
  });
});

describe('plotSvg', () => {
  const evaluation = evaluationOf({ columns: { dsr: [4000, 2900, 800, NONE, NONE], dsrClass: [4, 3, 2, 1, 1], dsrReason: [0, 0, 0, 1, 4] } });
  const scene = { pack, entry: POLICE, evaluation, selection: EVERYTHING, applied: EVERYTHING, lacks: {}, measure: 'dsr-class', rateKind: 'dsr', confidence: 95 } as const;
  const rows = allRows(areaRows(pack, evaluation, 'dsr'));

  it('stands alone: attributes only, with filter, benchmark, what is not drawn and the demonstration mark in it', async () => {
    const svg = await plotSvg({ scene, rows, kind: 'caterpillar', selected: [0], whole: false });
    expect(svg).not.toMatch(/NaN|undefined|class=|var\(|style=/);
    expect(svg).toContain('xmlns="http://www.w3.org/2000/svg"');
    for (const words of ['▲ 1 significantly higher than Bedfordshire (2,876), ● 1 similar, ▼ 1 significantly lower.', 'Not drawn: 1 area too few to say, 1 withheld.', 'Violence and sexual offences', 'DEMONSTRATION DATA', '>Luton 001A</text>', '>DSR per 100,000 residents a year</text>']) expect(svg).toContain(words);
  });

  it('draws the funnel with its limits', async () => {
    const ends = Float64Array.of(300, 600);
    const limits = { benchmark: 2876.4, size: ends, lower95: Float64Array.of(1000, 1500), upper95: Float64Array.of(3900, 3700), lower998: Float64Array.of(500, 900), upper998: Float64Array.of(3990, 3900) };
    const svg = await plotSvg({ scene: { ...scene, evaluation: { ...evaluation, funnel: { rate: null, dsr: limits } } }, rows, kind: 'funnel', selected: [], whole: true });
    expect(svg).toContain('Effective person-years');
    expect(svg).toContain('95% dashed, 99.8% solid');
    expect(svg).not.toMatch(/NaN|undefined/);
  });
});
