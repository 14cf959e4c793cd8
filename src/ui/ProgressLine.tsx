import { useId } from 'react';
import type { Progress } from '../model/pack.ts';
import { formatBytes, formatNumber } from './formats.ts';

/** How far something has come; a moving bar where the end is not known. */
export function ProgressLine({ progress, of = 'bytes' }: { readonly progress: Progress | null; readonly of?: 'bytes' | 'steps' }) {
  const label = useId();
  const known = progress !== null && progress.total > 0;
  const percentage = known ? Math.min(100, (100 * progress.done) / progress.total) : 0;
  const format = of === 'bytes' ? formatBytes : formatNumber;
  const words = known ? `${format(progress.done)} of ${format(progress.total)}` : undefined;
  return (
    <div className="progress">
      <progress className="visually-hidden" aria-labelledby={label} aria-valuetext={words} max={100} value={known ? percentage : undefined} />
      <div className="progress-words">
        <span id={label}>{progress?.step ?? 'Starting'}</span>
        <span className="muted">{words ?? ''}</span>
      </div>
      <div className="progress-track" aria-hidden="true">
        <div className={`progress-fill${known ? '' : ' progress-moving'}`} style={known ? { width: `${percentage}%` } : {}} />
      </div>
    </div>
  );
}
