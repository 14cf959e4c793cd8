import type { HubProfile, NteProfile, PlaceKind, PlaceProperties } from '../../model/areas.ts';
import type { OpenedPack } from '../../model/pack.ts';

/** Places of one kind, by title. */
export function placesOf(pack: OpenedPack, kind: PlaceKind): PlaceProperties[] {
  return pack.places.features
    .map(({ properties }) => properties)
    .filter((place) => place.kind === kind)
    .toSorted((a, b) => a.title.localeCompare(b.title, 'en-GB'));
}

/** Title of a place; its id where the pack does not know it. */
export function placeTitle(pack: OpenedPack, kind: PlaceKind, id: string): string {
  return findPlace(pack, kind, id)?.title ?? id;
}

export function findPlace(pack: OpenedPack, kind: PlaceKind, id: string): PlaceProperties | null {
  return pack.places.features.find(({ properties }) => properties.kind === kind && properties.id === id)?.properties ?? null;
}

/** A hub or an NTE hotspot by the id that a click on the map gives. */
export function findProfiled(pack: OpenedPack, id: string): (PlaceProperties & { readonly profile: HubProfile | NteProfile }) | null {
  const place = findPlace(pack, 'nte-hotspot', id) ?? findPlace(pack, 'hub', id);
  return place === null || place.profile === null ? null : { ...place, profile: place.profile };
}
