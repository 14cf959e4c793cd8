import { useAtlas } from '../../../store/react.ts';
import { Button } from '../../../ui/Button.tsx';
import { RemovableChip } from '../../../ui/Chip.tsx';
import { Clause } from '../../../ui/Clause.tsx';
import { formatCount, plural } from '../../../ui/formats.ts';
import type { Scene } from '../scene.ts';

interface DrawnShapeProps {
  readonly scene: Scene;
  readonly drawing: boolean;
  readonly onDraw: (start: boolean) => void;
}

/** A ring drawn on the map. */
export function DrawnShape({ scene: { applied }, drawing, onDraw }: DrawnShapeProps) {
  const setSelection = useAtlas((state) => state.setSelection);
  return (
    <Clause title="Shape" chosen={applied.drawn === null ? null : 'drawn'} onClear={() => setSelection({ drawn: null })}>
      <div className="chips">
        <Button id="draw-shape" icon="draw" onPress={() => onDraw(!drawing)}>{drawing ? 'Stop drawing' : applied.drawn === null ? 'Draw a shape' : 'Draw it again'}</Button>
      </div>
      <p className="small muted">Takes the areas whose middle lies inside the shape.</p>
    </Clause>
  );
}

/** Single areas: those selected on the map or in the table become the filter, or their wards do. */
export function ChosenAreas({ scene: { pack, applied } }: { readonly scene: Scene }) {
  const setSelection = useAtlas((state) => state.setSelection);
  const selected = useAtlas((state) => state.view.areas);
  const chosen = applied.areas?.length ?? 0;
  const useWards = () => {
    const wards = selected.map((code) => pack.areas.wardId[pack.areas.code.indexOf(code)] ?? '').filter((id) => id !== '');
    setSelection({ wards: [...new Set(wards)] });
  };
  const filtered = applied.areas !== null && JSON.stringify(applied.areas.toSorted()) === JSON.stringify(selected.toSorted());
  const those = selected.length === 1 ? 'the selected area' : `the ${formatCount(selected.length)} selected areas`;
  return (
    <Clause title="Areas" chosen={chosen === 0 ? null : `${formatCount(chosen)} chosen`} onClear={() => setSelection({ areas: null })}>
      {chosen > 0 && <AreasChip count={chosen} onRemove={() => setSelection({ areas: null })} />}
      {selected.length > 0 && (
        <div className="chips">
          {!filtered && <Button data-focus-home="" onPress={() => setSelection({ areas: [...selected] })}>Filter to {those}</Button>}
          <Button onPress={useWards}>Filter to their wards</Button>
        </div>
      )}
      {selected.length === 0 && chosen === 0 && <p className="small muted">Select areas on the map or in the table to filter to them; Shift adds more.</p>}
    </Clause>
  );
}

function AreasChip({ count, onRemove }: { readonly count: number; readonly onRemove: () => void }) {
  const words = plural(count, 'chosen area', 'chosen areas');
  return (
    <fieldset className="chips" aria-label="Areas chosen">
      <RemovableChip label={words} onRemove={onRemove}>{words}</RemovableChip>
    </fieldset>
  );
}
