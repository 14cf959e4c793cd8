import { markPath, type PlotShape, shapeOf } from '../../../charts/plotPoints.ts';
import { CLASS, type ClassCode, REASON } from '../../../model/measures.ts';
import { formatNumber } from '../../../ui/formats.ts';
import type { AreaRow } from '../areaRows.ts';
import type { AreaPlotKind } from './areaViews.ts';

const CLASSES: readonly (readonly [ClassCode, string])[] = [[CLASS.higher, 'higher'], [CLASS.similar, 'similar'], [CLASS.lower, 'lower']];

/** What shapes and lines of a plot mean, with the number of areas of each class. */
export function PlotKey({ rows, kind, own }: { readonly rows: readonly AreaRow[]; readonly kind: AreaPlotKind; readonly own: boolean }) {
  const given = rows.filter(({ reason }) => reason === REASON.given);
  const pale = given.some(({ inPlace }) => !inPlace);
  return (
    <ul className="plot-key">
      {CLASSES.map(([code, words]) => <li key={code}><Mark shape={shapeOf(code)} /> {formatNumber(given.filter(({ classCode }) => classCode === code).length)} {words}</li>)}
      {kind === 'funnel' && <li><Line className="plot-curve plot-curve-95" /> 95%</li>}
      {kind === 'funnel' && <li><Line className="plot-curve plot-curve-998" /> 99.8% limits of chance</li>}
      {kind === 'caterpillar' && own && <li><Line className="plot-benchmark plot-own" /> own borough, with its rate</li>}
      {pale && <li className="muted">pale: outside the chosen places</li>}
    </ul>
  );
}

function Mark({ shape }: { readonly shape: PlotShape }) {
  return <svg width={12} height={12} viewBox="0 0 12 12" aria-hidden="true"><path className={`plot-mark plot-${shape}`} d={markPath(shape, 6, 6, 5)} /></svg>;
}

function Line({ className }: { readonly className: string }) {
  return <svg width={22} height={12} viewBox="0 0 22 12" aria-hidden="true"><path className={className} d="M0 6H22" /></svg>;
}
