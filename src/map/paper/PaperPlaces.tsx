import type { PlaceKind } from '../../model/areas.ts';
import type { DrawnArea } from '../../model/drawnAreas.ts';
import type { OverlayId } from '../../model/measures.ts';
import type { OpenedPack } from '../../model/pack.ts';
import { labelPoint } from '../layers/labelPoint.ts';
import { drawnGeometry } from '../layers/mapData.ts';
import { type PaperView, pathOf } from './paperView.ts';

interface PaperPlacesProps {
  readonly pack: OpenedPack;
  readonly overlays: readonly OverlayId[];
  readonly view: PaperView;
}

const LINES: readonly { readonly overlay: OverlayId; readonly kind: PlaceKind; readonly colour: string; readonly width: number; readonly dashes?: string }[] = [
  { overlay: 'wards', kind: 'ward', colour: 'ward', width: 0.9, dashes: '3 2' },
  { overlay: 'boroughs', kind: 'borough', colour: 'borough', width: 1.6 },
  { overlay: 'hubs', kind: 'hub', colour: 'hub', width: 2.2, dashes: '8 4' },
];

/** Outlines of the places whose layer is on, and rings round the night-time hotspots. */
export function PaperPlaces({ pack, overlays, view }: PaperPlacesProps) {
  const { features } = pack.places;
  return (
    <g fill="none" strokeLinejoin="round">
      {LINES.filter(({ overlay }) => overlays.includes(overlay)).map(({ kind, colour, width, dashes }) => {
        const d = features.filter(({ properties }) => properties.kind === kind).map(({ geometry }) => pathOf(geometry, view)).join('');
        return (
          <g key={kind}>
            <path d={d} stroke="var(--map-mark-label-halo)" strokeWidth={width + 1.4} />
            <path d={d} stroke={`var(--map-mark-${colour})`} strokeWidth={width} strokeDasharray={dashes} />
          </g>
        );
      })}
      {overlays.includes('nte') && placed(pack, 'nte-hotspot', view).map(({ id, x, y }) => (
        <g key={id}>
          <circle cx={x} cy={y} r={6} stroke="var(--map-mark-label-halo)" strokeWidth={4.4} />
          <circle cx={x} cy={y} r={6} stroke="var(--map-mark-hotspot)" strokeWidth={2.6} />
        </g>
      ))}
    </g>
  );
}

/** Names of towns (the smaller ones only close up) and of hub areas, each where there is room for it. */
export function PaperNames({ pack, overlays, view }: PaperPlacesProps) {
  const towns = overlays.includes('labels') ? placed(pack, 'label', view).filter(({ rank }) => rank <= 1 || view.zoom >= 9).map((place) => ({ ...place, colour: 'label' })) : [];
  const hubs = overlays.includes('hubs') ? placed(pack, 'hub', view).map((place) => ({ ...place, colour: 'hub' })) : [];
  const names = withoutOverlaps([...towns.toSorted((a, b) => a.rank - b.rank), ...hubs], view);
  return <Names names={names} />;
}

/** Names of drawn areas, all of them: the reader chose each. */
export function PaperDrawnNames({ areas, view }: { readonly areas: readonly DrawnArea[]; readonly view: PaperView }) {
  const names = areas.flatMap((area) => {
    const point = labelPoint(drawnGeometry(area));
    if (point === null) return [];
    const [x, y] = view.at(point[0], point[1]);
    return [{ id: area.name, title: area.name, x: Number(x.toFixed(1)), y: Number(y.toFixed(1)), colour: 'label' }];
  });
  return <Names names={names} />;
}

function Names({ names }: { readonly names: readonly (Omit<Placed, 'rank'> & { readonly colour: string })[] }) {
  return (
    <g fontFamily="var(--font)" fontSize={SIZE} fontWeight={600} textAnchor="middle">
      {names.map(({ id, title, x, y, colour }) => (
        <text key={id} x={x} y={y - 6} fill={`var(--map-mark-${colour})`} stroke="var(--map-mark-label-halo)" strokeWidth={3.4} paintOrder="stroke" strokeLinejoin="round">{title}</text>
      ))}
    </g>
  );
}

const SIZE = 13;

interface Placed {
  readonly id: string;
  readonly title: string;
  readonly rank: number;
  readonly x: number;
  readonly y: number;
}

function placed({ places }: OpenedPack, kind: PlaceKind, view: PaperView): Placed[] {
  return places.features.flatMap(({ geometry, properties }) => {
    const point = properties.kind === kind ? labelPoint(geometry) : null;
    if (point === null) return [];
    const [x, y] = view.at(point[0], point[1]);
    return [{ id: properties.id, title: properties.title, rank: properties.rank, x: Number(x.toFixed(1)), y: Number(y.toFixed(1)) }];
  });
}

/** Names in order, those left out that would touch an earlier one; moved inwards where they would run off the sheet. */
export function withoutOverlaps<T extends Placed>(names: readonly T[], { width, height }: Pick<PaperView, 'width' | 'height'>): T[] {
  const kept: T[] = [];
  for (const name of names) {
    if (name.x < 0 || name.x > width || name.y < 0 || name.y > height) continue;
    const inside = { ...name, x: Math.min(Math.max(name.x, halfWidth(name) + 2), width - halfWidth(name) - 2) };
    if (kept.every((other) => Math.abs(other.y - inside.y) > SIZE * 1.2 || Math.abs(other.x - inside.x) > halfWidth(other) + halfWidth(inside) + 4)) kept.push(inside);
  }
  return kept;
}

/** Letters are about 0.56 of their size wide. */
function halfWidth({ title }: Placed): number {
  return title.length * SIZE * 0.28;
}
