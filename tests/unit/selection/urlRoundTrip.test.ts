import { expect, it } from 'vitest';
import type { Benchmark } from '../../../src/model/benchmark.ts';
import type { DrawnRing } from '../../../src/model/drawnAreas.ts';
import { DEFAULT_HARM_WEIGHTS, weightsFrom } from '../../../src/model/harm.ts';
import { DEFAULT_BACKTEST_SETTINGS, type BacktestSettings } from '../../../src/model/backtest.ts';
import { DEFAULT_HOTSPOT_SETTINGS, TESTED_VALUES, type HotspotSettings, type NeighbourRule } from '../../../src/model/hotspots.ts';
import { MEASURES, OVERLAYS } from '../../../src/model/measures.ts';
import { RULE_PRESETS, SHIFT_PRESETS } from '../../../src/model/patrolRules.ts';
import type { PatrolSettings } from '../../../src/model/patrolSettings.ts';
import type { Selection } from '../../../src/model/selection.ts';
import { decodeHash, encodeHash } from '../../../src/selection/url.ts';
import { tidyShifts, withEvery } from '../../../src/selection/patrolUrl.ts';
import { withDrawn } from '../../../src/selection/urlDrawnAreas.ts';
import { readSelectionQuery, selectionQuery } from '../../../src/selection/urlSelection.ts';
import { VIEW_IDS, type ViewState } from '../../../src/selection/viewState.ts';
import { seededRandom } from '../tables/seededRandom.ts';

type Random = () => number;
const CODES = ['E06000032', 'E01015794', 'luton--south', 'other.sexual_offences', 'a'];
const TITLES = ['Luton 2019', 'England: 2023, all & some', '100% “sure”?', 'Größe +1 =2', '💥 a/b#c'];
const below = (random: Random, limit: number) => Math.floor(random() * limit);
const one = <T>(random: Random, items: readonly [T, ...T[]]): T => items[below(random, items.length)] ?? items[0];
/** Some of 0..size-1, ascending and at least one; `all` is left to the caller. */
const some = (random: Random, size: number, most = size) => {
  const chosen = Array.from({ length: size }, (_, value) => value).filter(() => random() < 0.4).slice(0, most);
  return chosen.length > 0 ? chosen : [below(random, size)];
};
const maybe = <T>(random: Random, make: () => T): T | null => (random() < 0.5 ? make() : null);
const codes = (random: Random) => some(random, CODES.length).map((at) => CODES[at] ?? '');
const coordinate = (random: Random, size: number) => Math.round((random() * 2 - 1) * size * 1e5) / 1e5 || 1;

function randomSelection(random: Random): Selection {
  return {
    types: maybe(random, () => codes(random)), subgroups: maybe(random, () => codes(random)),
    period: maybe(random, () => ({ from: `20${10 + below(random, 5)}-0${1 + below(random, 9)}`, to: `20${15 + below(random, 9)}-1${below(random, 3)}` })),
    monthsOfYear: maybe(random, () => some(random, 12, 11).map((month) => month + 1)), days: maybe(random, () => some(random, 7, 6)),
    hours: maybe(random, () => ({ from: 1 + below(random, 11), to: 12 + below(random, 13) })), midnightAside: random() < 0.5,
    ages: maybe(random, () => some(random, 19)), sexes: maybe(random, () => some(random, 3, 2)), flags: maybe(random, () => some(random, 7)),
    boroughs: maybe(random, () => codes(random)), hubs: maybe(random, () => codes(random)), wards: maybe(random, () => codes(random)), nteHotspots: maybe(random, () => codes(random)),
    areas: maybe(random, () => codes(random)), drawn: maybe(random, () => [0, 1, 2, 3].map(() => [coordinate(random, 180), coordinate(random, 90)] as const)),
  };
}

function randomBenchmark(random: Random): Benchmark {
  const title = one(random, [TITLES[0] ?? '', ...TITLES]);
  return one<() => Benchmark>(random, [
    () => ({ kind: 'county' }), () => ({ kind: 'own-borough' }), () => ({ kind: 'borough', borough: one(random, ['E06000032', 'x']) }),
    () => ({ kind: 'value', of: one(random, ['dsr', 'rate']), value: (1 + below(random, 1e7)) / 1e4, title: random() < 0.2 ? '' : title }),
    () => ({ kind: 'selection', title, selection: randomSelection(random) }),
  ])();
}

function randomNeighbours(random: Random): NeighbourRule {
  return one<NeighbourRule>(random, [{ kind: 'queen' }, { kind: 'rook' }, { kind: 'nearest', k: 1 + below(random, 100) }, { kind: 'distance', metres: 1 + below(random, 100_000) }]);
}

function randomHotspots(random: Random): HotspotSettings {
  return {
    value: one(random, [TESTED_VALUES[0].id, ...TESTED_VALUES.map(({ id }) => id)]), neighbours: randomNeighbours(random), correction: one(random, ['fdr', 'none']),
    seed: below(random, 2 ** 32), hexagonMetres: 50 + below(random, 19_951), stepMonths: one(random, [1, 3]),
    compared: one(random, [null, { before: { from: '2019-04', to: '2020-03' }, after: { from: '2021-04', to: '2022-03' } }]),
  };
}

function randomBacktest(random: Random): BacktestSettings {
  return {
    pick: one<BacktestSettings['pick']>(random, [{ kind: 'areas', areas: 1 + below(random, 10_000) }, { kind: 'surface', share: (1 + below(random, 999_999)) / 1e6 }]),
    trainMonths: 1 + below(random, 120), testMonths: 1 + below(random, 60), neighbours: randomNeighbours(random), harmWeights: maybe(random, () => weightsFrom(() => below(random, 100_001))) ?? DEFAULT_HARM_WEIGHTS, seed: below(random, 2 ** 32),
  };
}

function randomPatrol(random: Random): PatrolSettings {
  const rule = one(random, [RULE_PRESETS[0]!, ...RULE_PRESETS]).rule;
  return {
    source: one<() => PatrolSettings['source']>(random, [() => null, () => ({ kind: 'top', count: 1 + below(random, 100) }), () => ({ kind: 'nte' }), () => ({ kind: 'list' }), () => ({ kind: 'selected' })])(),
    hubs: maybe(random, () => (random() < 0.3 ? [] : ['luton-south', 'luton-north'])), without: maybe(random, () => codes(random)) ?? [],
    shifts: maybe(random, () => tidyShifts(some(random, 3).map((at) => ({ ...SHIFT_PRESETS[at]!, days: some(random, 7), start: below(random, 1440), end: 1 + below(random, 1440), pairs: below(random, 201), mode: one(random, ['on-foot', 'vehicle']), hubs: maybe(random, () => ['luton-south']) ?? [], pause: maybe(random, () => ({ minutes: 1 + below(random, 60), from: 0, to: 9 })) })))),
    bases: maybe(random, () => ({ 'luton-south': one(random, ['', 'E01015795']) })) ?? {},
    rule: maybe(random, () => withEvery({ ...rule, visitMinutes: 1 + below(random, 240), spacingMinutes: below(random, 1440), peakShare: (1 + below(random, 100)) / 100, extraVisits: random() < 0.5 }, 2 + below(random, 26))) ?? rule,
    from: maybe(random, () => '2024-02-29'), days: 1 + below(random, 28), seed: maybe(random, () => 1 + below(random, 999_999)),
  };
}

function randomDrawn(random: Random): ViewState['drawnAreas'] {
  const ring = (): DrawnRing => Array.from({ length: 3 + below(random, 5) }, (_, corner) => [corner + below(random, 99_999) / 1e5, below(random, 80) + below(random, 99_999) / 1e5] as const);
  return withDrawn([], Array.from({ length: 1 + below(random, 4) }, () => ({ name: one(random, ['', 'High Town', 'A:B*C/D!E', ...TITLES]), polygons: [[ring()], [ring(), ring()]].slice(0, 1 + below(random, 2)) })));
}

function randomView(random: Random): ViewState {
  return {
    view: one(random, VIEW_IDS), pack: maybe(random, () => 'bedfordshire'), forces: maybe(random, () => one<() => ViewState['forces']>(random, [() => 'all', () => ['kent'], () => ['thames-valley', 'kent']])()), dataSet: maybe(random, () => 'police-recorded'), selection: randomSelection(random),
    measure: maybe(random, () => one(random, [MEASURES[0].id, ...MEASURES.map(({ id }) => id)])), confidence: one<ViewState['confidence']>(random, [95, 99.8, 'fdr']), benchmark: randomBenchmark(random),
    hotspots: maybe(random, () => randomHotspots(random)) ?? DEFAULT_HOTSPOT_SETTINGS, backtest: maybe(random, () => randomBacktest(random)) ?? DEFAULT_BACKTEST_SETTINGS,
    surface: { bandwidthMetres: maybe(random, () => 200 + below(random, 4801)) ?? 1000, levels: maybe(random, () => some(random, 5).map((at) => ((at + 1) * (1 + below(random, 9))) / 1000).toSorted((a, b) => a - b).filter((level, i, all) => level !== all[i - 1])) },
    drawnAreas: maybe(random, () => randomDrawn(random)) ?? [],
    areas: maybe(random, () => codes(random)) ?? [], overlays: maybe(random, () => some(random, OVERLAYS.length).flatMap((at) => OVERLAYS[at]?.id ?? [])) ?? [],
    camera: maybe(random, () => ({ zoom: below(random, 20), latitude: 51.88, longitude: -0.42 })),
    hotspotList: maybe(random, () => ({ title: one(random, ['', ...TITLES]), codes: codes(random) })),
    patrol: randomPatrol(random),
  };
}

/** Layers are a set: the default ones come back in their own order. */
const comparable = (view: ViewState) => ({ ...view, overlays: view.overlays.toSorted() });

it('an address gives back every view that was written into it', () => {
  const random = seededRandom(31_415);
  for (let round = 0; round < 2000; round += 1) {
    const view = randomView(random);
    const hash = encodeHash(view);
    const read = decodeHash(hash);
    expect({ hash, notices: read.notices, view: comparable(read.view) }).toEqual({ hash, notices: [], view: comparable(view) });
    expect(encodeHash(read.view)).toBe(hash);
  }
});

it('a query by itself gives back every selection, and nothing for half of one', () => {
  const random = seededRandom(27_182);
  for (let round = 0; round < 500; round += 1) {
    const selection = randomSelection(random);
    expect(readSelectionQuery(selectionQuery(selection))).toEqual(selection);
  }
  expect(['days=fri&hours=nine', 'colour=red', 'pack=bedfordshire', '__proto__=1', 'from=2020-01&to=2019-01'].map(readSelectionQuery)).toEqual([null, null, null, null, null]);
});
