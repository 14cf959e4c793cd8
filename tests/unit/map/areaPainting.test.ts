import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { AreaFinder } from '../../../src/map/areas/areaFinder.ts';
import { AreaLooks, LOOKS_ACROSS } from '../../../src/map/areas/areaLooks.ts';
import { MeshBuilder, NUMBERS_OF_SIDE } from '../../../src/map/areas/areaMesh.ts';
import { blocksOf, runsIn } from '../../../src/map/areas/blocks.ts';
import { DIMMED_STRENGTH, coloursOf, fillCode, lookOf } from '../../../src/map/areas/look.ts';
import { mercator } from '../../../src/map/areas/mercator.ts';
import { symbolSheet } from '../../../src/map/areas/symbolSheet.ts';
import { atZoom, sameView, viewOf } from '../../../src/map/areas/view.ts';
import { areaPaint } from '../../../src/map/layers/areaPaint.ts';
import type { AreaPaint, LegendItem } from '../../../src/map/layers/areaPaint.ts';
import { COLOUR_TOKENS, PALETTES, rgbOf } from '../../../src/map/scale/colours.ts';
import { imagesFor } from '../../../src/map/scale/images.ts';
import type { AreaShapes } from '../../../src/model/areas.ts';
import { CLASS } from '../../../src/model/measures.ts';
import { samplePack } from '../../fakes/samplePack.ts';
import type { SceneColumns } from './scene.ts';
import { WORDS, evaluationOf } from './scene.ts';

const COLUMNS: SceneColumns = { rateClass: [CLASS.higher, CLASS.similar, CLASS.lower, CLASS.tooFew, CLASS.noData] };
const paintOf = (columns: SceneColumns = COLUMNS, hidden: readonly string[] = []): AreaPaint =>
  areaPaint({ pack: samplePack(), evaluation: evaluationOf({ columns }), measure: 'rate-class', breaks: null, hidden: new Set(hidden), agreement: null, words: WORDS });

function looks(...paints: readonly AreaPaint[]): { readonly held: AreaLooks; readonly rows: readonly (readonly [number, number] | null)[] } {
  const held = new AreaLooks();
  held.reset(5);
  return { held, rows: paints.map((paint) => held.paint(paint)) };
}

/** Colour code, pattern, symbol, dashed and strength of an area as its bytes say. */
function lookAt({ bytes }: AreaLooks, area: number): number[] {
  const [fill = 0, marks = 0, strength = 0] = bytes.subarray(area * 4);
  return [fill, marks & 3, (marks >> 2) & 7, marks >> 5, strength];
}

describe('AreaLooks', () => {
  it('gives each area its colour, pattern, symbol and outline', () => {
    const { held } = looks(paintOf());
    expect([0, 1, 2, 3, 4].map((area) => lookAt(held, area))).toEqual([
      [fillCode('higher', false), 0, 1, 0, 255], [fillCode('similar', false), 0, 0, 0, 255], [fillCode('lower', false), 0, 2, 0, 255],
      [fillCode('too-few', false), 1, 0, 0, 255], [fillCode('no-data', false), 0, 0, 1, 255],
    ]);
    expect(held.dashed()).toEqual([{ area: 4, strength: 1 }]);
  });

  it('sends nothing when the paint looks the same, and only the rows of areas that change', () => {
    expect(looks(paintOf(), paintOf(), paintOf({ rateClass: [4, 3, 3, 1, 0] })).rows).toEqual([[0, 1], null, [0, 1]]);
    const many = new AreaLooks();
    many.reset(LOOKS_ACROSS * 4);
    const { legend, measure } = paintOf();
    const of = (...changed: readonly number[]): AreaPaint => ({ measure, legend, dimmed: new Uint8Array(LOOKS_ACROSS * 4), classes: Uint8Array.from({ length: LOOKS_ACROSS * 4 }, (_, area) => (changed.includes(area) ? 1 : 0)) });
    expect([many.rows, many.paint(of()), many.paint(of(300)), many.paint(of(300, 520)), many.paint(of())]).toEqual([4, [0, 4], [1, 2], [2, 3], [1, 3]]);
  });

  it('dims areas outside the chosen places, symbols too', () => {
    const { held } = looks(paintOf({ ...COLUMNS, inPlace: [0, 1, 1, 0, 0] }));
    expect(lookAt(held, 0)).toEqual([fillCode('higher', true), 0, 1, 0, Math.round(DIMMED_STRENGTH * 255)]);
    expect(lookAt(held, 3)).toEqual([fillCode('too-few', true), 1, 0, 0, Math.round(DIMMED_STRENGTH * 255)]);
    expect(held.dashed()[0]?.strength).toBeCloseTo(DIMMED_STRENGTH, 2);
  });

  it('shows nothing of a class switched off, and shows it again', () => {
    const { held } = looks(paintOf(), paintOf(COLUMNS, ['higher', 'too-few', 'no-data']));
    for (const area of [0, 3, 4]) expect(lookAt(held, area).slice(0, 4)).toEqual([0, 0, 0, 0]);
    held.paint(paintOf());
    expect(lookAt(held, 0).slice(0, 3)).toEqual([fillCode('higher', false), 0, 1]);
  });

  it('leaves a paint of another pack alone', () => {
    const held = new AreaLooks();
    held.reset(4);
    expect(held.paint(paintOf())).toBeNull();
    expect([...held.bytes].every((byte) => byte === 0)).toBe(true);
  });
});

describe('looks', () => {
  it('have a code of their own for every colour, dimmed or not, and that place in the colours', () => {
    const codes = COLOUR_TOKENS.flatMap((token) => [fillCode(token, false), fillCode(token, true)]);
    expect([new Set(codes).size, Math.min(...codes), Math.max(...codes)]).toEqual([COLOUR_TOKENS.length * 2, 0, COLOUR_TOKENS.length * 2 - 1]);
    const colours = coloursOf(PALETTES.light);
    const at = (code: number) => [...colours.subarray(code * 4, code * 4 + 4)];
    expect(at(fillCode('higher', false))).toEqual([...rgbOf(PALETTES.light.fill.higher), 255]);
    expect(at(fillCode('plain', true))).toEqual(at(fillCode('plain', false)));
    expect(colours.length / 4).toBe(codes.length);
  });

  it('fit their bits: every pattern, every symbol', () => {
    const item: LegendItem = { id: 'x', label: 'x', count: 0, colour: 'plain', symbol: 'digit-5', pattern: 'cross', kind: 'no-data', hidden: false };
    expect(lookOf(item, false)).toEqual({ fill: 0, pattern: 3, symbol: 7, dashed: true, strength: 1 });
  });

  it('put every symbol into the middle of its cell', () => {
    const images = imagesFor(PALETTES.light.mark);
    const { width, height, data } = symbolSheet(images);
    expect([width / height, height]).toEqual([7, images['digit-1'].height]);
    const covered = (cell: number) => Array.from({ length: height * height }, (_, pixel) => data[(Math.floor(pixel / height) * width + cell * height + (pixel % height)) * 4 + 3] ?? 0).reduce((sum, alpha) => sum + alpha, 0);
    expect(covered(0)).toBe([...images['triangle-up'].data].filter((_, index) => index % 4 === 3).reduce((sum, alpha) => sum + alpha, 0));
    expect(covered(6)).toBeGreaterThan(0);
  });
});

const square = (west: number, south: number, side: number): Position[] => [[west, south], [west + side, south], [west + side, south + side], [west, south + side], [west, south]];
/** A square with a hole, two squares apart, and a square in the hole; numbers do not follow the order. */
const SHAPES: AreaShapes = {
  type: 'FeatureCollection',
  features: [
    { type: 'Feature', properties: { code: 'c', area: 2 }, geometry: { type: 'Polygon', coordinates: [square(0, 50, 1), square(0.25, 50.25, 0.5)] } },
    { type: 'Feature', properties: { code: 'a', area: 0 }, geometry: { type: 'MultiPolygon', coordinates: [[square(2, 50, 0.5)], [square(3, 50, 0.5)]] } },
    { type: 'Feature', properties: { code: 'b', area: 1 }, geometry: { type: 'Polygon', coordinates: [square(0.25, 50.25, 0.5)] } },
  ],
};

function squareSurface(west: number, south: number, side: number): number {
  const [[x0, y0], [x1, y1]] = [mercator(west, south), mercator(west + side, south + side)];
  return (x1 - x0) * (y0 - y1);
}

describe('MeshBuilder', () => {
  const builder = new MeshBuilder(SHAPES);
  let slices = 1;
  while (!builder.add(() => false)) slices += 1;
  const mesh = builder.mesh();
  const at = (vertex: number) => [mesh.positions[vertex * 2] ?? 0, mesh.positions[vertex * 2 + 1] ?? 0] as const;
  const surface = (area: number) => {
    const [from, to] = mesh.spans.get(area)?.triangles ?? [0, 0];
    let sum = 0;
    for (let corner = from; corner < to; corner += 3) {
      const [a, b, c] = [at(mesh.triangles[corner] ?? 0), at(mesh.triangles[corner + 1] ?? 0), at(mesh.triangles[corner + 2] ?? 0)];
      sum += Math.abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2;
    }
    return sum;
  };

  it('works an area at a time', () => {
    expect(slices).toBe(3);
    expect(new MeshBuilder(SHAPES).add(() => true)).toBe(true);
  });

  it('covers each area once, without its holes', () => {
    expect(surface(2) / (squareSurface(0, 50, 1) - squareSurface(0.25, 50.25, 0.5))).toBeCloseTo(1, 4);
    expect(surface(0) / (squareSurface(2, 50, 0.5) + squareSurface(3, 50, 0.5))).toBeCloseTo(1, 4);
    for (const [area, { triangles: [from, to] }] of mesh.spans) expect([...mesh.triangles.subarray(from, to)].every((vertex) => mesh.owners[vertex] === area)).toBe(true);
  });

  it('has every side of every ring, with the way along it', () => {
    expect([2, 0, 1].map((area) => mesh.spans.get(area)?.sides)).toEqual([[0, 8], [8, 16], [16, 20]]);
    const along = [0, 1, 2, 3].map((side) => mesh.sides[side * NUMBERS_OF_SIDE + 4] ?? 0);
    expect(along[0]).toBe(0);
    expect(along.every((way, side) => side === 0 || way > (along[side - 1] ?? 0))).toBe(true);
  });

  it('draws only blocks in view, those that follow one another at once', () => {
    const blocks = [0, 1, 2, 3].map((index) => ({ triangles: [index * 3, index * 3 + 3] as const, sides: [index, index + 1] as const, box: [index, 0, index + 0.9, 1] as const }));
    expect(runsIn(blocks, 'triangles', [0.5, 0, 1.5, 1])).toEqual([[0, 6]]);
    expect(runsIn([blocks[0]!, blocks[2]!, blocks[3]!], 'sides', [-1, -1, 9, 9])).toEqual([[0, 1], [2, 4]]);
    expect(runsIn(blocks, 'triangles', [5, 0, 6, 1])).toEqual([]);
    expect(blocksOf(mesh)).toHaveLength(1);
  });
});

describe('AreaFinder', () => {
  const finder = new AreaFinder(SHAPES);

  it('finds the area that holds a place: parts count, holes do not', () => {
    expect([finder.at(0.1, 50.1), finder.at(0.5, 50.5), finder.at(2.2, 50.2), finder.at(3.2, 50.2)]).toEqual([[2], [1], [0], [0]]);
    expect([finder.at(2.7, 50.2), finder.at(1.5, 50.5), finder.at(-5, 50), finder.at(Number.NaN, 50)]).toEqual([[], [], [], []]);
  });

  it('finds none where there are no areas', () => {
    expect(new AreaFinder({ type: 'FeatureCollection', features: [] }).at(0, 51)).toEqual([]);
  });
});

/** 800 x 600 pixels of a flat world 4,096 pixels wide around a place. */
const main = (x: number, y: number): number[] => [2 * 4096 / 800, 0, 0, 0, 0, -2 * 4096 / 600, 0, 0, 0, 0, 1, 0, -x * 2 * 4096 / 800, y * 2 * 4096 / 600, 0, 1];
const size = { width: 800, height: 600, ratio: 1, zoom: 3 };

describe('views', () => {
  it('say what is in sight, how large, and where the origin lies', () => {
    const view = viewOf(main(0.5, 0.25), [0.5, 0.25], size);
    expect(view.perUnit).toBeCloseTo(4096, 3);
    expect(view.box.map((edge) => Math.round(edge * 4096))).toEqual([-400, -300, 400, 300]);
    expect(view.anchor).toEqual([400, -300]);
  });

  it('are the same while the camera rests', () => {
    const view = viewOf(main(0.5, 0.25), [0.5, 0.25], size);
    expect([sameView(view, viewOf(main(0.5, 0.25), [0.5, 0.25], size)), sameView(view, viewOf(main(0.51, 0.25), [0.5, 0.25], size)), sameView(null, view)]).toEqual([true, false, false]);
  });

  it('read widths between zooms and hold them at the ends', () => {
    const stops = [[8, 0.4], [10, 0.8], [12, 1.2]] as const;
    expect([6, 8, 9, 10, 11.5, 12, 15].map((zoom) => Number(atZoom(zoom, stops).toFixed(3)))).toEqual([0.4, 0.4, 0.6, 0.8, 1.1, 1.2, 1.2]);
  });
});
