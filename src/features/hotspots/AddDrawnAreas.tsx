import { type ChangeEvent, type FormEvent, useId, useMemo, useState } from 'react';
import type { ShapeSource } from '../../model/drawnAreas.ts';
import type { OpenedPack } from '../../model/pack.ts';
import { useAtlas } from '../../store/react.ts';
import { Button } from '../../ui/Button.tsx';
import { plural } from '../../ui/formats.ts';
import { SearchSelect } from '../../ui/SearchSelect.tsx';
import { NumberField } from './NumberField.tsx';

interface Said {
  readonly text: string;
  readonly refused: boolean;
}

/** Ways to add areas: drawn on the map (by pointer or keys), from a file, or a circle for who draws nothing. */
export function AddDrawnAreas({ pack }: { readonly pack: OpenedPack }) {
  const drawArea = useAtlas((state) => state.drawArea);
  const addDrawnAreas = useAtlas((state) => state.addDrawnAreas);
  const [said, setSaid] = useState<Said | null>(null);
  const add = async (source: ShapeSource) => {
    setSaid(null);
    const { added, words } = await addDrawnAreas(source);
    setSaid({ refused: added === 0, text: added === 0 ? `${words} Nothing was added.` : `${plural(added, 'area', 'areas')} added. ${words}` });
  };
  return (
    <div className="hotspots-add no-print">
      <Button icon="draw" onPress={drawArea}>Draw on the map</Button>
      <ShapesFile onFile={(name, bytes) => add({ kind: 'file', name, bytes })} onUnread={(text) => setSaid({ refused: true, text })} />
      <Circle pack={pack} onAdd={(circle) => void add(circle)} />
      <output className={`hotspots-added ${said?.refused === true ? 'field-problem' : 'small'}`}>{said?.text ?? ''}</output>
    </div>
  );
}

interface ShapesFileProps {
  readonly onFile: (name: string, bytes: Uint8Array) => Promise<void>;
  readonly onUnread: (words: string) => void;
}

/** Larger files hold more corners than can be kept. */
const LARGEST_FILE = 20_000_000;

function ShapesFile({ onFile, onUnread }: ShapesFileProps) {
  const id = useId();
  const read = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? [];
    if (file === undefined) return;
    if (file.size > LARGEST_FILE) onUnread(`${file.name} is larger than 20 MB. Simplify the areas first. Nothing was added.`);
    else await file.arrayBuffer().then((buffer) => onFile(file.name, new Uint8Array(buffer)), () => onUnread(`${file.name} could not be read from the disk. Nothing was added.`));
    // So that the same file can be chosen again once it is mended.
    target.value = '';
  };
  return (
    <div className="hotspots-file">
      <label className="field-label" htmlFor={id}>Add from a file (GeoJSON or FlatGeobuf)</label>
      <input id={id} type="file" accept=".geojson,.json,.fgb,application/geo+json" onChange={(event) => void read(event)} />
    </div>
  );
}

const FIRST_METRES = 400;

/** A circle round an area's inside point: a shape without drawing. */
function Circle({ pack, onAdd }: { readonly pack: OpenedPack; readonly onAdd: (circle: ShapeSource) => void }) {
  const { code, name, ward, longitude, latitude } = pack.areas;
  const [centre, setCentre] = useState<string | null>(null);
  const [metres, setMetres] = useState(FIRST_METRES);
  const [missing, setMissing] = useState(false);
  const options = useMemo(() => code.map((id, area) => ({ id, title: name[area] ?? id, detail: ward[area] ?? '' })), [code, name, ward]);
  const area = centre === null ? -1 : code.indexOf(centre);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(area < 0);
    if (area >= 0) onAdd({ kind: 'circle', name: `${name[area] ?? ''}, ${metres} m`, longitude: longitude[area] ?? Number.NaN, latitude: latitude[area] ?? Number.NaN, metres });
  };
  return (
    <form className="hotspots-circle" onSubmit={submit} aria-label="Add a circle">
      <div className="text-field">
        <span className="field-label">Circle round {area < 0 ? 'an area' : <span className="strong">{name[area]}</span>}</span>
        <SearchSelect label="Centre of the circle" placeholder="Find an area" options={options} onChoose={(id) => { setCentre(id); setMissing(false); }} />
        {missing && <p className="field-problem" role="alert">Find and choose an area first.</p>}
      </div>
      <NumberField label="Radius (m)" value={metres} from={50} to={20_000} onChange={setMetres} />
      <Button type="submit">Add the circle</Button>
    </form>
  );
}
