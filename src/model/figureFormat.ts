import type { AssessmentColumn } from './assessment.ts';

/** How a column's numbers are printed. */
export type FigureFormat = AssessmentColumn['format'];

const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const tenth = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const hundredth = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/**
 * A number of an assessment as its tables, sentences and exports print it, so that each can be found in the other:
 * counts whole ("91,334"), rates with one decimal as needs assessments print them ("2,876.4"), shares (0-1) as per
 * cent with one ("46.0%", "27.2%", "under 0.1%"), ratios with two ("6.06"). A dash for NaN and infinities;
 * 'text' columns have no numbers, and one there is printed whole.
 */
export function formatFigure(value: number, format: FigureFormat): string {
  if (!Number.isFinite(value)) return '–';
  switch (format) {
    case 'rate': return tenth.format(value);
    case 'ratio': return hundredth.format(value);
    case 'share': return value > 0 && value < 0.0005 ? 'under 0.1%' : `${tenth.format(value * 100)}%`;
    case 'count':
    case 'text': return whole.format(value);
    default: return format satisfies never;
  }
}
