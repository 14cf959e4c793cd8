import type { AssessmentColumn } from './assessment.ts';

/** How a column's numbers are printed. */
export type FigureFormat = AssessmentColumn['format'];

const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const tenth = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const hundredth = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/**
 * A number of an assessment as its tables, sentences and exports print it, so that each can be found in the other:
 * counts whole ("91,334"), rates with one decimal as needs assessments print them ("2,876.4"), shares (0-1) as per
 * cent with one ("46.0%"; two below 0.1%: "0.03%"; "under 0.01%"), changes as shares with their sign ("+3.0%",
 * "−1.9%"), ratios with two ("6.06"). A dash for NaN and infinities; 'text' columns have no numbers, and one there is
 * printed whole.
 */
export function formatFigure(value: number, format: FigureFormat): string {
  if (!Number.isFinite(value)) return '–';
  if (value < 0) return `${printsAsNothing(value, format) ? '' : '−'}${sizeOf(-value, format)}`;
  return format === 'change' && !printsAsNothing(value, format) ? `+${sizeOf(value, format)}` : sizeOf(value, format);
}

/** Two limits: "34.7% to 35.3%". Shares that one decimal would not tell apart get two: "0.17% to 0.23%". */
export function formatLimits(lower: number, upper: number, format: FigureFormat): string {
  const [low, high] = [formatFigure(lower, format), formatFigure(upper, format)];
  if (format !== 'share' || low !== high || !Number.isFinite(lower) || !Number.isFinite(upper) || lower === upper) return `${low} to ${high}`;
  return `${hundredth.format(lower * 100)}% to ${hundredth.format(upper * 100)}%`;
}

function printsAsNothing(value: number, format: FigureFormat): boolean {
  return !/[1-9]/.test(sizeOf(Math.abs(value), format));
}

function sizeOf(size: number, format: FigureFormat): string {
  switch (format) {
    case 'rate': return tenth.format(size);
    case 'ratio': return hundredth.format(size);
    case 'share': return shareText(size);
    case 'change': return `${tenth.format(size * 100)}%`;
    case 'count':
    case 'text': return whole.format(size);
    default: return format satisfies never;
  }
}

function shareText(share: number): string {
  if (share >= 0.0005 || share === 0) return `${tenth.format(share * 100)}%`;
  return share < 0.00005 ? 'under 0.01%' : `${hundredth.format(share * 100)}%`;
}
