import { useMemo } from 'react';
import { IntervalBar } from '../../../charts/IntervalBar.tsx';
import { useAtlas } from '../../../store/react.ts';
import { Button } from '../../../ui/Button.tsx';
import { RemovableChip } from '../../../ui/Chip.tsx';
import { ClassBadge } from '../../../ui/ClassBadge.tsx';
import { formatLimits, formatRate } from '../../../ui/formats.ts';
import { type AreaRow, intervalDomain } from '../areaRows.ts';
import { placeTitle } from '../places.ts';
import { perWords, rateOf, type Scene, unitOf } from '../scene.ts';
import { whySentence } from '../why.ts';
import { AreaFacts } from './AreaFacts.tsx';

interface AreaCardProps {
  readonly scene: Scene;
  readonly rows: readonly AreaRow[];
  readonly onProfile: (placeId: string) => void;
}

/** The area selected last, and the others selected with it. */
export function AreaCard({ scene, rows, onProfile }: AreaCardProps) {
  const codes = useAtlas((state) => state.view.areas);
  const clear = useAtlas((state) => state.clearAreas);
  const toggle = useAtlas((state) => state.toggleArea);
  const byCode = useMemo(() => new Map(rows.map((row) => [row.code, row])), [rows]);
  const row = byCode.get(codes.at(-1) ?? '');
  if (row === undefined) return <p className="hint">Select an area on the map or in the table to see why it has its class.</p>;
  return (
    <section className="card" aria-labelledby="area-title">
      <div className="card-head">
        <ClassBadge code={row.classCode} />
        <Button variant="link" icon="close" aria-label="Close the area’s card" onPress={clear} />
      </div>
      <h2 id="area-title" className="card-title">{row.name}</h2>
      <p className="small muted">{whereWords(scene, row)}</p>
      <KeyFigure scene={scene} row={row} rows={rows} />
      <AreaFacts scene={scene} row={row} areas={rows.length} onProfile={onProfile} />
      {codes.length > 1 && (
        <div className="chips" role="group" aria-label="Also selected">
          {codes.slice(0, -1).map((code) => <RemovableChip key={code} label={byCode.get(code)?.name ?? code} onRemove={() => toggle(code, 'add')}>{byCode.get(code)?.name ?? code}</RemovableChip>)}
        </div>
      )}
    </section>
  );
}

/** "South ward, Luton; hub area Luton South". */
function whereWords({ pack }: Scene, row: AreaRow): string {
  const hub = pack.areas.hub[row.area] ?? '';
  const ward = row.ward === '' ? '' : `${row.ward} ward, `;
  return `${ward}${placeTitle(pack, 'borough', row.borough)}${hub === '' ? '' : `; ${placeTitle(pack, 'hub', hub)} hub area`}`;
}

function KeyFigure({ scene, row, rows }: { readonly scene: Scene; readonly row: AreaRow; readonly rows: readonly AreaRow[] }) {
  const { pack, entry, evaluation, rateKind, applied } = scene;
  if (evaluation === null) return null;
  const value = rateOf(evaluation.county, rateKind)?.value ?? Number.NaN;
  const given = Number.isFinite(row.value);
  return (
    <>
      {given && (
        <>
          <p className="key-figure">
            <span className="figure">{formatRate(row.value)}</span> <span className="muted">{perWords(evaluation)} ({formatLimits(row.lower, row.upper)})</span>
          </p>
          <div className="card-interval" aria-hidden="true">
            <IntervalBar value={row.value} lower={row.lower} upper={row.upper} benchmark={value} domain={intervalDomain(rows, value)} classCode={row.classCode} width={300} height={18} label={null} />
          </div>
        </>
      )}
      <p className="why">{whySentence({ row, entry, kind: rateKind, unit: unitOf(entry, applied), benchmark: { title: pack.manifest.benchmark, value } })}</p>
    </>
  );
}
