import { DEFAULT_BACKTEST_SETTINGS, type BacktestSettings } from '../model/backtest.ts';
import { DEFAULT_HOTSPOT_SETTINGS, TESTED_VALUES, type ComparedPeriods, type HotspotSettings, type NeighbourRule } from '../model/hotspots.ts';
import { DEFAULT_HARM_WEIGHTS, HARM_SUBGROUPS, harmSubgroup, type HarmWeights, HIGHEST_HARM_WEIGHT } from '../model/harm.ts';
import { oneOf, readable, readMonth } from './urlReaders.ts';

/**
 * Settings of the tests as an address writes them, what differs from the default only:
 * `hotspots=value:smoothed-rate,neighbours:nearest-8,correction:none,seed:7,hexagons:750,steps:month,change:2019-01/2019-12/2023-01/2023-12` and
 * `backtest=areas:20,train:12,test:3,neighbours:within-2000,seed:7` (or `surface:0.05`, with weights of harm that differ: `harm:homicide-5000/rape-2000`). One part that cannot be read spoils the whole value.
 */
type Parts = Readonly<Record<string, string>>;

/** Reads one part; null for what it cannot read. */
type PartReader<Settings> = (text: string) => Partial<Settings> | null;

/** Reads a whole number between bounds, both included; null for anything else. */
export const whole = (low: number, high: number) => (text: string): number | null => {
  const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  return value >= low && value <= high ? value : null;
};
const readSeed = whole(0, 2 ** 32 - 1);
const readValue = oneOf(TESTED_VALUES.map(({ id }) => id));
const readCorrection = oneOf(['fdr', 'none'] as const);
const readStep = oneOf(['month', 'quarter'] as const);

/** A reader of one part from a reader of its value. */
export function setting<Settings, Value>(read: (text: string) => Value | null, make: (value: Value) => Partial<Settings>): PartReader<Settings> {
  return (text) => {
    const value = read(text);
    return value === null ? null : make(value);
  };
}

const HOTSPOT_PARTS: Readonly<Record<string, PartReader<HotspotSettings>>> = {
  value: setting(readValue, (value) => ({ value })),
  neighbours: setting(readNeighbours, (neighbours) => ({ neighbours })),
  correction: setting(readCorrection, (correction) => ({ correction })),
  seed: setting(readSeed, (seed) => ({ seed })),
  hexagons: setting(whole(50, 20_000), (hexagonMetres) => ({ hexagonMetres })),
  steps: setting(readStep, (step) => ({ stepMonths: step === 'month' ? 1 : 3 })),
  change: setting(readCompared, (compared) => ({ compared })),
};

const BACKTEST_PARTS: Readonly<Record<string, PartReader<BacktestSettings>>> = {
  areas: setting(whole(1, 10_000), (areas) => ({ pick: { kind: 'areas', areas } })),
  surface: setting(readShare, (share) => ({ pick: { kind: 'surface', share } })),
  train: setting(whole(1, 120), (trainMonths) => ({ trainMonths })),
  test: setting(whole(1, 60), (testMonths) => ({ testMonths })),
  neighbours: setting(readNeighbours, (neighbours) => ({ neighbours })),
  harm: setting(readHarmWeights, (harmWeights) => ({ harmWeights })),
  seed: setting(readSeed, (seed) => ({ seed })),
};

export const readHotspotSettings = (text: string): HotspotSettings | null => readParts(text, DEFAULT_HOTSPOT_SETTINGS, HOTSPOT_PARTS);
export const readBacktestSettings = (text: string): BacktestSettings | null => readParts(text, DEFAULT_BACKTEST_SETTINGS, BACKTEST_PARTS);

/** Schemas of the address's two keys. */
export const HOTSPOT_VALUES = {
  hotspots: readable('settings of the hotspot tests such as value:smoothed-rate,neighbours:nearest-8', readHotspotSettings),
  backtest: readable('settings of the back-test such as areas:20,train:12,test:3', readBacktestSettings),
} as const;

/** Settings from `name:value` parts; null where any part is not known or cannot be read. */
export function readParts<Settings>(text: string, defaults: Settings, readers: Readonly<Record<string, PartReader<Settings>>>): Settings | null {
  return text.split(',').reduce<Settings | null>((settings, part) => {
    const [name = '', value = '', ...rest] = part.trim().split(':');
    const read = Object.hasOwn(readers, name) && rest.length === 0 ? readers[name]?.(value) ?? null : null;
    return settings === null || read === null ? null : { ...settings, ...read };
  }, defaults);
}

/** "queen", "rook", "nearest-8", "within-2000" (metres). */
function readNeighbours(text: string): NeighbourRule | null {
  if (text === 'queen' || text === 'rook') return { kind: text };
  const [, kind, number = ''] = /^(nearest|within)-(\d{1,6})$/.exec(text) ?? [];
  const value = kind === 'nearest' ? whole(1, 100)(number) : whole(1, 100_000)(number);
  if (kind === undefined || value === null) return null;
  return kind === 'nearest' ? { kind, k: value } : { kind: 'distance', metres: value };
}

/** The earlier period and the later one, each with its first and last month. */
function readCompared(text: string): ComparedPeriods | null {
  const months = text.split('/').map(readMonth);
  const [from, to, laterFrom, laterTo] = months;
  if (months.length !== 4 || !from || !to || !laterFrom || !laterTo) return null;
  return from <= to && to < laterFrom && laterFrom <= laterTo ? { before: { from, to }, after: { from: laterFrom, to: laterTo } } : null;
}

function comparedText({ before, after }: ComparedPeriods): string {
  return [before.from, before.to, after.from, after.to].join('/');
}

function neighboursText(rule: NeighbourRule): string {
  if (rule.kind === 'nearest') return `nearest-${rule.k}`;
  return rule.kind === 'distance' ? `within-${rule.metres}` : rule.kind;
}

function readShare(text: string): number | null {
  const value = /^0\.\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
  return value > 0 && value < 1 ? value : null;
}

/** "homicide-5000/rape-2000": whole numbers; subgroups that are not named keep their starting values. */
function readHarmWeights(text: string): HarmWeights | null {
  return text.split('/').reduce<HarmWeights | null>((weights, part) => {
    const [, id = '', number = ''] = /^([a-z-]+)-(\d+)$/.exec(part) ?? [];
    const weight = whole(0, HIGHEST_HARM_WEIGHT)(number);
    const subgroup = harmSubgroup(id);
    return weights === null || weight === null || subgroup === null ? null : { ...weights, [subgroup.id]: weight };
  }, DEFAULT_HARM_WEIGHTS);
}

function harmText(weights: HarmWeights): string {
  return HARM_SUBGROUPS.filter(({ id, weight }) => weights[id] !== weight).map(({ id }) => `${id}-${weights[id]}`).join('/');
}

/** Null for the default. */
export function hotspotsText(settings: HotspotSettings): string | null {
  return differing(hotspotParts(settings), hotspotParts(DEFAULT_HOTSPOT_SETTINGS));
}

/** Null for the default. */
export function backtestText(settings: BacktestSettings): string | null {
  return differing(backtestParts(settings), backtestParts(DEFAULT_BACKTEST_SETTINGS));
}

function hotspotParts({ value, neighbours, correction, seed, hexagonMetres, stepMonths, compared }: HotspotSettings): Parts {
  return {
    value, neighbours: neighboursText(neighbours), correction, seed: String(seed), hexagons: String(hexagonMetres), steps: stepMonths === 1 ? 'month' : 'quarter',
    ...(compared === null ? {} : { change: comparedText(compared) }),
  };
}

function backtestParts({ pick, trainMonths, testMonths, neighbours, harmWeights, seed }: BacktestSettings): Parts {
  return {
    ...(pick.kind === 'areas' ? { areas: String(pick.areas) } : { surface: shareText(pick.share) }),
    train: String(trainMonths), test: String(testMonths), neighbours: neighboursText(neighbours), harm: harmText(harmWeights), seed: String(seed),
  };
}

/** At most six decimals, never as a power of ten. */
function shareText(share: number): string {
  return share.toFixed(6).replace(/0+$/, '');
}

/** What differs from the defaults, as `name:value` parts; null where nothing does. */
export function differing(parts: Parts, defaults: Parts): string | null {
  const found = Object.entries(parts).filter(([name, text]) => defaults[name] !== text);
  return found.length === 0 ? null : found.map(([name, text]) => `${name}:${text}`).join(',');
}

/** Settings after a change; null where a value is out of range, so that an address could not say them. */
export function changedHotspots(settings: HotspotSettings, patch: Partial<HotspotSettings>): HotspotSettings | null {
  const text = hotspotsText({ ...settings, ...patch });
  return text === null ? DEFAULT_HOTSPOT_SETTINGS : readHotspotSettings(text);
}

/** As `changedHotspots`, of a back-test. */
export function changedBacktest(settings: BacktestSettings, patch: Partial<BacktestSettings>): BacktestSettings | null {
  const text = backtestText({ ...settings, ...patch });
  return text === null ? DEFAULT_BACKTEST_SETTINGS : readBacktestSettings(text);
}
