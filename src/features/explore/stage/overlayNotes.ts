import { type OverlayId, OVERLAYS } from '../../../model/measures.ts';
import type { PlaceKind } from '../../../model/areas.ts';
import type { OpenedPack } from '../../../model/pack.ts';

/** What a layer over the map is, and where its outlines come from. */
export interface OverlayNote {
  readonly id: OverlayId;
  readonly title: string;
  readonly source: string;
  /** True where the outlines, or some of them, are not the published ones. */
  readonly approximate: boolean;
}

const PLACES: Readonly<Partial<Record<OverlayId, PlaceKind>>> = { boroughs: 'borough', wards: 'ward', hubs: 'hub', nte: 'nte-hotspot' };

/** Notes for the layers that are on, in the order of the layers menu. */
export function overlayNotes(pack: OpenedPack, on: readonly OverlayId[]): OverlayNote[] {
  return OVERLAYS.filter(({ id }) => on.includes(id)).map(({ id, title }) => {
    const approximate = pack.places.features.some(({ properties }) => properties.kind === PLACES[id] && properties.approximate);
    const drawn = pack.manifest.demonstration && (id === 'lsoa' || id === 'boroughs' || id === 'wards');
    return { id, title, approximate: approximate || drawn, source: sourceOf(id, pack, approximate) };
  });
}

function sourceOf(id: OverlayId, { manifest }: OpenedPack, approximate: boolean): string {
  if (id === 'labels') return 'Placed by this project.';
  if (id === 'surface') return 'Made here from the points of the events that match.';
  if (id === 'hubs') return approximate ? 'Put together from wards; the boundaries are not published.' : 'The force’s own boundaries.';
  if (id === 'nte') return approximate ? 'Circles around named places; the extents are not published.' : 'The force’s own boundaries.';
  if (manifest.demonstration) return id === 'lsoa' ? 'Cells drawn around a point in each area.' : 'Put together from the demonstration areas.';
  if (id === 'lsoa') return `Office for National Statistics, LSOAs of ${manifest.lsoaVintage}.`;
  return id === 'wards' ? 'LSOAs put together by the Office for National Statistics’ best-fit lookup.' : 'LSOAs put together by local authority.';
}
