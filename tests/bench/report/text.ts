import type { Beside, Figure, Row } from './row.ts';

/** All rows as text, one table each. */
export function textOf(rows: readonly Row[]): string {
  return rows.map(rowText).join('\n\n');
}

export function rowText({ title, figures, ours, beside, notes, unavailable }: Row): string {
  return [
    title,
    ...columns(figures.map(figureCells)),
    ...(beside.length > 0 ? columns([['', 'version', 'median', 'p95', 'of', 'to ours', 'loaded in', 'held equal to ours'], ...beside.map((other) => besideCells(other, ours))]) : []),
    ...(unavailable === null ? [] : [`  not available: ${unavailable}`]),
    ...notes.map((note) => `  ${note}`),
  ].join('\n');
}

function figureCells({ title, value, unit, budget }: Figure): readonly string[] {
  const measured = Number.isNaN(value) ? '-' : `${number(value)} ${unit}`;
  return budget === null ? [title, measured, '', ''] : [title, measured, `budget ${number(budget)} ${unit}`, verdict(value, budget, unit)];
}

/** "met", or by how much it is missed. */
export function verdict(value: number, budget: number, unit: string): string {
  if (Number.isNaN(value)) return 'not measured';
  return value <= budget ? 'met' : `MISSED by ${number(value - budget)} ${unit} (${number(value / budget)} times the budget)`;
}

function besideCells({ name, version, times, reason, loaded, checked }: Beside, ours: number): readonly string[] {
  const load = Number.isNaN(loaded) ? '-' : `${number(loaded / 1000)} s`;
  if (times === null) return [name, version, 'did not finish:', reason ?? '', '', '', load, ''];
  const held = { counts: 'every count', matching: 'matching rows', none: '' }[checked];
  return [name, version, `${number(times.median)} ms`, `${number(times.p95)} ms`, String(times.repeats), ratio(times.median, ours), load, held];
}

/** How many times ours another takes: "12 x"; below 1 it is faster than ours. */
export function ratio(other: number, ours: number): string {
  return ours > 0 && !Number.isNaN(other) ? `${number(other / ours)} x` : '-';
}

/** Three figures at most, without an exponent. */
export function number(value: number): string {
  if (value !== 0 && Math.abs(value) < 0.001) return 'under 0.001';
  return value.toLocaleString('en-GB', { maximumSignificantDigits: Math.abs(value) >= 1000 ? 15 : 3, maximumFractionDigits: Math.abs(value) >= 100 ? 0 : 3, roundingPriority: 'lessPrecision' });
}

/** Lines with their cells below one another, set in by two. */
function columns(lines: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const line of lines) line.forEach((cell, i) => { widths[i] = Math.max(widths[i] ?? 0, cell.length); });
  return lines.map((line) => `  ${line.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  ')}`.trimEnd());
}
