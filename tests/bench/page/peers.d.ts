/** The little of each peer that the bench uses. Peers are installed apart (`tests/bench/peers`), so that types need them not. */
declare module 'crossfilter2/package.json' { export const version: string }
declare module 'arquero/package.json' { export const version: string }
declare module '@duckdb/duckdb-wasm/package.json' { export const version: string }
declare module '@kepler.gl/utils/package.json' { export const version: string }

declare module 'crossfilter2' {
  interface Group { all(): readonly { key: number; value: number }[] }
  interface Dimension {
    group(): Group;
    filterRange(range: readonly [number, number]): void;
    filterFunction(passes: (value: number) => boolean): void;
  }
  export default function crossfilter(records: readonly number[]): { dimension(valueOf: (row: number) => number): Dimension };
}

declare module 'arquero' {
  interface ArqueroTable {
    params(values: Readonly<Record<string, unknown>>): ArqueroTable;
    filter(expression: string): ArqueroTable;
    groupby(column: string): ArqueroTable;
    count(): ArqueroTable;
    array(column: string): ArrayLike<number>;
  }
  export function table(columns: Readonly<Record<string, ArrayLike<number>>>): ArqueroTable;
}

declare module 'apache-arrow' {
  interface Vector { toArray(): ArrayLike<number> }
  export function makeVector(values: Uint8Array | Uint16Array): Vector;
  export class Table { constructor(columns: Readonly<Record<string, Vector>>); getChild(name: string): Vector | null }
  export function tableToIPC(table: Table, form: 'stream'): Uint8Array;
}

declare module '@duckdb/duckdb-wasm/dist/duckdb-browser-blocking.mjs' {
  interface Bundle { readonly mainModule: string; readonly mainWorker: string }
  interface Result { getChild(name: string): { toArray(): ArrayLike<number> } | null }
  interface Connection {
    query(text: string): Result;
    insertArrowFromIPCStream(bytes: Uint8Array, options: { readonly name: string; readonly create: boolean }): void;
  }
  interface Database { instantiate(onProgress: () => void): Promise<unknown>; connect(): Connection; getVersion(): string }
  export class VoidLogger { log(): void }
  export const BROWSER_RUNTIME: unknown;
  export function createDuckDB(bundles: Readonly<Record<'mvp' | 'eh', Bundle>>, logger: VoidLogger, runtime: unknown): Promise<Database>;
}

declare module '@kepler.gl/utils/dist/arrow-data-container.js' {
  export class ArrowDataContainer {
    constructor(data: { readonly cols: readonly unknown[]; readonly fields: readonly { readonly name: string }[]; readonly arrowTable: unknown });
    valueAt(row: number, column: number): number;
  }
}

declare module '@kepler.gl/utils/dist/filter-utils.js' {
  export interface KeplerFilter { readonly id: string; readonly type: 'multiSelect' | 'range'; readonly value: readonly number[] }
  type Passes = (row: { readonly index: number }) => boolean;
  export function getFilterFunction(field: { valueAccessor(row: { readonly index: number }): number }, dataId: string, filter: KeplerFilter, layers: readonly never[], container: unknown): Passes;
  export function filterDataByFilterTypes(
    filters: { readonly dynamicDomainFilters: null; readonly cpuFilters: readonly KeplerFilter[]; readonly filterFuncs: Readonly<Record<string, Passes>> }, container: unknown,
  ): { readonly filteredIndex: readonly number[] };
}
