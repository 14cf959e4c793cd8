import type { Feature, Polygon } from 'geojson';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { MapFigure, mapSizes, type MapClassStyle, type MapMarks } from '../../../src/charts/figures/MapFigure.tsx';
import { townNames } from '../../../src/charts/figures/townNames.ts';
import { mapPaths } from '../../../src/charts/figures/mapPaths.ts';
import type { AreaShapes, Places } from '../../../src/model/areas.ts';
import { samplePack } from '../../fakes/samplePack.ts';

const { areas } = samplePack();
const square = (west: number, south: number, side: number): Polygon => ({ type: 'Polygon', coordinates: [[[west, south], [west + side, south], [west + side, south + side], [west, south + side], [west, south]]] });
const shapes: AreaShapes = {
  type: 'FeatureCollection',
  features: [square(-0.5, 51.9, 0.05), square(-0.45, 51.9, 0.05), square(-0.5, 51.95, 0.05), square(-0.4, 52, 0.3), square(-0.1, 52, 0.3)]
    .map((geometry, area): Feature<Polygon, { code: string; area: number }> => ({ type: 'Feature', geometry, properties: { code: areas.code[area] ?? '', area } })),
};
const borough = { borough: '', rank: 0, approximate: false, profile: null };
const places: Places = {
  type: 'FeatureCollection',
  features: [
    { type: 'Feature', geometry: square(-0.5, 51.9, 0.1), properties: { ...borough, kind: 'borough', id: 'E06000032', title: 'Luton' } },
    { type: 'Feature', geometry: square(-0.4, 52, 0.6), properties: { ...borough, kind: 'borough', id: 'E06000055', title: 'Bedford' } },
    { type: 'Feature', geometry: { type: 'Point', coordinates: [-0.5, 51.95] }, properties: { ...borough, kind: 'label', id: 'luton', title: 'Luton', rank: 1 } },
    { type: 'Feature', geometry: { type: 'Point', coordinates: [-0.4, 52] }, properties: { ...borough, kind: 'label', id: 'small', title: 'Village', rank: 2 } },
  ],
};
const county = { shapes, places, areas };
const NARROW = Math.cos(((51.9 + 52.3) / 2) * (Math.PI / 180));

describe('paths of a county', () => {
  const paths = mapPaths(county, { county: 400, inset: 200 });

  it('keep proportions: longitudes shrunk by the cosine of the latitude', () => {
    expect(paths.height).toBe(Math.ceil(400 * (0.4 / (0.7 * NARROW))));
    expect(paths.perKm).toBeCloseTo(400 / (0.7 * NARROW * 111.2), 10);
  });

  it('are relative, closed and in half units, a square having four corners', () => {
    expect(paths.areas.map((path) => /^M\d+ \d+l(-?\d+[ -]?)+z$/.test(path))).toEqual([true, true, true, true, true]);
    expect((paths.areas[0] ?? '').split('l')[1]?.match(/-?\d+/g)).toHaveLength(6);
  });

  it('meet without a gap where areas are neighbours', () => {
    const right = cornersOf(paths.areas[0]).map(([x]) => x).toSorted((a, b) => b - a)[0];
    const left = cornersOf(paths.areas[1]).map(([x]) => x).toSorted((a, b) => a - b)[0];
    expect(left).toBe(right);
  });

  it('leave out corners that say nothing: repeated, and straight between others', () => {
    const dense = square(0, 0, 1);
    dense.coordinates = [[[0, 0], [0.5, 0], [0.500001, 0], [1, 0], [1, 1], [0, 1], [0, 0]]];
    const one = mapPaths({ shapes: { type: 'FeatureCollection', features: [{ type: 'Feature', geometry: dense, properties: { code: 'x', area: 0 } }] }, places: { type: 'FeatureCollection', features: [] }, areas }, { county: 100, inset: 0 });
    expect(cornersOf(one.areas[0])).toHaveLength(4);
  });

  it('enlarge the borough with the most areas to the square kilometre, and only its areas', () => {
    expect(paths.inset?.title).toBe('Luton');
    // Each part with the cosine of its own middle latitude.
    expect(paths.inset?.times).toBeCloseTo((200 / (0.1 * Math.cos(51.95 * (Math.PI / 180)))) / (400 / (0.7 * NARROW)), 10);
    expect(paths.inset?.areas.map((path) => path !== '')).toEqual([true, true, true, false, false]);
    expect(mapPaths(county, { county: 400, inset: 0 }).inset).toBeNull();
  });

  it('name towns of the first rank, within the sheet', () => {
    expect(paths.labels.map(({ title }) => title)).toEqual(['Luton']);
    expect(paths.labels[0]?.x).toBeGreaterThan(10);
  });

  it('stand without shapes', () => {
    const none = mapPaths(samplePack(), { county: 400, inset: 200 });
    expect([none.areas.join(''), none.height, none.inset]).toEqual(['', 1, null]);
  });
});

function cornersOf(path = ''): [number, number][] {
  const [start, ...steps] = [...path.matchAll(/(-?\d+) ?(-?\d+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
  const corners: [number, number][] = [[start?.[0] ?? 0, start?.[1] ?? 0]];
  for (const [dx, dy] of steps) corners.push([(corners.at(-1)?.[0] ?? 0) + dx, (corners.at(-1)?.[1] ?? 0) + dy]);
  return corners;
}

const plain = (fill: string): MapClassStyle => ({ fill, pattern: null, symbol: null, dashed: false, always: true });

const at = (x: number, y: number): { x: number; y: number; room: number } => ({ x, y, room: 5 });

describe('names of towns', () => {
  const labels = [{ title: 'Bedford', x: 100, y: 100 }];

  it('stand above the centre, and below it where fewer areas that stand out would be covered', () => {
    const points = [at(100, 100), at(104, 84), at(96, 118)];
    expect(townNames({ labels, points }, [])[0]?.y).toBe(87);
    expect(townNames({ labels, points }, [0])[0]?.y).toBe(87);
    expect(townNames({ labels, points }, [0, 1])[0]?.y).toBe(122);
    expect(townNames({ labels, points }, [1, 2])[0]?.y).toBe(87);
  });

  it('stay within the sheet', () => {
    expect(townNames({ labels: [{ title: 'Top', x: 50, y: 3 }], points: [] }, [])[0]?.y).toBeGreaterThan(8);
  });
});

describe('map', () => {
  const styles = [{ ...plain('#528DBA'), symbol: 'down' as const }, plain('#F2EDE2'), { ...plain('#701048'), symbol: 'up' as const }, { ...plain('#FFFFFF'), pattern: 'hatch' as const }, { ...plain('#FFFFFF'), dashed: true }];
  const marks: MapMarks = { separator: '#FFFFFF', hatch: '#7E8B96', dots: '#7E8B96', cross: '#7E8B96', noDataLine: '#5C6A76', up: '#FFFFFF', down: '#0B2036', borough: '#14273A', label: '#14212B' };
  const drawing = { kind: 'map' as const, scheme: 'benchmark' as const, classes: Uint8Array.of(2, 2, 0, 3, 9), labels: ['Lower', 'Similar', 'Higher', 'Too few', 'No data'], title: 'Against the county' };
  const markup = (width: number): string => renderToStaticMarkup(
    <MapFigure basics={{ id: 'm', title: 'T', finding: 'F', width, caption: null }} drawing={drawing} paths={mapPaths(county, mapSizes(width))} styles={styles} marks={marks} />,
  );

  it.each([320, 720])('counts the areas of each class in the legend, at %i', (width) => {
    expect([...markup(width).matchAll(/>((?:Lower|Similar|Higher|Too few|No data) \(\d+\))</g)].map(([, words]) => words)).toEqual(['Lower (1)', 'Similar (0)', 'Higher (2)', 'Too few (1)', 'No data (1)']);
  });

  it('draws one path per class that has areas, whatever the number of areas', () => {
    const main = markup(720).split('enlarged')[0] ?? '';
    expect(main.match(/<path d="[^"]*" fill="(#[0-9A-F]{6}|url[^"]*)" stroke/g)).toHaveLength(5);
  });

  it('tells classes apart without colour: triangles, hatch, dashes', () => {
    const [main = ''] = markup(720).split('enlarged');
    expect(main).toContain('fill="url(#m-hatch)"');
    expect(main).toContain('stroke-dasharray="5 4"');
    expect([/<path d="(M[\d. l-]+h[\d.-]+z){2}" fill="#FFFFFF"/.test(main), /<path d="(M[\d. l-]+h[\d.-]+z){1}" fill="#0B2036"/.test(main)]).toEqual([true, true]);
  });

  it('writes numerals where an area has room, dark on light and light on dark', () => {
    const numbered = styles.map((style, i) => (i === 0 ? { ...style, symbol: '1' as const } : i === 2 ? { ...style, symbol: '2' as const } : style));
    const [main = ''] = renderToStaticMarkup(
      <MapFigure basics={{ id: 'm', title: 'T', finding: 'F', width: 720, caption: null }} drawing={drawing} paths={mapPaths(county, mapSizes(720))} styles={numbered} marks={marks} />,
    ).split('enlarged');
    expect([...main.matchAll(/text-anchor="middle" fill="(#[0-9A-F]{6})"><text[^>]*>(\d)<\/text>/g)].map(([, fill, numeral]) => [numeral, fill])).toEqual([['1', '#0B2036'], ['2', '#FFFFFF']]);
  });

  it('names areas under the pointer and outlines those marked, also where they are enlarged', () => {
    const picking = { marked: [0], wordsOf: (area: number) => (area === 4 ? null : `Area ${area}`), onPick: () => undefined };
    const picked = renderToStaticMarkup(
      <MapFigure basics={{ id: 'm', title: 'T', finding: 'F', width: 720, caption: null }} drawing={drawing} paths={mapPaths(county, mapSizes(720))} styles={styles} marks={marks} picking={picking} />,
    );
    expect([...picked.matchAll(/<title>(Area \d)/g)].map(([, words]) => words)).toEqual(['Area 0', 'Area 1', 'Area 2', 'Area 3', 'Area 0', 'Area 1', 'Area 2']);
    expect(picked.match(/stroke-width="5"/g)).toHaveLength(2);
    expect(markup(720)).not.toContain('stroke-width="5"');
  });

  it('stands alone and has nothing that is no number', () => {
    expect(markup(320)).not.toMatch(/NaN|Infinity|undefined| (class|style)=/);
  });
});
