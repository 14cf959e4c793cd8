import type { OpenedPack } from '../../../model/pack.ts';
import { hubCentre } from '../../../store/patrolRequest.ts';
import { useAtlas } from '../../../store/react.ts';
import { Select } from '../../../ui/Select.tsx';

interface BaseProps {
  readonly pack: OpenedPack;
  /** Hubs whose pairs are planned. */
  readonly hubs: readonly { readonly id: string; readonly title: string }[];
}

const CENTRE = 'centre';
const NONE = 'none';

/** Where each hub's pairs start and end. Packs hold no stations, so the middle of the hub is assumed, and said. */
export function BaseFields({ pack, hubs }: BaseProps) {
  const bases = useAtlas((state) => state.view.patrol.bases);
  const change = useAtlas((state) => state.setPatrol);
  const set = (hub: string, id: string) => {
    const others = Object.fromEntries(Object.entries(bases).filter(([own]) => own !== hub));
    change({ bases: id === CENTRE ? others : { ...others, [hub]: id === NONE ? '' : id } });
  };
  if (hubs.length === 0) return null;
  return (
    <>
      {hubs.map(({ id, title }) => {
        const options = areasOf(pack, id);
        const centre = options.find(({ id: code }) => code === hubCentre(id, pack.areas));
        const base = bases[id];
        return (
          <Select
            key={id} label={hubs.length === 1 ? 'Base: pairs start and end at' : `Base of ${title}`} labelHidden={false} chosen={base === undefined ? CENTRE : base === '' ? NONE : base} onChange={(code) => set(id, code)}
            options={[{ id: CENTRE, title: `${centre?.title ?? 'The middle of the hub'} (assumed)`, detail: 'Nearest to the middle of the hub’s residents. Choose your station’s area.' }, { id: NONE, title: 'No base', detail: 'Pairs start at their first visit and end at their last.' }, ...options]}
          />
        );
      })}
      <p className="small muted">The way from the base to the first visit and back counts as time. It is measured to a point inside the area.</p>
    </>
  );
}

function areasOf({ areas }: OpenedPack, hub: string): { readonly id: string; readonly title: string }[] {
  return [...areas.hub.keys()].filter((area) => areas.hub[area] === hub).map((area) => ({ id: areas.code[area] ?? '', title: areas.name[area] ?? '' })).toSorted((a, b) => a.title.localeCompare(b.title));
}
