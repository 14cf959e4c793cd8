import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import { bestByHarmWords, bestWords, captureWords, indexWords, leaningWords } from '../../../src/features/hotspots/backtestWords.ts';
import { evidenceRows } from '../../../src/features/hotspots/evidence.ts';
import { HotspotsView } from '../../../src/features/hotspots/HotspotsView.tsx';
import { pWords, ratioLimitsWords, signed } from '../../../src/features/hotspots/numbers.ts';
import { methodWords } from '../../../src/features/hotspots/titles.ts';
import { chanceWords, changeWords, concentrationWords, foundWords, globalWords, keySentences, timeWords } from '../../../src/features/hotspots/words.ts';
import type { BacktestAnswer } from '../../../src/model/backtest.ts';
import { DEFAULT_VIEW } from '../../../src/selection/viewState.ts';
import type { AtlasState } from '../../../src/store/state.ts';
import { AtlasProvider } from '../../../src/store/react.ts';
import { sampleBacktest, sampleDrawn, sampleHotspots } from '../../fakes/sampleEvidence.ts';
import { POLICE, samplePack, STREET } from '../../fakes/samplePack.ts';
import { createHarness } from '../store/harness.ts';

const answer = sampleHotspots();
const rows = evidenceRows(answer, samplePack().areas, null);
const none = rows.map((row) => ({ ...row, giClass: 3 }));
const uncorrected = sampleHotspots({ request: { ...answer.request, settings: { ...answer.request.settings, correction: 'none' } } });

describe('the key sentences', () => {
  it('say how many are hot, cold, and how many by chance', () => {
    expect(foundWords(answer, rows)).toBe('2 of 4 areas tested are hot spots: higher counts in the area and around it than chance would place there (Gi*). 1 is a cold spot.');
    expect(foundWords(answer, none)).toMatch(/^None of 4 areas tested is a hot spot/);
    expect(chanceWords(answer, rows)).toBe('The false discovery rate is held to 5%: of the 3 marked hot or cold, on average at most one is marked by chance.');
    expect(chanceWords(answer, none)).toContain('nothing is marked wrongly');
    expect(chanceWords(uncorrected, Array.from({ length: 100 }, () => rows[0]).filter((row) => row !== undefined))).toBe('Each area is tested by itself: about 5 of 100 would be marked hot or cold if events fell anywhere; 100 are marked.');
  });

  it('say what Moran’s I means, either way', () => {
    expect(globalWords(answer)).toBe('Moran’s I is 0.312; without any pattern it would be −0.333 (z 3.1, p 0.0019). Areas with high counts lie beside one another more than chance would have it: the concentration is real, though not every single area in it need be.');
    expect(globalWords(sampleHotspots({ global: { moran: -0.8, expected: -0.3, z: -2.5, p: 0.01 } }))).toContain('lie side by side');
    expect(globalWords(sampleHotspots({ global: { moran: 0, expected: -0.3, z: 0.5, p: 0.6 } }))).toContain('no more alike than chance');
    expect(globalWords(sampleHotspots({ global: null }))).toContain('cannot be given');
  });

  it('count what could not be tested, by reason', () => {
    expect(keySentences(answer, rows).find(({ title }) => title === 'Not tested')?.text).toBe('1 area: withheld under the sharing agreement.');
    expect(keySentences(sampleHotspots({ excluded: [] }), rows).some(({ title }) => title === 'Not tested')).toBe(false);
  });

  it('say how concentrated events are, and nothing of shares without events', () => {
    expect(concentrationWords(answer, 'offences')).toBe('20% of areas hold 40% of the offences. Half of the 100 lie in 1 of 4 areas (25%). Gini 0.38 (0 = spread evenly, 1 = all in one area).');
    expect(concentrationWords(sampleHotspots({ concentration: { ...answer.concentration, events: 0, topFifth: Number.NaN } }), 'offences')).toBe('No offences match, so nothing concentrates.');
  });

  it('say what rose and fell, and an area’s time', () => {
    expect(changeWords(answer, rows)).toBe('Jan 2023 to Dec 2023 against Jan 2022 to Dec 2022: 1 area rose and 1 fell significantly, 1 did neither (false discovery rate 5%).');
    expect(changeWords(sampleHotspots({ change: null }), rows)).toContain('needs two periods');
    const [first] = rows;
    if (first === undefined) throw new Error('There are no rows.');
    expect(timeWords(first, answer)).toBe('Sporadic: hot in the last step and on and off before, in fewer than 90% of the steps, never cold. It was a hot spot in 5 of 12 quarters. Its rate was significantly higher than the benchmark’s in 9 of the 12 quarters that could be judged, of the last 12.');
    expect(timeWords({ ...first, emergingClass: 0, classed: 0 }, answer)).toMatch(/^Too few whole quarters/);
  });

  it('name the method whole', () => {
    expect(methodWords({ ...answer.request.settings, neighbours: { kind: 'distance', metres: 1500 }, correction: 'none' }, 99_999)).toBe('Gi* of counts, areas within 1,500 m as neighbours, 95%, each area by itself, 99,999 permutations, seed 20191');
  });
});

describe('the back-test in words', () => {
  it('names the best method with its uncertainty', () => {
    expect(bestWords(sampleBacktest())).toBe('“Most events” captured 31.0% (28.0 to 34.0) of the next period’s events over 2 test periods with 20 areas picked each time; 2.0 percentage points more than “Last year’s top (baseline)” (−1.0 to 5.0), which may be chance.');
    expect(bestWords(sampleBacktest({ best: { method: 'count', overNext: { value: 0.02, lower: 0.01, upper: 0.03 }, next: 'last-year', clear: true } }))).toContain('more than chance would explain');
  });

  it('calls none best where there are too few periods or none', () => {
    expect(bestWords(sampleBacktest({ best: null }))).toMatch(/^“Most events” captured most, 31\.0% \(28\.0 to 34\.0\)\. No method can be called best/);
    expect(bestWords(sampleBacktest({ periods: [], best: null }))).toContain('Choose a longer period or shorter training');
  });

  it('names the best by harm too, and how few events that rests on', () => {
    const plain = sampleBacktest();
    expect([bestByHarmWords(plain), leaningWords(plain)]).toEqual([null, null]);
    const weighed = harmBacktest();
    expect(bestByHarmWords(weighed)).toBe('By harm, not number: “Last year’s top (baseline)” captured 33.0% (30.0 to 36.0) of the next period’s harm over 2 test periods with 20 areas picked each time; 1.0 percentage points more than “Most events” (−2.0 to 4.0), which may be chance.');
    expect(leaningWords(weighed)).toBe('Half of all harm of the last 12 months comes from 3 of 40 events: the ranking by harm leans on them, and so on chance.');
  });

  it('writes figures with true minus signs and without limits where there are none', () => {
    expect([captureWords({ value: 0.3, lower: Number.NaN, upper: Number.NaN }), indexWords({ value: 12.34, lower: 10, upper: 14 }), captureWords({ value: Number.NaN, lower: 0, upper: 1 })]).toEqual(['30.0%', '12.3 (10.0 to 14.0)', '–']);
    expect([signed(-1.25, 1), signed(-0.01, 1), pWords(0.0004), pWords(0.04), pWords(0.0099), pWords(0.5), ratioLimitsWords(1.5, 0.5, Number.POSITIVE_INFINITY)]).toEqual(['−1.3', '0.0', 'under 0.001', '0.040', '0.0099', '0.50', '1.50 (0.50 to no limit)']);
  });
});

const limits = (value: number) => ({ value, lower: value - 0.03, upper: value + 0.03 });

/** The sample with what its methods held of harm. */
function harmBacktest(): BacktestAnswer {
  const plain = sampleBacktest();
  const held = new Map([['count', 0.32], ['last-year', 0.33], ['random', 0.1]]);
  return {
    ...plain,
    methods: plain.methods.map((one) => ({ ...one, harm: held.has(one.method) ? { capture: limits(held.get(one.method) ?? 0), pai: limits(4), pei: limits(0.7) } : null })),
    harm: { problem: null, subgroups: [{ title: 'Rape', weight: 2953, events: 3, share: 0.6 }], events: 40, eventsForHalf: 3, best: { method: 'last-year', next: 'count', overNext: limits(0.01), clear: false } },
  };
}

const PROBLEM = { what: 'Hotspots could not be tested', where: 'bedfordshire', remedy: 'Try again.' };
const opened: AtlasState['pack'] = { status: 'ready', opened: samplePack(), progress: null, problem: null };

/** The view in a state of the store. A store's first state is what a server would render, so the state is set before. */
function shown({ pack = opened, ...state }: Partial<AtlasState>): string {
  const { store } = createHarness();
  store.setState({ pack, dataSet: { status: 'ready', entry: POLICE, progress: null, problem: null } });
  store.setState(state);
  vi.spyOn(store, 'getInitialState').mockReturnValue(store.getState());
  return renderToStaticMarkup(<AtlasProvider store={store}><HotspotsView /></AtlasProvider>);
}
const ring = (north: number) => [[[[-0.42, 51.8], [-0.41, 51.8], [-0.41, north]] as const]];
const ready: AtlasState['hotspots'] = { status: 'ready', value: answer, problem: null };

describe('the hotspots view', () => {
  it('shows the evidence of every area, and that a test is under way before the first', () => {
    const markup = shown({ hotspots: ready });
    expect([...markup.matchAll(/<tr data-area=/g)]).toHaveLength(5);
    expect(markup).toContain('2 of 4 areas tested are hot spots');
    const waiting = shown({ hotspots: { status: 'loading', value: null, problem: null }, hotspotProgress: { step: 'Testing hotspots', done: 3, total: 40 } });
    expect([waiting.includes('<progress'), waiting.includes('3 of 40<'), waiting.includes('data-area')]).toEqual([true, true, false]);
  });

  it('says that an answer is old while another is made, and what failed, with another try', () => {
    expect(shown({ hotspots: { ...ready, status: 'loading' } })).toContain('what stands below is still the last answer');
    for (const value of [null, answer]) {
      const markup = shown({ hotspots: { status: 'failed', value, problem: PROBLEM } });
      expect([markup.includes(PROBLEM.remedy), markup.includes('Try again</button>'), markup.includes('data-area')]).toEqual([true, true, value !== null]);
    }
  });

  it('never shows an answer of another pack or data set', () => {
    expect(shown({ hotspots: { ...ready, value: sampleHotspots({ request: { ...answer.request, pack: 'elsewhere' } }) } })).not.toContain('data-area');
    expect(shown({ hotspots: ready, dataSet: { status: 'ready', entry: STREET, progress: null, problem: null } })).not.toContain('data-area');
  });

  it('says what street-level points and missing hours mean, where they are used', () => {
    const street = shown({ hotspots: { status: 'loading', value: null, problem: null }, dataSet: { status: 'ready', entry: STREET, progress: null, problem: null } });
    expect([street.includes('nothing here is about a street'), street.includes('holds no hours')]).toEqual([true, true]);
    expect(shown({ hotspots: ready })).not.toContain('holds no hours');
  });

  it('compares drawn areas: figures, why there are none, and that one is still being counted', () => {
    const drawnAreas = [{ name: 'High Town', polygons: ring(51.9) }, { name: 'Beat', polygons: ring(51.91) }];
    const value = sampleHotspots({ request: { ...answer.request, drawnAreas }, drawn: { figures: [sampleDrawn(), sampleDrawn({ name: 'Beat', withheld: 1, comparedBy: null, side: null, ratio: Number.NaN, problem: 'No rest.' })], notes: ['Test: exact.'] } });
    const markup = shown({ hotspots: { ...ready, value }, view: { ...DEFAULT_VIEW, view: 'hotspots', drawnAreas: [...drawnAreas, { name: 'New', polygons: ring(51.92) }] } });
    for (const words of ['value="High Town"', '2.50 (2.10 to 2.97)', 'Higher than the rest', '2 areas taken, 1 withheld and left out', 'No rest.', 'Test: exact.', 'The link carries these areas', 'Remove New']) expect(markup).toContain(words);
    expect([...markup.matchAll(/Being counted/g)]).toHaveLength(1);
    // The same name on another shape is not what was counted.
    expect(shown({ hotspots: { ...ready, value }, view: { ...DEFAULT_VIEW, drawnAreas: [{ name: 'Beat', polygons: ring(51.99) }] } })).not.toContain('No rest.');
  });

  it('shows the back-test, and areas of data are text, never HTML', () => {
    const evil = samplePack();
    const pack = { ...opened, opened: { ...evil, areas: { ...evil.areas, name: ['<img src=x>', ...evil.areas.name.slice(1)] } } };
    const markup = shown({ pack, hotspots: ready, backtest: { status: 'ready', value: sampleBacktest(), problem: null } });
    expect([markup.includes('<img'), markup.includes('2.0 percentage points more'), markup.includes('No points.')]).toEqual([false, true, true]);
    expect(markup).not.toContain('Harm captured');
  });

  it('shows the harm held beside the events, and the weights of the subgroups that the data set has', () => {
    const markup = shown({ hotspots: ready, backtest: { status: 'ready', value: harmBacktest(), problem: null } });
    expect([markup.includes('Harm captured'), markup.includes('33.0% (30.0 to 36.0)'), markup.includes('captured most harm, perhaps by chance')]).toEqual([true, true, true]);
    expect([...markup.matchAll(/Starts at ([\d,]+),/g)].map(([, number]) => number)).toEqual(['7,973', '189', '14', '2,953', '459']);
    const street = shown({ hotspots: { status: 'loading', value: null, problem: null }, dataSet: { status: 'ready', entry: STREET, progress: null, problem: null } });
    expect(street).not.toContain('Starts at');
  });
});
