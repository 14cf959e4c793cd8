import type { AreaTable, PopulationTable } from '../model/areas.ts';

/** An area of one of several tables: which table, and its number there. */
export interface PartArea {
  readonly part: number;
  readonly area: number;
}

/**
 * Tables of different areas as one, in ascending order of code, and where each of its areas comes from. Throws RangeError
 * where two tables have the same code.
 */
export function joinAreas(tables: readonly AreaTable[]): { readonly table: AreaTable; readonly order: readonly PartArea[] } {
  const codeOf = ({ part, area }: PartArea): string => tables[part]?.code[area] ?? '';
  const order = tables.flatMap(({ code }, part) => code.map((_, area) => ({ part, area }))).toSorted((a, b) => (codeOf(a) < codeOf(b) ? -1 : 1));
  const twice = order.find((place, i) => i > 0 && codeOf(place) === codeOf(order[i - 1] ?? place));
  if (twice) throw new RangeError(`Area ${codeOf(twice)} is in two parts of the pack.`);
  const texts = (of: (table: AreaTable) => readonly string[]): string[] => {
    const columns = tables.map(of);
    return order.map(({ part, area }) => columns[part]?.[area] ?? '');
  };
  const numbers = (of: (table: AreaTable) => Float64Array): Float64Array => {
    const columns = tables.map(of);
    return Float64Array.from(order, ({ part, area }) => columns[part]?.[area] ?? Number.NaN);
  };
  const table: AreaTable = {
    code: order.map(codeOf), name: texts(({ name }) => name), borough: texts(({ borough }) => borough), ward: texts(({ ward }) => ward), wardId: texts(({ wardId }) => wardId),
    hub: texts(({ hub }) => hub), nteHotspot: texts(({ nteHotspot }) => nteHotspot), imdRank: numbers(({ imdRank }) => imdRank), imdDecile: numbers(({ imdDecile }) => imdDecile),
    areaKm2: numbers(({ areaKm2 }) => areaKm2), residents: numbers(({ residents }) => residents), longitude: numbers(({ longitude }) => longitude), latitude: numbers(({ latitude }) => latitude),
  };
  return { table, order };
}

/** The populations of joined areas. Women are held only where every part holds them. Throws RangeError where the parts have other years. */
export function joinPopulations(populations: readonly PopulationTable[], order: readonly PartArea[]): PopulationTable {
  const years = populations[0]?.years ?? [];
  if (populations.some((one) => one.years.join() !== years.join())) throw new RangeError('The parts of the pack hold populations of different years.');
  const bySex = populations.every(({ female }) => female !== undefined);
  const join = (of: (table: PopulationTable) => Float64Array): Float64Array => {
    const bands = populations[0] ? of(populations[0]).length / (years.length * populations[0].areas) : 0;
    const joined = new Float64Array(years.length * order.length * bands);
    order.forEach(({ part, area }, to) => {
      const table = populations[part];
      if (!table) return;
      const figures = of(table);
      for (let year = 0; year < years.length; year += 1) {
        const from = (year * table.areas + area) * bands;
        joined.set(figures.subarray(from, from + bands), (year * order.length + to) * bands);
      }
    });
    return joined;
  };
  const persons = join((table) => table.persons);
  return { years, areas: order.length, persons, ...(bySex ? { female: join(({ female }) => female ?? new Float64Array()) } : {}) };
}
