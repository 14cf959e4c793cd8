import { describe, expect, it } from 'vitest';
import { overlayNotes } from '../../../src/features/explore/stage/overlayNotes.ts';
import { OVERLAY_LAYERS } from '../../../src/map/layers/overlayLayers.ts';
import { type OverlayId, OVERLAYS } from '../../../src/model/measures.ts';
import { samplePack } from '../../fakes/samplePack.ts';

const ALL = OVERLAYS.map(({ id }) => id);
const approximate = (demonstration: boolean) => overlayNotes(samplePack({ demonstration }), ALL).filter((note) => note.approximate).map(({ id }) => id);

describe('overlayNotes', () => {
  it('has a source for every layer that is on, and for no other', () => {
    const notes = overlayNotes(samplePack(), ALL);
    expect(notes.map(({ id }) => id)).toEqual(Object.keys(OVERLAY_LAYERS).toSorted((a, b) => ALL.findIndex((id) => id === a) - ALL.findIndex((id) => id === b)));
    expect(notes.every(({ source }) => source.length > 10)).toBe(true);
    expect(overlayNotes(samplePack(), ['nte', 'lsoa']).map(({ id }) => id)).toEqual(['lsoa', 'nte']);
    expect(overlayNotes(samplePack(), [])).toEqual([]);
  });

  it('calls outlines approximate that are not the published ones', () => {
    expect(approximate(false)).toEqual(['hubs', 'nte'] satisfies OverlayId[]);
    expect(approximate(true)).toEqual(['lsoa', 'boroughs', 'wards', 'hubs', 'nte'] satisfies OverlayId[]);
  });

  it('names the force’s own boundaries where the pack has them', () => {
    const pack = samplePack();
    const own = { ...pack, places: { ...pack.places, features: pack.places.features.map((feature) => ({ ...feature, properties: { ...feature.properties, approximate: false } })) } };
    expect(overlayNotes(own, ['hubs', 'nte'])).toMatchObject([{ approximate: false, source: 'The force’s own boundaries.' }, { approximate: false }]);
  });
});
