import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { mapSizes } from '../../charts/figures/MapFigure.tsx';
import { mapPaths } from '../../charts/figures/mapPaths.ts';
import type { Assessment, AssessmentFigure } from '../../model/assessment.ts';
import type { OpenedPack } from '../../model/pack.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { EXPORT_WIDTH } from './export/pictures.ts';
import { FigureActions } from './FigureActions.tsx';
import { Contents } from './report/Contents.tsx';
import { ReportModeProvider } from './report/mode.ts';
import { Report } from './report/Report.tsx';
import { ReportHead } from './report/ReportHead.tsx';

/** Room of a figure's card beside its drawing. */
const CARD = 2 * 17;
const NARROWEST = 280;

interface PageProps {
  readonly assessment: Assessment;
  readonly pack: OpenedPack;
}

/** The report as it is read in the app: contents beside it, actions under each figure. */
export function AssessmentPage({ assessment, pack }: PageProps) {
  const text = useRef<HTMLElement>(null);
  const width = useDrawingWidth(text);
  const paths = useMemo(() => mapPaths(pack, mapSizes(width)), [pack, width]);
  const actionsOf = (figure: AssessmentFigure) => <FigureActions assessment={assessment} figure={figure} pack={pack} />;
  return (
    <ReportModeProvider value="page">
      <nav className="assessment-contents" aria-label="Contents of the assessment"><Contents assessment={assessment} /></nav>
      <article ref={text} className={`report assessment-text${assessment.demonstration ? ' report-paper-demonstration' : ''}`}>
        <ReportHead assessment={assessment} />
        <nav className="assessment-contents-folded" aria-label="Contents">
          <Disclosure title="Contents"><Contents assessment={assessment} /></Disclosure>
        </nav>
        <Report assessment={assessment} width={width} paths={paths} manifest={pack.manifest} actionsOf={actionsOf} />
      </article>
    </ReportModeProvider>
  );
}

/** The width drawings have, in steps of 20 so that dragging a window's edge does not draw everything at every pixel. */
function useDrawingWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(EXPORT_WIDTH);
  useEffect(() => {
    if (element.current === null) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      const room = (entry?.contentRect.width ?? EXPORT_WIDTH) - CARD;
      setWidth(Math.max(NARROWEST, Math.min(EXPORT_WIDTH, room < 400 ? Math.floor(room) : Math.floor(room / 20) * 20)));
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
