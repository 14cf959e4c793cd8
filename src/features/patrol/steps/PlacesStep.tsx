import { MOST_PLACES, type PlaceChoice } from '../../../model/patrolSettings.ts';
import type { OpenedPack } from '../../../model/pack.ts';
import { choiceOf, hubsOf, patrolHubs } from '../../../store/patrolRequest.ts';
import { useAtlas } from '../../../store/react.ts';
import type { Atlas } from '../../../store/state.ts';
import { Button } from '../../../ui/Button.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { formatShare } from '../../../ui/formats.ts';
import { RadioList } from '../../../ui/RadioList.tsx';
import { Select } from '../../../ui/Select.tsx';
import { NumberField, Step } from './Step.tsx';

const viewState = (state: Atlas) => state.view;
const placesState = (state: Atlas) => state.patrol.places;
const listsState = (state: Atlas) => state.hotspotLists;
const ALL = 'all';
const NONE = 'none';
const SEVERAL = 'several';

/** Where to go: the source of the places, the hub, and the places themselves. */
export function PlacesStep({ pack }: { readonly pack: OpenedPack }) {
  const view = useAtlas(viewState);
  const { value } = useAtlas(placesState);
  const change = useAtlas((state) => state.setPatrol);
  const choice = choiceOf(view);
  const choose = (kind: PlaceChoice['kind']) => change({ source: kind === 'top' ? { kind, count: 10 } : { kind }, without: [] });
  return (
    <Step number={1} title="Places">
      <RadioList label="Where the places come from" options={optionsOf(view)} chosen={choice.kind} onChange={choose} />
      {choice.kind === 'list' && <ListChoice />}
      {choice.kind === 'top' && <NumberField label={`Number of places (1 to ${MOST_PLACES})`} value={choice.count} least={1} most={MOST_PLACES} onChange={(count) => change({ source: { kind: 'top', count }, without: [] })} />}
      {(choice.kind === 'top' || choice.kind === 'nte') && <HubChoice pack={pack} />}
      {value !== null && <p className="strong">{value.title}</p>}
      <PlaceList />
      {value !== null && (
        <ul className="patrol-notes small muted">
          {value.midnightShare !== null && value.midnightShare > 0 && <li>{formatShare(value.midnightShare)} of the places’ events are recorded at exactly 00:00, which often means that the time is not known: they are set aside from the hours and spread as the others are.</li>}
          {value.notes.map((note) => <li key={note}>{note}</li>)}
          {value.excluded.map(({ id, title, reason }) => <li key={id}>{title} is left out. {reason}</li>)}
        </ul>
      )}
    </Step>
  );
}

function optionsOf({ areas, hotspotList }: Atlas['view']) {
  return [
    { id: 'top' as const, title: 'The places that held most in the last 12 months', detail: 'Ranked by number of events under the filter.' },
    { id: 'list' as const, title: 'A saved hotspot list', detail: hotspotList === null ? 'Save one under Hotspots, or choose one below.' : `${hotspotList.title || 'List in the address'}: ${hotspotList.codes.length} areas` },
    { id: 'nte' as const, title: 'The night-time economy hotspots' },
    { id: 'selected' as const, title: 'The areas selected on the map', ...(areas.length === 0 ? { disabledReason: 'None is selected in Explore.' } : { detail: `${areas.length} selected` }) },
  ];
}

function ListChoice() {
  const lists = useAtlas(listsState);
  const chosen = useAtlas((state) => state.view.hotspotList);
  const setList = useAtlas((state) => state.setPatrolList);
  if (lists.length === 0) return <p className="small muted">This browser keeps no hotspot list yet.</p>;
  const options = lists.map(({ name, version, areas }) => ({ id: name, title: `${name} (version ${version})`, detail: `${areas.length} areas` }));
  return (
    <Select
      label="Hotspot list" labelHidden={false} options={options} chosen={chosen?.title ?? ''}
      onChange={(name) => {
        const list = lists.find((one) => one.name === name);
        if (list) setList({ title: list.name, codes: list.areas.map(({ code }) => code) });
      }}
    />
  );
}

function HubChoice({ pack }: { readonly pack: OpenedPack }) {
  const settings = useAtlas((state) => state.view.patrol);
  const change = useAtlas((state) => state.setPatrol);
  const hubs = hubsOf(pack);
  const picked = patrolHubs(settings, pack);
  const chosen = picked ?? [];
  if (hubs.length === 0) return null;
  const toggle = (id: string) => change({ hubs: chosen.includes(id) ? chosen.filter((hub) => hub !== id) : [...chosen, id], without: [], shifts: null });
  return (
    <>
      <Select
        label="Hub" labelHidden={false} chosen={picked === null ? NONE : chosen.length === 1 ? chosen[0] ?? ALL : chosen.length === 0 ? ALL : SEVERAL}
        options={[...(picked === null ? [{ id: NONE, title: 'Choose a hub' }] : []), ...hubs, { id: ALL, title: 'The whole county' }, ...(chosen.length > 1 ? [{ id: SEVERAL, title: `${chosen.length} hubs` }] : [])]}
        onChange={(id) => { if (id !== SEVERAL && id !== NONE) change({ hubs: id === ALL ? [] : [id], without: [], shifts: null }); }}
      />
      <Disclosure title="Several hubs together">
        <fieldset className="patrol-checks">
          <legend className="visually-hidden">Hubs</legend>
          {hubs.map(({ id, title }) => <label key={id}><input type="checkbox" checked={chosen.includes(id)} onChange={() => toggle(id)} /> {title}</label>)}
        </fieldset>
      </Disclosure>
    </>
  );
}

function PlaceList() {
  const { value, status } = useAtlas(placesState);
  const without = useAtlas((state) => state.view.patrol.without);
  const change = useAtlas((state) => state.setPatrol);
  if (value === null) return status === 'loading' ? <p className="muted">Reading the places…</p> : null;
  const toggle = (id: string) => change({ without: without.includes(id) ? without.filter((one) => one !== id) : [...without, id] });
  const kept = value.places.filter(({ hotspot }) => !without.includes(hotspot.id));
  return (
    <ol className="patrol-places" aria-label="Places of the plan">
      {value.places.map((place) => {
        const { hotspot: { id, title, perWeek }, why } = place;
        const out = without.includes(id);
        return (
          <li key={id} className={out ? 'patrol-out' : ''}>
            <span className="patrol-place-number">{out ? '–' : kept.indexOf(place) + 1}</span>
            <span className="patrol-place-words"><span>{title} <span className="muted small nowrap">{perWeek.toFixed(1)} a week</span></span><span className="small muted">{why}</span></span>
            <Button variant="link" aria-label={`${out ? 'Add' : 'Remove'} ${title}`} onPress={() => toggle(id)}>{out ? 'Add' : 'Remove'}</Button>
          </li>
        );
      })}
    </ol>
  );
}
