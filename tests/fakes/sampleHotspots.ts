import { DEFAULT_BACKTEST_SETTINGS, type BacktestAnswer, type BacktestRequest } from '../../src/model/backtest.ts';
import { DEFAULT_HOTSPOT_SETTINGS, type HotspotAnswer, type HotspotColumns, type HotspotRequest } from '../../src/model/hotspots.ts';
import { EVERYTHING } from '../../src/model/selection.ts';

/** An answer for so many areas in which nothing was found; columns as given. */
export function hotspotsOf(request: HotspotRequest, areas: number, columns: Partial<HotspotColumns> = {}): HotspotAnswer {
  const bytes = () => new Uint8Array(areas);
  const numbers = () => new Float64Array(areas).fill(0.5);
  return {
    request,
    columns: {
      tested: bytes().fill(1), testedWhy: bytes(), value: numbers(), giStar: numbers(), giStarP: numbers(), giStarAdjustedP: numbers(), giStarClass: bytes().fill(3),
      moran: numbers(), moranP: numbers(), moranAdjustedP: numbers(), moranClass: bytes().fill(1), emergingClass: bytes().fill(1), hotSteps: new Uint16Array(areas), higherSteps: new Uint16Array(areas), classedSteps: new Uint16Array(areas).fill(12),
      ratio: numbers(), ratioLower: numbers(), ratioUpper: numbers(), ratioAdjustedP: numbers(), changeClass: bytes().fill(3), survives: bytes(), unitsTested: bytes().fill(4), ...columns,
    },
    neighbours: { mean: 4, isolates: 0, components: 1 }, global: null, permutations: 999,
    concentration: { lorenz: { areas: new Float64Array(0), events: new Float64Array(0) }, topFifth: Number.NaN, fewestForHalf: Number.NaN, gini: Number.NaN, areas, events: 0 },
    steps: Array.from({ length: 12 }, (_, i) => ({ from: `${2021 + Math.floor(i / 4)}-${String(1 + 3 * (i % 4)).padStart(2, '0')}`, to: `${2021 + Math.floor(i / 4)}-${String(3 + 3 * (i % 4)).padStart(2, '0')}` })),
    series: new Uint32Array(12 * areas), stepStates: new Uint8Array(12 * areas).fill(2), runs: Array.from({ length: areas }, () => null), persistenceSteps: 12,
    change: { before: { from: '2022-01', to: '2022-12' }, after: { from: '2023-01', to: '2023-12' } }, units: [], drawn: { figures: [], notes: [] }, excluded: [], notes: [],
  };
}

export function hotspotRequest(change: Partial<HotspotRequest> = {}): HotspotRequest {
  return { pack: 'bedfordshire', dataSet: 'police-recorded', selection: EVERYTHING, confidence: 95, benchmark: { kind: 'county' }, settings: DEFAULT_HOTSPOT_SETTINGS, drawnAreas: [], ...change };
}

/** A back-test of nothing. */
export function backtestOf(request: BacktestRequest): BacktestAnswer {
  return { request, periods: [], methods: [], best: null, harm: { problem: 'Nothing was tried.' }, picks: {}, notes: [] };
}

export const BACKTEST_REQUEST: BacktestRequest = { pack: 'bedfordshire', dataSet: 'police-recorded', selection: EVERYTHING, ...DEFAULT_BACKTEST_SETTINGS };
