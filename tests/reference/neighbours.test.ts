import { describe, expect, it } from 'vitest';
import { contiguousNeighbours } from '../../src/geometry/contiguity.ts';
import { connectedParts, isolatedAreas } from '../../src/geometry/neighbourLists.ts';
import { readCases, readFixture, readShapes } from './cases.ts';
import { neighbourExpected, neighbourInputs, neighboursBy, summaryOf } from './neighbourCases.ts';

describe('neighbours equal spdep (e_neighbours)', () => {
  const cases = readCases('e_neighbours', neighbourInputs, neighbourExpected);

  it('holds every rule', () => {
    expect(new Set(cases.map(({ inputs }) => inputs.rule))).toEqual(new Set(['queen', 'rook', 'knn8', 'band3000', 'band750']));
  });

  it.each(cases)('$id', ({ inputs, expected }) => {
    expect(summaryOf(neighboursBy(inputs, readFixture))).toEqual(expected);
  });

  it('joins a corner touch for queen but not for rook, keeps islands apart (geometry B)', () => {
    const cells = readShapes('geom_mesh144', '27700').features.map((feature) => feature.geometry);
    const queen = contiguousNeighbours(cells, 'queen');
    const rook = contiguousNeighbours(cells, 'rook');
    expect([isolatedAreas(queen), connectedParts(queen).count]).toEqual([[141], 3]);
    expect([isolatedAreas(rook), connectedParts(rook).count]).toEqual([[141, 142, 143], 4]);
    expect(queen.neighbours.length - rook.neighbours.length).toBe(2);
  });

  it('finds the same neighbours in degrees', () => {
    const [metres, degrees] = (['27700', '4326'] as const).map((crs) => contiguousNeighbours(readShapes('geom_voronoi381', crs).features.map((feature) => feature.geometry), 'rook'));
    expect(degrees).toEqual(metres);
  });
});
