import type { Drawing } from '../../model/assessment.ts';
import { LyingBars } from './LyingBars.tsx';
import type { FigureProps } from './props.ts';
import { canStand, StandingBars } from './StandingBars.tsx';

export type BarsDrawing = Extract<Drawing, { readonly kind: 'bars' }>;

/**
 * Bars per category: a bar or a stacked part per series. They lie where the drawing says so, and where the names would
 * not be read under standing ones. Zero has no bar but its "0"; what has no value (NaN) says so.
 */
export function BarsFigure({ basics, drawing }: FigureProps<BarsDrawing>) {
  return drawing.horizontal || !canStand(drawing, basics.width) ? <LyingBars basics={basics} drawing={drawing} /> : <StandingBars basics={basics} drawing={drawing} />;
}
