import { makeVector } from 'apache-arrow';
import { version } from '@kepler.gl/utils/package.json';
import { ArrowDataContainer } from '@kepler.gl/utils/dist/arrow-data-container.js';
import { filterDataByFilterTypes, getFilterFunction, type KeplerFilter } from '@kepler.gl/utils/dist/filter-utils.js';
import type { Columns } from '../answer.ts';
import type { Contender } from './contender.ts';

const FIELDS = ['kind', 'month', 'weekday', 'hour', 'borough'] as const;

/**
 * Kepler.gl's own functions as its table's filterTableCPU calls them: a function per filter, every row through all of
 * them. It gives the rows that match and counts nothing, so only their number can be compared.
 */
export function keplerPeer(columns: Columns): Contender {
  const container = new ArrowDataContainer({ cols: FIELDS.map((name) => makeVector(columns[name])), fields: FIELDS.map((name) => ({ name })), arrowTable: {} });
  return {
    version,
    ask: ({ kinds, months, days, hours, boroughs }) => {
      const filters: KeplerFilter[] = [
        { id: 'kind', type: 'multiSelect', value: kinds }, { id: 'month', type: 'range', value: months }, { id: 'weekday', type: 'multiSelect', value: days },
        { id: 'hour', type: 'range', value: hours }, { id: 'borough', type: 'multiSelect', value: boroughs },
      ];
      return () => {
        const functions = filters.map((filter, column) => [filter.id, getFilterFunction({ valueAccessor: ({ index }) => container.valueAt(index, column) }, 'records', filter, [], container)] as const);
        const { filteredIndex } = filterDataByFilterTypes({ dynamicDomainFilters: null, cpuFilters: filters, filterFuncs: Object.fromEntries(functions) }, container);
        return { answer: null, matching: filteredIndex.length };
      };
    },
  };
}
