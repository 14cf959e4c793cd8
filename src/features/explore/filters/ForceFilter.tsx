import { useMemo } from 'react';
import { useAtlas } from '../../../store/react.ts';
import { Button } from '../../../ui/Button.tsx';
import { RemovableChip } from '../../../ui/Chip.tsx';
import { Clause } from '../../../ui/Clause.tsx';
import { ProgressLine } from '../../../ui/ProgressLine.tsx';
import { SearchSelect } from '../../../ui/SearchSelect.tsx';
import { costOfForces, costWords } from '../forces.ts';
import type { Scene } from '../scene.ts';

/** Up to so many open forces stand by name; more would fill the panel. */
const MOST_CHIPS = 12;

/** Which police forces of a large pack are open: everything shown is of exactly these. Nothing for a pack that is opened whole. */
export function ForceFilter({ scene }: { readonly scene: Scene }) {
  const { pack, entry } = scene;
  const { partitions } = pack.manifest;
  const setForces = useAtlas((state) => state.setForces);
  // The same list for as long as it holds the same: a new one empties the field while someone types in it.
  const options = useMemo(() => (partitions?.parts ?? []).filter(({ id }) => pack.parts?.includes(id) !== true)
    .map((part) => ({ id: part.id, title: part.title, detail: costWords(costOfForces(pack.manifest, entry, [part])) })), [partitions, pack, entry]);
  if (partitions === undefined || pack.parts === undefined) return null;
  const open = pack.parts;
  const whole = open.length === partitions.parts.length;
  return (
    <Clause title="Police force" chosen={whole ? 'all open' : `${open.length} open`}>
      {!whole && <SearchSelect label="Add a police force" placeholder="Add a police force" options={options} onChoose={(id) => setForces([...open, id], 'fit')} />}
      <OpenForces scene={scene} />
      <OpeningForces />
      {whole
        ? <p className="force-all"><Button onPress={() => setForces([partitions.opens], 'fit')}>Only {partitions.parts.find(({ id }) => id === partitions.opens)?.title ?? partitions.opens}</Button></p>
        : <AllForces scene={scene} />}
      <p className="small muted">Map, table, totals and the benchmark are of the forces open, wherever the map is moved.</p>
    </Clause>
  );
}

function OpenForces({ scene: { pack: { manifest, parts = [] } } }: { readonly scene: Scene }) {
  const setForces = useAtlas((state) => state.setForces);
  const open = manifest.partitions?.parts.filter(({ id }) => parts.includes(id)) ?? [];
  if (open.length === 1 || open.length > MOST_CHIPS) return <p className="small">{open.length === 1 ? open[0]?.title : manifest.area.title}</p>;
  return (
    <fieldset className="chips" aria-label="Police forces open">
      {open.map(({ id, title }) => <RemovableChip key={id} label={title} onRemove={() => setForces(parts.filter((other) => other !== id), 'fit')}>{title}</RemovableChip>)}
    </fieldset>
  );
}

/** All of them, with what that costs said before. */
function AllForces({ scene: { pack: { manifest }, entry } }: { readonly scene: Scene }) {
  const setForces = useAtlas((state) => state.setForces);
  const parts = manifest.partitions?.parts ?? [];
  return (
    <div className="force-all">
      <Button aria-describedby="all-forces-cost" onPress={() => setForces('all', 'fit')}>All {parts.length} forces</Button>
      <p className="small muted" id="all-forces-cost">{costWords(costOfForces(manifest, entry, parts))}. Opening takes a while, and every change is slower.</p>
    </div>
  );
}

/** While other forces are opened: how far, and the way to stop. */
function OpeningForces() {
  const loading = useAtlas((state) => state.pack.status === 'loading');
  const progress = useAtlas((state) => state.pack.progress);
  const cancel = useAtlas((state) => state.cancelLoading);
  if (!loading) return null;
  return (
    <div className="loading-inline">
      <ProgressLine progress={progress} />
      <Button variant="link" onPress={cancel}>Cancel</Button>
    </div>
  );
}
