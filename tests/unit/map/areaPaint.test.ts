import { describe, expect, it } from 'vitest';
import { areaPaint } from '../../../src/map/layers/areaPaint.ts';
import type { AreaPaint } from '../../../src/map/layers/areaPaint.ts';
import type { Agreement } from '../../../src/model/agreement.ts';
import type { MeasureId } from '../../../src/model/measures.ts';
import { CLASS, MEASURES, REASON } from '../../../src/model/measures.ts';
import { SUPPRESSED } from '../../../src/model/results.ts';
import type { OpenedPack } from '../../../src/model/pack.ts';
import { samplePack } from '../../fakes/samplePack.ts';
import type { SceneOptions } from './scene.ts';
import { WORDS, agreementOf, evaluationOf, packWith } from './scene.ts';

interface PaintOptions { readonly pack?: OpenedPack; readonly breaks?: readonly number[] | null; readonly hidden?: readonly string[]; readonly agreement?: Agreement | null }

function paintOf(measure: MeasureId, scene: SceneOptions | null = {}, { pack = samplePack(), breaks = null, hidden = [], agreement = null }: PaintOptions = {}): AreaPaint {
  return areaPaint({ pack, evaluation: scene && evaluationOf(scene), measure, breaks, hidden: new Set(hidden), agreement, words: WORDS });
}
const idsOf = ({ classes, legend }: AreaPaint): (string | undefined)[] => [...classes].map((index) => legend.items[index]?.id);
const countsOf = ({ legend }: AreaPaint): Record<string, number> => Object.fromEntries(legend.items.map(({ id, count }) => [id, count]));
const item = ({ legend }: AreaPaint, id: string) => legend.items.find((candidate) => candidate.id === id);

describe('classes against the county', () => {
  const rateClass = [CLASS.higher, CLASS.similar, CLASS.lower, CLASS.tooFew, CLASS.noData];

  it.each(['rate-class', 'dsr-class'] as const)('%s takes the engine’s classes, with triangles, hatch and dashes', (measure) => {
    const paint = paintOf(measure, { columns: { rateClass, dsrClass: rateClass } });
    expect(idsOf(paint)).toEqual(['higher', 'similar', 'lower', 'too-few', 'no-data']);
    expect(item(paint, 'higher')).toMatchObject({ symbol: 'triangle-up', colour: 'higher', pattern: null, kind: 'class' });
    expect(item(paint, 'lower')).toMatchObject({ symbol: 'triangle-down', colour: 'lower' });
    expect(item(paint, 'too-few')).toMatchObject({ pattern: 'hatch', kind: 'too-few', symbol: null });
    expect(item(paint, 'no-data')).toMatchObject({ pattern: null, kind: 'no-data' });
  });

  it('reads the DSR’s own columns for the DSR and the rate’s for the rate', () => {
    const columns = { rateClass: [4, 4, 4, 4, 4], dsrClass: [2, 2, 2, 2, 2] };
    expect(countsOf(paintOf('rate-class', { columns }))).toMatchObject({ higher: 5, lower: 0 });
    expect(countsOf(paintOf('dsr-class', { columns }))).toMatchObject({ higher: 0, lower: 5 });
  });

  it('never keeps a class where a reason says that there is no rate', () => {
    const paint = paintOf('rate-class', { columns: { rateClass: [4, 4, 4, 4, 4], rateReason: [REASON.fewerThan10, REASON.noPopulation, REASON.eventsWithoutPopulation, REASON.belowThreshold, REASON.given] } });
    expect(idsOf(paint)).toEqual(['too-few', 'no-data', 'no-data', 'withheld', 'higher']);
  });

  it('treats areas without events as too few to compare', () => {
    expect(idsOf(paintOf('rate-class', { columns: { count: [0, 20, 20, 20, 20], rateClass: [1, 3, 3, 3, 3], rateReason: [1, 0, 0, 0, 0] } }))[0]).toBe('too-few');
  });

  it('lists the three classes and too few even when empty, no data only when needed', () => {
    expect(paintOf('rate-class').legend.items.map(({ id }) => id)).toEqual(['higher', 'similar', 'lower', 'too-few']);
  });
});

describe('counts', () => {
  it('uses the frozen breaks and keeps none recorded apart', () => {
    const paint = paintOf('count', { columns: { count: [0, 5, 10, 39, 400] } }, { breaks: [10, 20, 30, 40] });
    expect(idsOf(paint)).toEqual(['zero', 'step-1', 'step-2', 'step-4', 'step-5']);
    expect(paint.legend.items.map(({ label }) => label)).toEqual(['40 and over', '30 to 39', '20 to 29', '10 to 19', 'under 10', 'None recorded']);
    expect(item(paint, 'zero')).toMatchObject({ pattern: 'dots', kind: 'zero', count: 1 });
  });

  it('keeps breaks fixed while filtering: the same breaks, other counts, other classes', () => {
    const breaks = [10, 20, 30, 40];
    const before = paintOf('count', { columns: { count: [50, 50, 50, 50, 50] } }, { breaks });
    const after = paintOf('count', { columns: { count: [5, 5, 5, 5, 5] } }, { breaks });
    expect(after.legend.items.map(({ label }) => label)).toEqual(before.legend.items.map(({ label }) => label));
    expect(idsOf(after)).toEqual(['step-1', 'step-1', 'step-1', 'step-1', 'step-1']);
  });

  it('shows withheld counts cross-hatched, and never in the breaks', () => {
    const pack = packWith('street', { disclosureThreshold: 5 });
    const paint = paintOf('count', { columns: { count: [SUPPRESSED, 0, 5, 6, 7] } }, { pack });
    expect(idsOf(paint).slice(0, 2)).toEqual(['withheld', 'zero']);
    expect(item(paint, 'withheld')).toMatchObject({ label: 'Withheld', pattern: 'cross', count: 1 });
    expect(paint.legend.items.map(({ label }) => label).join(' ')).not.toMatch(/4,294|4294/);
  });

  it('copes with fewer classes and with nothing at all', () => {
    expect(paintOf('count', {}, { breaks: [15] }).legend.items.map(({ label, colour }) => [label, colour])).toEqual([['15 and over', 'sequence-5'], ['under 15', 'sequence-1']]);
    const empty = paintOf('count', { columns: { count: [0, 0, 0, 0, 0] } });
    expect(countsOf(empty)).toEqual({ 'step-1': 0, 'zero': 5 });
  });
});

describe('count quintiles', () => {
  it('shows the engine’s quintiles with the counts they hold', () => {
    const paint = paintOf('count-quintile', { columns: { count: [3, 1200, 30, 40, 1500], countQuintile: [1, 5, 2, 3, 5] } });
    expect(idsOf(paint)).toEqual(['quintile-1', 'quintile-5', 'quintile-2', 'quintile-3', 'quintile-5']);
    expect(paint.legend.items.map(({ label }) => label)).toEqual(['5 (highest): 1,200 to 1,500', '4: no areas', '3: 40', '2: 30', '1 (lowest): 3']);
  });

  it('keeps none recorded and withheld out of the ranges', () => {
    const paint = paintOf('count-quintile', { columns: { count: [0, 7, SUPPRESSED, 9, 10], countQuintile: [1, 1, 1, 4, 5] } });
    expect(idsOf(paint)).toEqual(['zero', 'quintile-1', 'withheld', 'quintile-4', 'quintile-5']);
    expect(item(paint, 'quintile-1')?.label).toBe('1 (lowest): 7');
  });

  it('says no data where the engine gave no quintile', () => {
    expect(idsOf(paintOf('count-quintile', { columns: { countQuintile: [0, 1, 2, 3, 4] } }))[0]).toBe('no-data');
  });
});

const scene = (values: number[], reasons: number[], count = [20, 20, 20, 20, 20]): SceneOptions => ({ columns: { rate: values, dsr: values, rateReason: reasons, dsrReason: reasons, count } });

describe.each(['rate', 'dsr'] as const)('%s by value', (measure) => {
  it('separates value, none recorded, too few and no data', () => {
    const paint = paintOf(measure, scene([150, Number.NaN, Number.NaN, Number.NaN, 99.9], [0, 1, 1, 2, 0], [20, 0, 5, 0, 20]), { breaks: [100, 200, 300, 400] });
    expect(idsOf(paint)).toEqual(['step-2', 'zero', 'too-few', 'no-data', 'step-1']);
    expect(item(paint, 'step-2')?.label).toBe('100 to under 200');
  });

  it('gives no class to a value that is not a number, whatever the reason says', () => {
    expect(idsOf(paintOf(measure, scene([Number.NaN, 1, 1, 1, 1], [0, 0, 0, 0, 0])))[0]).toBe('no-data');
  });

  it('tells withheld areas from those with too few', () => {
    const pack = packWith('street', { disclosureThreshold: 5 });
    const paint = paintOf(measure, scene([Number.NaN, 1, 2, 3, 4], [REASON.belowThreshold, 0, 0, 0, 0], [SUPPRESSED, 20, 20, 20, 20]), { pack });
    expect(idsOf(paint)[0]).toBe('withheld');
    expect(item(paint, 'withheld')).toMatchObject({ label: 'Withheld', pattern: 'cross' });
    expect(item(paint, 'too-few')).toMatchObject({ label: 'Too few to say', pattern: 'hatch', count: 0 });
  });
});

describe('measures of places', () => {
  it('groups England’s deciles in fifths, most deprived first and darkest', () => {
    const paint = paintOf('imd', null);
    expect(idsOf(paint)).toEqual(['imd-1', 'imd-1', 'imd-3', 'imd-4', 'imd-5']);
    expect(paint.legend.items.map(({ label }) => label)).toEqual(['1 (most deprived)', '2', '3', '4', '5 (least deprived)']);
    expect(item(paint, 'imd-1')?.colour).toBe('deprivation-1');
  });

  it('keeps the ten deciles apart', () => {
    const paint = paintOf('imd-decile', null);
    expect(idsOf(paint)).toEqual(['imd-1', 'imd-1', 'imd-5', 'imd-7', 'imd-10']);
    expect(paint.legend.items).toHaveLength(10);
    expect(new Set(paint.legend.items.map(({ colour }) => colour)).size).toBe(10);
  });

  it('says no data for an area without a decile', () => {
    const pack = samplePack();
    const paint = paintOf('imd', null, { pack: { ...pack, areas: { ...pack.areas, imdDecile: Float64Array.of(Number.NaN, 1, 1, 1, 1) } } });
    expect(idsOf(paint)[0]).toBe('no-data');
    expect(countsOf(paint)).toMatchObject({ 'no-data': 1, 'imd-1': 4 });
  });

  it('labels density by its edges, densest first', () => {
    const paint = paintOf('density', null);
    expect(idsOf(paint)).toEqual(['density-3', 'density-3', 'density-2', 'density-1', 'density-1']);
    expect(paint.legend.items.map(({ label }) => label)).toEqual(['4,000 and over', '3,000 to under 4,000', '2,000 to under 3,000', '1,000 to under 2,000', 'under 1,000']);
  });

  it('shows bare boundaries as one class', () => {
    expect(paintOf('none', null).legend.items).toMatchObject([{ id: 'area', colour: 'plain', count: 5 }]);
  });
});

describe('agreement of the sources', () => {
  const { higher, similar, lower, tooFew, noData } = CLASS;

  it('counts the sources in which an area is significantly higher, marked with the number', () => {
    const agreement = agreementOf([[higher, higher, similar, lower, similar], [higher, similar, higher, similar, lower], [higher, similar, similar, similar, tooFew]]);
    const paint = paintOf('agreement', null, { agreement });
    expect(idsOf(paint)).toEqual(['sources-3', 'sources-1', 'sources-1', 'sources-0', 'sources-0']);
    expect(paint.legend.items.map(({ label, count }) => [label, count])).toEqual([['In all 3', 1], ['In 2 of 3', 0], ['In 1 of 3', 2], ['In none', 2]]);
    expect(paint.legend.items.map(({ symbol }) => symbol)).toEqual(['digit-3', 'digit-2', 'digit-1', null]);
    expect(paint.legend.items.map(({ colour }) => colour)).toEqual(['higher-1', 'higher-3', 'higher-5', 'similar']);
  });

  it('tells an area that the sources withhold from one with too few events', () => {
    const agreement = agreementOf([[1, 1, 0, 4, 4], [1, 1, 0, 4, 1]]);
    const sources = agreement.sources.map((source, index) => ({ ...source, reasons: Uint8Array.from([[4, 4, 2, 0, 0], [4, 1, 2, 0, 4]][index] ?? []) }));
    const paint = paintOf('agreement', {}, { agreement: { ...agreement, sources } });
    expect(idsOf(paint)).toEqual(['withheld', 'too-few', 'no-data', 'sources-2', 'sources-1']);
    expect(paint.legend.caveat).toContain('1 area has too few events, or a withheld rate, in some source');
  });

  it('keeps those that no source could compare apart from none: too few events, or no data', () => {
    const agreement = agreementOf([[higher, tooFew, noData, noData, similar], [tooFew, tooFew, noData, tooFew, tooFew]]);
    const paint = paintOf('agreement', null, { agreement });
    expect(idsOf(paint)).toEqual(['sources-1', 'too-few', 'no-data', 'too-few', 'sources-0']);
    expect(item(paint, 'no-data')).toMatchObject({ label: 'Not compared', kind: 'no-data', symbol: null });
    expect(item(paint, 'too-few')).toMatchObject({ pattern: 'hatch', label: 'Too few to say in any source' });
  });

  it('puts more sources than there are digits in one class at the top', () => {
    const paint = paintOf('agreement', null, { agreement: agreementOf(Array.from({ length: 6 }, (_, source) => [higher, source === 0 ? similar : higher, similar, similar, similar])) });
    expect(idsOf(paint).slice(0, 2)).toEqual(['sources-5', 'sources-5']);
    expect(paint.legend.items.map(({ label }) => label)).toEqual(['In 5 or more of 6', 'In 4 of 6', 'In 3 of 6', 'In 2 of 6', 'In 1 of 6', 'In none']);
  });

  it('shows nothing of another pack’s agreement', () => {
    const agreement = agreementOf([[4, 4, 4, 4, 4], [4, 4, 4, 4, 4]], { pack: 'elsewhere' });
    expect(paintOf('agreement', {}, { agreement }).legend.items).toMatchObject([{ label: 'Not calculated yet', count: 5 }]);
  });
});

describe('class and deprivation together', () => {
  const dsrClass = [CLASS.higher, CLASS.similar, CLASS.lower, CLASS.tooFew, CLASS.higher];
  const police = { dataSet: 'police-recorded', columns: { dsrClass, rateClass: [2, 2, 2, 2, 2] } };

  it('gives each pair of class and fifth a class of its own, in a grid', () => {
    const paint = paintOf('class-by-imd', police);
    expect(idsOf(paint)).toEqual(['higher-imd-1', 'similar-imd-1', 'lower-imd-3', 'too-few', 'higher-imd-5']);
    const { grid, items } = paint.legend;
    expect(grid?.rows).toEqual(['Most deprived', 'More deprived', 'Middle', 'Less deprived', 'Least deprived']);
    expect(grid?.columns).toEqual(['Lower', 'Similar', 'Higher']);
    expect(grid?.items.map((row) => row.map((index) => items[index]?.id))).toEqual([1, 2, 3, 4, 5].map((fifth) => ['lower', 'similar', 'higher'].map((name) => `${name}-imd-${fifth}`)));
    const cells = grid?.items.flat().map((index) => items[index]) ?? [];
    expect(new Set(cells.map((cell) => cell?.colour)).size).toBe(15);
    expect(new Set(cells.filter((cell) => cell?.id.startsWith('higher')).map((cell) => cell?.symbol))).toEqual(new Set(['triangle-up']));
    expect(new Set(cells.filter((cell) => cell?.id.startsWith('lower')).map((cell) => cell?.symbol))).toEqual(new Set(['triangle-down']));
    expect(items.slice(15).map(({ id }) => id)).toEqual(['too-few']);
  });

  it('says in words what a cell means', () => {
    const labels = paintOf('class-by-imd', police).legend.items.map(({ label }) => label);
    expect(labels).toContain('Most deprived and higher violence');
    expect(labels).toContain('In the middle for deprivation and lower violence');
    expect(paintOf('class-by-imd').legend.items.map(({ label }) => label)).toContain('Least deprived and similar rate');
  });

  it('takes the crude rate’s class where the records have no age', () => {
    expect(idsOf(paintOf('class-by-imd', { columns: { rateClass: [4, 3, 2, 1, 0], dsrClass: [0, 0, 0, 0, 0] } }))).toEqual(['higher-imd-1', 'similar-imd-1', 'lower-imd-3', 'too-few', 'no-data']);
  });

  it('needs both: an area without a decile has no data, and one with too few events is too few to say wherever it ranks', () => {
    const pack = samplePack();
    const without = { ...pack, areas: { ...pack.areas, imdDecile: Float64Array.of(Number.NaN, 1, 5, Number.NaN, 10) } };
    expect(idsOf(paintOf('class-by-imd', police, { pack: without }))).toEqual(['no-data', 'similar-imd-1', 'lower-imd-3', 'too-few', 'higher-imd-5']);
  });
});

describe('every measure', () => {
  const ids = MEASURES.map(({ id }) => id);

  it.each(ids)('%s: every area has a class, and the counts add up to the chosen areas', (measure) => {
    const paint = paintOf(measure, { columns: { inPlace: [1, 0, 1, 1, 0] } });
    expect([...paint.classes].every((index) => index < paint.legend.items.length)).toBe(true);
    expect(paint.legend.items.reduce((sum, { count }) => sum + count, 0)).toBe(3);
    expect([...paint.dimmed]).toEqual([0, 1, 0, 0, 1]);
    expect(new Set(paint.legend.items.map(({ id }) => id)).size).toBe(paint.legend.items.length);
    expect([paint.legend.title, paint.legend.subtitle].every((text) => text.length > 0 && !/NaN|undefined|null/.test(text))).toBe(true);
  });

  it.each(ids)('%s: works before the first answer, with nothing dimmed', (measure) => {
    const paint = paintOf(measure, null);
    expect([...paint.dimmed]).toEqual([0, 0, 0, 0, 0]);
    const answered = ['imd', 'imd-decile', 'density', 'none'].includes(measure);
    expect(paint.legend.items.some(({ label }) => label === 'Not calculated yet')).toBe(!answered);
    expect(paint.legend.grid).toBe(null);
    expect(paint.legend.items.reduce((sum, { count }) => sum + count, 0)).toBe(5);
  });

  it.each(ids)('%s: hiding changes only the flag, not classes or counts', (measure) => {
    const shown = paintOf(measure);
    const first = shown.legend.items[0]?.id ?? '';
    const paint = paintOf(measure, {}, { hidden: [first, 'no-such-class'] });
    expect(paint.classes).toEqual(shown.classes);
    expect(paint.legend.items.map(({ hidden: _hidden, ...rest }) => rest)).toEqual(shown.legend.items.map(({ hidden: _hidden, ...rest }) => rest));
    expect(paint.legend.items.filter(({ hidden }) => hidden).map(({ id }) => id)).toEqual([first]);
  });
});
