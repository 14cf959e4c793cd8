import { useRef, useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { downloadPlot, type PlotFile } from './plotFile.ts';

/** The plot as a file; beside the buttons, that it could not be made. */
export function PlotDownloads({ file }: { readonly file: PlotFile }) {
  const [failed, setFailed] = useState(false);
  const working = useRef(false);
  const download = (format: 'svg' | 'png') => {
    if (working.current) return;
    working.current = true;
    downloadPlot(file, format).then(() => setFailed(false), () => setFailed(true)).finally(() => {
      working.current = false;
    });
  };
  return (
    <span className="plot-downloads no-print">
      <output className="muted">{failed ? 'Your browser could not make the picture. ' : ''}</output>
      <Button variant="link" className="small" aria-label="Download the plot as SVG" onPress={() => download('svg')}>SVG</Button>
      <Button variant="link" className="small" aria-label="Download the plot as PNG" onPress={() => download('png')}>PNG</Button>
    </span>
  );
}
