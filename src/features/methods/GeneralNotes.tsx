interface Props {
  readonly demonstration: boolean;
  /** How the pack's population was made; null while no pack is open. */
  readonly population: string | null;
}

/** Rules that hold for every measure and data set. */
export function GeneralNotes({ demonstration, population }: Props) {
  return (
    <section id="method-rules" tabIndex={-1} aria-labelledby="method-rules-title">
      <h2 id="method-rules-title">Rules that hold everywhere</h2>
      {demonstration && (
        <>
          <h3>Demonstration data</h3>
          <p>
            The open pack is a demonstration. Codes, names, deprivation and population of the areas are real. The boundaries are cells
            drawn around a point in each area, not the published ones. Every record is synthetic: made by a seeded generator so that totals,
            shares and rates agree with published figures. It shows how the tool works. It must not be used to decide anything.
          </p>
        </>
      )}
      <h3>Person-years</h3>
      <p>
        Each chosen month that the data set holds adds one twelfth of the mid-year population of its year. Months without data add nothing.
        Where a year’s population is not held, the nearest held year stands in; a pack with one population uses it for every year. The line
        under the map says which, and how many of the months asked for are held.
        {population !== null && ` Population of this pack: ${population}`}
      </p>
      <p>
        For part of the week, counts are for those hours and the rate is “per 100,000 residents a year in these hours”. Hours that run past
        midnight belong to the day on which they start. A night-time profile covers its hotspots and their hours only: its benchmark is the
        rate of the areas covered, and what lies outside is not known, which is not zero.
      </p>
      <h3>Zero, no data, too few, withheld</h3>
      <p>
        Zero means that nothing was recorded. No data means that we do not know. Too few to say means fewer than 10 events: no rate is given.
        Withheld means that the data set’s sharing agreement forbids showing counts below its threshold, or others that would give them
        away by subtraction; published open data is exempt. Each has a look of its own on the map and its word in the table, in prints and in
        the CSV, never an empty cell. Figures of another source can still give a withheld count away: check before you publish.
      </p>
      <h3>Offences and victims</h3>
      <p>
        In a force’s own extract a row is a victim, and an offence with several victims repeats its reference. Counts, months, hours and crude
        rates count offences. Standardised rates count victims, because age is the victim’s.
      </p>
      <h3>Times at exactly 00:00</h3>
      <p>
        Extracts often store an unknown time as midnight. The share in the whole week and in the chosen hours is shown beside the hours; where
        days or hours are chosen and it is 5% or more, it stands beside the result and in the CSV too. Set those records aside to see
        whether a night-time pattern remains. Person-years stay the same, so rates without them are too low rather than too high.
      </p>
      <h3>Areas are not people, and borders matter</h3>
      <p>
        A rate describes an area, not each person in it. Draw the borders elsewhere and some areas change class: a pattern that holds for
        LSOAs, wards and hubs alike is worth more than one that holds for LSOAs only.
      </p>
      <h3>data.police.uk</h3>
      <p>
        Street files give the month only, one category for violence and sexual offences, and points moved to the nearest of a list of places
        that was replaced in July 2022. We use the LSOA code as published, turn 2021 codes into 2011 codes through the official lookup, never
        remove repeated anti-social behaviour, and keep anti-social behaviour apart from crime. Police recorded crime is official data but not
        an accredited official statistic.
      </p>
      <h3>Privacy</h3>
      <p>
        Everything is computed in this browser. No data, filter or click is sent anywhere; what follows the # of the address never reaches the
        server. Saved selections are kept in this browser’s own storage, on this device; removing them there forgets them.
      </p>
    </section>
  );
}
