import type { CodeCube } from '../tables/codeCube.ts';
import type { MonthPlanes } from '../tables/monthPlanes.ts';
import type { RecordIndex } from '../tables/recordIndex.ts';
import type { SortedRows } from '../tables/sortedRows.ts';
import { passesByVictim, type VictimTables } from './victimClauses.ts';

/**
 * Rows of the chosen areas that pass the clauses on victims, by cell code: what all charts are folded from. Where nothing
 * is asked of victims, further rows of an offence (with one code) are left out. Groups of areas are taken from the cube;
 * of a group that is chosen in part, the rows chosen are added, or those that are not are taken away, whichever are
 * fewer. Sex and flags stand in no cube: where they are chosen, the rows are counted.
 */
export function chosenCodes(index: RecordIndex, victims: VictimTables, inPlace: Uint8Array): Uint32Array {
  const { cube, counted: { planes, rows }, several } = index;
  if (rows?.victim && victims.whoChosen) return countVictims(rows, rows.victim, cube.codes, passesByVictim(victims.age, victims.who), inPlace);
  const ages = victims.agesChosen ? victims.age : null;
  const sign = signs(cube, rows, ages, inPlace);
  const perCode = sumOf(several && !ages ? several.cube : cube, sign);
  if (planes) addPlanes(index, planes, { sign, inPlace }, perCode);
  else addRows(rows, cube, { sign, inPlace, ages }, 1, perCode);
  if (several && !ages) addRows(several.further, cube, { sign, inPlace, ages }, -1, perCode);
  return perCode;
}

interface Corrections {
  /** By group: 1 where chosen rows are added, -1 where the others are taken away. */
  readonly sign: Int8Array;
  readonly inPlace: Uint8Array;
}

/** Of each group, whether its rows are added or taken away: what is fewer. Planes cost the same for every area. */
function signs({ groups, groupOf }: CodeCube, rows: SortedRows | null, ages: Uint8Array | null, inPlace: Uint8Array): Int8Array {
  // Chosen less not chosen.
  const balance = new Float64Array(groups);
  for (let area = 0; area < groupOf.length; area += 1) {
    const all = rows ? rows.starts[(area + 1) * rows.ages]! - rows.starts[area * rows.ages]! : 1;
    const chosen = inPlace[area] !== 1 ? 0 : rows && ages ? rowsOfAges(rows, ages, area) : all;
    balance[groupOf[area]!]! += 2 * chosen - all;
  }
  return Int8Array.from(balance, (more) => (more > 0 ? -1 : 1));
}

function rowsOfAges({ ages: groups, starts }: SortedRows, ages: Uint8Array, area: number): number {
  let rows = 0;
  for (let age = 0; age < groups; age += 1) {
    const group = area * groups + age;
    if (ages[age] === 1) rows += starts[group + 1]! - starts[group]!;
  }
  return rows;
}

/** The groups that rows are taken away from, together. */
function sumOf({ codes, groups, counts, total }: CodeCube, sign: Int8Array): Uint32Array {
  const whole = sign.filter((one) => one < 0).length;
  const fromTotal = whole * 2 > groups;
  const perCode = fromTotal ? total.slice() : new Uint32Array(codes);
  for (let group = 0; group < groups; group += 1) {
    if ((sign[group]! < 0) === fromTotal) continue;
    addTimes(counts, group * codes, fromTotal ? -1 : 1, perCode);
  }
  return perCode;
}

function addTimes(counts: Uint32Array, start: number, times: number, perCode: Uint32Array): void {
  for (let code = 0; code < perCode.length; code += 1) perCode[code]! += times * counts[start + code]!;
}

function addRows({ ages: groups, starts, code }: SortedRows, { groupOf }: CodeCube, { sign, inPlace, ages }: Corrections & { readonly ages: Uint8Array | null }, times: number, perCode: Uint32Array): void {
  for (let area = 0; area < inPlace.length; area += 1) {
    const by = sign[groupOf[area]!]!;
    const here = inPlace[area] === 1;
    const first = area * groups;
    if (ages === null || !here) {
      if (here === by > 0) addRun(code, starts[first]!, starts[first + groups]!, by * times, perCode);
      continue;
    }
    for (let age = 0; age < groups; age += 1) {
      if ((ages[age] === 1) === by > 0) addRun(code, starts[first + age]!, starts[first + age + 1]!, by * times, perCode);
    }
  }
}

function addRun(code: Uint16Array | Uint32Array, start: number, end: number, by: number, perCode: Uint32Array): void {
  for (let row = start; row < end; row += 1) perCode[code[row]!]! += by;
}

/** Each row of the chosen areas is looked at. */
function countVictims({ ages, starts, code }: SortedRows, victim: Uint16Array, codes: number, passes: Uint8Array, inPlace: Uint8Array): Uint32Array {
  const perCode = new Uint32Array(codes);
  for (let area = 0; area < inPlace.length; area += 1) {
    if (inPlace[area] !== 1) continue;
    const end = starts[(area + 1) * ages]!;
    for (let row = starts[area * ages]!; row < end; row += 1) perCode[code[row]!]! += passes[victim[row]!]!;
  }
  return perCode;
}

/** Records of some areas by kind and month, from the running sums. */
function addPlanes({ areas, kinds, months, cube }: RecordIndex, { before }: MonthPlanes, { sign, inPlace }: Corrections, perCode: Uint32Array): void {
  for (const by of [1, -1]) {
    const some: number[] = [];
    for (let area = 0; area < areas; area += 1) if (sign[cube.groupOf[area]!] === by && (inPlace[area] === 1) === by > 0) some.push(area);
    if (some.length === 0) continue;
    const list = Uint32Array.from(some);
    for (let kind = 0; kind < kinds; kind += 1) {
      let last = 0;
      for (let month = 1; month <= months; month += 1) {
        const sum = sumAt(before, (month * kinds + kind) * areas, list);
        perCode[kind * months + month - 1]! += by * (sum - last);
        last = sum;
      }
    }
  }
}

function sumAt(before: Uint16Array | Uint32Array, start: number, areas: Uint32Array): number {
  let sum = 0;
  for (let i = 0; i < areas.length; i += 1) sum += before[start + areas[i]!]!;
  return sum;
}
