import type { AssessmentFigure } from '../../model/assessment.ts';
import { formatFigure } from '../../model/figureFormat.ts';
import { SUPPRESSED } from '../../model/results.ts';
import type { Selection } from '../../model/selection.ts';
import { FLAGS } from '../../model/vocabulary.ts';
import { sentenceCase } from '../../model/text.ts';
import { column, count, shareWithLimits, words } from '../cells.ts';
import { narrowed, nowhereOf, type Context } from '../context.ts';
import { makeFigure } from '../figure.ts';
import { countedSentence, joined, periodSentence, sourceOf, wilsonSentence } from '../words.ts';
import type { Subject } from './subject.ts';

interface Item {
  readonly id: string;
  readonly title: string;
  readonly count: number;
}

interface ShareOptions {
  readonly id: string;
  readonly title: string;
  readonly heading: string;
  readonly items: readonly Item[];
  readonly caveat: string | null;
  /** What a listed item is in the finding: "carry the flag", "are". */
  readonly verb: string;
}

/** Flags as shares of offences, an offence with several counting under each. */
export function flagFigure(context: Context, subject: Subject): AssessmentFigure | null {
  const { byFlag } = subject.source.evaluation;
  if (!byFlag || !subject.source.entry.fields.flags) return null;
  return shareFigure(context, subject, {
    id: `${subject.prefix}-flags`, title: `Aggravating factors of ${subject.what}`, heading: 'Factor', verb: 'are flagged',
    items: FLAGS.map(({ id, title }, i) => ({ id, title, count: withNowhere(context, subject, byFlag[i] ?? 0, { flags: [i] }) })),
    caveat: 'An offence can carry several flags, so shares do not add up. A flag that nobody set is not the same as a factor that was absent.',
  });
}

/** Offence subgroups (or types, where there are none) as shares. */
export function typeFigure(context: Context, subject: Subject): AssessmentFigure | null {
  const { entry, evaluation, selection } = subject.source;
  const items = entry.kinds.flatMap((kind, i): Item[] => (kind.subgroup !== null && (selection.types === null ? kind.crime : selection.types.includes(kind.type))
    ? [{ id: kind.subgroup, title: kind.subgroupTitle ?? kind.subgroup, count: withNowhere(context, subject, evaluation.byKind[i] ?? 0, { types: [kind.type], subgroups: [kind.subgroup] }) }] : []));
  if (!entry.fields.subgroup || items.length === 0) return null;
  return shareFigure(context, subject, { id: `${subject.prefix}-by-type`, title: `${sentenceCase(subject.what)} by type of offence`, heading: 'Type', verb: 'are', items, caveat: null });
}

/** A count of the county with those that have no area of it, which the charts of an answer leave out. */
function withNowhere(context: Context, { source }: Subject, placed: number, clauses: Partial<Selection>): number {
  return nowhereOf(source) === 0 ? placed : placed + nowhereOf(narrowed(context, source, clauses));
}

/** For ranking: withheld counts come last, as their order would say something of them. */
function known({ count: value }: Item): number {
  return value === SUPPRESSED ? -1 : value;
}

function shareFigure(context: Context, { source }: Subject, { id, title, heading, items, caveat, verb }: ShareOptions): AssessmentFigure {
  const nowhere = nowhereOf(source);
  const whole = nowhere === 0 ? source.evaluation.matching : source.evaluation.matching + nowhere;
  const ranked = items.toSorted((a, b) => known(b) - known(a));
  const cells = ranked.map((item) => shareWithLimits(item.count, whole, context.level));
  const given = ranked.filter((_, i) => cells[i]?.value !== null && cells[i]?.value !== undefined).slice(0, 3);
  return makeFigure(context, {
    id, title, caveat, months: source.months,
    finding: given.length === 0 ? 'No share can be given.' : `Of ${formatFigure(whole, 'count')} ${source.entry.unit}, ${joined(given.map((item) => `${formatFigure(item.count / whole, 'share')} ${verb} ${item.title.toLowerCase()}`))}.`,
    method: `${countedSentence(source)} ${nowhere > 0 ? `Shares of all, with ${formatFigure(nowhere, 'count')} that have no area of the county.` : 'Shares of all that are placed in the county.'} ${wilsonSentence(context)} ${periodSentence(source)}`,
    source: sourceOf(source),
    drawing: {
      kind: 'intervals', unit: 'share', categories: ranked.map((item) => item.title), benchmark: null,
      values: cells.map((cell) => cell.value ?? Number.NaN), lower: cells.map((cell) => cell.lower ?? Number.NaN), upper: cells.map((cell) => cell.upper ?? Number.NaN),
    },
    tables: [{
      id: 'shares', title, columns: [column('what', heading, 'text'), column('count', 'Offences', 'count'), column('share', 'Share', 'share')],
      rows: [
        ...ranked.map((item, i) => ({ id: item.id, cells: [words(item.title), count(item.count), cells[i] ?? words('')] })),
        { id: 'total', total: true, cells: [words('All'), count(whole), words('')] },
      ],
    }],
  });
}
