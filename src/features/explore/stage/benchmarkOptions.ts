import { type Benchmark, COUNTY_BENCHMARK, type SavedSelection } from '../../../model/benchmark.ts';
import type { Confidence, RateKind } from '../../../model/measures.ts';
import type { Evaluation } from '../../../model/results.ts';
import { sentenceCase } from '../../../model/text.ts';
import { cleanTitle, readRateValue } from '../../../selection/benchmarks.ts';
import { selectionQuery } from '../../../selection/urlSelection.ts';
import { formatRate } from '../../../ui/formats.ts';
import type { RadioOption } from '../../../ui/RadioList.tsx';
import { placesOf } from '../places.ts';
import { benchmarkWords, rateOf, type Scene } from '../scene.ts';

/** What the chooser offers, and which benchmark each choice stands for. */
export interface BenchmarkOption extends RadioOption<string> {
  /** Null for the typed value, which a form makes. */
  readonly benchmark: Benchmark | null;
}

export const TYPED = 'value';

/** The choice in the list that stands for a benchmark. Two selections may bear one title: what they choose tells them apart. */
export function optionOf(benchmark: Benchmark): string {
  if (benchmark.kind === 'borough') return `borough:${benchmark.borough}`;
  return benchmark.kind === 'selection' ? savedId(benchmark) : benchmark.kind;
}

function savedId({ title, selection }: SavedSelection): string {
  return `saved:${title}:${selectionQuery(selection)}`;
}

/**
 * County, own borough, each borough, saved selections, a typed value; with the rate of each where the answer on screen
 * holds it. A selection that the address brought stays in the list where it is not among the saved ones, marked as such.
 *
 * @param benchmark as asked for: with the clauses of a saved selection that the data set cannot answer
 */
export function benchmarkOptions(scene: Scene, benchmark: Benchmark, saved: readonly SavedSelection[]): BenchmarkOption[] {
  const { pack, entry, evaluation, rateKind } = scene;
  const rate = (summary: Evaluation['county'] | undefined) => figureOf(summary === undefined ? undefined : rateOf(summary, rateKind)?.value);
  const linked = benchmark.kind === 'selection' && !saved.some((one) => savedId(one) === savedId(benchmark)) ? benchmark : null;
  return [
    { id: 'county', title: sentenceCase(benchmarkWords({ pack, entry, evaluation: null }).title), detail: 'For the same filter', ...rate(evaluation?.county), benchmark: COUNTY_BENCHMARK },
    { id: 'own-borough', title: 'Each area’s own borough', benchmark: { kind: 'own-borough' } },
    ...placesOf(pack, 'borough').map(({ id, title }) => ({ id: `borough:${id}`, title, ...rate(evaluation?.boroughs[id]), benchmark: { kind: 'borough', borough: id } as const })),
    ...saved.map((one) => ({ id: savedId(one), title: `“${one.title}”`, detail: 'Saved selection, with its own filter', benchmark: { kind: 'selection', ...one } as const })),
    ...(linked === null ? [] : [{ id: savedId(linked), title: `“${linked.title}” (from the link)`, detail: 'Not saved in this browser; with its own filter', benchmark: linked }]),
    { id: TYPED, title: 'A value typed in', ...(benchmark.kind === 'value' ? { detail: benchmark.title, ...figureOf(benchmark.value) } : { detail: 'England’s, for example' }), benchmark: null },
  ];
}

function figureOf(value: number | undefined): { readonly figure?: string } {
  return value === undefined || !Number.isFinite(value) ? {} : { figure: formatRate(value) };
}

export const CONFIDENCES = [
  { id: '95', title: '95%', detail: 'About 1 area in 40 reads “higher” by chance alone' },
  { id: '99.8', title: '99.8%', detail: 'About 1 area in 1,000 reads “higher” by chance alone' },
  { id: 'fdr', title: 'False discovery rate 5%', detail: 'Of the areas marked, at most 1 in 20 on average is marked wrongly, however many are compared. Limits are drawn at 95%' },
] as const satisfies readonly RadioOption<string>[];

export function confidenceOf(id: string): Confidence {
  return id === '99.8' ? 99.8 : id === 'fdr' ? 'fdr' : 95;
}

/** "95%", "FDR 5%": for a button. */
export function confidenceShort(confidence: Confidence): string {
  return confidence === 'fdr' ? 'FDR 5%' : `${confidence}%`;
}

/** A typed value before it is used. */
export interface TypedValue {
  readonly value: string;
  readonly title: string;
  readonly of: RateKind;
}

/** The benchmark a form's words make, or what is wrong with which of them. Thousands may be set apart by commas. */
export function typedBenchmark({ value, title, of }: TypedValue): { readonly benchmark: Benchmark } | { readonly problem: { readonly value?: string; readonly title?: string } } {
  const rate = readRateValue(value);
  const name = cleanTitle(title);
  if (rate !== null && name !== '') return { benchmark: { kind: 'value', value: rate, of, title: name } };
  return { problem: { ...(rate === null ? { value: 'Type a rate above 0, such as 2,876.4.' } : {}), ...(name === '' ? { title: 'Say whose it is.' } : {}) } };
}
