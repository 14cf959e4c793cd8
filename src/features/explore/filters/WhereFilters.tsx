import { useMemo } from 'react';
import type { PlaceKind } from '../../../model/areas.ts';
import type { Selection } from '../../../model/selection.ts';
import { useAtlas } from '../../../store/react.ts';
import { Button } from '../../../ui/Button.tsx';
import { Chip, RemovableChip } from '../../../ui/Chip.tsx';
import { Clause } from '../../../ui/Clause.tsx';
import { formatCount } from '../../../ui/formats.ts';
import { SearchSelect } from '../../../ui/SearchSelect.tsx';
import { Select } from '../../../ui/Select.tsx';
import { placesOf, placeTitle } from '../places.ts';
import type { Scene } from '../scene.ts';
import { ChosenAreas, DrawnShape } from './AreaFilters.tsx';
import { ForceFilter } from './ForceFilter.tsx';
import { toggled } from './kindItems.ts';

interface WhereProps {
  readonly scene: Scene;
  readonly drawing: boolean;
  readonly onDraw: (start: boolean) => void;
  readonly onProfile: (placeId: string) => void;
}

/** Where it happened: borough, hub, ward, night-time hotspot, drawn shape. Several kinds narrow one another. */
export function WhereFilters(props: WhereProps) {
  const { scene } = props;
  return (
    <Clause title="Where" level={2} folds="open">
      <ForceFilter scene={scene} />
      <Boroughs scene={scene} />
      <Hubs {...props} />
      <Wards scene={scene} />
      <Hotspots {...props} />
      <DrawnShape {...props} />
      <ChosenAreas scene={scene} />
    </Clause>
  );
}

/** More boroughs than this are found by name: their chips would fill the panel. */
const MOST_CHIPS = 24;

function Boroughs({ scene: { pack, evaluation, applied } }: { readonly scene: Scene }) {
  const setSelection = useAtlas((state) => state.setSelection);
  const { boroughs } = applied;
  const all = useMemo(() => placesOf(pack, 'borough'), [pack]);
  // The same list for as long as it holds the same: a new one empties the field while someone types in it.
  const options = useMemo(() => all.filter(({ id }) => boroughs?.includes(id) !== true).map(({ id, title }) => ({ id, title })), [all, boroughs]);
  return (
    <Clause title="Borough" chosen={chosenOf(boroughs)} onClear={() => setSelection({ boroughs: null })}>
      {all.length > MOST_CHIPS ? (
        <>
          <SearchSelect label="Add a borough" placeholder="Find a borough" options={options} onChoose={(id) => setSelection({ boroughs: [...(boroughs ?? []), id] })} />
          <ChosenPlaces scene={{ pack, applied }} kind="borough" clause="boroughs" />
        </>
      ) : (
        <fieldset className="chips" aria-label="Borough">
          {all.map(({ id, title }) => (
            <Chip key={id} selected={boroughs?.includes(id) ?? false} onChange={() => setSelection({ boroughs: toggled(boroughs, id) })} {...countOf(evaluation?.byBorough[id])}>{title}</Chip>
          ))}
        </fieldset>
      )}
    </Clause>
  );
}

function chosenOf(ids: readonly string[] | null): string | null {
  return ids === null ? null : `${ids.length} chosen`;
}

function countOf(count: number | undefined): { readonly count: string } | Record<string, never> {
  return count === undefined ? {} : { count: formatCount(count) };
}

const EVERY_HUB = '';

function Hubs({ scene: { pack, evaluation, applied }, onProfile }: WhereProps) {
  const setSelection = useAtlas((state) => state.setSelection);
  const hubs = placesOf(pack, 'hub');
  if (hubs.length === 0) return null;
  const chosen = applied.hubs ?? [];
  const options = [
    { id: EVERY_HUB, title: 'Add a hub area' },
    ...hubs.filter(({ id }) => !chosen.includes(id)).map(({ id, title }) => ({ id, title, ...(evaluation?.byHub[id] === undefined ? {} : { detail: `${formatCount(evaluation.byHub[id])} ${evaluation === null ? '' : 'matching'}` }) })),
  ];
  return (
    <Clause title="Community hub area" chosen={chosenOf(applied.hubs)} onClear={() => setSelection({ hubs: null })}>
      <Select label="Community hub area" options={options} chosen={EVERY_HUB} onChange={(id) => id !== EVERY_HUB && setSelection({ hubs: [...chosen, id] })} className="select-wide" />
      <ChosenPlaces scene={{ pack, applied }} kind="hub" clause="hubs" />
      {chosen.map((id) => (
        <Button key={id} variant="link" className="small" onPress={() => onProfile(id)}>Staffing of {placeTitle(pack, 'hub', id)}</Button>
      ))}
    </Clause>
  );
}

function Wards({ scene: { pack, applied } }: { readonly scene: Scene }) {
  const setSelection = useAtlas((state) => state.setSelection);
  const { wards } = applied;
  // The same list for as long as it holds the same: a new one empties the field while someone types in it.
  const options = useMemo(() => placesOf(pack, 'ward').filter(({ id }) => wards?.includes(id) !== true)
    .map(({ id, title, borough }) => ({ id, title, detail: placeTitle(pack, 'borough', borough) })), [pack, wards]);
  return (
    <Clause title="Ward" chosen={chosenOf(applied.wards)} onClear={() => setSelection({ wards: null })}>
      <SearchSelect label="Add a ward" placeholder="Find a ward" options={options} onChoose={(id) => setSelection({ wards: [...(wards ?? []), id] })} />
      <ChosenPlaces scene={{ pack, applied }} kind="ward" clause="wards" />
    </Clause>
  );
}

const CHOSEN_TITLES = { boroughs: 'Boroughs chosen', hubs: 'Community hub areas chosen', wards: 'Wards chosen' } as const;

function ChosenPlaces({ scene: { pack, applied }, kind, clause }: { readonly scene: Pick<Scene, 'pack' | 'applied'>; readonly kind: PlaceKind; readonly clause: 'boroughs' | 'hubs' | 'wards' }) {
  const setSelection = useAtlas((state) => state.setSelection);
  const chosen = applied[clause];
  if (chosen === null) return null;
  const without = (id: string): Partial<Selection> => ({ [clause]: toggled(chosen, id) });
  return (
    <fieldset className="chips" aria-label={CHOSEN_TITLES[clause]}>
      {chosen.map((id) => {
        const title = placeTitle(pack, kind, id);
        return <RemovableChip key={id} label={title} onRemove={() => setSelection(without(id))}>{title}</RemovableChip>;
      })}
    </fieldset>
  );
}

function Hotspots({ scene: { pack, evaluation, applied }, onProfile }: WhereProps) {
  const setSelection = useAtlas((state) => state.setSelection);
  const hotspots = placesOf(pack, 'nte-hotspot');
  if (hotspots.length === 0) return null;
  return (
    <Clause title="Night-time hotspot" chosen={chosenOf(applied.nteHotspots)} onClear={() => setSelection({ nteHotspots: null })}>
      <fieldset className="hotspots" aria-label="Night-time hotspot">
        {hotspots.map(({ id, title }) => (
          <div key={id} className="hotspot">
            <Chip selected={applied.nteHotspots?.includes(id) ?? false} onChange={() => setSelection({ nteHotspots: toggled(applied.nteHotspots, id) })} {...countOf(evaluation?.byNteHotspot[id])}><HotspotTitle title={title} /></Chip>
            <Button variant="link" icon="info" aria-label={`Profile of ${title}`} onPress={() => onProfile(id)} />
          </div>
        ))}
      </fieldset>
    </Clause>
  );
}

/** "Luton" on screen, "Luton town centre" to who hears it. */
function HotspotTitle({ title }: { readonly title: string }) {
  const short = title.replace(/ town centre$/, '');
  return <>{short}<span className="unseen">{title.slice(short.length)}</span></>;
}
