import type { ReactNode } from 'react';
import type { CountyPaths } from '../../../charts/figures/mapPaths.ts';
import type { AssessmentFigure } from '../../../model/assessment.ts';
import { Fold } from './Fold.tsx';
import { FigureDrawing } from './FigureDrawing.tsx';
import { anchorOf } from './mode.ts';
import { ReportTable } from './ReportTable.tsx';

interface ReportFigureProps {
  readonly figure: AssessmentFigure;
  readonly width: number;
  readonly paths: CountyPaths;
  /** Title of the columns of limits. */
  readonly limits: string;
  /** What can be done with the figure; nothing in a file. */
  readonly actions?: ReactNode;
}

/** One figure of the assessment: its published number, what it shows, the drawing, the numbers, how and from what. */
export function ReportFigure({ figure, width, paths, limits, actions }: ReportFigureProps) {
  const { id, numbers, title, finding, method, source, caveat, drawing, tables } = figure;
  const anchor = anchorOf(id);
  return (
    <section id={anchor} tabIndex={-1} className="report-figure" aria-labelledby={`${anchor}-heading`}>
      <h3 id={`${anchor}-heading`}>
        {numbers !== '' && <span className="report-numbers">{numbers} </span>}
        {title}
      </h3>
      <p className="report-finding">{finding}</p>
      {drawing !== null && (
        <div className="report-drawing">
          <FigureDrawing basics={{ id: `${anchor}-drawing`, title, finding, width, caption: null }} drawing={drawing} paths={paths} />
        </div>
      )}
      {tables.map((table) => <ReportTable key={table.id} table={table} of={title} limits={limits} />)}
      {caveat !== null && <dl className="report-about"><div><dt>Caution</dt><dd>{caveat}</dd></div></dl>}
      <Fold title="Method and source">
        <dl className="report-about">
          <div><dt>Method</dt><dd>{method}</dd></div>
          <div><dt>Source</dt><dd>{source}</dd></div>
        </dl>
      </Fold>
      {actions}
    </section>
  );
}
