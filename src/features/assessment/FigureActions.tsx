import type { Assessment, AssessmentFigure } from '../../model/assessment.ts';
import type { OpenedPack } from '../../model/pack.ts';
import { Button } from '../../ui/Button.tsx';
import { downloadBlob, downloadText } from '../../ui/download.ts';
import { pngOf } from '../../ui/pictures.ts';
import { fileName, headingOf } from './export/fileNames.ts';
import { figureCsv } from './export/figureCsv.ts';
import { figureText } from './export/figureText.ts';
import { figureSvg } from './export/pictures.ts';
import { useSaid } from './useSaid.ts';

interface ActionsProps {
  readonly assessment: Assessment;
  readonly figure: AssessmentFigure;
  readonly pack: OpenedPack;
}

/** Ways to take a figure along. What was done, or why it could not be, is said beside the buttons and to screen readers. */
export function FigureActions({ assessment, figure, pack }: ActionsProps) {
  const [said, say] = useSaid();
  const act = (done: string, failed: string, work: () => Promise<void>) => () => {
    work().then(() => say(done), () => say(failed));
  };
  const name = headingOf(figure);
  const picture = async (kind: 'svg' | 'png') => {
    const svg = await figureSvg(assessment, figure, pack);
    if (svg === null) return;
    if (kind === 'svg') downloadText(fileName(assessment, figure.id, 'svg'), svg, 'image/svg+xml;charset=utf-8');
    else downloadBlob(fileName(assessment, figure.id, 'png'), await pngOf(svg));
  };
  const failed = 'Your browser could not make the picture. Try the other format.';
  const copy = act('Copied', 'Your browser did not allow copying. Download the CSV instead.', () => navigator.clipboard.writeText(figureText(assessment, figure)));
  const csv = act('CSV saved', 'Your browser could not save the file.', async () => downloadText(fileName(assessment, figure.id, 'csv'), figureCsv(assessment, figure)));
  return (
    <fieldset className="report-actions" aria-label={`Take along: ${name}`}>
      {figure.tables.length > 0 && <Button icon="download" aria-label={`CSV: ${name}`} onPress={csv}>CSV</Button>}
      {figure.drawing !== null && <Button icon="download" aria-label={`SVG: ${name}`} onPress={act('SVG saved', failed, () => picture('svg'))}>SVG</Button>}
      {figure.drawing !== null && <Button icon="download" aria-label={`PNG: ${name}`} onPress={act('PNG saved', failed, () => picture('png'))}>PNG</Button>}
      <Button aria-label={`Copy as text: ${name}`} onPress={copy}>Copy as text</Button>
      <output className="report-said">{said}</output>
    </fieldset>
  );
}
