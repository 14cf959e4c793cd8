import { type FormEvent, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { plural } from '../../ui/formats.ts';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { ListedSource, ListSource } from './listDrafts.ts';

interface SaveListProps {
  readonly sources: readonly ListedSource[];
  /** Names that are taken, with their versions. */
  readonly versions: ReadonlyMap<string, number>;
  /** Why it was refused; null where it is kept. */
  readonly onSave: (name: string, source: ListedSource) => string | null;
}

/** Keeps areas with how they were chosen, under a name. */
export function SaveList({ sources, versions, onSave }: SaveListProps) {
  const [name, setName] = useState('');
  const [wanted, setWanted] = useState<ListSource>('ticked');
  const [refusal, setRefusal] = useState<string | null>(null);
  const [saved, setSaved] = useState('');
  const source = sources.find(({ id }) => id === wanted) ?? sources[0];
  if (source === undefined) return <p className="muted">There is nothing to save yet: no hot spot was found and no area is ticked in the evidence.</p>;
  const held = versions.get(name.trim());
  const save = (event: FormEvent) => {
    event.preventDefault();
    const refused = onSave(name, source);
    setRefusal(refused);
    setSaved(refused === null ? `“${name.trim()}” is kept with ${plural(source.areas.length, 'area', 'areas')}.` : '');
    if (refused === null) setName('');
  };
  return (
    <form className="hotspots-save no-print" onSubmit={save}>
      <Select label="Areas" labelHidden={false} options={sources.map(({ id, title, method, areas }) => ({ id, title: `${title} (${areas.length})`, detail: method }))} chosen={source.id} onChange={setWanted} />
      <TextField label="Name" value={name} onChange={(text) => { setName(text); setRefusal(null); setSaved(''); }} problem={refusal} maxLength={80} placeholder="Friday nights" {...(held === undefined ? {} : { hint: `Replaces version ${held}.` })} />
      <Button variant="primary" type="submit">Save as a hotspot list</Button>
      <output className="hotspots-saved small">{saved}</output>
    </form>
  );
}
