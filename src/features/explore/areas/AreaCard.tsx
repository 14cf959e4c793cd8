import { useRef } from 'react';
import { unitOf } from '../../../model/kinds.ts';
import { REASON } from '../../../model/measures.ts';
import { useAtlas } from '../../../store/react.ts';
import { Button } from '../../../ui/Button.tsx';
import { RemovableChip } from '../../../ui/Chip.tsx';
import { ClassBadge } from '../../../ui/ClassBadge.tsx';
import { focusFirst } from '../../../ui/focus.ts';
import { formatLimits, formatRate } from '../../../ui/formats.ts';
import { useEscape } from '../../../ui/useEscape.ts';
import { type AreaRow, type AreaRows, rankOf } from '../areaRows.ts';
import { placeTitle } from '../places.ts';
import { benchmarkWords, perWords, type Scene } from '../scene.ts';
import { benchmarkOfArea, whySentence } from '../why.ts';
import { AreaFacts } from './AreaFacts.tsx';
import { AreaFilter } from './AreaFilter.tsx';
import { AreaHotspots } from './AreaHotspots.tsx';
import { rowButton } from './moveFocus.ts';
import { OtherSources } from './OtherSources.tsx';

interface AreaCardProps {
  readonly scene: Scene;
  readonly rows: AreaRows | null;
  readonly onProfile: (placeId: string) => void;
  readonly onZoom: (area: number) => void;
}

/** The area selected last, and the others selected with it. */
export function AreaCard({ scene, rows, onProfile, onZoom }: AreaCardProps) {
  const codes = useAtlas((state) => state.view.areas);
  const clear = useAtlas((state) => state.clearAreas);
  const card = useRef<HTMLElement>(null);
  const row = rows?.of(codes.at(-1));
  const close = () => {
    focusFirst(row === undefined ? null : rowButton(row.code), '#areas');
    clear();
  };
  useEscape(card, close);
  if (row === undefined || rows === null) return <p className="hint">Select an area on the map or in the table to see why it has its class.</p>;
  return (
    <section className="card" ref={card} aria-labelledby="area-title" data-focus-scope="">
      <div className="card-head">
        <ClassBadge code={row.classCode} reason={row.reason} />
        <Button variant="link" icon="close" aria-label="Close the area’s card" onPress={close} />
      </div>
      <h2 id="area-title" tabIndex={-1} data-focus-home="" className="card-title">{row.name}</h2>
      <p className="small muted">{whereWords(scene, row)} <Button variant="link" className="small" onPress={() => onZoom(row.area)}>Zoom to it</Button></p>
      <KeyFigure scene={scene} row={row} />
      <OtherSources scene={scene} area={row.area} classCode={row.classCode} />
      <AreaHotspots area={row.area} />
      <AreaFacts scene={scene} row={row} rank={rankOf(rows.rate.value, row.area)} areas={rows.rate.reasons.reduce((covered, reason) => covered + (reason === REASON.notCovered ? 0 : 1), 0)} onProfile={onProfile} />
      <AlsoSelected codes={codes.slice(0, -1)} nameOf={(code) => rows.of(code)?.name ?? code} />
      <AreaFilter codes={codes} />
    </section>
  );
}

function AlsoSelected({ codes, nameOf }: { readonly codes: readonly string[]; readonly nameOf: (code: string) => string }) {
  const toggle = useAtlas((state) => state.toggleArea);
  if (codes.length === 0) return null;
  return (
    <fieldset className="chips" aria-label="Also selected">
      {codes.map((code) => <RemovableChip key={code} label={nameOf(code)} onRemove={() => toggle(code, 'add')}>{nameOf(code)}</RemovableChip>)}
    </fieldset>
  );
}

/** "South ward, Luton". */
function whereWords({ pack }: Scene, row: AreaRow): string {
  return `${row.ward === '' ? '' : `${row.ward} ward, `}${placeTitle(pack, 'borough', row.borough)}`;
}

function KeyFigure({ scene, row }: { readonly scene: Scene; readonly row: AreaRow }) {
  const { pack, entry, evaluation, rateKind, applied } = scene;
  if (evaluation === null) return null;
  const { benchmark: asked, confidence } = evaluation.request;
  const benchmark = benchmarkOfArea(asked, benchmarkWords(scene), placeTitle(pack, 'borough', row.borough));
  return (
    <>
      {Number.isFinite(row.value) && (
        <p className="key-figure">
          <span className="figure">{formatRate(row.value)}</span> <span className="muted">{perWords(evaluation)} <span className="nowrap">({formatLimits(row.lower, row.upper)})</span></span>
        </p>
      )}
      <p className="why">{whySentence({ row, entry, kind: rateKind, unit: unitOf(entry, applied), confidence, benchmark })}</p>
    </>
  );
}
