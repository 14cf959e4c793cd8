import { useAtlas } from '../store/react.ts';
import { formatNumber } from '../ui/formats.ts';
import { PopoverButton } from '../ui/PopoverButton.tsx';
import { Select } from '../ui/Select.tsx';
import { PackWords, periodOf } from './PackWords.tsx';

/** What is open, and the way to another pack where there is one. */
export function PackStatus() {
  const pack = useAtlas((state) => state.pack);
  const entry = useAtlas((state) => state.dataSet.entry);
  const { opened } = pack;
  if (opened === null) return null;
  const { manifest, areas } = opened;
  return (
    <PopoverButton button={{ variant: 'header', className: 'pack-status', children: <PackWords /> }} title={manifest.area.title} placement="bottom end">
      <PackChooser />
      <dl className="facts">
        <div className="fact"><dt>Areas</dt><dd>{formatNumber(areas.code.length)} LSOAs of {manifest.lsoaVintage}</dd></div>
        <div className="fact"><dt>Built</dt><dd>{manifest.built.slice(0, 10)}</dd></div>
        <div className="fact fact-wide"><dt>Data set</dt><dd>{entry === null ? 'none open' : `${entry.title}, ${periodOf(entry)}`}</dd></div>
        <div className="fact fact-wide"><dt>Deprivation</dt><dd>{manifest.imd.title}</dd></div>
      </dl>
      {manifest.demonstration && <p className="small">The records are synthetic and the boundaries are drawn for demonstration: codes, names, deprivation and populations are real.</p>}
      <p className="small muted">Everything is worked out in this browser. Nothing is sent anywhere.</p>
    </PopoverButton>
  );
}

function PackChooser() {
  const packs = useAtlas((state) => state.packs);
  const current = useAtlas((state) => state.view.pack);
  const setPack = useAtlas((state) => state.setPack);
  if (packs.length < 2) return null;
  const options = packs.map(({ id, title, demonstration }) => ({ id, title, ...(demonstration ? { detail: 'Demonstration data' } : {}) }));
  return <Select label="Area pack" options={options} chosen={current ?? packs[0]?.id ?? ''} onChange={setPack} className="select-wide" />;
}
