import { createElement } from 'react';
import { mapSizes } from '../../../charts/figures/MapFigure.tsx';
import { mapPaths } from '../../../charts/figures/mapPaths.ts';
import type { Assessment, AssessmentFigure } from '../../../model/assessment.ts';
import type { OpenedPack } from '../../../model/pack.ts';
import { FigureDrawing } from '../report/FigureDrawing.tsx';
import { DEMONSTRATION_WORDS, headingOf } from './fileNames.ts';

/** Of pictures and files, whatever the screen: a page's column at 96 dots per inch. */
export const EXPORT_WIDTH = 720;

/** A figure's drawing as a file of its own, with its title, source and demonstration mark inside. Null where it has no drawing. */
export async function figureSvg(assessment: Assessment, figure: AssessmentFigure, pack: OpenedPack): Promise<string | null> {
  const { drawing, id, title, finding, source, period } = figure;
  if (drawing === null) return null;
  const { renderToStaticMarkup } = await import('react-dom/server');
  const caption = { heading: headingOf(figure), notes: [finding, `${source} ${assessment.title}${period === null ? '' : `, ${period}`}.`, ...(assessment.demonstration ? [DEMONSTRATION_WORDS] : [])] };
  const markup = renderToStaticMarkup(createElement(FigureDrawing, { basics: { id, title, finding, width: EXPORT_WIDTH, caption }, drawing, paths: mapPaths(pack, mapSizes(EXPORT_WIDTH)) }));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${markup}\n`;
}
