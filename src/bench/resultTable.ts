import type { StepResult } from './plan.ts';
import { milliseconds } from './times.ts';

export const COLUMNS = ['Measured', 'Records', 'Areas', 'Median, ms', '95 of 100 below, ms', 'Reading alone, ms'] as const;

/** One row of the table, as text. */
export function cellsOf(result: StepResult): readonly string[] {
  const { rows, areas } = result.step;
  const [what, times, reading] = result.what === 'filters'
    ? ['A new filter, all counts', result.filters, milliseconds(result.reading.median)] as const
    : ['Rates, limits and classes', result.statistics.statistics, ''] as const;
  return [what, count(rows), count(areas), milliseconds(times.median), milliseconds(times.p95), reading];
}

/** The result to paste elsewhere: a heading, the browser and its cores, and the table with tabs between. */
export function resultText(results: readonly StepResult[], machine: string): string {
  return [`Hotspot Atlas, measured on ${machine}`, COLUMNS.join('\t'), ...results.map((result) => cellsOf(result).join('\t')), ''].join('\n');
}

/** "Chrome 156, 2 cores": no more of the machine than that. */
export function machineOf({ userAgent, hardwareConcurrency }: Pick<Navigator, 'userAgent' | 'hardwareConcurrency'>): string {
  return `${browserOf(userAgent)}, ${hardwareConcurrency === 1 ? '1 core' : `${hardwareConcurrency} cores`}`;
}

/** Name and main version; those that call themselves Chrome or Safari too come first. */
function browserOf(userAgent: string): string {
  const found = /(Edg|OPR|Firefox|Chrome)\/(\d+)/.exec(userAgent.replace(/Chrome\/\d+(?=.*(Edg|OPR)\/)/, '')) ?? /(Version)\/(\d+).*Safari/.exec(userAgent);
  if (!found) return 'a browser of unknown name';
  const names: Readonly<Record<string, string>> = { Edg: 'Edge', OPR: 'Opera', Version: 'Safari' };
  return `${names[found[1] ?? ''] ?? found[1]} ${found[2]}`;
}

export function count(value: number): string {
  return value.toLocaleString('en-GB');
}
