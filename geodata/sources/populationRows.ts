import { AGE_BAND_COUNT } from '../../src/model/vocabulary.ts';
import type { LsoaVintage } from '../areaDefinition.ts';
import { stop } from '../problem.ts';
import type { Place } from './csvRows.ts';
import type { Member } from './lookups.ts';

/** Mid-year persons by five-year band (19) for LSOAs of one vintage, as one file gives them: all, or some boroughs. */
export interface PopulationYear {
  readonly year: number;
  readonly vintage: LsoaVintage;
  readonly bands: ReadonlyMap<string, Float64Array>;
  readonly file: string;
  readonly sha256: string;
}

export type Members = Readonly<Record<LsoaVintage, ReadonlyMap<string, Member>>>;

/** Collects the rows of one population file by year and area, on the vintage it states or the one its codes tell. */
export class PopulationRows {
  private readonly byVintage: Record<LsoaVintage, Map<number, Map<string, Float64Array>>> = { '2011': new Map(), '2021': new Map() };
  private readonly members: Members;
  private readonly vintage: LsoaVintage | null;
  private readonly found = new Set<string>();

  constructor(members: Members, vintage: LsoaVintage | null) {
    this.members = members;
    this.vintage = vintage;
  }

  wants(code: string): boolean {
    return this.vintage ? this.members[this.vintage].has(code) : this.members['2011'].has(code) || this.members['2021'].has(code);
  }

  /** The bands of an area and year that has had no row yet. */
  start(code: string, year: number, place: Place): Float64Array {
    if (this.found.has(`${year} ${code}`)) stop(`${code} has a second row for ${year}`, `${place.file}, line ${place.line}`, 'Keep one row per LSOA and year.');
    return this.startOrContinue(code, year);
  }

  startOrContinue(code: string, year: number): Float64Array {
    this.found.add(`${year} ${code}`);
    let bands: Float64Array | undefined;
    for (const vintage of this.vintage ? [this.vintage] : (['2011', '2021'] as const)) {
      if (!this.members[vintage].has(code)) continue;
      const years = this.byVintage[vintage];
      const rows = years.get(year) ?? new Map<string, Float64Array>();
      years.set(year, rows);
      bands = rows.get(code) ?? bands ?? new Float64Array(AGE_BAND_COUNT);
      rows.set(code, bands);
    }
    return bands ?? new Float64Array(AGE_BAND_COUNT);
  }

  /** The years found, on the stated vintage, else on the one that more of the codes belong to (2011 on a tie). */
  years(label: string): Pick<PopulationYear, 'year' | 'vintage' | 'bands'>[] {
    const found = (each: LsoaVintage): number => [...this.byVintage[each].values()].reduce((sum, rows) => sum + rows.size, 0);
    const vintage = this.vintage ?? (found('2021') > found('2011') ? '2021' : '2011');
    const years = this.byVintage[vintage];
    if (years.size === 0) stop('No row is of an LSOA of the area', label, 'Use a file that covers the area.');
    return [...years].toSorted(([a], [b]) => a - b).map(([year, bands]) => ({ year, vintage, bands }));
  }
}
