import type { DataSetEntry } from '../../model/manifest.ts';
import type { OpenedPack } from '../../model/pack.ts';
import { describeSelection } from '../../selection/describe.ts';
import { useAtlas } from '../../store/react.ts';
import { shownSelection } from '../../store/shown.ts';
import { Button } from '../../ui/Button.tsx';
import { formatCount } from '../../ui/formats.ts';
import { unitOf } from '../../model/kinds.ts';
import { Settings } from './Settings.tsx';

/** What is tested: filter, data set, number of events, and the settings of the tests. */
export function Head({ pack, entry }: { readonly pack: OpenedPack; readonly entry: DataSetEntry }) {
  const { selection } = useAtlas(shownSelection);
  const matching = useAtlas((state) => (state.evaluating ? null : state.evaluation?.matching ?? null));
  const settings = useAtlas((state) => state.view.hotspots);
  const setSettings = useAtlas((state) => state.setHotspotSettings);
  const setView = useAtlas((state) => state.setView);
  return (
    <header className="hotspots-head">
      <h1>Hotspots</h1>
      <p className="hotspots-filter">
        <span className="strong">{describeSelection(selection, entry, pack.places, pack.areas)}</span>
        {' '}<span className="muted">{entry.title}, {pack.manifest.area.title}{matching === null ? '' : `; ${formatCount(matching)} ${unitOf(entry, selection)}`}{entry.disclosureThreshold > 1 ? `; counts under ${entry.disclosureThreshold} are withheld` : ''}.</span>
        {' '}<Button variant="link" className="no-print" onPress={() => setView('explore')}>Change the filter in Explore</Button>
      </p>
      <Settings settings={settings} entry={entry} onChange={setSettings} />
      <p className="small muted">
        Where lines are drawn decides what looks hot (the modifiable areal unit problem), and what holds for an area need not hold for the people in it (the ecological fallacy).
        {entry.kind === 'street' && ' Points from data.police.uk are moved to the nearest of a list of places: nothing here is about a street or an address.'}
        {!entry.fields.weekdayHour && ' This data set holds no hours, so nothing here is about times of day.'}
      </p>
    </header>
  );
}
