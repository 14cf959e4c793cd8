import { holds } from './figure.ts';
import type { Figure, Tolerance } from './figure.ts';

const WIDTHS = { title: 62, number: 11, difference: 10 };

/** The comparison as lines of text, one table per section. */
export function formatFigures(figures: readonly Figure[]): string {
  const lines: string[] = [];
  let last = '';
  for (const figure of figures) {
    if (figure.section !== last) lines.push('', figure.section, row('', 'published', 'pack', 'difference', 'tolerance'));
    last = figure.section;
    const difference = figure.pack - figure.published;
    lines.push(`${row(`  ${figure.title}`, show(figure.published), show(figure.pack), Number.isNaN(difference) ? '' : show(difference), describe(figure.tolerance))}${holds(figure) ? '' : '  <- BEYOND'}`);
  }
  return lines.join('\n');
}

function row(title: string, published: string, pack: string, difference: string, tolerance: string): string {
  return `${title.padEnd(WIDTHS.title)} ${published.padStart(WIDTHS.number)} ${pack.padStart(WIDTHS.number)} ${difference.padStart(WIDTHS.difference)}  ${tolerance}`;
}

function show(value: number): string {
  if (Number.isNaN(value)) return '-';
  if (Number.isInteger(value)) return value.toLocaleString('en-GB');
  return Math.abs(value) < 2 ? value.toFixed(4) : value.toLocaleString('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
}

function describe(tolerance: Tolerance): string {
  switch (tolerance.kind) {
    case 'exact': return 'exact';
    case 'share': return `within ${Math.round(tolerance.of * 1000) / 10}%`;
    case 'amount': return `within ${tolerance.by}${tolerance.note ? ` (${tolerance.note})` : ''}`;
    case 'information': return `for information: ${tolerance.why}`;
    default: return tolerance satisfies never;
  }
}
