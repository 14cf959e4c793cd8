import { describe, expect, it } from 'vitest';
import { AREA_POINT_SOURCE, AREA_SOURCE, DIMMED_STRENGTH, fillCode } from '../../../src/map/layers/areaLayers.ts';
import { areaPaint } from '../../../src/map/layers/areaPaint.ts';
import type { AreaPaint } from '../../../src/map/layers/areaPaint.ts';
import { AreaPainter, looksNeeded } from '../../../src/map/painter.ts';
import { COLOUR_TOKENS } from '../../../src/map/scale/colours.ts';
import { CLASS } from '../../../src/model/measures.ts';
import { samplePack } from '../../fakes/samplePack.ts';
import type { SceneColumns } from './scene.ts';
import { WORDS, evaluationOf } from './scene.ts';

type State = Readonly<Record<string, number | boolean>>;

/** Keeps states as MapLibre does: merged per feature. */
class States {
  readonly held = new Map<string, State>();
  calls = 0;
  setFeatureState({ source, id }: { source: string; id: number }, state: State): void {
    this.calls += 1;
    this.held.set(`${source}/${id}`, { ...this.held.get(`${source}/${id}`), ...state });
  }
  area(id: number): State | undefined { return this.held.get(`${AREA_SOURCE}/${id}`); }
  point(id: number): State | undefined { return this.held.get(`${AREA_POINT_SOURCE}/${id}`); }
}

const COLUMNS: SceneColumns = { rateClass: [CLASS.higher, CLASS.similar, CLASS.lower, CLASS.tooFew, CLASS.noData] };
const paintOf = (columns: SceneColumns = COLUMNS, hidden: readonly string[] = []): AreaPaint =>
  areaPaint({ pack: samplePack(), evaluation: evaluationOf({ columns }), measure: 'rate-class', breaks: null, hidden: new Set(hidden), agreement: null, words: WORDS });
function painted(...paints: readonly AreaPaint[]): { states: States; changed: number[] } {
  const states = new States();
  const painter = new AreaPainter();
  painter.reset(5);
  return { states, changed: paints.map((paint) => painter.paint(states, paint)) };
}

describe('AreaPainter', () => {
  it('gives each area its colour, pattern, symbol and outline', () => {
    const { states, changed } = painted(paintOf());
    expect(changed).toEqual([5]);
    expect(states.area(0)).toEqual({ fill: fillCode('higher', false), pattern: 0, dashed: false, strength: 1 });
    expect(states.area(3)).toMatchObject({ fill: fillCode('too-few', false), pattern: 1 });
    expect(states.area(4)).toMatchObject({ fill: fillCode('no-data', false), dashed: true });
    expect([0, 1, 2].map((id) => states.point(id)?.['symbol'])).toEqual([1, 0, 2]);
  });

  it('touches nothing when the paint looks the same, and only the areas that change', () => {
    const { states, changed } = painted(paintOf(), paintOf());
    expect(changed).toEqual([5, 0]);
    expect(states.calls).toBe(10);
    expect(painted(paintOf(), paintOf({ rateClass: [4, 3, 3, 1, 0] })).changed).toEqual([5, 1]);
  });

  it('dims areas outside the chosen places, symbols too', () => {
    const { states } = painted(paintOf({ ...COLUMNS, inPlace: [0, 1, 1, 0, 1] }));
    expect(states.area(0)).toMatchObject({ fill: fillCode('higher', true), strength: DIMMED_STRENGTH });
    expect(states.point(0)).toEqual({ symbol: 1, strength: DIMMED_STRENGTH });
    expect(states.area(3)).toMatchObject({ pattern: 1, strength: DIMMED_STRENGTH });
  });

  it('shows nothing of a class switched off, and shows it again', () => {
    const { states } = painted(paintOf(), paintOf(COLUMNS, ['higher', 'too-few', 'no-data']));
    expect([0, 3, 4].map((id) => states.area(id)?.['fill'])).toEqual([0, 0, 0]);
    expect([states.point(0)?.['symbol'], states.area(3)?.['pattern'], states.area(4)?.['dashed']]).toEqual([0, 0, false]);
    expect(painted(paintOf(), paintOf(COLUMNS, ['higher']), paintOf()).changed).toEqual([5, 1, 1]);
  });

  it('leaves a paint of another pack alone', () => {
    const states = new States();
    const painter = new AreaPainter();
    painter.reset(4);
    expect(painter.paint(states, paintOf())).toBe(0);
    expect(states.calls).toBe(0);
  });
});

describe('fillCode', () => {
  it('is unique for every colour, dimmed or not', () => {
    const codes = COLOUR_TOKENS.flatMap((token) => [fillCode(token, false), fillCode(token, true)]);
    expect(new Set(codes).size).toBe(COLOUR_TOKENS.length * 2);
    expect(Math.min(...codes)).toBe(0);
  });
});

describe('looksNeeded', () => {
  it('names the layers that this paint uses, without the hidden', () => {
    expect([...looksNeeded(paintOf())].toSorted()).toEqual(['dashed', 'hatch', 'triangle-down', 'triangle-up']);
    expect([...looksNeeded(paintOf(COLUMNS, ['higher', 'too-few', 'no-data']))]).toEqual(['triangle-down']);
    expect([...looksNeeded(paintOf({ rateClass: [3, 3, 3, 3, 3] }))]).toEqual([]);
  });
});
