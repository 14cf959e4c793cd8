import { expect, it } from 'vitest';
import { hotspotLines } from '../../../src/features/explore/hotspotWords.ts';
import { CHANGE_CLASS, DEFAULT_HOTSPOT_SETTINGS, EMERGING_CLASS, GI_CLASS, MORAN_CLASS } from '../../../src/model/hotspots.ts';
import { hotspotRequest, hotspotsOf } from '../../fakes/sampleHotspots.ts';

const one = (value: number) => Float64Array.of(value);

it('an area’s card says what every test found, with the figures', () => {
  const answer = hotspotsOf(hotspotRequest(), 1, {
    giStarClass: Uint8Array.of(GI_CLASS.hot95), giStar: one(4.567), giStarAdjustedP: one(0.0312), moranClass: Uint8Array.of(MORAN_CLASS.highHigh), moranAdjustedP: one(0.0004),
    emergingClass: Uint8Array.of(EMERGING_CLASS.intensifying), hotSteps: Uint16Array.of(11), higherSteps: Uint16Array.of(9), classedSteps: Uint16Array.of(11),
    changeClass: Uint8Array.of(CHANGE_CLASS.higher), ratio: one(1.254), ratioLower: one(1.1), ratioUpper: one(1.43), survives: Uint8Array.of(3),
  });
  expect(hotspotLines(answer, 0)).toEqual([
    { title: 'Gi*', text: 'hot spot: z 4.57, adjusted p 0.03' },
    { title: 'Local Moran', text: 'high among high: adjusted p under 0.001' },
    { title: 'Emerging', text: 'intensifying hot spot: hot in 11 of 12 quarters' },
    { title: 'Persistence', text: 'higher in 9 of the last 12 quarters (1 had too few events to say)' },
    { title: 'Change', text: 'up: ratio 1.25 (1.10 to 1.43), Jan 2023 to Dec 2023 against Jan 2022 to Dec 2022' },
    { title: 'Other units', text: 'survives in 3 of 4 units' },
  ]);
});

it('what could not be tested has no line, and an area that is not tested has none at all', () => {
  const answer = hotspotsOf(hotspotRequest({ settings: { ...DEFAULT_HOTSPOT_SETTINGS, correction: 'none', stepMonths: 1 } }), 2, {
    tested: Uint8Array.of(1, 0), giStarClass: Uint8Array.of(GI_CLASS.cold99, 0), giStar: Float64Array.of(-3.2, NaN), giStarP: Float64Array.of(0.004, NaN), moranClass: new Uint8Array(2), emergingClass: new Uint8Array(2),
    classedSteps: new Uint16Array(2), changeClass: Uint8Array.of(CHANGE_CLASS.fewerThan10, 0),
  });
  expect(hotspotLines(answer, 0)).toEqual([{ title: 'Gi*', text: 'cold spot: z −3.20, p 0.004' }, { title: 'Change', text: 'too few events to say' }]);
  expect(hotspotLines(answer, 1)).toEqual([]);
});
