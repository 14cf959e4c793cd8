import { useAtlas } from '../../../store/react.ts';
import { Button } from '../../../ui/Button.tsx';

/** Makes the selected areas the filter's places, so that count, rates and charts are of them; or takes that back. */
export function AreaFilter({ codes }: { readonly codes: readonly string[] }) {
  const filtered = useAtlas((state) => state.view.selection.areas);
  const setSelection = useAtlas((state) => state.setSelection);
  const same = filtered !== null && filtered.length === codes.length && codes.every((code) => filtered.includes(code));
  // One button for both ways, so that the focus stays where it is.
  return (
    <p className="card-actions">
      <Button onPress={() => setSelection({ areas: same ? null : codes })}>
        {same ? 'Show all areas again' : codes.length === 1 ? 'Filter to this area' : `Filter to these ${codes.length} areas`}
      </Button>
      {filtered !== null && !same && <span className="small muted">The filter is to {filtered.length === 1 ? '1 other area' : `${filtered.length} areas`} now.</span>}
    </p>
  );
}
