import type { ReactNode } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Term } from '../../../ui/Term.tsx';
import { formatCount, formatNumber, NOT_GIVEN } from '../../../ui/formats.ts';
import type { AreaRow } from '../areaRows.ts';
import { placeTitle } from '../places.ts';
import { unitOf } from '../../../model/kinds.ts';
import type { Scene } from '../scene.ts';
import { sentenceCase, unitFor } from '../words.ts';

interface AreaFactsProps {
  readonly scene: Scene;
  readonly row: AreaRow;
  /** Number of areas that the data set covers. */
  readonly areas: number;
  readonly onProfile: (placeId: string) => void;
}

/** The figures around the rate: counts, rank, deprivation, density, and whose residents they are not. */
export function AreaFacts({ scene, row, areas, onProfile }: AreaFactsProps) {
  const { pack, entry, applied } = scene;
  const unit = unitOf(entry, applied);
  const decile = pack.areas.imdDecile[row.area] ?? Number.NaN;
  const hotspot = pack.areas.nteHotspot[row.area] ?? '';
  const hub = pack.areas.hub[row.area] ?? '';
  return (
    <dl className="facts">
      <Fact title={sentenceCase(unitFor(row.count, unit))}>{formatCount(row.count)}</Fact>
      {entry.rowsAreVictims
        ? <Fact title="Victims, age known">{formatCount(row.victims)}</Fact>
        : <Fact title="Residents">{formatNumber(pack.areas.residents[row.area] ?? Number.NaN)}</Fact>}
      <Fact title={entry.kind === 'nte-profile' ? 'Rank of the areas covered' : 'Rank in county'}>{row.rank === null ? NOT_GIVEN : `${row.rank} of ${areas}`}</Fact>
      <Fact title={<><Term term="IMD">IMD</Term> decile</>}>{Number.isFinite(decile) ? `${decile} of 10` : NOT_GIVEN}</Fact>
      <Fact title="Residents per km²">{formatNumber(pack.density.perKm2[row.area] ?? Number.NaN)}</Fact>
      <Fact title={<><Term term="LSOA">LSOA</Term> code</>}>{row.code}</Fact>
      {hotspot !== '' && (
        <Fact wide title={<><Term term="NTE">Night-time</Term> hotspot</>}>
          {placeTitle(pack, 'nte-hotspot', hotspot)}: residents are not who is there at night.{' '}
          <Button variant="link" onPress={() => onProfile(hotspot)}>Profile</Button>
        </Fact>
      )}
      {hub !== '' && <Fact wide title="Community hub area">{placeTitle(pack, 'hub', hub)} <Button variant="link" onPress={() => onProfile(hub)}>Staffing</Button></Fact>}
    </dl>
  );
}

function Fact({ title, children, wide = false }: { readonly title: ReactNode; readonly children: ReactNode; readonly wide?: boolean }) {
  return (
    <div className={wide ? 'fact fact-wide' : 'fact'}>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  );
}
