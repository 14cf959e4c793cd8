import { NO_LOCATION, OUTSIDE_COUNTY, type RecordColumns } from '../../src/model/cells.ts';
import { parseMonth } from '../../src/model/months.ts';
import type { AreaDefinition } from '../areaDefinition.ts';
import type { PartRecords } from '../partitioned/partRecords.ts';
import { REASONS } from '../sources/placement.ts';
import type { StreetOptions } from '../sources/street.ts';
import { streetCaveats, streetEntry, type StreetSet } from '../sources/streetSet.ts';
import { oddPointsCaveat, prepareRecords, type PrepareOptions } from './prepare.ts';
import type { RecordsTarget } from './target.ts';

interface Placing extends StreetOptions {
  readonly areas: number;
  readonly definition: AreaDefinition;
}

/** Street-level crime of one area from a folder of Parquet files, in place of the files of data.police.uk. */
export async function readRecordsSet(options: PrepareOptions, placing: Placing, attribution: string): Promise<StreetSet> {
  const prepared = await prepareRecords(targetOf(placing), options);
  try {
    const { months, files } = prepared;
    const numbers = months.map((month) => parseMonth(month) ?? 0);
    return {
      entry: streetEntry({ months, files, attribution, caveats: [...streetCaveats(numbers), ...oddPointsCaveat(prepared.oddPoints)] }),
      records: columnsOf(await prepared.recordsOf(0), placing, months.length),
      sources: files.map(({ file, sha256 }) => ({ file, sha256, months: `${months[0]} to ${months.at(-1)}` })),
      unused: [],
    };
  } finally {
    await prepared.close();
  }
}

/** The whole area is one part. */
function targetOf({ placer, areas, definition, forces, from, to }: Placing): RecordsTarget {
  return {
    parts: [{ areas, forces: [definition.id, definition.title, ...(forces ?? [])] }],
    codes: [...placer.codes()].map(({ code, areas: [first, ...others], own }) => (
      { code, part: 0, slot: others.length === 0 ? (first ?? null) : null, own, vintage: placer.vintageOf(code) })),
    areaAt: (code, longitude, latitude) => {
      const { area } = placer.place(code, longitude, latitude);
      return area < 0 ? null : { part: 0, slot: area };
    },
    onlyForces: forces !== null, from, to, outside: REASONS.outside,
  };
}

function columnsOf({ offsets, cell, longitude, latitude, source }: PartRecords, { areas, placer }: Placing, months: number): RecordColumns {
  const own = [...placer.codes()].filter((each) => each.own).map(({ code }) => code);
  const area = new Int32Array(cell.length);
  for (let slot = 0; slot < areas + 2; slot += 1) {
    area.fill(slot < areas ? slot : slot === areas ? NO_LOCATION : OUTSIDE_COUNTY, offsets[slot], offsets[slot + 1]);
  }
  return {
    area,
    sourceCode: Array.from(area, (number, row) => (source?.words[source.of[row] ?? 0] || own[number]) ?? ''),
    kind: Uint8Array.from(cell, (code) => Math.floor(code / months)), month: Uint16Array.from(cell, (code) => code % months),
    weekdayHour: null, day: null, age: null, sex: null, flags: null, reference: null, longitude, latitude,
  };
}
