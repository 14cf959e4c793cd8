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

interface PlanMapProps {
  readonly pack: OpenedPack;
  /** Numbered in this order. */
  readonly hotspots: readonly Hotspot[];
  /** A pair's visits in order; a line joins them. */
  readonly route?: readonly MapStop[];
  /** Drawn with a thick ring. */
  readonly marked?: ReadonlySet<string>;
  readonly width: number;
  readonly title: string;
  readonly finding: string;
}

const RADIUS = 11;
const MARGIN = 0.35;
const LEAST = 0.012;
const MOST_HEIGHT = 0.8;

/** The places of a plan as numbers over the areas around them: black on white, so that it survives any printer. */
export function PlanMap({ pack, hotspots, route = [], marked = new Set(), width, title, finding }: PlanMapProps) {
  const id = `plan-map-${useId().replaceAll(/[^a-zA-Z0-9]/g, '')}`;
  const drawn = useMemo(() => drawnOf(pack, hotspots, width), [pack, hotspots, width]);
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
            <circle cx={x} cy={y} r={RADIUS} fill={order.has(spot) || marked.has(spot) ? INK : PAPER} stroke={INK} strokeWidth={marked.has(spot) ? 4 : 1.6} />
            <text x={x} y={y + 4} textAnchor="middle" fontSize={TEXT_SMALL} fontWeight={600} fill={order.has(spot) || marked.has(spot) ? PAPER : INK}>{number}</text>
          </g>
        ))}
      </g>
      {drawn.perKm > 0 && <path d={`M4 ${drawn.height + 8}v5h${drawn.perKm}v-5`} fill="none" stroke={INK} />}
      {drawn.perKm > 0 && <text x={drawn.perKm + 10} y={drawn.height + 15} fontSize={TEXT_SMALL}>1 km</text>}
    </Frame>
  );
}

function drawnOf({ areas, shapes, places }: OpenedPack, hotspots: readonly Hotspot[], width: number) {
  const longitudes = hotspots.map(({ longitude }) => longitude);
  const latitudes = hotspots.map(({ latitude }) => latitude);
  const [west, east, south, north] = [Math.min(...longitudes), Math.max(...longitudes), Math.min(...latitudes), Math.max(...latitudes)];
  const [marginX, marginY] = [Math.max(LEAST * 1.6, (east - west) * MARGIN), Math.max(LEAST, (north - south) * MARGIN)];
  const near = (area: number): boolean => {
    const [x, y] = [areas.longitude[area] ?? Number.NaN, areas.latitude[area] ?? Number.NaN];
    return x >= west - marginX && x <= east + marginX && y >= south - marginY && y <= north + marginY;
  };
  const features = shapes.features.filter(({ properties }) => near(properties.area));
  const fitted = (room: number) => mapPaths({ shapes: { ...shapes, features }, places: { ...places, features: [] }, areas }, { county: room, inset: 0 });
  const wide = fitted(width);
  // A tall map is drawn narrower, so that it stays on the screen and on its sheet.
  const most = width * MOST_HEIGHT;
  const paths = wide.height > most ? fitted(Math.round((width * most) / wide.height)) : wide;
  const height = Math.max(60, paths.height);
  const own = new Set(hotspots.map(({ id }) => areas.code.indexOf(id)).filter((area) => area >= 0));
  // Hotspots of several areas stand at the inside point of one of them.
  const at = hotspots.map(({ longitude, latitude }) => [...areas.longitude.keys()].find((area) => areas.longitude[area] === longitude && areas.latitude[area] === latitude) ?? -1);
  const positions = at.map((area) => ({ x: paths.points[area]?.x ?? 0, y: paths.points[area]?.y ?? 0 }));
  const moved = spread(positions, RADIUS * 2 + 2, { width, height });
  return {
    height, perKm: Math.round(paths.perKm),
    own: [...own].map((area) => paths.areas[area] ?? '').join(''),
    others: features.map(({ properties: { area } }) => (own.has(area) ? '' : paths.areas[area] ?? '')).join(''),
    spots: hotspots.map(({ id }, index) => ({ id, number: index + 1, atX: round(positions[index]?.x), atY: round(positions[index]?.y), x: round(moved[index]?.x), y: round(moved[index]?.y) })),
  };
}

const round = (value: number | undefined): number => Math.round((value ?? 0) * 10) / 10;
