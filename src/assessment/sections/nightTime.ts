import type { AssessmentFigure } from '../../model/assessment.ts';
import type { PlaceProperties } from '../../model/areas.ts';
import { formatFigure } from '../../model/figureFormat.ts';
import { unitOf } from '../../model/kinds.ts';
import type { DataSetEntry } from '../../model/manifest.ts';
import { SUPPRESSED } from '../../model/results.ts';
import { coveredHours } from '../../selection/coverage.ts';
import { column, count, drawn, number, share, words, type RowDraft } from '../cells.ts';
import { narrowed, readSource, type Context, type Source } from '../context.ts';
import { makeFigure } from '../figure.ts';
import { countedSentence, joined, monthsTitle, periodSentence, sourceOf } from '../words.ts';
import { hotspotFacts, NIGHT, type HotspotFacts } from './hotspotFacts.ts';
import { accountFor, given, introductionOf, type SectionDraft } from './section.ts';

const TITLE = 'Night-time economy hotspots';
const PROMISED = [{ id: 'night-time-hotspots', title: TITLE }];

/** The night-time economy hotspots side by side: from a profile's records, or from the force's where these carry hours. */
export function nightTimeSection(context: Context, profile: DataSetEntry | null, police: DataSetEntry | null): SectionDraft {
  const section = { id: 'night-time', title: TITLE };
  const entry = profile ?? (police?.fields.weekdayHour ? police : null);
  const hotspots = context.pack.places.features.flatMap(({ properties }) => (properties.kind === 'nte-hotspot' ? [properties] : []));
  if (!entry || hotspots.length === 0) {
    const reason = hotspots.length === 0 ? 'The pack names no night-time economy hotspots.' : 'The pack holds no night-time economy profile and no records with hours. Published profiles stand on the map’s hotspot cards.';
    return { ...section, introduction: [], part: accountFor(given(), PROMISED, reason) };
  }
  const hours = coveredHours(entry, context.pack.places) ?? NIGHT;
  const source = readSource(context, entry, { hours });
  return { ...section, introduction: introductionOf(source), part: given(hotspotFigure(context, source, hotspots)) };
}

function hotspotFigure(context: Context, source: Source, hotspots: readonly PlaceProperties[]): AssessmentFigure {
  const facts = hotspots.map((place) => hotspotFacts(narrowed(context, source, { nteHotspots: [place.id] }), place, (clauses) => narrowed(context, source, { nteHotspots: [place.id], ...clauses }).evaluation));
  const unit = unitOf(source.entry, source.selection);
  const ranked = facts.filter(({ offences }) => offences !== SUPPRESSED).toSorted((a, b) => b.offences - a.offences);
  const hasIncidents = source.entry.kinds.some(({ crime }) => !crime);
  const { flags } = source.entry.fields;
  return makeFigure(context, {
    id: 'night-time-hotspots', title: TITLE, months: source.months,
    finding: ranked.length > 0 ? `${joined(ranked.map(({ title, offences }) => `${title} ${formatFigure(offences, 'count')}`))} ${unit} in the hours of the night-time economy.` : 'No count may be shown.',
    method: `${countedSentence(source)} Hours ${clock(source.selection.hours?.from ?? 0)} to ${clock(source.selection.hours?.to ?? 0)}, which belong to the day they start. A weekend is the nights of Friday and Saturday; weekends are counted by their Saturdays. ${periodSentence(source)}`,
    source: sourceOf(source),
    caveat: hotspots.some(({ approximate }) => approximate) ? 'The extents of the hotspots are approximations: areas whose inside point, or a quarter of whose surface, lies in one.' : null,
    drawing: { kind: 'bars', stacked: false, horizontal: true, unit, categories: facts.map(({ title }) => title), series: [{ title: 'Offences', values: facts.map(({ offences }) => drawn(offences)) }, ...(hasIncidents ? [{ title: 'Incidents', values: facts.map(({ incidents }) => drawn(incidents)) }] : [])] },
    tables: [
      {
        id: 'hotspots', title: TITLE, rows: facts.map((each) => factRow(each, hasIncidents, flags, monthsTitle(source.months))),
        columns: [
          column('hotspot', 'Hotspot', 'text'), column('offences', 'Offences', 'count'), ...(hasIncidents ? [column('incidents', 'Incidents of anti-social behaviour', 'count')] : []),
          column('per-weekend', 'Offences per weekend', 'rate'), ...(flags ? [column('domestic-abuse', 'Domestic abuse', 'share'), column('hate', 'Hate', 'share')] : []),
          column('peak-night', 'Busiest night', 'text'), column('peak-hour', 'Busiest hour', 'text'), column('period', 'Period', 'text'),
        ],
      },
      { id: 'offences', title: 'Most frequent offences', rows: facts.flatMap(kindRows), columns: [column('offence', 'Hotspot and offence', 'text'), column('count', 'Offences', 'count'), column('share', 'Share', 'share')] },
    ],
  });
}

function factRow(facts: HotspotFacts, hasIncidents: boolean, flags: boolean, period: string): RowDraft {
  const { id, title, offences, incidents, perWeekend, domestic, hate, peakNight, peakHour } = facts;
  return { id, cells: [words(title), count(offences), ...(hasIncidents ? [count(incidents)] : []), number(perWeekend), ...(flags ? [share(domestic, offences), share(hate, offences)] : []), words(peakNight), words(peakHour), words(period)] };
}

function kindRows({ id, title, offences, kinds }: HotspotFacts): RowDraft[] {
  return kinds.slice(0, 3).map((kind) => ({ id: `${id}.${kind.id}`, cells: [words(`${title}: ${kind.title}`), count(kind.count), share(kind.count, offences)] }));
}

function clock(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}
