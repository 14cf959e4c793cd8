import { type Benchmark, COUNTY_BENCHMARK } from '../model/benchmark.ts';
import { cleanTitle, readRateValue, tidyBenchmark } from './benchmarks.ts';
import { oneOf, readable, readId } from './urlReaders.ts';
import { readSelectionQuery, selectionQuery } from './urlSelection.ts';

const readKind = oneOf(['dsr', 'rate']);

/**
 * A benchmark as an address writes it: `own-borough`, `borough:E06000032`, `value:dsr:2876.4:England 2023`,
 * `saved:Luton 2019:from=2019-01&to=2019-12&borough=E06000032`; null for the county, the default. A title may hold
 * colons: a typed value's is what follows the third part, a saved selection's what stands before the last.
 */
export function benchmarkText(asked: Benchmark): string | null {
  const benchmark = tidyBenchmark(asked) ?? COUNTY_BENCHMARK;
  switch (benchmark.kind) {
    case 'county': return null;
    case 'own-borough': return 'own-borough';
    case 'borough': return `borough:${benchmark.borough}`;
    case 'value': return `value:${benchmark.of}:${benchmark.value}:${benchmark.title}`;
    case 'selection': return `saved:${benchmark.title}:${selectionQuery(benchmark.selection)}`;
    default: return benchmark satisfies never;
  }
}

export const BENCHMARK_VALUE = readable(
  'county, own-borough, borough:CODE, value:dsr:2876.4:TITLE, value:rate:2876.4:TITLE or saved:TITLE:CLAUSES', readBenchmark,
);

function readBenchmark(text: string): Benchmark | null {
  if (text === 'county') return COUNTY_BENCHMARK;
  if (text === 'own-borough') return { kind: 'own-borough' };
  const [kind, rest] = cut(text, text.indexOf(':'));
  if (kind === 'borough') return readId(rest) === null ? null : { kind, borough: rest };
  if (kind === 'value') return readTypedValue(rest);
  return kind === 'saved' ? readSaved(rest) : null;
}

function readTypedValue(text: string): Benchmark | null {
  const [kindText, rest] = cut(text, text.indexOf(':'));
  const [number, title] = cut(rest, rest.indexOf(':'));
  const [of, value] = [readKind(kindText), readRateValue(number)];
  return of === null || value === null ? null : { kind: 'value', of, value, title: cleanTitle(title) };
}

function readSaved(text: string): Benchmark | null {
  const [title, query] = cut(text, text.lastIndexOf(':'));
  const selection = text.includes(':') ? readSelectionQuery(query) : null;
  return selection === null || cleanTitle(title) === '' ? null : { kind: 'selection', title: cleanTitle(title), selection };
}

/** What stands before and after a position; all before it where the position is -1. */
function cut(text: string, at: number): [string, string] {
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
