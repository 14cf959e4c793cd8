/** In how many sources an area is significantly higher. */
import type { Agreement } from '../../model/agreement.ts';
import { CLASS, REASON } from '../../model/measures.ts';
import { type OpenedPack, packKey } from '../../model/pack.ts';
import { CLASS_SHADES } from '../scale/colours.ts';
import type { Candidate } from './candidates.ts';
import { NO_DATA, NOT_YET, TOO_FEW, WITHHELD, assign, plainClass } from './candidates.ts';
import type { AreaSymbol, Classified } from './legend.ts';

/** As many as there are digits to mark areas with; more sources share the top class. */
const MOST_CLASSES = 5;
const NOT_COMPARED: Candidate = { ...NO_DATA, label: 'Not compared' };
const NEVER_SHOWN: Candidate = { ...WITHHELD, label: 'Withheld in every source that has it' };
const NEVER_ENOUGH: Candidate = { ...TOO_FEW, label: 'Too few to say in any source', always: false };

/**
 * Classes "all" to "none" of the sources, in one colour by lightness and with the number on the map. An area that no
 * source could compare is "too few to say" where some source has too few of its events, "withheld" where those that hold
 * any withhold its rate, otherwise "not compared".
 * Null (not loaded) and an agreement of another pack give "not calculated yet" everywhere.
 */
export function agreementClasses(agreement: Agreement | null, pack: OpenedPack): Classified {
  const areaCount = pack.areas.code.length;
  if (agreement === null || agreement.pack !== packKey(pack)) return assign([NOT_YET], areaCount, () => 'no-data');
  const { sources, higher, compared } = agreement;
  const top = Math.min(sources.length, MOST_CLASSES);
  const counted = Array.from({ length: top }, (_, index) => top - index).map((number): Candidate => (
    { ...plainClass(`sources-${number}`, labelOf(number, top, sources.length), shadeOf(number, top)), symbol: symbolOf(number) }));
  return assign([...counted, plainClass('sources-0', 'In none', 'similar'), NEVER_ENOUGH, NEVER_SHOWN, NOT_COMPARED], areaCount, (area) => {
    if ((compared[area] ?? 0) > 0) return `sources-${Math.min(higher[area] ?? 0, top)}`;
    if (sources.some(({ classes, reasons }) => classes[area] === CLASS.tooFew && reasons[area] !== REASON.belowThreshold)) return 'too-few';
    return sources.some(({ reasons }) => reasons[area] === REASON.belowThreshold) ? 'withheld' : 'no-data';
  });
}

/** How many areas were compared in some of the sources, but not in all. */
export function partlyCompared({ sources, compared }: Agreement): number {
  return compared.reduce((areas, number) => areas + (number > 0 && number < sources.length ? 1 : 0), 0);
}

function labelOf(number: number, top: number, sources: number): string {
  if (number < top) return `In ${number} of ${sources}`;
  return top < sources ? `In ${top} or more of ${sources}` : `In all ${sources}`;
}

/** The darkest for the top, the others spread evenly. */
function shadeOf(number: number, top: number): (typeof CLASS_SHADES)['higher'][number] {
  const shades = CLASS_SHADES.higher;
  const step = top > 1 ? Math.round(((top - number) * (shades.length - 1)) / (top - 1)) : 0;
  return shades[step] ?? 'higher-3';
}

const DIGITS: readonly AreaSymbol[] = ['digit-1', 'digit-2', 'digit-3', 'digit-4', 'digit-5'];

function symbolOf(number: number): AreaSymbol | null {
  return DIGITS[number - 1] ?? null;
}
