import { expect, it } from 'vitest';
import { GI_CLASS } from '../../../src/model/hotspots.ts';
import { survivalSummary, survivalWords } from '../../../src/model/survival.ts';

const columns = {
  giStarClass: Uint8Array.of(GI_CLASS.hot99, GI_CLASS.hot95, GI_CLASS.notSignificant, GI_CLASS.hot95, GI_CLASS.notTested), survives: Uint8Array.of(3, 4, 0, 1, 0), unitsTested: Uint8Array.of(4, 4, 4, 1, 0),
};

it('says of a hot spot on how many units it survives, and nothing where there is nothing to look for', () => {
  expect([0, 1, 2, 3, 4].map((area) => survivalWords(columns, area))).toEqual(['survives in 3 of 4 units', 'survives in 4 of 4 units', null, null, null]);
  expect(survivalSummary(columns)).toBe('1 of 2 hot spots survives on every unit tested (LSOA, ward, hub, hexagon, drawn area).');
  expect(survivalSummary({ ...columns, giStarClass: new Uint8Array(5) })).toBeNull();
});
