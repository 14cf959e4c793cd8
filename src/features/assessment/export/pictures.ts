import { createElement } from 'react';
import { mapSizes } from '../../../charts/figures/MapFigure.tsx';
import { mapPaths } from '../../../charts/figures/mapPaths.ts';
import type { Assessment, AssessmentFigure } from '../../../model/assessment.ts';
import type { OpenedPack } from '../../../model/pack.ts';
import { FigureDrawing } from '../report/FigureDrawing.tsx';
import { DEMONSTRATION_WORDS, headingOf } from './fileNames.ts';

/** Of pictures and files, whatever the screen: a page's column at 96 dots per inch. */
export const EXPORT_WIDTH = 720;
/** Dots of a PNG to a unit: 300 dots per inch at 18 cm. */
const PNG_SCALE = 3;

/** A figure's drawing as a file of its own, with its title, source and demonstration mark inside. Null where it has no drawing. */
export async function figureSvg(assessment: Assessment, figure: AssessmentFigure, pack: OpenedPack): Promise<string | null> {
  const { drawing, id, title, finding, source } = figure;
  if (drawing === null) return null;
  const { renderToStaticMarkup } = await import('react-dom/server');
  const caption = { heading: headingOf(figure), notes: [finding, `${source} ${assessment.title}, ${assessment.period}.`, ...(assessment.demonstration ? [DEMONSTRATION_WORDS] : [])] };
  const markup = renderToStaticMarkup(createElement(FigureDrawing, { basics: { id, title, finding, width: EXPORT_WIDTH, caption }, drawing, paths: mapPaths(pack, mapSizes(EXPORT_WIDTH)) }));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${markup}\n`;
}

/** Draws an SVG into a PNG. Rejects where the browser cannot. */
export async function pngOf(svg: string): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth * PNG_SCALE;
    canvas.height = image.naturalHeight * PNG_SCALE;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => canvas.toBlob((blob) => (blob === null ? reject(new Error('The browser made no picture')) : resolve(blob)), 'image/png'));
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** Hands a file to the reader; nothing leaves the page. */
export function downloadBlob(name: string, blob: Blob): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 0);
}
