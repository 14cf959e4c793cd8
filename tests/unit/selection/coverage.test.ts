import { expect, it } from 'vitest';
import { coveredAreas } from '../../../src/selection/coverage.ts';

const areas = { nteHotspot: ['luton-town-centre', '', 'bedford-town-centre'] };

it('covers the hotspots alone for a night-time profile, and every area for any other kind', () => {
  expect([...coveredAreas({ kind: 'nte-profile' }, areas)]).toEqual([1, 0, 1]);
  expect([...coveredAreas({ kind: 'police-extract' }, areas)]).toEqual([1, 1, 1]);
});
