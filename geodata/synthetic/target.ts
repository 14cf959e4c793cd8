import type { RecordsTarget } from '../records/target.ts';
import type { Country } from './country.ts';
import type { CountryPattern } from './pattern.ts';

/** What records are placed on in a synthetic country: its own codes, each of one area. */
export function targetOf(pattern: CountryPattern, { areas, starts, partOfArea }: Country, options: Pick<RecordsTarget, 'from' | 'to' | 'outside'>): RecordsTarget {
  return {
    parts: pattern.forces.map(({ id, title, force }, part) => ({ areas: (starts[part + 1] ?? 0) - (starts[part] ?? 0), forces: [id, title, force] })),
    codes: areas.code.map((code, area) => {
      const part = partOfArea[area] ?? 0;
      return { code, part, slot: area - (starts[part] ?? 0), own: true, vintage: null };
    }),
    areaAt: () => null, onlyForces: false, ...options,
  };
}
