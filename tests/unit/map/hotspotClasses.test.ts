import { describe, expect, it } from 'vitest';
import { areaPaint } from '../../../src/map/layers/areaPaint.ts';
import { hotspotClasses, HOTSPOT_MEASURES, persistenceBands } from '../../../src/map/layers/hotspotClasses.ts';
import { CHANGE_CLASS, DEFAULT_HOTSPOT_SETTINGS, EMERGING_CLASS, GI_CLASS, MORAN_CLASS, TESTED_WHY, type HotspotAnswer } from '../../../src/model/hotspots.ts';
import { hotspotRequest, hotspotsOf } from '../../fakes/sampleHotspots.ts';
import { samplePack } from '../../fakes/samplePack.ts';

const pack = samplePack();
const WORDS = { benchmark: 'Bedfordshire', per: 'per 100,000 residents a year', filter: 'Violence, Luton' };
const idsOf = (answer: HotspotAnswer, measure: (typeof HOTSPOT_MEASURES)[number]): string[] => {
  const { items, classes } = hotspotClasses(answer, measure, pack);
  return Array.from(classes, (index) => items[index]?.id ?? '');
};

const legendOf = (measure: (typeof HOTSPOT_MEASURES)[number], answer: HotspotAnswer | null) =>
  areaPaint({ pack, evaluation: null, measure, breaks: null, hidden: new Set(), agreement: null, hotspots: answer, words: WORDS }).legend;
/** What each legend must say of how it was tested. */
const SAID = {
  'gi-star': ['false discovery rate', '999 random arrangements, seed 20191.'], 'local-moran': ['false discovery rate', '999 random arrangements, seed 20191.'],
  emerging: ['false discovery rate'], persistence: ['1 step of 40'], change: ['false discovery rate'],
} as const;

describe('classes of the hotspot tests', () => {
  it('are those of the codes', () => {
    const answer = hotspotsOf(hotspotRequest(), 5, {
      giStarClass: Uint8Array.of(GI_CLASS.hot99, GI_CLASS.hot95, GI_CLASS.notSignificant, GI_CLASS.cold95, GI_CLASS.cold99),
      moranClass: Uint8Array.of(MORAN_CLASS.highHigh, MORAN_CLASS.lowLow, MORAN_CLASS.highLow, MORAN_CLASS.lowHigh, MORAN_CLASS.notSignificant),
      emergingClass: Uint8Array.of(EMERGING_CLASS.newHotspot, EMERGING_CLASS.persistent, EMERGING_CLASS.historical, EMERGING_CLASS.cold, EMERGING_CLASS.noPattern),
      changeClass: Uint8Array.of(CHANGE_CLASS.higher, CHANGE_CLASS.similar, CHANGE_CLASS.lower, CHANGE_CLASS.fewerThan10, CHANGE_CLASS.notTested),
      higherSteps: Uint16Array.of(12, 9, 4, 1, 0),
    });
    expect(idsOf(answer, 'gi-star')).toEqual(['hot-99', 'hot-95', 'not-significant', 'cold-95', 'cold-99']);
    expect(idsOf(answer, 'local-moran')).toEqual(['high-high', 'low-low', 'high-low', 'low-high', 'not-significant']);
    expect(idsOf(answer, 'emerging')).toEqual(['new', 'persistent', 'historical', 'cold', 'no-pattern']);
    expect(idsOf(answer, 'change')).toEqual(['rate-higher', 'rate-similar', 'rate-lower', 'too-few', 'not-tested']);
    expect(idsOf(answer, 'persistence')).toEqual(['steps-4', 'steps-3', 'steps-2', 'steps-1', 'steps-0']);
  });

  it('say why an area is not tested, each reason looking different or named apart', () => {
    const untested = hotspotsOf(hotspotRequest(), 5, {
      tested: Uint8Array.of(0, 0, 0, 0, 1), testedWhy: Uint8Array.of(TESTED_WHY.outsidePlaces, TESTED_WHY.withheld, TESTED_WHY.fewerThan10, TESTED_WHY.noResidents, TESTED_WHY.tested),
      giStarClass: new Uint8Array(5), moranClass: new Uint8Array(5), emergingClass: new Uint8Array(5), changeClass: new Uint8Array(5), classedSteps: new Uint16Array(5),
    });
    for (const measure of HOTSPOT_MEASURES) expect([measure, ...idsOf(untested, measure)]).toEqual([measure, 'outside', 'withheld', 'too-few', 'no-data', measure === 'persistence' ? 'too-few' : 'not-tested']);
    const { items } = hotspotClasses(untested, 'gi-star', pack);
    const looks = items.filter(({ kind }) => kind !== 'class' && kind !== 'no-data').map(({ colour, pattern }) => `${colour} ${pattern}`);
    expect(new Set(looks).size).toBe(looks.length);
  });

  it('never tell hot from cold, or one kind of hot spot from another, by colour alone; how small p is shows in how dark it is', () => {
    const answer = hotspotsOf(hotspotRequest(), 5);
    const symbols = (measure: (typeof HOTSPOT_MEASURES)[number], ids: readonly string[]) => hotspotClasses(answer, measure, pack).items.filter(({ id }) => ids.includes(id)).map(({ symbol }) => symbol);
    expect(symbols('gi-star', ['hot-95', 'hot-99', 'cold-95', 'cold-99'])).toEqual(['triangle-up', 'triangle-up', 'triangle-down', 'triangle-down']);
    for (const [measure, ids] of [['local-moran', ['high-high', 'high-low', 'low-high', 'low-low']], ['emerging', ['intensifying', 'persistent', 'diminishing', 'consecutive', 'new', 'sporadic', 'oscillating']], ['change', ['rate-higher', 'rate-lower']]] as const) {
      const found = symbols(measure, ids);
      expect([measure, found.length, new Set(found).size, found.includes(null)]).toEqual([measure, ids.length, ids.length, false]);
    }
  });

  it('wait for an answer, and for one of this pack', () => {
    for (const answer of [null, hotspotsOf(hotspotRequest({ pack: 'elsewhere' }), 5)]) {
      expect(hotspotClasses(answer, 'gi-star', pack).items.map(({ label }) => label)).toEqual(['Not calculated yet']);
    }
  });

  it('cut the steps of persistence into at most four bands without gaps', () => {
    expect(persistenceBands(12)).toEqual([{ from: 10, to: 12 }, { from: 7, to: 9 }, { from: 4, to: 6 }, { from: 1, to: 3 }]);
    expect(persistenceBands(3)).toEqual([{ from: 3, to: 3 }, { from: 2, to: 2 }, { from: 1, to: 1 }]);
    expect(persistenceBands(0)).toEqual([]);
  });
});

describe('legends of the hotspot tests', () => {
  it.each(HOTSPOT_MEASURES)('%s: names the filter, and the correction and seed where they matter', (measure) => {
    const legend = legendOf(measure, hotspotsOf(hotspotRequest(), 5));
    expect(legend.subtitle.startsWith('Violence, Luton. ')).toBe(true);
    expect(`${legend.subtitle} ${legend.caveat}`).not.toMatch(/NaN|undefined|null/);
    expect(legend.caveat).toContain('Demonstration data.');
    expect(SAID[measure].filter((words) => !legend.caveat.includes(words))).toEqual([]);
    expect(legend.items.reduce((sum, { count }) => sum + count, 0)).toBe(5);
  });

  it('says so where nothing is corrected, and while there is no answer', () => {
    const uncorrected = hotspotsOf(hotspotRequest({ settings: { ...DEFAULT_HOTSPOT_SETTINGS, correction: 'none' } }), 5);
    expect(legendOf('gi-star', uncorrected).caveat).toContain('5% would be marked by chance alone');
    expect(legendOf('gi-star', null).subtitle).toBe('Hotspots are being tested.');
  });
});
