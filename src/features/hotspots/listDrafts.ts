import type { BacktestAnswer, PredictionMethod } from '../../model/backtest.ts';
import type { HotspotAnswer } from '../../model/hotspots.ts';
import { type HotspotListDraft, type ListedArea, MOST_LISTED } from '../../model/hotspotLists.ts';
import type { DataSetEntry } from '../../model/manifest.ts';
import { type OpenedPack, packKey } from '../../model/pack.ts';
import type { SurfaceAnswer } from '../../model/surface.ts';
import { describeSelection } from '../../selection/describe.ts';
import { FIRST_MONTH, LAST_MONTH } from '../../selection/urlSelection.ts';
import { methodTitle, pickWords } from './backtestWords.ts';
import { type EvidenceRow, FIRST_SORT, listed } from './evidence.ts';
import { pWords, ratioLimitsWords } from './numbers.ts';
import { type ResultSource, resultSources } from './resultSources.ts';
import { methodWords } from './titles.ts';
import { evidenceWords } from './words.ts';

/** Where the areas of a list come from: those ticked, a result of the tests, those that hold peaks of the density surface, a drawn area by its place, or what a method of the back-test would pick now. */
export type ListSource = 'ticked' | ResultSource['id'] | 'peaks' | `drawn-${number}` | PredictionMethod;

export interface ListedSource {
  readonly id: ListSource;
  readonly title: string;
  readonly method: string;
  /** Of the method's random draws; null where it has none. */
  readonly seed: number | null;
  readonly areas: readonly ListedArea[];
}

/** Results whose p-values come from random arrangements, unless they are exact. */
const DRAWN_BY_SEED: readonly ListSource[] = ['hot', 'survive', 'clusters', 'emerging'];

/** What can be saved, best areas first; sources without areas are left out. */
export function listSources(answer: HotspotAnswer, rows: readonly EvidenceRow[], ticked: ReadonlySet<string>, backtest: BacktestAnswer | null, surface: SurfaceAnswer | null = null): ListedSource[] {
  const inOrder = listed(rows, FIRST_SORT, { hotOnly: false, find: '' });
  const listedOf = (row: EvidenceRow): ListedArea => ({ code: row.code, evidence: evidenceWords(row, answer) });
  // Exact p-values come from no draws.
  const seed = answer.permutations === 0 ? null : answer.request.settings.seed;
  const method = methodWords(answer.request.settings, answer.permutations);
  const picks = Object.entries(backtest?.picks ?? {}).map(([id, areas]) => pickedSource(id, areas ?? [], backtest, rows, listedOf));
  return [
    { id: 'ticked' as const, title: 'Ticked areas', method: `Chosen by hand from the evidence: ${method}`, seed, areas: inOrder.filter(({ code }) => ticked.has(code)).map(listedOf) },
    ...resultSources(answer, inOrder).map(({ rows: found, ...source }) => ({ ...source, seed: DRAWN_BY_SEED.includes(source.id) ? seed : null, areas: found.map(listedOf) })),
    ...(surface === null ? [] : [peaksSource(surface, rows)]),
    ...drawnSources(answer, inOrder, listedOf),
    ...picks.filter((source) => source !== null),
  ].filter(({ areas }) => areas.length > 0 && areas.length <= MOST_LISTED);
}

/** The areas of the peaks, densest first, each with its densest peak. */
function peaksSource({ request: { settings: { bandwidthMetres } }, peaks, caution }: SurfaceAnswer, rows: readonly EvidenceRow[]): ListedSource {
  const codes = new Map(rows.map(({ area, code }) => [area, code]));
  const metres = bandwidthMetres.toLocaleString('en-GB');
  const areas = new Map<string, ListedArea>();
  for (const { area, perKm2Year, events } of peaks) {
    const code = codes.get(area);
    if (code === undefined || areas.has(code)) continue;
    areas.set(code, { code, evidence: `density peak: ${Number(perKm2Year.toPrecision(3)).toLocaleString('en-GB')} per km² a year; ${events.toLocaleString('en-GB')} events within ${metres} m` });
  }
  return { id: 'peaks', title: 'Areas that hold peaks of density', method: `Peaks of a quartic kernel density surface, bandwidth ${metres} m${caution === null ? '' : `. ${caution}`}`, seed: null, areas: [...areas.values()] };
}

/** The areas of the pack that each drawn area takes: a list holds areas, so the shape itself stays in the link. */
function drawnSources({ drawn: { figures } }: HotspotAnswer, inOrder: readonly EvidenceRow[], listedOf: (row: EvidenceRow) => ListedArea): ListedSource[] {
  return figures.map((one, place) => {
    const members = new Set(one.members);
    const found = one.problem === null ? `${ratioLimitsWords(one.ratio, one.ratioLower, one.ratioUpper)} times the rate of the rest ${one.comparedBy === 'surface' ? 'per km²' : 'per resident'}, p ${pWords(one.adjustedP)}` : one.problem;
    return {
      id: `drawn-${place}`, title: `Areas in “${one.name}”`, seed: null,
      method: `Areas whose inside point lies in the drawn area “${one.name}” (exact test against the rest: ${found})`, areas: inOrder.filter(({ area }) => members.has(area)).map(listedOf),
    };
  });
}

function pickedSource(id: string, picked: readonly number[], backtest: BacktestAnswer | null, rows: readonly EvidenceRow[], listedOf: (row: EvidenceRow) => ListedArea): ListedSource | null {
  const result = backtest?.methods.find(({ method }) => method === id);
  if (backtest === null || result === undefined) return null;
  const byArea = new Map(rows.map((row) => [row.area, row]));
  const { request } = backtest;
  return {
    id: result.method, title: `Picks of “${methodTitle(result.method)}”`,
    method: `${methodTitle(result.method)}, ${pickWords(request.pick)}, from the last ${request.trainMonths} months, ${result.method === 'harm' ? weightWords(backtest) : ''}seed ${request.seed}`, seed: request.seed,
    areas: picked.flatMap((area) => { const row = byArea.get(area); return row === undefined ? [] : [listedOf(row)]; }),
  };
}

/** "weights Homicide 7,973, Rape 2,953, ": what harm was made of. */
function weightWords({ harm }: BacktestAnswer): string {
  return harm.problem === null ? `weights ${harm.subgroups.map(({ title, weight }) => `${title} ${weight.toLocaleString('en-GB')}`).join(', ')}, ` : '';
}

export interface DraftOf {
  readonly name: string;
  readonly source: ListedSource;
  readonly pack: OpenedPack;
  readonly entry: DataSetEntry;
  readonly answer: HotspotAnswer;
  /** The address that shows the filter again. */
  readonly hash: string;
  readonly now: Date;
}

/** The list to keep. */
export function draftOf({ name, source, pack, entry, answer, hash, now }: DraftOf): HotspotListDraft {
  const { selection } = answer.request;
  const [first = '', last = ''] = [entry.months[0], entry.months.at(-1)];
  const { from, to } = selection.period ?? { from: first, to: last };
  return {
    name, method: source.method, filter: { description: describeSelection(selection, entry, pack.places, pack.areas), hash },
    pack: packKey(pack), dataSet: entry.id, period: { from: from === FIRST_MONTH ? first : from, to: to === LAST_MONTH ? last : to },
    areas: source.areas, seed: source.seed, made: now.toISOString(), demonstration: pack.manifest.demonstration,
  };
}
