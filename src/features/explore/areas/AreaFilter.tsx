import { useAtlas } from '../../../store/react.ts';
import { Button } from '../../../ui/Button.tsx';

/** Makes the selected areas the filter's places, so that count, rates and charts are of them; or takes that back. */
export function AreaFilter({ codes }: { readonly codes: readonly string[] }) {
  const filtered = useAtlas((state) => state.view.selection.areas);
  const setSelection = useAtlas((state) => state.setSelection);
  const same = filtered !== null && filtered.length === codes.length && codes.every((code) => filtered.includes(code));
  return (
    <p className="card-actions">
      {!same && <Button onPress={() => setSelection({ areas: codes })}>{codes.length === 1 ? 'Filter to this area' : `Filter to these ${codes.length} areas`}</Button>}
      {filtered !== null && <Button variant="link" onPress={() => setSelection({ areas: null })}>{same ? 'Show all areas again' : `Drop the filter to ${filtered.length === 1 ? '1 area' : `${filtered.length} areas`}`}</Button>}
    </p>
  );
}
