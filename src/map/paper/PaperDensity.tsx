import { CASING, levelText, OLD_STRENGTH, type SurfacePaint, widthOf } from '../layers/densityLayers.ts';
import type { PaperView } from './paperView.ts';

/** Pixels of line that a number along it needs. */
const ROOM_FOR_NUMBER = 70;

/** Lines of equal density as on the screen, each with its number once where it is long enough. */
export function PaperDensity({ surface, view }: { readonly surface: SurfacePaint; readonly view: PaperView }) {
  const lines = surface.lines.map(({ level, points }, id) => ({ id, level, corners: points.map(([longitude, latitude]) => view.at(longitude, latitude)) }));
  return (
    <g fill="none" strokeLinejoin="round" strokeLinecap="round" opacity={surface.old ? OLD_STRENGTH : 1}>
      {lines.map(({ id, level, corners }) => {
        const d = `M${corners.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}`;
        return (
          <g key={id}>
            <path d={d} stroke="var(--map-mark-label-halo)" strokeWidth={widthOf(level) + 2 * CASING} />
            <path d={d} stroke="var(--map-mark-density)" strokeWidth={widthOf(level)} className="density-line" />
          </g>
        );
      })}
      {lines.map(({ id, level, corners }) => {
        const [x, y] = lengthOf(corners) < ROOM_FOR_NUMBER ? [] : corners[Math.floor(corners.length / 2)] ?? [];
        if (x === undefined || y === undefined) return null;
        return (
          <text key={id} x={x.toFixed(1)} y={(y + 3.5).toFixed(1)} textAnchor="middle" fontFamily="var(--font)" fontSize={10} fontWeight={600} fill="var(--map-mark-density)" stroke="var(--map-mark-label-halo)" strokeWidth={3} paintOrder="stroke">
            {levelText(surface.levels[level] ?? Number.NaN)}
          </text>
        );
      })}
    </g>
  );
}

function lengthOf(corners: readonly (readonly [number, number])[]): number {
  return corners.reduce((sum, [x, y], i) => {
    const [fromX, fromY] = corners[i - 1] ?? [x, y];
    return sum + Math.hypot(x - fromX, y - fromY);
  }, 0);
}
