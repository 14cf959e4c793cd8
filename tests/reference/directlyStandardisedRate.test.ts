import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { directlyStandardisedRate, type StandardisedRate } from '../../src/statistics/directlyStandardisedRate.ts';
import { EUROPEAN_STANDARD_POPULATION_2013 } from '../../src/statistics/europeanStandardPopulation.ts';
import { repeatedEvents } from '../../src/statistics/repeatedEvents.ts';
import { differences, figure, readCases, relativeError, TOLERANCE, type Figure } from './cases.ts';

const numbers = z.array(z.number());
const row = z.record(z.string(), z.union([figure, z.string()]));
const answer = z.object({ error: z.null(), result: row });
const refusal = z.object({ error: z.string() });
const answers = z.record(z.string(), answer);
const inputs = z.object({
  standard_population: z.string().optional(), count: numbers, denominator: numbers, stdpop: numbers, multiplier: z.number(),
});
const LEVELS = [[0.95, 'lower95_0cl', 'upper95_0cl'], [0.998, 'lower99_8cl', 'upper99_8cl']] as const;
const USUAL = { confidence: 0.95, multiplier: 100_000 };

function compare(rate: StandardisedRate, reference: z.infer<typeof row>, lower: string, upper: string): string[] {
  const of = (column: string): Figure | undefined => {
    const value = reference[column];
    return typeof value === 'string' ? undefined : value;
  };
  const withheld = rate.reason === (of('value') === null ? 'fewer-than-10' : null) ? [] : [`reason ${String(rate.reason)}`];
  return [...withheld, ...differences({
    total: [rate.total, of('total_count')], value: [rate.value, of('value')], lower: [rate.lower, of(lower)], upper: [rate.upper, of(upper)],
  })];
}

/** Every level below 100% that R was asked for: the pair 95 and 99.8, and the single levels. */
function compareAllLevels({ count, denominator, stdpop, multiplier }: z.infer<typeof inputs>, expected: z.infer<typeof answers>): string[] {
  return Object.entries(expected).flatMap(([call, { result }]) => {
    const single = Number(call.replace('confidence_', ''));
    const levels = call === 'ci95_and_ci99_8' ? LEVELS : [[single, 'lowercl', 'uppercl']] as const;
    return levels.filter(([confidence]) => confidence < 1).flatMap(([confidence, lower, upper]) =>
      compare(directlyStandardisedRate(count, denominator, stdpop, { confidence, multiplier }), result, lower, upper));
  });
}

describe('DSR equals PHEindicatormethods (a_dsr)', () => {
  const plain = ['ordinary_19', 'other_bands', 'threshold', 'zero_bands', 'tiny', 'negative_lower', 'big'];
  it.each(readCases('a_dsr', inputs, answers, (group) => plain.includes(group)))('$group: $id', (one) => {
    expect(compareAllLevels(one.inputs, one.expected)).toEqual([]);
  });

  const odd = readCases('a_dsr', inputs.extend({ count: z.array(z.number().nullable()) }), answers, (group) => group === 'accepted_oddities');
  const complete = odd.filter((one) => !one.inputs.count.includes(null));
  it.each(complete)('accepted_oddities: $id (levels below 100%)', (one) => {
    expect(compareAllLevels(inputs.parse(one.inputs), one.expected)).toEqual([]);
  });

  const peopleInputs = inputs.omit({ count: true }).extend({ individuals_by_event_frequency: z.record(z.string(), numbers) });
  it.each(readCases('a_dsr', peopleInputs, answer, (group) => group === 'nonindependent'))('nonindependent: $id', (one) => {
    const { individuals_by_event_frequency: people, denominator, stdpop, multiplier } = one.inputs;
    const { events, variance } = repeatedEvents(new Map(Object.entries(people).map(([f, counts]) => [Number(f), counts])));
    expect(LEVELS.flatMap(([confidence, lower, upper]) => compare(
      directlyStandardisedRate(events, denominator, stdpop, { confidence, multiplier, variance }), one.expected.result, lower, upper))).toEqual([]);
  });

  it('uses the standard population of the 19-band cases', () => {
    const standards = readCases('a_dsr', inputs, answers, (group) => group === 'ordinary_19').map((one) => one.inputs.stdpop);
    expect(standards.length).toBeGreaterThan(0);
    expect(standards.every((standard) => standard.join() === EUROPEAN_STANDARD_POPULATION_2013.join())).toBe(true);
  });

  describe('where our rule differs on purpose', () => {
    it.each(odd.filter((one) => one.inputs.count.includes(null)))('$id: a missing count is an error that names its band, not 0', (one) => {
      const count = one.inputs.count.map((x) => x ?? Number.NaN);
      expect(() => directlyStandardisedRate(count, one.inputs.denominator, one.inputs.stdpop, USUAL))
        .toThrow(new RangeError(`Band ${count.findIndex(Number.isNaN)}: the number of events is missing or not a number.`));
    });

    it.each(complete.filter((one) => one.inputs.count.length < 19 && one.inputs.standard_population === 'esp2013_19'))(
      '$id: fewer bands than the standard are an error, never re-weighted', (one) => {
        const { count, denominator } = inputs.parse(one.inputs);
        expect(() => directlyStandardisedRate(count, denominator, EUROPEAN_STANDARD_POPULATION_2013, USUAL)).toThrow(`Band ${count.length} is missing`);
      });

    it.each(complete.filter((one) => 'confidence_1' in one.expected))('$id: 100% is an error, because its limits are infinite', (one) => {
      const { count, denominator, stdpop } = inputs.parse(one.inputs);
      expect(() => directlyStandardisedRate(count, denominator, stdpop, { ...USUAL, confidence: 1 })).toThrow(RangeError);
    });
  });
});

const loose = z.array(z.union([z.number(), z.string(), z.null()]));

/** Text in place of a number is no number for us either. */
function numbersOf(values: z.infer<typeof loose>): number[] {
  return values.map((x) => (typeof x === 'number' ? x : Number.NaN));
}

function contradictory(area: { count: number[]; denominator: number[] }): boolean {
  return area.denominator.some((n, band) => n === 0 && (area.count[band] ?? 0) > 0);
}

describe('DSR refuses what PHEindicatormethods refuses (a_dsr, rejected)', () => {
  const args = z.object({ confidence: z.number().optional(), multiplier: z.number().optional() });
  const rejected = readCases('a_dsr', z.object({ count: loose, denominator: loose, stdpop: loose, args }), refusal, (group) => group === 'rejected');
  const emptyBand = (one: (typeof rejected)[number]): boolean => one.inputs.denominator.includes(0);

  it.each(rejected.filter((one) => !emptyBand(one)))('$id', (one) => {
    const options = { confidence: one.inputs.args.confidence ?? 0.95, multiplier: one.inputs.args.multiplier ?? 100_000 };
    expect(() => directlyStandardisedRate(numbersOf(one.inputs.count), numbersOf(one.inputs.denominator), numbersOf(one.inputs.stdpop), options)).toThrow(RangeError);
  });

  const areas = rejected.filter(emptyBand).map(({ id, inputs: { count, denominator, stdpop } }) =>
    ({ id, count: numbers.parse(count), denominator: numbers.parse(denominator), stdpop: numbers.parse(stdpop) }));

  it.each(areas.filter((area) => !contradictory(area)))('$id: for us, a band without population and events adds nothing and is reported', (area) => {
    const { count, denominator, stdpop } = area;
    const result = directlyStandardisedRate(count, denominator, stdpop, USUAL);
    const added = stdpop.reduce((sum, w, band) => sum + (denominator[band] === 0 ? 0 : w * (count[band] ?? 0) / (denominator[band] ?? 1)), 0);
    expect(result.bandsWithoutPopulation).toBe(denominator.filter((n) => n === 0).length);
    expect(relativeError(result.value, 100_000 * added / stdpop.reduce((a, b) => a + b, 0))).toBeLessThan(TOLERANCE);
  });

  it('a band with events and without population: for us, a reason for that area', () => {
    const [area] = areas;
    if (area === undefined) throw new Error('no case with an empty band');
    const count = area.count.map((x, band) => (area.denominator[band] === 0 ? 3 : x));
    expect(directlyStandardisedRate(count, area.denominator, area.stdpop, USUAL)).toMatchObject({ value: null, reason: 'events-without-population' });
  });

  const groupedInputs = inputs.extend({ area: z.array(z.string()) });
  it.each(readCases('a_dsr', groupedInputs, refusal, (group) => group === 'grouped'))('$id: for us, one bad area leaves the others their rates', (one) => {
    const results = Object.fromEntries([...new Set(one.inputs.area)].map((area) => {
      const of = (column: number[]): number[] => column.filter((_, i) => one.inputs.area[i] === area);
      const result = directlyStandardisedRate(of(one.inputs.count), of(one.inputs.denominator), of(one.inputs.stdpop), USUAL);
      const faulty = result.reason === 'events-without-population' || result.bandsWithoutPopulation > 0;
      return [area, { faulty, withoutPopulation: of(one.inputs.denominator).includes(0) }];
    }));
    expect(Object.values(results).filter(({ faulty }) => faulty)).toHaveLength(1);
    expect(Object.values(results).every(({ faulty, withoutPopulation }) => faulty === withoutPopulation)).toBe(true);
  });
});
