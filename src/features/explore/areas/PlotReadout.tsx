import { REASON } from '../../../model/measures.ts';
import { reasonTitle } from '../../../model/reasons.ts';
import { lowerFirst } from '../../../model/text.ts';
import { ClassBadge, classTitle } from '../../../ui/ClassBadge.tsx';
import { formatLimits, formatRate } from '../../../ui/formats.ts';
import type { AreaRow } from '../areaRows.ts';
import { benchmarkOfArea } from '../why.ts';
import { benchmarkWords, type Scene } from '../scene.ts';
import { placeTitle } from '../places.ts';

interface PlotReadoutProps {
  readonly scene: Scene;
  readonly row: AreaRow | null;
}

/** The current area's figures under a plot; what to do while there is none. Screen readers have them from the plot itself. */
export function PlotReadout({ scene, row }: PlotReadoutProps) {
  if (row === null) return <p className="plot-readout muted no-print">Point at an area, or walk along them with the arrow keys. A click or Enter selects, with Shift adds.</p>;
  return (
    <p className="plot-readout" aria-hidden="true">
      <span className="strong">{row.name}</span> <span className="muted">{row.ward}</span> <ClassBadge code={row.classCode} reason={row.reason} />
      <span className="plot-figures">{figuresText(scene, row)}</span>
    </p>
  );
}

/** "Luton 018F, South ward: 19,973, limits 19,154 to 20,818, against Bedfordshire 2,876. Significantly higher." */
export function readoutText(scene: Scene, row: AreaRow | null): string {
  if (row === null) return 'No area';
  return `${row.name}${row.ward === '' ? '' : `, ${row.ward} ward`}: ${figuresText(scene, row)}. ${classTitle(row.classCode, row.reason)}.`;
}

function figuresText(scene: Scene, row: AreaRow): string {
  if (row.reason !== REASON.given) return `no rate: ${lowerFirst(reasonTitle(row.reason))}`;
  const asked = scene.evaluation?.request.benchmark;
  const { title } = asked === undefined ? benchmarkWords(scene) : benchmarkOfArea(asked, benchmarkWords(scene), placeTitle(scene.pack, 'borough', row.borough));
  const against = Number.isFinite(row.benchmark) ? `, against ${title} ${formatRate(row.benchmark)}` : '';
  return `${formatRate(row.value)}, limits ${formatLimits(row.lower, row.upper)}${against}`;
}
