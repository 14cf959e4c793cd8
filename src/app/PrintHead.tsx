import { describeSelection } from '../selection/describe.ts';
import { useAtlas } from '../store/react.ts';

/** Stands at the top of every print: what it shows, from what, and that it is a demonstration where it is one. */
export function PrintHead() {
  const pack = useAtlas((state) => state.pack.opened);
  const entry = useAtlas((state) => state.dataSet.entry);
  const selection = useAtlas((state) => state.evaluation?.request.selection);
  if (pack === null || entry === null) return null;
  return (
    <div className="print-head">
      <p className="strong">Hotspot Atlas: {pack.manifest.area.title}{pack.manifest.demonstration ? ' – DEMONSTRATION DATA' : ''}</p>
      <p>{entry.title}{selection === undefined ? '' : `. ${describeSelection(selection, entry, pack.places)}`}</p>
    </div>
  );
}
