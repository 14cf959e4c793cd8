import { useId, useMemo } from 'react';
import { Frame } from '../../charts/figures/Frame.tsx';
import { INK, INK_MUTED, PAPER, TEXT_SMALL } from '../../charts/figures/ink.ts';
import { mapPaths } from '../../charts/figures/mapPaths.ts';
import type { OpenedPack } from '../../model/pack.ts';
import type { Hotspot } from '../../model/patrol.ts';
import { spread } from './spread.ts';

export interface MapStop {
  readonly hotspot: string;
  readonly time: string;
}

/** How a place stands: a shape and a word, because a printer and many eyes have no colour. */
export interface SpotMark {
  readonly shape: 'circle' | 'ring' | 'square' | 'diamond';
  /** Black with white numbers. */
  readonly filled: boolean;
  /** Stands under it, e.g. "6 d". */
  readonly label: string;
}

interface PlanMapProps {
  readonly pack: OpenedPack;
  readonly hotspots: readonly Hotspot[];
  /** By hotspot; in their order where it is not given. */
  readonly numbers?: ReadonlyMap<string, number>;
  /** A pair's visits in order; a line joins them. */
  readonly route?: readonly MapStop[];
  /** Drawn with a thick ring. */
  readonly marked?: ReadonlySet<string>;
  /** Shapes and words in place of plain numbers, by hotspot. */
  readonly marks?: ReadonlyMap<string, SpotMark>;
  readonly width: number;
  readonly title: string;
  readonly finding: string;
}

const RADIUS = 11;
/** Room for the words under a mark. */
const LABEL = 20;
const MARGIN = 0.35;
const LEAST = 0.012;
const MOST_HEIGHT = 0.8;

/** The places of a plan as numbers over the areas around them: black on white, so that it survives any printer. */
export function PlanMap({ pack, hotspots, numbers, route = [], marked = new Set(), marks, width, title, finding }: PlanMapProps) {
  const id = `plan-map-${useId().replaceAll(/[^a-zA-Z0-9]/g, '')}`;
  const room = RADIUS * 2 + (marks ? LABEL : 2);
  const drawn = useMemo(() => drawnOf(pack, hotspots, width, room), [pack, hotspots, width, room]);
  const order = new Map(route.map(({ hotspot }, index) => [hotspot, index]));
  const spots = new Map(drawn.spots.map((spot) => [spot.id, spot]));
  const line = route.flatMap(({ hotspot }) => { const spot = spots.get(hotspot); return spot ? [`${spot.x} ${spot.y}`] : []; });
  return (
    <Frame basics={{ id, title, finding, width, caption: null }} height={drawn.height + 24}>
      <clipPath id={`${id}-clip`}><rect width={width} height={drawn.height} /></clipPath>
      <g clipPath={`url(#${id}-clip)`}>
        <path transform="scale(0.5)" d={drawn.others} fill={PAPER} stroke="#B8C1C7" strokeWidth={1.2} />
        <path transform="scale(0.5)" d={drawn.own} fill="#E3E7E9" stroke={INK_MUTED} strokeWidth={2} />
        {line.length > 1 && <path d={`M${line.join('L')}`} fill="none" stroke={INK} strokeWidth={1.6} strokeDasharray="5 4" />}
        {drawn.spots.map(({ id: spot, x, y, atX, atY, number }) => (
          <g key={spot}>
            {(Math.abs(x - atX) > 2 || Math.abs(y - atY) > 2) && <path d={`M${atX} ${atY}L${x} ${y}`} stroke={INK} strokeWidth={1} />}
            <Spot x={x} y={y} number={numbers?.get(spot) ?? number} mark={marks?.get(spot) ?? { shape: 'circle', filled: order.has(spot) || marked.has(spot), label: '' }} thick={marked.has(spot)} />
          </g>
        ))}
      </g>
      {drawn.perKm > 0 && <path d={`M4 ${drawn.height + 8}v5h${drawn.perKm}v-5`} fill="none" stroke={INK} />}
      {drawn.perKm > 0 && <text x={drawn.perKm + 10} y={drawn.height + 15} fontSize={TEXT_SMALL}>1 km</text>}
    </Frame>
  );
}

function Spot({ x, y, number, mark: { shape, filled, label }, thick }: { readonly x: number; readonly y: number; readonly number: number; readonly mark: SpotMark; readonly thick: boolean }) {
  const look = { fill: filled ? INK : PAPER, stroke: INK, strokeWidth: thick ? 4 : 1.6 };
  const tip = RADIUS + 4;
  return (
    <>
      {shape === 'square' && <rect x={x - RADIUS} y={y - RADIUS} width={RADIUS * 2} height={RADIUS * 2} {...look} />}
      {shape === 'diamond' && <path d={`M${x} ${y - tip}L${x + tip} ${y}L${x} ${y + tip}L${x - tip} ${y}Z`} {...look} />}
      {(shape === 'circle' || shape === 'ring') && <circle cx={x} cy={y} r={RADIUS} {...look} />}
      {shape === 'ring' && <circle cx={x} cy={y} r={RADIUS + 3} fill="none" stroke={INK} strokeWidth={1.6} />}
      <text x={x} y={y + 4} textAnchor="middle" fontSize={TEXT_SMALL} fontWeight={600} fill={filled ? PAPER : INK}>{number}</text>
      {label !== '' && <text x={x} y={y + tip + 10} textAnchor="middle" fontSize={TEXT_SMALL} fontWeight={600} fill={INK} stroke={PAPER} strokeWidth={3} paintOrder="stroke">{label}</text>}
    </>
  );
}

function drawnOf({ areas, shapes, places }: OpenedPack, hotspots: readonly Hotspot[], width: number, room: number) {
  const longitudes = hotspots.map(({ longitude }) => longitude);
  const latitudes = hotspots.map(({ latitude }) => latitude);
  const [west, east, south, north] = [Math.min(...longitudes), Math.max(...longitudes), Math.min(...latitudes), Math.max(...latitudes)];
  const [marginX, marginY] = [Math.max(LEAST * 1.6, (east - west) * MARGIN), Math.max(LEAST, (north - south) * MARGIN)];
  const near = (area: number): boolean => {
    const [x, y] = [areas.longitude[area] ?? Number.NaN, areas.latitude[area] ?? Number.NaN];
    return x >= west - marginX && x <= east + marginX && y >= south - marginY && y <= north + marginY;
  };
  const features = shapes.features.filter(({ properties }) => near(properties.area));
  const fitted = (across: number) => mapPaths({ shapes: { ...shapes, features }, places: { ...places, features: [] }, areas }, { county: across, inset: 0 });
  const wide = fitted(width);
  // A tall map is drawn narrower, so that it stays on the screen and on its sheet.
  const most = width * MOST_HEIGHT;
  const paths = wide.height > most ? fitted(Math.round((width * most) / wide.height)) : wide;
  const height = Math.max(60, paths.height);
  const own = new Set(hotspots.map(({ id }) => areas.code.indexOf(id)).filter((area) => area >= 0));
  // Hotspots of several areas stand at the inside point of one of them.
  const at = hotspots.map(({ longitude, latitude }) => [...areas.longitude.keys()].find((area) => areas.longitude[area] === longitude && areas.latitude[area] === latitude) ?? -1);
  const positions = at.map((area) => ({ x: paths.points[area]?.x ?? 0, y: paths.points[area]?.y ?? 0 }));
  const moved = spread(positions, room, { width, height });
  return {
    height, perKm: Math.round(paths.perKm),
    own: [...own].map((area) => paths.areas[area] ?? '').join(''),
    others: features.map(({ properties: { area } }) => (own.has(area) ? '' : paths.areas[area] ?? '')).join(''),
    spots: hotspots.map(({ id }, index) => ({ id, number: index + 1, atX: round(positions[index]?.x), atY: round(positions[index]?.y), x: round(moved[index]?.x), y: round(moved[index]?.y) })),
  };
}

const round = (value: number | undefined): number => Math.round((value ?? 0) * 10) / 10;
