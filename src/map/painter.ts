/** From an AreaPaint to MapLibre feature state, touching only areas whose looks change. */
import type { OptionalLook } from './layers/areaLayers.ts';
import { AREA_POINT_SOURCE, AREA_SOURCE, DIMMED_STRENGTH, fillCode } from './layers/areaLayers.ts';
import type { AreaPaint, LegendItem } from './layers/legend.ts';
import { AREA_SYMBOLS } from './layers/legend.ts';

/** The part of the map the painter needs. */
export interface FeatureStates {
  setFeatureState(feature: { source: string; id: number }, state: Readonly<Record<string, number | boolean>>): void;
}

interface Look {
  readonly fill: number;
  readonly pattern: number;
  readonly symbol: number;
  readonly dashed: boolean;
  readonly strength: number;
  /** Equal for looks that are alike. */
  readonly key: number;
}

const PATTERNS = [null, 'hatch', 'dots', 'cross'] as const;
const SYMBOLS = [null, ...AREA_SYMBOLS] as const;

/** How an area of a class is drawn. Classes switched off leave the bare area: still there, still selectable. */
export function lookOf(item: LegendItem, dimmed: boolean): Look {
  const shown = !item.hidden;
  const fill = fillCode(shown ? item.colour : 'plain', shown && dimmed);
  const pattern = shown ? PATTERNS.indexOf(item.pattern) : 0;
  const symbol = shown ? SYMBOLS.indexOf(item.symbol) : 0;
  const dashed = shown && item.kind === 'no-data';
  const key = (((fill * PATTERNS.length + pattern) * SYMBOLS.length + symbol) * 2 + (dashed ? 1 : 0)) * 2 + (dimmed ? 1 : 0);
  return { fill, pattern, symbol, dashed, strength: dimmed ? DIMMED_STRENGTH : 1, key };
}

/** Which of the layers that only some paints need this one does. */
export function looksNeeded({ classes, legend }: AreaPaint): ReadonlySet<OptionalLook> {
  const used = [...new Set(classes)].map((index) => legend.items[index]).filter((item) => item !== undefined && !item.hidden);
  return new Set(used.flatMap((item) => [item?.pattern, item?.symbol, item?.kind === 'no-data' ? 'dashed' as const : null]).filter((look) => look !== null && look !== undefined));
}

export class AreaPainter {
  #keys: Int32Array = new Int32Array(0);

  /** Forgets what was painted: the areas are new. */
  reset(areaCount: number): void {
    this.#keys = new Int32Array(areaCount).fill(-1);
  }

  /** Paints what changed; returns how many areas that were. A paint of another length is left alone (0). */
  paint(map: FeatureStates, { classes, dimmed, legend }: AreaPaint): number {
    if (classes.length !== this.#keys.length) return 0;
    const looks = legend.items.map((item) => [lookOf(item, false), lookOf(item, true)] as const);
    let changed = 0;
    for (let id = 0; id < classes.length; id += 1) {
      const look = looks[classes[id] ?? 0]?.[dimmed[id] === 1 ? 1 : 0];
      if (look === undefined || look.key === this.#keys[id]) continue;
      this.#keys[id] = look.key;
      changed += 1;
      const { fill, pattern, symbol, dashed, strength } = look;
      map.setFeatureState({ source: AREA_SOURCE, id }, { fill, pattern, dashed, strength });
      map.setFeatureState({ source: AREA_POINT_SOURCE, id }, { symbol, strength });
    }
    return changed;
  }
}
