import type { DataSetEntry } from '../model/manifest.ts';
import { useAtlas } from '../store/react.ts';
import { formatPeriod } from '../ui/formats.ts';
import { Icon } from '../ui/Icon.tsx';

/** What is open, in short: the pack, the data set and its period, and whether something is loading. */
export function PackWords() {
  const title = useAtlas((state) => state.pack.opened?.manifest.area.title);
  const entry = useAtlas((state) => state.dataSet.entry);
  const loading = useAtlas((state) => state.pack.status === 'loading' || state.dataSet.status === 'loading');
  return (
    <span className="pack-words">
      <span className={`dot${loading ? ' dot-busy' : ''}`} aria-hidden="true" />
      <Icon name="info" />
      <span className="pack-title">{title}</span>
      {entry !== null && <span className="pack-detail">{entry.title}, {periodOf(entry)}</span>}
    </span>
  );
}

/** "Jan 2019 to Dec 2023" */
export function periodOf({ months }: DataSetEntry): string {
  return formatPeriod(months[0] ?? '', months.at(-1) ?? '');
}
