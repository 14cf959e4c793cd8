import type { Drawing } from '../../model/assessment.ts';
import { formatFigure } from '../../model/figureFormat.ts';
import { SUPPRESSED } from '../../model/results.ts';
import { AGE_BANDS, AGE_UNKNOWN, SEXES } from '../../model/vocabulary.ts';
import { sentenceCase } from '../../model/text.ts';
import { column, count, drawn, share, shareWithLimits, sumOf, words, type RowDraft } from '../cells.ts';
import type { Context } from '../context.ts';
import { makeFigure, type Part } from '../figure.ts';
import { protectRows } from '../protect.ts';
import { joined, periodSentence, sourceOf, wilsonSentence } from '../words.ts';
import { busiest } from './months.ts';
import type { Subject } from './subject.ts';

const COLUMNS = AGE_UNKNOWN + 1;
const AGE_TITLES = [...AGE_BANDS, 'Not recorded'];

/** Victims (patients) by age and, where it is held, sex. */
interface Ages {
  readonly who: string;
  /** All of them, whatever their age. */
  readonly whole: number;
  /** By age, not recorded last. */
  readonly all: readonly number[];
  /** By age and SEXES; null where sex is not held. */
  readonly bySex: readonly (readonly number[])[] | null;
  /** By SEXES; null where sex is not held. */
  readonly sexes: readonly number[] | null;
}

/** Victims or patients by age, and by sex where it is held; missing where there is no age. */
export function ageFigure(context: Context, subject: Subject): Part {
  const { source, prefix, what } = subject;
  const ages = agesOf(subject);
  const who = source.entry.kind === 'health-counts' ? 'patients' : 'victims';
  const id = `${prefix}-by-age-sex`;
  if (!ages) return { figures: [], missing: [{ id, title: `${sentenceCase(what)} by age and sex`, reason: `“${source.entry.title}” does not hold the age of ${who}.` }] };
  const { bySex, sexes } = ages;
  const title = `${sentenceCase(what)} by age${bySex ? ' and sex' : ''} of ${who}`;
  const figure = makeFigure(context, {
    id, title, months: source.months,
    finding: finding(subject, ages),
    method: `Counts are ${who} in areas of the county, by age band at the time${bySex ? ' and recorded sex' : ''}. ${bySex ? `${wilsonSentence(context)} ` : ''}${periodSentence(source)}`,
    source: sourceOf(source),
    drawing: drawing(ages),
    tables: [ageTable(title, ages), ...(sexes ? [sexTable(context, sexes)] : [])],
  });
  const reason = `“${source.entry.title}” does not hold the sex of ${who}; their ages are given.`;
  return { figures: [figure], missing: bySex ? [] : [{ id, title: `${sentenceCase(what)} by sex`, reason }] };
}

function agesOf({ source: { entry, evaluation } }: Subject): Ages | null {
  const { byAge, detail } = evaluation;
  if (!entry.fields.age || !byAge) return null;
  const counts = entry.fields.sex ? detail?.byAgeSex ?? null : null;
  return {
    who: entry.kind === 'health-counts' ? 'patients' : 'victims',
    whole: evaluation.matchingVictims,
    all: Array.from(byAge),
    bySex: counts && protectRows(AGE_TITLES.map((_, age) => SEXES.map((__, sex) => counts[sex * COLUMNS + age] ?? 0))),
    sexes: counts && evaluation.bySex && Array.from(evaluation.bySex),
  };
}

function ageTable(title: string, { all, bySex, sexes, whole }: Ages) {
  const rows: RowDraft[] = AGE_TITLES.map((band, age) => ({
    id: age === AGE_UNKNOWN ? 'age-unknown' : `age-${age}`,
    cells: [
      words(band), ...(bySex?.[age] ?? []).map(count), count(all[age]), share(all[age] ?? 0, whole),
      age === AGE_UNKNOWN ? words('') : rankCell(all.slice(0, AGE_UNKNOWN), all[age] ?? 0),
    ],
  }));
  const totals: RowDraft = { id: 'total', total: true, cells: [words('All ages'), ...(bySex ? SEXES.map((_, sex) => count(sexes?.[sex])) : []), count(whole), words(''), words('')] };
  return {
    id: 'ages', title, rows: [...rows, totals],
    columns: [column('age', 'Age', 'text'), ...(bySex ? SEXES.map((sex) => column(sex.id, sex.title, 'count')) : []), column('total', 'All', 'count'), column('share', 'Share', 'share'), column('rank', 'Rank', 'count')],
  };
}

/** 1 = most; equal counts share the lower number. None for what is withheld or zero. */
function rankCell(bands: readonly number[], own: number) {
  return own === SUPPRESSED || own === 0 ? words('') : count(1 + bands.filter((each) => each !== SUPPRESSED && each > own).length);
}

function sexTable({ level }: Context, [female = 0, male = 0]: readonly number[]) {
  const recorded = sumOf([female, male]);
  return {
    id: 'sexes', title: 'Of those whose sex is recorded',
    columns: [column('who', 'Who', 'text'), column('recorded', 'Sex recorded', 'count'), column('female-share', 'Female', 'share'), column('male-share', 'Male', 'share')],
    rows: [{ id: 'recorded', cells: [words('Sex recorded'), count(recorded), shareWithLimits(female, recorded, level), shareWithLimits(male, recorded, level)] }],
  };
}

function drawing({ all, bySex, who }: Ages): Drawing {
  const categories = [...AGE_BANDS];
  if (!bySex) return { kind: 'bars', stacked: false, horizontal: false, unit: who, categories, series: [{ title: 'All', values: categories.map((_, age) => drawn(all[age])) }] };
  const ofSex = (sex: number): number[] => categories.map((_, age) => drawn(bySex[age]?.[sex]));
  return { kind: 'pyramid', categories, unit: who, left: { title: 'Female', values: ofSex(0) }, right: { title: 'Male', values: ofSex(1) } };
}

function finding({ what }: Subject, { all, sexes, who }: Ages): string {
  const top = busiest(all.slice(0, AGE_UNKNOWN), 3);
  if (top.length === 0) return `No age band’s number of ${who} can be given.`;
  const ages = `The largest age groups of the ${who} of ${what} are ${joined(top.map((age) => `${AGE_BANDS[age] ?? ''} (${formatFigure(all[age] ?? 0, 'count')})`))}`;
  const [female = SUPPRESSED, male = SUPPRESSED] = sexes ?? [];
  const recorded = sumOf([female, male]);
  return recorded === SUPPRESSED || recorded === 0 ? `${ages}.` : `${ages}; ${formatFigure(female / recorded, 'share')} of those whose sex is recorded are female.`;
}
