import { type Benchmark, COUNTY_BENCHMARK } from '../model/benchmark.ts';
import type { DrawnArea } from '../model/drawnAreas.ts';
import type { AddressedList } from '../model/hotspotLists.ts';
import { DEFAULT_BACKTEST_SETTINGS, type BacktestSettings } from '../model/backtest.ts';
import { DEFAULT_HOTSPOT_SETTINGS, type HotspotSettings } from '../model/hotspots.ts';
import type { Confidence, MeasureId, OverlayId } from '../model/measures.ts';
import { DEFAULT_PATROL, type PatrolSettings } from '../model/patrolSettings.ts';
import { EVERYTHING, type Selection } from '../model/selection.ts';
import { DEFAULT_SURFACE_SETTINGS, type SurfaceSettings } from '../model/surface.ts';
import type { ForceChoice } from './forces.ts';

export const VIEW_IDS = ['explore', 'hotspots', 'patrol', 'assessment', 'methods'] as const;
export type ViewId = (typeof VIEW_IDS)[number];

/** The camera at rest, degrees and web map zoom. */
export interface Camera {
  readonly zoom: number;
  readonly latitude: number;
  readonly longitude: number;
}

/** Everything a link carries: what is being looked at. Plain data; `null` means the default of the pack or data set. */
export interface ViewState {
  readonly view: ViewId;
  /** Pack id of packs/index.json; null = the first. */
  readonly pack: string | null;
  /** Police forces opened of a pack in partitions; null = the one where the camera stands, or that the pack opens with. */
  readonly forces: ForceChoice | null;
  /** Data set id of the pack; null = the one its manifest opens with. */
  readonly dataSet: string | null;
  readonly selection: Selection;
  /** null = standardised class where the data set carries age, otherwise crude rate class. */
  readonly measure: MeasureId | null;
  readonly confidence: Confidence;
  /** What areas are compared with; see effectiveBenchmark for what really is. */
  readonly benchmark: Benchmark;
  /** How hotspots are tested. */
  readonly hotspots: HotspotSettings;
  /** How ways to pick places are tested. */
  readonly backtest: BacktestSettings;
  /** How the density surface is made. */
  readonly surface: SurfaceSettings;
  /** Areas drawn or loaded to compare the same events on them. A link carries them where they fit. */
  readonly drawnAreas: readonly DrawnArea[];
  /** Codes of the areas selected by click or keyboard, in the order they were chosen. */
  readonly areas: readonly string[];
  readonly overlays: readonly OverlayId[];
  /** null = the whole county. */
  readonly camera: Camera | null;
  /** The areas that patrols are planned for; null = none chosen. */
  readonly hotspotList: AddressedList | null;
  /** What a patrol plan is made for. */
  readonly patrol: PatrolSettings;
}

export const DEFAULT_CONFIDENCE: Confidence = 95;
export const DEFAULT_OVERLAYS: readonly OverlayId[] = ['lsoa', 'boroughs', 'nte', 'labels'];

export const DEFAULT_VIEW: ViewState = {
  view: 'explore',
  pack: null,
  forces: null,
  dataSet: null,
  selection: EVERYTHING,
  measure: null,
  confidence: DEFAULT_CONFIDENCE,
  benchmark: COUNTY_BENCHMARK,
  hotspots: DEFAULT_HOTSPOT_SETTINGS,
  backtest: DEFAULT_BACKTEST_SETTINGS,
  surface: DEFAULT_SURFACE_SETTINGS,
  drawnAreas: [],
  areas: [],
  overlays: DEFAULT_OVERLAYS,
  camera: null,
  hotspotList: null,
  patrol: DEFAULT_PATROL,
};
