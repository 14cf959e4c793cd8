import type { ReactNode } from 'react';
import { unitOf } from '../../../model/kinds.ts';
import { residentsWords } from '../../../model/population.ts';
import { sentenceCase } from '../../../model/text.ts';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Term } from '../../../ui/Term.tsx';
import { formatCount, formatNumber, formatShareOf, NOT_GIVEN } from '../../../ui/formats.ts';
import type { AreaRow } from '../areaRows.ts';
import { placeTitle } from '../places.ts';
import type { Scene } from '../scene.ts';
import { unitFor } from '../words.ts';

interface AreaFactsProps {
  readonly scene: Scene;
  readonly row: AreaRow;
  /** 1 = highest rate; null where it has none. */
  readonly rank: number | null;
  /** Number of areas that the data set covers. */
  readonly areas: number;
  readonly onProfile: (placeId: string) => void;
}

/** The figures around the rate: counts, residents, share, rank, deprivation, density, and whose residents they are not. */
export function AreaFacts({ scene, row, rank, areas, onProfile }: AreaFactsProps) {
  const { pack, entry, evaluation, applied } = scene;
  const hotspot = pack.areas.nteHotspot[row.area] ?? '';
  const hub = pack.areas.hub[row.area] ?? '';
  return (
    <dl className="facts">
      <Fact title={sentenceCase(unitFor(row.count, unitOf(entry, applied)))}>{formatCount(row.count)}</Fact>
      {entry.rowsAreVictims && <Fact title="Victims, age known">{formatCount(row.victims)}</Fact>}
      <Fact title={evaluation === null ? 'Residents' : sentenceCase(residentsWords(evaluation.personTime))}>{formatNumber(residentsIn(row, evaluation?.personTime.months ?? 0))}</Fact>
      <Fact title="Share of borough">{formatShareOf(row.count, row.boroughCount)}</Fact>
      <Fact title={entry.kind === 'nte-profile' ? 'Rank of the areas covered' : 'Rank in county'}>{rank === null ? NOT_GIVEN : `${formatNumber(rank)} of ${formatNumber(areas)}`}</Fact>
      <Fact title={<><Term term="IMD">IMD</Term> decile</>}>{deprivationWords(pack.areas.imdDecile[row.area] ?? Number.NaN)}</Fact>
      <Fact title="Residents per km²">{formatNumber(pack.density.perKm2[row.area] ?? Number.NaN)}</Fact>
      <Fact title={<><Term term="LSOA">LSOA</Term> code</>}>{row.code}</Fact>
      {hotspot !== '' && (
        <Fact wide title={<><Term term="NTE">Night-time</Term> hotspot</>}>
          <span className="fact-warning"><Icon name="warning" size={14} /></span> {placeTitle(pack, 'nte-hotspot', hotspot)}: residents are not who is there at night, so its rate reads high.{' '}
          <Button variant="link" onPress={() => onProfile(hotspot)}>Profile</Button>
        </Fact>
      )}
      {hub !== '' && <Fact wide title="Community hub area">{placeTitle(pack, 'hub', hub)} <Button variant="link" onPress={() => onProfile(hub)}>Staffing</Button></Fact>}
    </dl>
  );
}

/** Mean residents over the months that count, of the ages and sex that the rate is per; NaN without months. */
export function residentsIn({ personYears }: Pick<AreaRow, 'personYears'>, months: number): number {
  return months > 0 ? (personYears * 12) / months : Number.NaN;
}

/** "3 (quintile 2)". */
function deprivationWords(decile: number): string {
  return Number.isFinite(decile) ? `${decile} (quintile ${Math.ceil(decile / 2)})` : NOT_GIVEN;
}

function Fact({ title, children, wide = false }: { readonly title: ReactNode; readonly children: ReactNode; readonly wide?: boolean }) {
  return (
    <div className={wide ? 'fact fact-wide' : 'fact'}>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  );
}
