/**
 * Counts and variances for events that repeat on the same people, to be given to `directlyStandardisedRate`:
 * violence does, so limits that treat its events as independent are too narrow. The rate stays the same.
 *
 * `people` maps a number of events f (1, 2, 3 ...) to the people per band who had exactly f of them. Per band:
 * events = sum(f people), variance = sum(f^2 people), because the numbers of people are the Poisson counts.
 * Throws RangeError for an f that is not a whole number above 0, for lists of different lengths and for
 * missing or negative numbers of people.
 *
 * Source: PHEindicatormethods `calculate_dsr` with independent_events = FALSE (OHID).
 */
export function repeatedEvents(people: ReadonlyMap<number, ArrayLike<number>>): { events: number[]; variance: number[] } {
  const bands = people.values().next().value?.length ?? 0;
  const events = Array.from({ length: bands }, () => 0);
  const variance = Array.from({ length: bands }, () => 0);
  for (const [frequency, counts] of people) {
    if (!Number.isInteger(frequency) || frequency < 1) throw new RangeError(`People cannot have ${frequency} events: 1, 2, 3 ...`);
    if (counts.length !== bands) throw new RangeError(`People with ${frequency} events: ${counts.length} bands where others have ${bands}.`);
    for (let band = 0; band < bands; band += 1) {
      const count = counts[band];
      if (count === undefined || !(count >= 0 && Number.isFinite(count))) {
        throw new RangeError(`Band ${band}: the number of people with ${frequency} events is missing or negative.`);
      }
      events[band] = (events[band] ?? 0) + frequency * count;
      variance[band] = (variance[band] ?? 0) + frequency ** 2 * count;
    }
  }
  return { events, variance };
}
