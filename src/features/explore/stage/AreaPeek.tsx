import { REASON } from '../../../model/measures.ts';
import { reasonTitle } from '../../../model/reasons.ts';
import { survivalWords } from '../../../model/survival.ts';
import { lowerFirst } from '../../../model/text.ts';
import { currentHotspots } from '../../../store/hotspotKeepers.ts';
import { useAtlas } from '../../../store/react.ts';
import { Button } from '../../../ui/Button.tsx';
import { ClassBadge } from '../../../ui/ClassBadge.tsx';
import { focusFirst } from '../../../ui/focus.ts';
import { formatCount, formatLimits, formatRate, isWithheld } from '../../../ui/formats.ts';
import type { AreaRow, AreaRows } from '../areaRows.ts';
import { unitOf } from '../../../model/kinds.ts';
import type { Scene } from '../scene.ts';

interface AreaPeekProps {
  readonly scene: Scene;
  readonly rows: AreaRows | null;
  readonly onDetails: () => void;
}

/** On a phone, the selected area in three lines under the map. */
export function AreaPeek({ scene, rows, onDetails }: AreaPeekProps) {
  const code = useAtlas((state) => state.view.areas.at(-1));
  const clear = useAtlas((state) => state.clearAreas);
  const row = rows?.of(code);
  if (row === undefined) return null;
  return (
    <section className="peek" aria-label="Selected area">
      <div className="peek-words">
        <p><span className="strong">{row.name}</span> <span className="muted small">{row.ward}</span></p>
        <ClassBadge code={row.classCode} reason={row.reason} />
        <p className="small muted">
          {countWords(row.count, unitOf(scene.entry, scene.applied))}; {Number.isFinite(row.value) ? `${formatRate(row.value)} per 100,000 (${formatLimits(row.lower, row.upper)})` : noRateWords(row)}
        </p>
      </div>
      <Button onPress={onDetails}>Details</Button>
      <Button variant="link" icon="close" aria-label="Clear the selection" onPress={() => {
        focusFirst('#map');
        clear();
      }} />
    </section>
  );
}

/** Under the pointer: the area's name and figures, beside the legend. Screen readers have the table. */
export function HoverLine({ scene, rows }: Pick<AreaPeekProps, 'scene' | 'rows'>) {
  const hovered = useAtlas((state) => state.hovered);
  const row = hovered === null ? undefined : rows?.at(hovered);
  // Said of hot spots only, and only where the map shows them.
  const hotspots = useAtlas(currentHotspots);
  const survival = hovered === null || hotspots === null || scene.measure !== 'gi-star' ? null : survivalWords(hotspots.columns, hovered);
  if (row === undefined) return null;
  return (
    <div className="hover-line" aria-hidden="true">
      <span className="strong">{row.name}</span>
      <span className="muted">{row.ward}</span>
      <span>{countWords(row.count, unitOf(scene.entry, scene.applied))}</span>
      {Number.isFinite(row.value) ? <span>{formatRate(row.value)} <span className="muted">({formatLimits(row.lower, row.upper)})</span></span> : <span className="muted">{noRateWords(row)}</span>}
      {survival !== null && <span>{survival}</span>}
    </div>
  );
}

/** "no rate: too few to say"; "rate withheld" and "no rate" where the count beside says why already. */
export function noRateWords({ reason, count }: Pick<AreaRow, 'reason' | 'count'>): string {
  if (reason === REASON.belowThreshold) return 'rate withheld';
  return Number.isNaN(count) || reason === REASON.given ? 'no rate' : `no rate: ${lowerFirst(reasonTitle(reason))}`;
}

/** "2,237 offences", "count withheld", "not covered". */
function countWords(count: number, unit: string): string {
  if (Number.isNaN(count)) return 'not covered';
  return isWithheld(count) ? 'count withheld' : `${formatCount(count)} ${unit}`;
}
