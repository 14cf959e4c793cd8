import type { AssessmentFigure } from '../../model/assessment.ts';
import type { Context, Source } from '../context.ts';
import type { Missing, Part } from '../figure.ts';

/** A figure that a section gives where it can. */
export type Promised = Pick<Missing, 'id' | 'title'>;

export interface SectionDraft {
  readonly id: string;
  readonly title: string;
  readonly introduction: readonly string[];
  readonly part: Part;
}

/** Figures that came about, without those that did not. */
export function given(...figures: readonly (AssessmentFigure | null)[]): Part {
  return { figures: figures.filter((figure) => figure !== null), missing: [] };
}

export function together(...parts: readonly Part[]): Part {
  return { figures: parts.flatMap(({ figures }) => figures), missing: parts.flatMap(({ missing }) => missing) };
}

/** Everything promised that a part neither gives nor explains, as missing for one reason. Nothing is dropped in silence. */
export function accountFor(part: Part, promised: readonly Promised[], reason: string): Part {
  const named = new Set([...part.figures, ...part.missing].map(({ id }) => id));
  return { figures: part.figures, missing: [...part.missing, ...promised.filter(({ id }) => !named.has(id)).map((each) => ({ ...each, reason }))] };
}

/** What a reader must know of a data set before its figures. */
export function introductionOf({ entry }: Pick<Source, 'entry'>): string[] {
  const { disclosureThreshold: threshold } = entry;
  const hidden = threshold > 1 ? [`Counts from 1 to ${threshold - 1} are withheld, and with them those that would give one away by subtraction.`] : [];
  return [`Data: ${entry.title}.`, ...entry.caveats, ...hidden];
}

export type MakeSection = (context: Context) => SectionDraft;
