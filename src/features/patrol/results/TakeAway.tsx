import type { PatrolPlan } from '../../../model/patrolPlan.ts';
import { calendarText } from '../../../patrol/takeAway/calendar.ts';
import { geoJsonText, gpxText } from '../../../patrol/takeAway/devices.ts';
import { timetableTable } from '../../../patrol/takeAway/timetableTable.ts';
import { Button } from '../../../ui/Button.tsx';
import { toCsv } from '../../../ui/csv.ts';
import { downloadText } from '../../../ui/download.ts';
import type { ResultProps } from './Results.tsx';
import { setBriefingBy, useBriefingBy } from '../briefingBy.ts';
import { RadioList } from '../../../ui/RadioList.tsx';

/** The plan on paper and as files. Nothing leaves this device but by the reader's own hand. */
export function TakeAway({ plan, pack }: ResultProps) {
  const by = useBriefingBy();
  const { demonstration } = pack.manifest;
  const name = (ending: string) => `${demonstration ? 'demonstration-' : ''}patrol-plan-${plan.request.from}-seed-${plan.request.seed}.${ending}`;
  return (
    <div className="patrol-text">
      <h3>On paper</h3>
      <RadioList label="One A4 page for each" chosen={by} onChange={setBriefingBy} options={[{ id: 'hotspot', title: 'Hotspot', detail: `${plan.request.hotspots.length} pages` }, { id: 'hub', title: 'Hub', detail: 'All its places and visits together' }]} />
      <p><Button variant="primary" icon="print" onPress={() => window.print()}>Print the briefing</Button></p>
      <h3>As files</h3>
      {demonstration && <p className="small">These are demonstration data: nobody should be sent anywhere by them.</p>}
      <div className="patrol-buttons">
        <Button icon="download" onPress={() => downloadText(name('csv'), timetableCsv(plan))}>Timetable (CSV)</Button>
        <Button icon="download" onPress={() => downloadText(name('ics'), calendarText(plan, { made: Math.floor(Date.now() / 60_000), only: null }), 'text/calendar;charset=utf-8')}>Calendar (.ics)</Button>
        <Button icon="download" onPress={() => downloadText(name('gpx'), gpxText(plan), 'application/gpx+xml;charset=utf-8')}>Devices (GPX)</Button>
        <Button icon="download" onPress={() => downloadText(name('geojson'), geoJsonText(plan), 'application/geo+json;charset=utf-8')}>Map (GeoJSON)</Button>
      </div>
    </div>
  );
}

function timetableCsv(plan: PatrolPlan): string {
  const { header, rows } = timetableTable(plan);
  return toCsv(header, rows);
}
