import { type SyntheticEvent, useRef, useState } from 'react';
import type { SavedSelection } from '../../../model/benchmark.ts';
import { cleanTitle } from '../../../selection/benchmarks.ts';
import { describeSelection } from '../../../selection/describe.ts';
import { useAtlas } from '../../../store/react.ts';
import { Button } from '../../../ui/Button.tsx';
import { focusField, focusFirst } from '../../../ui/focus.ts';
import { formatNumber } from '../../../ui/formats.ts';
import { PopoverButton } from '../../../ui/PopoverButton.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import type { Scene } from '../scene.ts';

const LONGEST_TITLE = 60;

/** Keeps the filter on screen under a name, brings it back, or makes it the benchmark. */
export function SavedSelections({ scene }: { readonly scene: Scene }) {
  const saved = useAtlas((state) => state.savedSelections);
  const words = saved.length === 0 ? 'Save this selection' : `Saved selections (${formatNumber(saved.length)})`;
  return (
    <PopoverButton button={{ variant: 'link', className: 'small', id: 'saved-selections', children: words }} title={saved.length === 0 ? 'Save this selection' : 'Saved selections'}>
      {(close) => (
        <div className="saved">
          <SaveForm scene={scene} saved={saved} />
          {saved.length > 0 && <ul className="saved-list" aria-label="Saved selections">{saved.map((one) => <SavedLine key={one.title} scene={scene} saved={one} onDone={close} />)}</ul>}
        </div>
      )}
    </PopoverButton>
  );
}

function SaveForm({ scene, saved }: { readonly scene: Scene; readonly saved: readonly SavedSelection[] }) {
  const save = useAtlas((state) => state.saveSelection);
  const [title, setTitle] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const name = cleanTitle(title);
  const replaces = saved.some((one) => one.title === name);
  const submit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    const failed = name === '' ? 'Give it a name.' : save(name);
    setProblem(failed);
    if (failed === null) setTitle('');
    else focusField(event.currentTarget, 'title');
  };
  return (
    <form className="saved-form" onSubmit={submit}>
      <p className="small muted">{describeSelection(scene.applied, scene.entry, scene.pack.places, scene.pack.areas)}</p>
      <TextField
        label="Name" name="title" value={title} onChange={setTitle} placeholder="Luton 2019" maxLength={LONGEST_TITLE}
        problem={problem} {...(replaces ? { hint: `Replaces the “${name}” saved before.` } : {})}
      />
      <Button type="submit">{replaces ? 'Replace' : 'Save this selection'}</Button>
    </form>
  );
}

function SavedLine({ scene, saved: { title, selection }, onDone }: { readonly scene: Scene; readonly saved: SavedSelection; readonly onDone: () => void }) {
  const apply = useAtlas((state) => state.applySelection);
  const remove = useAtlas((state) => state.removeSelection);
  const setBenchmark = useAtlas((state) => state.setBenchmark);
  const item = useRef<HTMLLIElement>(null);
  return (
    <li ref={item}>
      <p className="strong saved-title">{title}</p>
      <p className="small muted">{describeSelection(selection, scene.entry, scene.pack.places, scene.pack.areas)}</p>
      <div className="saved-actions">
        <Button variant="link" className="small" aria-label={`Apply ${title}`} onPress={() => { apply(title); onDone(); }}>Apply</Button>
        <Button variant="link" className="small" aria-label={`Compare with ${title}`} onPress={() => { setBenchmark({ kind: 'selection', title, selection }); onDone(); }}>Compare with it</Button>
        <Button variant="link" className="small" data-remove="" aria-label={`Remove ${title}`} onPress={() => { leave(item.current); remove(title); }}>Remove</Button>
      </div>
    </li>
  );
}

/** The line is about to go: to the button that removes the next one or the one before; after the last to the name of a new one. */
function leave(line: Element | null): void {
  const removes = [line?.nextElementSibling, line?.previousElementSibling].map((other) => other?.querySelector('[data-remove]'));
  focusFirst(...removes, '.saved-form input');
}
