import type { MeasureNote } from './note.ts';

/** How a patrol plan is made and tried. */
export const PATROL_NOTES: readonly MeasureNote[] = [
  {
    id: 'patrol-plan',
    title: 'Patrol plans',
    meaning: 'Which hotspot is visited by which pair, and when. First come the visits that the rule needs, so that every hotspot, and with it every hub, gets its minimum. Then, where the rule allows, the time left over is filled with the visits that cover most expected events, where they add at most 30 minutes of travel. Start times are drawn at random within the opening that each visit has, from the seed shown: the same seed and settings give the same plan.',
    formula: 'covered = Σ over hotspots of the events expected in the minutes from a visit’s start to its end and the residual minutes after it, each minute once',
    symbols: [
      ['events expected', 'of the last 12 months under the filter, a week, spread over the hours of the week as the last 36 months were: Monday to Thursday and Friday to Sunday each as one mean day, or, with fewer than 100 timed events, all days together'],
      ['peak hours', 'for each weekday the fewest hours that hold the chosen share of the hotspot’s events'],
      ['travel', 'straight-line metres × 1.3 ÷ speed (4.8 km/h on foot, 25 km/h by vehicle) + 4 minutes for each trip by vehicle, rounded up; from the base to the first visit and back as well'],
      ['base', 'the area nearest to the mean of the hub’s residents, until another or none is chosen: packs hold no stations'],
    ],
    source: 'Home Office requirement in the Bedfordshire Police and Crime Plan (2024); Operation Rowan, doi 10.1007/s41887-021-00066-3; Southend, doi 10.1007/s41887-021-00067-2; Koper (1995), doi 10.1080/07418829500096231.',
    caveats: [
      'A plan is good, not the best there is: the planner searches. Where the page says that no plan can meet the rule, that follows from the minutes alone. Where it says that visits are missing, this planner found no place for them.',
      'The residual minutes are a yardstick for comparing plans. No effect is promised: what trials found is shown with its uncertainty, and a rule without a trial has none.',
      'Events recorded at exactly 00:00 are set aside from the hours and spread as the others are; their share is said. A data set without hours has no peaks.',
      'Travel is no route: rivers, railways and motorways are not known.',
      'Recorded events are not all events, and patrols themselves change what is recorded.',
    ],
  },
  {
    id: 'patrol-back-test',
    title: 'What the places of a plan held',
    meaning: 'The share of the events of the last three months that as many areas held, chosen in the same way on the 12 months before them. Beside it stands what the plan’s own places held; these were chosen with the same months in view, which flatters them. Of a hotspot list that this browser keeps, it says whether the list’s months include these; of one from a link alone, that it is not known.',
    formula: 'capture = events in the places ÷ events in the hubs planned for (the county without a hub), both in the last three months',
    symbols: [],
    source: 'Chainey, Tompson and Uhlig (2008), Security Journal 21, 4–28 (hit rate).',
    caveats: ['It is one quarter: the next may differ by chance. Hotspots tries methods over all periods, with intervals. Withheld counts make it not available.'],
  },
  {
    id: 'patrol-trial',
    title: 'Trial of a plan',
    meaning: 'Days are drawn by chance as treatment or control, balanced by weekday. Afterwards every day counts as it was drawn, whether or not the patrol was made (intention to treat).',
    formula: 'difference = mean events a hotspot and treatment day − the same a control day; p = (as large among R redraws + 1) ÷ (R + 1)',
    symbols: [['R', '9,999 redraws of the same trial within its blocks']],
    source: 'Rosenbaum (2002), Observational Studies; Phipson and Smyth (2010), Statistical Applications in Genetics and Molecular Biology 9, 39.',
    caveats: ['The interval holds the constant effects that the test does not reject. Days without a row are not counted as zero. The comparison needs the trial exactly as it was drawn: keep it on the device before it begins.'],
  },
  {
    id: 'patrol-log',
    title: 'Gaps in the visits made',
    meaning: 'How long ago each place was last visited for the rule’s full minutes, on a date of choice, and whether it is overdue: no such visit in the last days that the rule speaks of, that date included. Shapes and words on the map, the same in the table.',
    formula: 'days since = that date − date of the last full visit; overdue where it is at least the rule’s number of days',
    symbols: [],
    source: 'The rule chosen; the log as pasted, of which every row is used or set aside under a reason.',
    caveats: ['A visit counts for the date on which it starts. Before the first visit of the log nothing is known. Rules that are not by days make nothing overdue here. Hubs, last visits, ticks and a trial are kept by this browser alone and can be forgotten there.'],
  },
];
