import { Label } from 'react-aria-components/Label';
import { ProgressBar } from 'react-aria-components/ProgressBar';
import type { Progress } from '../model/pack.ts';
import { formatBytes } from './formats.ts';

/** How far something has come; a moving bar where the end is not known. */
export function ProgressLine({ progress }: { readonly progress: Progress | null }) {
  const known = progress !== null && progress.total > 0;
  return (
    <ProgressBar
      className="progress"
      value={known ? (100 * progress.done) / progress.total : 0}
      isIndeterminate={!known}
      {...(known ? { valueLabel: `${formatBytes(progress.done)} of ${formatBytes(progress.total)}` } : {})}
    >
      {({ percentage, valueText }) => (
        <>
          <div className="progress-words">
            <Label>{progress?.step ?? 'Starting'}</Label>
            <span className="muted">{valueText ?? ''}</span>
          </div>
          <div className="progress-track">
            <div className={`progress-fill${known ? '' : ' progress-moving'}`} style={known ? { width: `${percentage ?? 0}%` } : {}} />
          </div>
        </>
      )}
    </ProgressBar>
  );
}
