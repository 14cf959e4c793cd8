import { createElement } from 'react';
import { PlotFigure } from '../../../charts/PlotFigure.tsx';
import { CLASS, RATE_TITLES, REASON } from '../../../model/measures.ts';
import type { Evaluation } from '../../../model/results.ts';
import { sentenceCase } from '../../../model/text.ts';
import { slug } from '../../../model/vocabulary.ts';
import { describeSelection } from '../../../selection/describe.ts';
import { downloadBlob, downloadText } from '../../../ui/download.ts';
import { formatNumber } from '../../../ui/formats.ts';
import { pngOf } from '../../../ui/pictures.ts';
import type { AreaRow } from '../areaRows.ts';
import { printWords } from '../printWords.ts';
import { benchmarkOf, benchmarkWords, perWords, rateWords, type Scene } from '../scene.ts';
import type { AreaPlotKind } from './areaViews.ts';
import { notDrawnWords, pastAxis, pastAxisWords, pointsOf, sizeTitle } from './plotPoints.ts';

const TITLES: Readonly<Record<AreaPlotKind, string>> = { caterpillar: 'Areas by rate, with limits', funnel: 'Areas by rate and size' };
const WIDTH = 960;

export interface PlotFile {
  readonly scene: Scene & { readonly evaluation: Evaluation };
  readonly rows: readonly AreaRow[];
  readonly kind: AreaPlotKind;
  readonly selected: readonly number[];
  readonly whole: boolean;
}

/** Hands the reader the plot as a picture with its filter, benchmark and demonstration mark in it. Rejects where the browser cannot make it. */
export async function downloadPlot(file: PlotFile, format: 'svg' | 'png'): Promise<void> {
  const { pack, entry } = file.scene;
  const marker = pack.manifest.demonstration ? 'demonstration-' : '';
  const name = `${marker}${slug(pack.manifest.area.title)}-${entry.id}-${file.kind}.${format}`;
  const svg = await plotSvg(file);
  if (format === 'svg') downloadText(name, svg, 'image/svg+xml;charset=utf-8');
  else downloadBlob(name, await pngOf(svg));
}

export async function plotSvg({ scene, rows, kind, selected, whole }: PlotFile): Promise<string> {
  const { renderToStaticMarkup } = await import('react-dom/server');
  const { pack, entry, evaluation, rateKind } = scene;
  const limits = kind === 'funnel' ? evaluation.funnel[rateKind] : null;
  const title = `${TITLES[kind]}: ${describeSelection(evaluation.request.selection, entry, pack.places, pack.areas)}`;
  const finding = findingOf(scene, rows);
  const points = pointsOf(scene, rows);
  const benchmark = { title: sentenceCase(benchmarkWords(scene).title), value: benchmarkOf(evaluation, rateKind)?.value ?? Number.NaN };
  const notes = [
    finding,
    limits === null ? null : 'Lines: limits of chance around the benchmark, 95% dashed, 99.8% solid.',
    points.some(({ chosen }) => !chosen) ? 'Pale: areas outside the chosen places.' : null,
    whole ? null : pastAxisWords(pastAxis(points, kind, benchmark.value)),
    ...printWords(scene),
  ].filter((note) => note !== null);
  const markup = renderToStaticMarkup(createElement(PlotFigure, {
    basics: { id: `areas-${kind}`, title, finding, width: WIDTH, caption: { heading: title, notes } },
    points, benchmark, axisTitle: `${RATE_TITLES[rateKind].short} ${perWords(evaluation)}`,
    funnel: limits === null ? null : { limits, sizeTitle: sizeTitle(rateKind) }, selected, whole,
  }));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${markup}\n`;
}

/** "▲ 102 significantly higher than Bedfordshire (2,878), ● 70 similar, ▼ 209 significantly lower. Not drawn: …" */
function findingOf(scene: PlotFile['scene'], rows: readonly AreaRow[]): string {
  const count = (code: number): string => formatNumber(rows.filter(({ reason, classCode }) => reason === REASON.given && classCode === code).length);
  const rate = benchmarkOf(scene.evaluation, scene.rateKind);
  const than = `${benchmarkWords(scene).title}${rate === null ? '' : ` (${rateWords(rate)})`}`;
  return `▲ ${count(CLASS.higher)} significantly higher than ${than}, ● ${count(CLASS.similar)} similar, ▼ ${count(CLASS.lower)} significantly lower. ${notDrawnWords(rows) ?? ''}`.trim();
}
